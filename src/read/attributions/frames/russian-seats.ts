/** The place that speaks: "в МИД заявили", "говорится в сообщении"; no time and no occasion. */
import { isDateWord, russianPhraseAt } from './russian-phrases.ts';
import { isMark, type Range, type Scene } from './scene.ts';

/** Tokens before a verb in which the place is looked for. */
const WINDOW = 60;
/** "В интервью", "в ответ", "в начале": there is no speaker. */
const OCCASIONS: ReadonlySet<string> = new Set(
  (
    'интервью ответ время ходе начале середине конце частности целом результате итоге очередь комментарии беседе эфире ' +
    'утром вечером ночь день неделе месяце связи рамках понедельник'
  ).split(' '),
);

/** The phrase with "в" or "на" that ends before `at`. */
export function placeBefore(scene: Scene, at: number, floor: number): Range | undefined {
  for (let place = at - 1; place >= floor && at - place < WINDOW; place--) {
    if (isMark(scene, place, ',:;') || scene.finite[place] === 1) return undefined;
    if (!isSeat(scene.words[place]!)) continue;
    const phrase = russianPhraseAt(scene, place + 1, at);
    if (phrase !== undefined && isBody(scene, phrase)) return { first: place, last: phrase.last };
  }
  return undefined;
}

/** Not a time and not an occasion. */
function isBody({ words }: Scene, { first, last }: Range): boolean {
  for (let at = first; at < last; at++) {
    if (isDateWord(words[at]!) || isDay(words[at]!) || OCCASIONS.has(words[at]!)) return false;
  }
  return true;
}

function isSeat(word: string): boolean {
  return word === 'в' || word === 'во' || word === 'на';
}

/** "в понедельник", "в субботу": what follows is another phrase. */
export function isDay(word: string): boolean {
  return /^(?:понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье)$/.test(word);
}

/** "заявили в МИД", "говорится в сообщении": the place that speaks, with its preposition. */
export function seatBehind(scene: Scene, from: number, last: number): Range | undefined {
  for (let at = from; at < last; at++) {
    if (isMark(scene, at, ',:;.') || scene.finite[at] === 1) return undefined;
    if (!isSeat(scene.words[at]!)) continue;
    const phrase = russianPhraseAt(scene, at + 1, last);
    if (phrase !== undefined && isBody(scene, phrase)) return { first: at, last: phrase.last };
  }
  return undefined;
}
