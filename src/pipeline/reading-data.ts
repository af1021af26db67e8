/** The word lists and weights that ship with Atalaya for the readers, read from disk. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LexiconSource, WeightsSource } from '../read/lexicon-source.ts';

/** Beside `src` and `dist` alike. */
const DATA = new URL('../../data/', import.meta.url);

/** A list of `data/lexicons`. */
export const shippedLexicon: LexiconSource = (kind, language) => {
  const file = fileURLToPath(new URL(`lexicons/${kind}.${language}.json`, DATA));
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (cause) {
    throw new Error(`${file} cannot be read: install Atalaya again`, { cause });
  }
};

/** Weights of `data/models`. */
export const shippedWeights: WeightsSource = (name) => {
  const file = fileURLToPath(new URL(`models/${name}`, DATA));
  try {
    return new Uint8Array(readFileSync(file));
  } catch (cause) {
    throw new Error(`${file} cannot be read: install Atalaya again`, { cause });
  }
};
