/** Verbs that are a cue only with the words behind them: "dejó claro", «дала понять», «не сомневается». */
import type { CueWord } from './cue-list.ts';
import type { Scene } from './scene.ts';

export interface PhrasalVerb {
  readonly word: CueWord;
  /** How many words it has. */
  readonly length: number;
}

/** The longest such verb that begins at `at`. */
export function phrasalAt({ cues, words }: Scene, at: number): PhrasalVerb | undefined {
  for (const { words: own, word } of cues.phrases.get(words[at]!) ?? []) {
    if (word === undefined || !own.every((one, i) => words[at + i] === one)) continue;
    return { word, length: own.length };
  }
  return undefined;
}
