/**
 * Whether a capital stands for its state or is the place. It is the place behind a preposition of
 * place, in a dateline, before its state's name, or beside a word of city life; else the state
 * ("Moscow has been using", "between Kyiv and Moscow"). Looks at three words on each side.
 */
import type { Document } from '../document.ts';
import type { Listed } from './gazetteer.ts';
import { type Heads, headBit } from './heads.ts';
import type { Found } from './phrases.ts';
import type { Words } from './words.ts';

const LOCATIVE = headBit('locative');
const PLACE = headBit('place');
/** Words that only a city has: its people, its hours, its parts. */
const CITY_LIFE = new Set(
  'mayor resident residents resident inhabitants streets suburb suburbs outskirts centre center downtown time metro subway alcalde alcaldesa vecinos habitantes afueras centro calles hora aeropuerto metro мэр мэра мэром жители жителеи жителеи улицах улицы пригород пригороде времени центре центр окраине'.split(
    ' ',
  ),
);
const ARTICLES = new Set(['the', 'el', 'la', 'central', 'downtown']);

/** Whether the capital of `hit` is named as a place. */
export function isPlaceHere(words: Words, heads: Heads, { first, last }: Found<Listed>): boolean {
  const { folded, document } = words;
  const { tokens, sentences } = document;
  const sentence = sentences[tokens[first]!.sentence]!;
  if (first === sentence.first && isDateline(document, last)) return true;
  const at = first > sentence.first && ARTICLES.has(folded[first - 1]!) ? first - 2 : first - 1;
  const before = at >= sentence.first ? folded[at]! : '';
  const classes = before === '' ? 0 : heads.classesOf(before);
  if ((classes & LOCATIVE) !== 0 && !isAddressee(before, words, last)) return true;
  if ((classes & PLACE) !== 0 || CITY_LIFE.has(before)) return true;
  const linked = before === 'of' || before === 'de' || before === 'del';
  if (linked && at > sentence.first) {
    const owner = folded[at - 1]!;
    if (CITY_LIFE.has(owner) || (heads.classesOf(owner) & PLACE) !== 0) return true;
  }
  const after = last < sentence.last ? folded[last]! : '';
  return CITY_LIFE.has(after);
}

/** "MOSCOW (Reuters) –", "Moscú, 23 sep (EFE).-", "МОСКВА, 5 августа /ТАСС/", "Kyiv –". */
function isDateline({ tokens }: Document, last: number): boolean {
  const next = tokens[last]?.text ?? '';
  if (next === '(' || next === '/' || next === '–' || next === '—' || next === '-') return true;
  return next === ',' && tokens[last + 1]?.kind === 'number';
}

/** "to Moscow", "a Moscú", "на Москву", "por Moscú" address the state as often as the place. */
function isAddressee(preposition: string, { document, folded }: Words, last: number): boolean {
  if (preposition !== 'to' && preposition !== 'a' && preposition !== 'por') return false;
  const next = folded[last];
  return next === 'to' || next === 'que' || document.tokens[last]?.text === ','
    ? true
    : preposition === 'por';
}
