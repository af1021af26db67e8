/** Whether a nominative and a verb agree. */
import type { CueWord } from './cue-list.ts';
import type { Scene } from './scene.ts';

const SINGULAR: ReadonlySet<string> = new Set(['он', 'она', 'оно', 'я', 'ты', 'кто']);
const PLURAL: ReadonlySet<string> = new Set(['они', 'мы', 'вы']);

/** What a verb's ending says of its subject. */
export type Agreement = Pick<CueWord, 'number' | 'gender'>;

/** Whether a nominative can be the subject of a verb of this number. */
export function agrees(
  { words, document }: Scene,
  at: number,
  { number, gender }: Agreement,
): boolean {
  const word = words[at]!;
  if (number === 'plural') return !SINGULAR.has(word) && !isOfAbbreviation(document, at);
  if (number === 'singular' && PLURAL.has(word)) return false;
  if (number === 'singular' && word === 'они') return false;
  const isCommon = document.tags[at] === 'NOUN';
  if (number === 'singular' && isCommon && /[ыи]$/.test(word) && !document.tokens[at]!.capital)
    return false;
  if (gender === 'm' && /^(?:она|оно)$/.test(word)) return false;
  return !(gender === 'f' && /^(?:он|оно)$/.test(word));
}

/** "в МИД Никарагуа": what looks like a nominative belongs to the place. */
function isOfAbbreviation({ tokens, tags }: Scene['document'], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined || tags[at] !== 'PROPN' || tags[at - 2] !== 'ADP') return false;
  return before.text.length > 1 && before.text === before.text.toUpperCase();
}
