/** Small stand-ins for the shipped models, for tests of story similarity. */
import { wordsOf } from './lexicon/words.ts';
import type { StoryTools } from './story-background.ts';

const DIMS = 64;

/** A word's vector points to one of 64 directions; words in `same` share that of another. */
export function standInTools(same: Readonly<Record<string, string>> = {}): StoryTools {
  const directionOf = (word: string): number => {
    let hash = 7;
    for (const letter of same[word] ?? word) hash = (hash * 31 + letter.codePointAt(0)!) % 8191;
    return hash % DIMS;
  };
  const encode = (texts: readonly string[]): Float32Array => {
    const vectors = new Float32Array(texts.length * DIMS);
    for (const [row, text] of texts.entries()) {
      const own = vectors.subarray(row * DIMS, (row + 1) * DIMS);
      for (const word of wordsOf(text)) own[directionOf(word.toLowerCase())]! += 1;
      const length = Math.hypot(...own);
      if (length > 0) for (let d = 0; d < DIMS; d++) own[d] = own[d]! / length;
    }
    return vectors;
  };
  return {
    encoder: { id: 'stand-in', dims: DIMS, encode },
    shelf: { languages: new Set(), between: () => undefined },
  };
}
