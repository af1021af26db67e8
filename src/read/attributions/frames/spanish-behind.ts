/** Who is the subject of a Spanish verb that goes before it: the first phrase without a preposition. */
import type { VerbGroup } from './grammar.ts';
import { isMark, type Range, type Scene } from './scene.ts';
import { isTime, spanishPhraseAt } from './spanish-phrases.ts';

/** Behind these prepositions nothing belongs to a person's name or office. */
const OUTSIDE_PHRASE: ReadonlySet<string> = new Set(
  'a al con durante tras desde hasta mediante por sobre contra entre sin hacia según bajo'.split(
    ' ',
  ),
);

export function spanishSubjectAfter(
  scene: Scene,
  _verb: VerbGroup,
  at: number,
  last: number,
): Range | undefined {
  return spanishBehind(scene, at, last);
}

export function spanishBehind(scene: Scene, from: number, last: number): Range | undefined {
  const { document } = scene;
  let at = from;
  while (at < last) {
    const tag = document.tags[at]!;
    if (isInfinitive(scene, at)) return undefined;
    if (tag === 'ADV' || isTime(scene.words[at])) at++;
    else if (tag === 'ADP' || OUTSIDE_PHRASE.has(scene.words[at]!))
      at = pastPreposition(scene, at, last);
    else if (isMark(scene, at, ',') && document.tags[at + 1] === 'ADP') at++;
    else if (isMark(scene, at, ',') && at > from) at++;
    else break;
    const phrase = timePhraseEnd(scene, at, last);
    if (phrase !== undefined) at = phrase;
  }
  const time = timePhraseEnd(scene, at, last);
  if (time !== undefined) return spanishBehind(scene, time, last);
  const phrase = spanishPhraseAt(scene, at, last);
  return phrase && withName(scene, phrase, last);
}

/** Behind adverbs and times: where what is not one begins. */
export function pastTimes(scene: Scene, from: number, last: number): number {
  let at = from;
  while (at < last) {
    const time = timePhraseEnd(scene, at, last);
    if (time !== undefined) at = time;
    else if (scene.document.tags[at] === 'ADV' && scene.words[at] !== 'como') at++;
    else break;
  }
  return at;
}

/** Behind "el lunes por la noche", "este martes": absent where no time stands at `at`. */
function timePhraseEnd({ document, words }: Scene, at: number, last: number): number | undefined {
  const isDetermined = document.tags[at] === 'DET' || words[at] === 'el' || words[at] === 'este';
  const noun = isDetermined ? at + 1 : at;
  if (noun >= last || !isTime(words[noun])) return undefined;
  let end = noun + 1;
  while (end < last && (document.tags[end] === 'ADJ' || document.tags[end] === 'NUM')) end++;
  return end;
}

/** "afirmó tras mencionar …": what follows is no subject. */
function isInfinitive({ document, words }: Scene, at: number): boolean {
  return (
    document.tags[at] === 'ADP' &&
    document.tags[at + 1] === 'VERB' &&
    /[aei]r(?:se|l[oae]s?)?$/.test(words[at + 1]!)
  );
}

/** "por su parte", "a su vez". */
function isOnTheOtherHand({ words }: Scene, at: number): boolean {
  return words[at + 1] === 'su' && /^(?:parte|vez|lado|turno)$/.test(words[at + 2] ?? '');
}

function pastPreposition(scene: Scene, at: number, last: number): number {
  if (isOnTheOtherHand(scene, at)) return at + 3;
  let end = at + 1;
  while (end < last && scene.document.tags[end] === 'ADP') end++;
  const phrase = spanishPhraseAt(scene, end, last);
  if (phrase !== undefined) return phrase.last;
  return timePhraseEnd(scene, end, last) ?? end + 1;
}

/** "la canciller, Elena Rocafort": with the name behind the comma. */
function withName(scene: Scene, phrase: Range, last: number): Range {
  const { tags } = scene.document;
  for (let at = phrase.first; at < phrase.last; at++) {
    if (tags[at] === 'PROPN' && scene.document.tags[at - 1] !== 'ADP' && at > phrase.first + 1)
      return phrase;
  }
  if (tags[phrase.first] === 'PROPN' || !isMark(scene, phrase.last, ',')) return phrase;
  if (tags[phrase.last + 1] !== 'PROPN') return phrase;
  const name = spanishPhraseAt(scene, phrase.last + 1, last);
  return name === undefined ? phrase : { first: phrase.first, last: name.last };
}
