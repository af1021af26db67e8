/**
 * The ways in which two stories may be alike, each a number in 0–1 (cosines of vectors reach down
 * to -1), none depending on the order of the two. `story-similarity.ts` joins them.
 *
 * O(distinct words), but `wordsRendered` compares each distinct word with each: O(n × m × dims), at
 * most 300 × 300, and is asked only where the stories are in two languages.
 */
import type { StaticEncoder } from './encoder/static-encoder.ts';
import { isNumber } from './lexicon/words.ts';
import type { StoryBackground } from './story-background.ts';
import type { StoryReading } from './story-reading.ts';

/** Cosine of the stems, with weight (1 + ln count) × what the stem tells. For one language. */
export function wordsShared(a: StoryReading, b: StoryReading, background: StoryBackground): number {
  let product = 0;
  for (const name of a.uses.keys()) {
    if (b.uses.has(name)) product += weightIn(a, name, background) * weightIn(b, name, background);
  }
  const lengths = lengthOf(a, background) * lengthOf(b, background);
  return lengths === 0 ? 0 : Math.min(1, product / lengths);
}

function weightIn(story: StoryReading, name: string, background: StoryBackground): number {
  return (1 + Math.log(story.uses.get(name)!.count)) * background.weightOf(story.language, name);
}

function lengthOf(story: StoryReading, background: StoryBackground): number {
  let sum = 0;
  for (const name of story.uses.keys()) sum += weightIn(story, name, background) ** 2;
  return Math.sqrt(sum);
}

/** What is compared, and with which models. */
export interface Setting {
  readonly background: StoryBackground;
  readonly encoder: StaticEncoder;
}

/** How much of each title the other story renders, mean of both ways. */
export function titlesRendered(a: StoryReading, b: StoryReading, setting: Setting): number {
  return (rendered(a, a.title, b, setting) + rendered(b, b.title, a, setting)) / 2;
}

/** How much of each story the other one renders, mean of both ways. For two languages. */
export function wordsRendered(a: StoryReading, b: StoryReading, setting: Setting): number {
  const all = (story: StoryReading): string[] => [...story.uses.keys()];
  return (rendered(a, all(a), b, setting) + rendered(b, all(b), a, setting)) / 2;
}

/**
 * For each stem the cosine with the nearest word of the other story; mean by what the stems tell.
 * A number's only counterpart is the same number.
 */
function rendered(
  story: StoryReading,
  stems: readonly string[],
  other: StoryReading,
  { background, encoder }: Setting,
): number {
  const nearest = nearestWords(
    stems.map((name) => story.uses.get(name)!.spelling),
    [...other.uses.values()].map(({ spelling }) => spelling),
    encoder,
  );
  let sum = 0;
  let total = 0;
  stems.forEach((name, at) => {
    const weight = background.weightOf(story.language, name);
    sum += weight * nearest[at]!;
    total += weight;
  });
  return total === 0 ? 0 : Math.min(1, sum / total);
}

function nearestWords(
  words: readonly string[],
  others: readonly string[],
  encoder: StaticEncoder,
): Float32Array {
  const { dims } = encoder;
  const numbers = new Set(others.filter(isNumber));
  const letters = others.filter((word) => !isNumber(word));
  const left = encoder.encode(words);
  const right = encoder.encode(letters);
  return Float32Array.from(words, (word, i) => {
    if (isNumber(word)) return numbers.has(word) ? 1 : 0;
    const vector = left.subarray(i * dims, (i + 1) * dims);
    let nearest = 0;
    for (let j = 0; j < letters.length; j++) {
      nearest = Math.max(nearest, dot(vector, right, j * dims));
    }
    return nearest;
  });
}

/** Cosine of each opening with the other text, mean of both ways; languages' common part taken off. */
export function openingsTold(
  a: StoryReading,
  b: StoryReading,
  background: StoryBackground,
): number {
  const told = (from: StoryReading, to: StoryReading): number =>
    dot(
      background.centred(from.language, from.opening),
      background.centred(to.language, to.whole),
      0,
    );
  return (told(a, b) + told(b, a)) / 2;
}

function dot(x: Float32Array, y: Float32Array, from: number): number {
  let sum = 0;
  for (let d = 0; d < x.length; d++) sum += x[d]! * y[from + d]!;
  return sum;
}
