/**
 * The cue behind a quotation: "…," said Jane Doe. "…," she told reporters. Each look is bounded by
 * `REACH` tokens.
 */
import { entryOf } from './cue-entries.ts';
import type { CueEntry } from './cue-words.ts';
import { COORDINATORS, QUESTION_WORDS } from './function-words.ts';
import { isPersonal } from './nominals.ts';
import type { Page, QuotedTokens } from './page.ts';
import { withSetting } from './settings.ts';
import { sourceBehind } from './source-behind.ts';
import type { Subjects } from './subjects.ts';
import type { Range } from './verb-groups.ts';

/** A cue behind what it is about. */
export interface Tail {
  readonly place: number;
  readonly entry: CueEntry;
  readonly source: Range;
  readonly cue: Range;
  /** Behind cue and source. */
  readonly last: number;
}

/** How far behind a quotation its verb may stand, in tokens. */
const REACH = 40;
/** Tokens between a quotation and its verb that are taken for the source as they stand. */
const PLAIN_SOURCE = 14;
/** UTF-16 units at the end of a quotation that tell how it ends. */
const ENDING = 12;

/** The tail behind a quotation, over its comma or dash, in the same paragraph. */
export function tailBehind(page: Page, quote: QuotedTokens, subjectOf: Subjects): Tail | undefined {
  const { doc } = page;
  let at = quote.last;
  if (at < doc.tokens.length && /^[,—–-]$/.test(doc.tokens[at]!.text)) at++;
  if (at >= doc.tokens.length) return undefined;
  if (at === quote.last && !isOpenEnded(page, quote) && !canSpeak(page, at)) return undefined;
  const own = doc.tokens[quote.last - 1]!.sentence;
  const sentence = doc.sentences[doc.tokens[at]!.sentence]!;
  if (sentence.paragraph !== doc.sentences[own]!.paragraph) return undefined;
  return tailAt(page, at, sentence.last, subjectOf);
}

/** Whether a quotation ends in a comma, a question or a dash, so that somebody has said it. */
function isOpenEnded(page: Page, quote: QuotedTokens): boolean {
  return /[,?!—–-]['’]?$/.test(endOf(page, quote));
}

/** The last characters within the marks. */
function endOf({ doc }: Page, { quote: { inner } }: QuotedTokens): string {
  return doc.text.slice(Math.max(inner.begin, inner.end - ENDING), inner.end).trimEnd();
}

/** Whether a name, a pronoun or a verb stands directly behind a quotation without a comma. */
function canSpeak({ doc, grouped }: Page, at: number): boolean {
  return isPersonal(doc, at) || doc.tags[at] === 'PROPN' || grouped[at]! >= 0;
}

function tailAt(page: Page, first: number, end: number, subjectOf: Subjects): Tail | undefined {
  if (COORDINATORS.has(page.doc.tokens[first]!.lower)) return undefined;
  const place = page.grouped[first] ?? -1;
  if (place >= 0) return inverted(page, place, first, end);
  for (let i = first; i < end && i < first + REACH; i++) {
    if (page.quoted[i]! >= 0) return undefined;
    const at = page.grouped[i]!;
    if (at < 0) continue;
    const group = page.groups[at]!;
    i = group.last - 1;
    const found = quoteEntry(page, at) ?? unknownEntry(page, at, first);
    if (found === undefined || group.shape === 'gerund' || group.shape === 'infinitive') continue;
    const source = sourceBetween(page, at, first, subjectOf);
    if (source === undefined) continue;
    const cue = withSetting(page, { first: group.first, last: found.last }, end, true);
    return { place: at, entry: found.entry, source, cue, last: cue.last };
  }
  return undefined;
}

/** … said Jane Doe. */
function inverted(page: Page, place: number, first: number, end: number): Tail | undefined {
  const group = page.groups[place]!;
  const found = quoteEntry(page, place);
  if (found === undefined || group.first !== first) return undefined;
  if (group.shape === 'infinitive' || group.shape === 'gerund') return undefined;
  const source = sourceBehind(page, found.last, end);
  if (source === undefined) return undefined;
  const cue = { first, last: found.last };
  return { place, entry: found.entry, source, cue, last: source.last };
}

/** The subject of a cue behind a quotation, or all that stands between, if that can be one. */
function sourceBetween(
  page: Page,
  place: number,
  first: number,
  subjectOf: Subjects,
): Range | undefined {
  const subject = subjectOf(place);
  if (subject?.first === first) return subject;
  const { doc } = page;
  let last = page.groups[place]!.first;
  while (last > first && doc.tags[last - 1] === 'ADV') last--;
  if (last <= first || last - first > PLAIN_SOURCE) return undefined;
  const opening = doc.tokens[first]!;
  if (doc.tags[first] === 'ADP' || QUESTION_WORDS.has(opening.lower)) return undefined;
  if (opening.kind === 'mark' || (isPersonal(doc, first) && last - first > 1)) return undefined;
  for (let i = first; i < last; i++) {
    if (page.groups[page.grouped[i]!]?.shape === 'finite') return undefined;
  }
  return { first, last };
}

/** The cue's entry where the verb can tell a quotation. */
export function quoteEntry(
  page: Page,
  place: number,
): { entry: CueEntry; last: number } | undefined {
  if (page.groups[place]!.passive) return undefined;
  const found = entryOf(page, place);
  if (found === undefined) return undefined;
  const { takes } = found.entry;
  return takes.has('quote') || takes.has('after-quote') ? found : undefined;
}

/**
 * Any verb with which the sentence ends behind a comma that ends a quotation ("…,” they jeered."):
 * what stands there is a way of saying.
 */
function unknownEntry(
  page: Page,
  place: number,
  first: number,
): { entry: CueEntry; last: number } | undefined {
  const { doc } = page;
  const group = page.groups[place]!;
  if (group.passive || group.bare || group.shape === 'infinitive') return undefined;
  const { begin } = doc.tokens[first]!;
  const before = doc.text.slice(Math.max(0, begin - ENDING), begin).trimEnd();
  if (!/[,?!]['’]?[”"']*$/.test(before)) return undefined;
  if (!/^[.,:]$/.test(doc.tokens[group.last]?.text ?? '.')) return undefined;
  const lemma = doc.lemmas[group.head]!;
  return { entry: { lemma, takes: new Set(['quote']), prepositions: new Set() }, last: group.last };
}

/** Whether the quotation ends its sentence, so that nothing behind it tells its speaker. */
export function endsSentence(page: Page, quote: QuotedTokens): boolean {
  const end = endOf(page, quote);
  return /(?:[^.]|^)\.$/.test(end) && !/\b(?:Mr|Mrs|Dr|U\.S|Jr|Sr|Inc)\.$/.test(end);
}
