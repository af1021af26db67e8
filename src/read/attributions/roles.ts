/**
 * The roles of persons as the article states them: a title before the name ("CIA Director William
 * Burns"), an apposition behind it ("Douglas London, a former senior CIA operations officer,") or in
 * front of it ("The head of US Northern Command, General Glen VanHerck"). Linear in the mentions.
 */
import type { Mention, Role } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import type { Tag, TaggedDocument } from '../tagging/tagged.ts';
import { overlaps, tokenAt, tokenRange } from '../token-range.ts';
import { officeHeld } from './offices-held.ts';
import type { Speech } from './speech.ts';

/** Words of a title, and of an apposition. */
const TITLE_WORDS = 10;
const APPOSITION_WORDS = 16;

/** A role with the place of the mention that it belongs to. */
export interface StatedRole extends Role {
  readonly mention: number;
  readonly kind: 'title' | 'apposition';
}

/** All roles of persons, in the order of the mentions; a mention may have a title and an apposition. */
export function rolesOf(
  document: TaggedDocument,
  mentions: readonly Mention[],
  dates: readonly Span[],
  speech: Speech,
): StatedRole[] {
  const roles: StatedRole[] = [];
  const isDate = (token: Span): boolean => {
    const at = tokenAt(dates, token.begin);
    return at < dates.length && overlaps(dates[at]!, token);
  };
  for (const [at, mention] of mentions.entries()) {
    if (mention.kind !== 'person') continue;
    const [first, last] = tokenRange(document.tokens, mention.span);
    const title = titleBefore(document, first, isDate, speech);
    const behind = appositionBehind(document, last, speech);
    const held = behind === undefined ? officeHeld(document, last, speech) : undefined;
    const before = appositionBefore(document, title?.[0] ?? first, isDate, speech);
    for (const [range, kind] of [
      [behind ?? held?.range ?? before, 'apposition'],
      [title, 'title'],
    ] as const) {
      if (range === undefined) continue;
      const role = roleOf(document, range, speech);
      const former = role.former || (held?.range === range && held.former);
      roles.push({ ...role, former, mention: at, kind });
    }
  }
  return roles;
}

type Range = readonly [number, number];

const TITLE_TAGS: ReadonlySet<Tag> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'X']);

/** Nouns, names and adjectives before a name, with an office among them, without the article. */
function titleBefore(
  document: TaggedDocument,
  name: number,
  isDate: (token: Span) => boolean,
  speech: Speech,
): Range | undefined {
  const { tokens, tags } = document;
  let first = name;
  let office = false;
  const sentence = tokens[name]?.sentence;
  while (first > 0 && name - first < TITLE_WORDS) {
    const token = tokens[first - 1]!;
    // "la ministra de la Mujer": an article behind a link is inside the title.
    const linked = first > 1 && speech.isLink(tokens[first - 2]!.lower);
    if (token.sentence !== sentence || (speech.isDeterminer(token.lower) && !linked)) break;
    const isOffice = speech.isOffice(token.lower);
    const possessive = /^['’]s$/u.test(token.lower);
    const listed = isOffice || speech.isLink(token.lower) || speech.isFormer(token.lower);
    const fits = listed || linked || possessive || TITLE_TAGS.has(tags[first - 1]!);
    if (token.kind !== 'word' || !fits || isDate(token)) break;
    office ||= isOffice;
    first--;
  }
  // A preposition in front belongs to the sentence: "by President …", "con el presidente …".
  while (first < name && (tags[first] === 'ADP' || speech.isLink(tokens[first]!.lower))) first++;
  if (!office || first >= name) return undefined;
  return speech.language === 'en'
    ? [first, name]
    : [headFirst(document, first, name, speech), name];
}

/** Where the office leads its phrase: from the first office, and the adjectives before it. */
function headFirst(
  { tokens, tags, cases }: TaggedDocument,
  first: number,
  name: number,
  speech: Speech,
): number {
  const isOffice = (at: number): boolean => speech.isOffice(tokens[at]!.lower);
  let head = first;
  while (head < name && !isOffice(head)) head++;
  // «заявила журналистам официальный представитель»: who is told bears no part of the title.
  if (cases?.[head] === 'Dat') {
    let next = head + 1;
    while (next < name && !(isOffice(next) && cases[next] === 'Nom')) next++;
    if (next < name) head = next;
  }
  const belongs = (at: number): boolean => tags[at] === 'ADJ' || speech.isFormer(tokens[at]!.lower);
  while (head > first && belongs(head - 1)) head--;
  return head;
}

function appositionBehind(
  document: TaggedDocument,
  after: number,
  speech: Speech,
): Range | undefined {
  const { tokens } = document;
  const mark = tokens[after];
  if (mark === undefined || (mark.text !== ',' && mark.text !== '(' && mark.text !== '—')) return;
  // "Zielony, 54, a former mayor": the age is passed.
  const aged = /^\d{2}$/.test(tokens[after + 1]?.text ?? '') && tokens[after + 2]?.text === ',';
  const first = aged ? after + 3 : after + 1;
  let last = first;
  let office = false;
  while (last < tokens.length && last - first < APPOSITION_WORDS) {
    const token = tokens[last]!;
    if (token.sentence !== mark.sentence || isEnd(token.text)) break;
    office ||= speech.isOffice(token.lower);
    last++;
  }
  return appositive(document, [first, last], office, speech);
}

function appositionBefore(
  document: TaggedDocument,
  name: number,
  isDate: (token: Span) => boolean,
  speech: Speech,
): Range | undefined {
  const { tokens, tags } = document;
  const mark = tokens[name - 1];
  if (mark === undefined || mark.text !== ',' || mark.sentence !== tokens[name]?.sentence) return;
  let first = name - 1;
  let office = false;
  while (first > 0 && name - first <= APPOSITION_WORDS) {
    const token = tokens[first - 1]!;
    const verb = tags[first - 1] === 'VERB' || tags[first - 1] === 'AUX';
    if (token.sentence !== mark.sentence || token.kind === 'mark' || verb || isDate(token)) break;
    office ||= speech.isOffice(token.lower);
    first--;
  }
  // "… expel one diplomat, President X announced": one of many is nobody's role.
  const possessed = tokens.slice(first, name).some(({ lower }) => /^['’]s$/u.test(lower));
  first = nounPhraseFrom({ tokens, tags }, first, name - 1, speech);
  // "from the regional governor, X": the preposition is the sentence's.
  const isLed = /^(?:from|by|with|against)$/.test(tokens[first]?.lower ?? '');
  if (speech.language === 'en' && isLed && tags[first + 1] === 'DET') first++;
  // "In remarks to the chairman, General X": a setting, no description.
  const definite =
    possessed ||
    speech.isDeterminer(tokens[first]?.lower ?? '') ||
    tokens[first - 1]?.sentence !== mark.sentence ||
    speech.language === 'ru';
  const isSetting = speech.language === 'en' && tags[first] === 'ADP';
  return definite && tags[first] !== 'NUM' && !isSetting
    ? appositive(document, [first, name - 1], office, speech)
    : undefined;
}

/** "declaró ante la prensa la portavoz del ministerio": from the article of the first office on. */
function nounPhraseFrom(
  { tokens, tags }: Pick<TaggedDocument, 'tokens' | 'tags'>,
  first: number,
  last: number,
  speech: Speech,
): number {
  if (speech.language !== 'es') return first;
  let office = first;
  while (office < last && !speech.isOffice(tokens[office]!.lower)) office++;
  let begin = office;
  while (begin > first && (tags[begin - 1] === 'ADJ' || speech.isFormer(tokens[begin - 1]!.lower)))
    begin--;
  return begin > first && speech.isDeterminer(tokens[begin - 1]!.lower) ? begin - 1 : first;
}

/** A noun phrase that holds an office and no verb: "who will take office" is no role. */
function appositive(
  { tokens, tags }: TaggedDocument,
  [first, last]: Range,
  office: boolean,
  speech: Speech,
): Range | undefined {
  if (!office || last <= first) return undefined;
  let begin = first;
  while (begin < last && speech.isDeterminer(tokens[begin]!.lower)) begin++;
  let end = begin;
  while (end < last && !opensClause(tags[end]!, tokens[end]!.lower, speech)) end++;
  // "mayor of Riga from 2010 to 2015": the office, without its years.
  for (let at = begin + 1; at < end - 1; at++) {
    if (speech.isTenureEnd(tokens[at]!.lower) && tokens[at + 1]!.kind === 'number') end = at;
  }
  const holdsOffice = tokens.slice(begin, end).some(({ lower }) => speech.isOffice(lower));
  // "…, three diplomats left": a number opens no description of one.
  return holdsOffice && tags[begin] !== 'NUM' && speech.pronoun(tokens[begin]!.lower) === undefined
    ? [begin, end]
    : undefined;
}

/** "retirado" and «бывший» are no verbs; "who" and "que" open a clause. */
function opensClause(tag: Tag, word: string, speech: Speech): boolean {
  if (speech.isFormer(word)) return false;
  return tag === 'VERB' || tag === 'AUX' || tag === 'SCONJ' || speech.isRelative(word);
}

const isEnd = (text: string): boolean => /^[,;:)(.!?«»"“”—–-]$/u.test(text);

function roleOf({ tokens, text }: TaggedDocument, [first, last]: Range, speech: Speech): Role {
  const span = { begin: tokens[first]!.begin, end: tokens[last - 1]!.end };
  const before = tokens[first - 1];
  const former =
    isOver(tokens[last], tokens[last + 1]) ||
    tokens.slice(first, last).some(({ lower }) => isFormer(lower, speech)) ||
    (before !== undefined && isFormer(before.lower, speech));
  return { span, text: text.slice(span.begin, span.end), former };
}

/** "until 2015", "from 2010 to 2015", "hasta 2015" behind an office. */
function isOver(word: TaggedDocument['tokens'][number] | undefined, next: typeof word): boolean {
  const ends = /^(?:until|till|from|between|hasta|entre|до)$/u.test(word?.lower ?? '');
  return ends && next?.kind === 'number';
}

/** "former", "exministro", "экс-глава". */
function isFormer(word: string, speech: Speech): boolean {
  return (
    speech.isFormer(word) ||
    /^(?:ex|then|экс)-\p{L}/u.test(word) ||
    (/^(?:ex|экс)\p{L}{4}/u.test(word) &&
      speech.language !== 'en' &&
      speech.isOffice(word.replace(/^(?:ex|экс)/u, '')))
  );
}
