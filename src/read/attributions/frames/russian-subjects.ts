/**
 * Who is the subject of a Russian verb: the nearest nominative that agrees with it, before the verb past
 * what stands between commas, or behind it past adverbs, datives and prepositions. A plural verb without
 * a subject says where it is said: "в МИД заявили".
 */
import type { VerbGroup } from './grammar.ts';
import { type Agreement, agrees } from './russian-agreement.ts';
import { russianBehind } from './russian-behind.ts';
import { isDateWord, isNominative, isPronoun, russianPhraseAt } from './russian-phrases.ts';
import { placeBefore } from './russian-seats.ts';
import { closesQuote, hasFinite, isMark, type Range, type Scene } from './scene.ts';

/** Tokens before a verb in which its subject is looked for. */
const WINDOW = 60;
const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'X', 'PRON']);

export function russianSubjectBefore(
  scene: Scene,
  { group, word }: VerbGroup,
  unit: Range,
): Range | undefined {
  const floor = Math.max(unit.first, group.first - WINDOW);
  if (word.entry.kind === 'impersonal') return placeBefore(scene, group.first, floor);
  if (word.shape === 'participle') return hostOf(scene, group.first, floor);
  if (word.shape === 'gerund') return mainSubject(scene, group.first, floor, unit.last);
  return nearest(scene, group.first, floor, word) ?? seatBefore(scene, group.first, floor, word);
}

/** The noun phrase whose participle stands at `at`, before its comma. */
function hostOf(scene: Scene, at: number, floor: number): Range | undefined {
  const end = isMark(scene, at - 1, ',') ? at - 1 : at;
  const { cases, tags } = scene.document;
  let first = end - 1;
  while (
    first > floor &&
    NOMINAL.has(tags[first - 1]!) &&
    (cases?.[first - 1] === cases?.[end - 1] || cases?.[first - 1] === 'Gen')
  ) {
    first--;
  }
  return russianPhraseAt(scene, first, end);
}

/** The subject of the finite verb on which a gerund hangs: before the gerund, else behind it. */
function mainSubject(scene: Scene, at: number, floor: number, last: number): Range | undefined {
  for (let verb = at - 1; verb >= floor; verb--) {
    if (scene.finite[verb] !== 1) continue;
    const word = formHere(scene, verb);
    return nearest(scene, verb, floor, word) ?? russianBehind(scene, word, verb + 1, at);
  }
  for (let verb = at + 1; verb < Math.min(last, at + WINDOW); verb++) {
    if (scene.finite[verb] === 1) return nearest(scene, verb, at + 1, formHere(scene, verb));
  }
  return undefined;
}

function formHere({ words }: Scene, at: number): Agreement {
  const word = words[at]!;
  if (/л(?:ся)?$/.test(word)) return { number: 'singular', gender: 'm' };
  if (/ла(?:сь)?$/.test(word)) return { number: 'singular', gender: 'f' };
  if (/ли(?:сь)?$|[уюая]т(?:ся)?$/.test(word)) return { number: 'plural' };
  return { number: 'singular' };
}

/** The nearest nominative phrase before `at`; what stands between commas with a verb is passed. */
function nearest(scene: Scene, at: number, floor: number, word: Agreement): Range | undefined {
  let place = at - 1;
  while (place >= floor) {
    if (isMark(scene, place, ',')) {
      place = beforeInsertion(scene, place, floor, place === at - 1);
      continue;
    }
    if (isMark(scene, place, ':;')) return undefined;
    const quote = scene.quotes[scene.quoteAt[place]!];
    const isOutside = scene.quoteAt[place] !== scene.quoteAt[at];
    if (quote !== undefined && isOutside && quote.isSpeech) {
      place = quote.first - 1;
      continue;
    }
    const named = titled(scene, place, floor, word);
    if (named !== undefined) return named;
    if (/^котор(?:ый|ая|ое|ые)$/.test(scene.words[place]!)) return hostOf(scene, place, floor);
    if (place === at - 1 && isNameTakenForVerb(scene, place)) return { first: place, last: at };
    const isNominal = NOMINAL.has(scene.document.tags[place]!) && scene.words[place] !== 'что';
    if (isNominal && isNominative(scene, place)) {
      const phrase = phraseAround(scene, place, floor, at, (one) => agrees(scene, one, word));
      if (phrase !== undefined) return phrase;
    }
    place--;
  }
  return undefined;
}

/** «источники „Радио Фаро“»: a title behind a nominative is part of its phrase. */
function titled(scene: Scene, place: number, floor: number, word: Agreement): Range | undefined {
  const quote = scene.quotes[scene.quoteAt[place]!];
  if (quote === undefined || quote.isSpeech || quote.last !== place + 1) return undefined;
  const head = quote.first - 1;
  if (head < floor || scene.document.tags[head] !== 'NOUN' || !isNominative(scene, head)) {
    return undefined;
  }
  const phrase = phraseAround(scene, head, floor, quote.last, (one) => agrees(scene, one, word));
  return phrase && { first: phrase.first, last: quote.last };
}

/** No two verbs stand side by side: a capitalised one is a name. */
function isNameTakenForVerb({ document, cues, words }: Scene, at: number): boolean {
  const { capital } = document.tokens[at]!;
  return capital && document.tags[at] === 'VERB' && !cues.verbs.has(words[at]!);
}

/**
 * Back over what a comma at `comma` closes: to before the comma that opens it, if a verb or participle
 * stands between, or a name before an apposition; else to before this comma only.
 */
function beforeInsertion(scene: Scene, comma: number, floor: number, isNext: boolean): number {
  let open = comma - 1;
  while (open > floor && !isMark(scene, open, ',')) open--;
  if (open <= floor) return comma - 1;
  const inside = { first: open + 1, last: comma };
  const first = scene.words[open + 1]!;
  // "Графиня Уварова, председатель общества, говорила": an apposition.
  const isName = scene.document.tags[open - 1] === 'PROPN' || closesQuote(scene, open - 1);
  const isApposed = isNext && isName;
  const isClause =
    isApposed || hasFinite(scene, inside) || /^котор/.test(first) || hasVerb(scene, inside);
  return isClause ? open - 1 : comma - 1;
}

/** Participles and gerunds are verbs, too. */
function hasVerb({ document }: Scene, { first, last }: Range): boolean {
  for (let at = first; at < last; at++) if (document.tags[at] === 'VERB') return true;
  return false;
}

/** The phrase with the nominative at `head`: back to its first nominative, on over its genitives. */
function phraseAround(
  scene: Scene,
  head: number,
  floor: number,
  limit: number,
  fits: (at: number) => boolean,
): Range | undefined {
  const { document, words } = scene;
  if (isPronoun(words[head]!) && document.tags[head] !== 'ADJ') {
    return fits(head) ? { first: head, last: partEnd(scene, head, limit) } : undefined;
  }
  let first = head;
  for (let at = head - 1; at >= floor; at--) {
    const quote = scene.quotes[scene.quoteAt[at]!];
    if (quote !== undefined && !quote.isSpeech && scene.quoteAt[head] !== scene.quoteAt[at]) {
      at = quote.first;
      continue;
    }
    if (!NOMINAL.has(document.tags[at]!) || isPronoun(words[at]!) || isDateWord(words[at]!)) break;
    if (isNominative(scene, at)) first = at;
    else if (document.cases?.[at] !== 'Gen' && document.tags[at] !== 'PROPN') break;
  }
  const phrase = russianPhraseAt(scene, first, limit);
  if (phrase === undefined || phrase.last <= head) return undefined;
  return fits(head) ? phrase : undefined;
}

function partEnd(scene: Scene, head: number, limit: number): number {
  return russianPhraseAt(scene, head, limit)?.last ?? head + 1;
}

/** "в МИД заявили": the place that speaks, with its preposition, at the beginning of the clause. */
function seatBefore(
  scene: Scene,
  at: number,
  floor: number,
  { number }: Agreement,
): Range | undefined {
  return number === 'plural' ? placeBefore(scene, at, floor) : undefined;
}
