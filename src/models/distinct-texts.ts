/**
 * What the adapters share: each distinct readable text is asked of the model once, and its row is
 * put wherever the text stands. Texts of which nothing is readable keep a row of zeros.
 */
import { readableText } from './readable-text.ts';

/** UTF-16 units of a text that are read: what models with 512 tokens take, and twice that. */
export const MOST_UNITS = 4000;

/** Gives a readable text's row, of length 1 or zeros; in any order, each text once. */
type ReadRows = (
  texts: readonly string[],
  put: (text: number, row: Float32Array) => void,
) => Promise<void>;

/** Row-major vectors of `texts`, each distinct readable text read once by `read`. */
export async function encodeDistinct(
  texts: readonly string[],
  dims: number,
  read: ReadRows,
): Promise<Float32Array> {
  const vectors = new Float32Array(texts.length * dims);
  const places = new Map<string, number[]>();
  for (const [at, text] of texts.entries()) {
    const readable = readableText(text, MOST_UNITS);
    if (readable === '') continue;
    const known = places.get(readable);
    if (known === undefined) places.set(readable, [at]);
    else known.push(at);
  }
  const distinct = [...places];
  await read(
    distinct.map(([text]) => text),
    (text, row) => {
      for (const at of distinct[text]![1]) vectors.set(row, at * dims);
    },
  );
  return vectors;
}
