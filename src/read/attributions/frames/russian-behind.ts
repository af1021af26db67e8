/** Who is the subject of a Russian verb that goes before it. */
import type { VerbGroup } from './grammar.ts';
import { type Agreement, agrees } from './russian-agreement.ts';
import { isNominative, russianPhraseAt } from './russian-phrases.ts';
import { isDay, seatBehind } from './russian-seats.ts';
import { isMark, type Range, type Scene } from './scene.ts';

/** Tokens behind a verb in which its subject is looked for. */
const WINDOW = 60;
const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'X', 'PRON']);

export function russianSubjectAfter(
  scene: Scene,
  { word }: VerbGroup,
  at: number,
  last: number,
): Range | undefined {
  const most = Math.min(last, at + WINDOW);
  if (word.shape !== 'finite') return undefined;
  const subject =
    word.entry.kind === 'impersonal' ? undefined : russianBehind(scene, word, at, most);
  if (subject !== undefined) return subject;
  if (word.number === 'singular' && word.entry.kind !== 'impersonal') return undefined;
  return seatBehind(scene, at, most);
}

/** The first nominative phrase from `at` on, past adverbs, datives and prepositions. */
export function russianBehind(
  scene: Scene,
  word: Agreement,
  from: number,
  last: number,
): Range | undefined {
  const { document } = scene;
  let at = from;
  while (at < last) {
    const tag = document.tags[at]!;
    const quote = scene.quotes[scene.quoteAt[at]!];
    const isTitle = quote !== undefined && quote.first === at && !quote.isSpeech;
    if (isTitle) {
      const told = quote.last;
      // «рассказал „Радио Фаро“ дипломат»: a nominative behind the title is the subject.
      const isTold = told < last && isToldTo(scene, word, told);
      if (!isTold) return russianPhraseAt(scene, at, last);
      at = told;
      continue;
    }
    // No second verb stands next to the first: the tagger took a noun for one.
    if (at === from && scene.finite[at] === 1) return { first: at, last: at + 1 };
    if (isMark(scene, at, ',') && isParenthesis(scene, at, last)) {
      at++;
    } else if (tag === 'ADP') {
      at = pastPreposition(scene, at, last);
    } else if (NOMINAL.has(tag) && isSubjectHere(scene, at, from) && agrees(scene, at, word)) {
      return russianPhraseAt(scene, at, last);
    } else if (tag === 'PUNCT' || tag === 'SCONJ' || scene.finite[at] === 1) {
      return undefined;
    } else {
      at++;
    }
  }
  return undefined;
}

function isToldTo(scene: Scene, word: Agreement, at: number): boolean {
  const { tags, cases } = scene.document;
  if (!/^(?:NOUN|ADJ|PROPN|NUM)$/.test(tags[at]!)) return false;
  return (cases?.[at] === 'Nom' || isNominative(scene, at)) && agrees(scene, at, word);
}

/** A nominative; next to the verb also a name, or what looks like an accusative. */
function isSubjectHere(scene: Scene, at: number, from: number): boolean {
  if (isNominative(scene, at)) return true;
  if (at !== from) return false;
  const { cases, tags } = scene.document;
  if (tags[at] === 'PROPN') return true;
  return tags[at] !== 'PRON' && (cases?.[at] === 'Acc' || cases?.[at] === undefined);
}

/** ", в частности," between verb and subject. */
function isParenthesis({ document }: Scene, at: number, last: number): boolean {
  return at + 1 < last && document.tags[at + 1] === 'ADP';
}

function pastPreposition(scene: Scene, at: number, last: number): number {
  const { document } = scene;
  let end = at + 1;
  while (end < last) {
    const title = scene.quotes[scene.quoteAt[end]!];
    if (title !== undefined && !title.isSpeech && title.first === end) {
      end = title.last;
      continue;
    }
    if (!NOMINAL.has(document.tags[end]!)) break;
    const isAbbreviation = document.tokens[end]!.text === document.tokens[end]!.text.toUpperCase();
    const isNominal = document.cases?.[end] === 'Nom' && document.tags[end - 1] !== 'ADJ';
    const isNext = end > at + 1 && isNominal && !isAbbreviation;
    if (isNext || isDay(scene.words[end - 1]!)) break;
    end++;
  }
  return Math.max(end, at + 1);
}
