/**
 * An article read once for comparison of stories: weighted stems, the words of its title, and two
 * vectors. News tells the story at the top, so its first words count twice, and a title that is not
 * given apart is looked for there.
 *
 * O(letters), of `MOST_UNITS` units at most, however long the text is.
 */
import { stem } from '../text/stem.ts';
import type { StaticEncoder } from './encoder/static-encoder.ts';
import { placedWords } from './lexicon/words.ts';
import { withoutFurniture } from './story-furniture.ts';

/** An article as it is told. */
export interface Story {
  /** Empty where the article has none apart from its text. */
  readonly title: string;
  readonly text: string;
  /** A lower-case primary tag, `und` where unknown. */
  readonly language: string;
}

/** What is kept of a stem. */
export interface StemUse {
  /** The first spelling met. */
  readonly spelling: string;
  /** Occurrences; those of the lead count twice. */
  readonly count: number;
}

/** What comparison needs of a story. Vectors are of length 1, or zeros for a text without words. */
export interface StoryReading {
  readonly language: string;
  /** By stem, in the order of the text. */
  readonly uses: ReadonlyMap<string, StemUse>;
  /** Stems of the beginning of the title, or of the text where there is no title. */
  readonly title: readonly string[];
  /** Vector of the text, as far as the encoder reads. */
  readonly whole: Float32Array;
  /** Vector of its first paragraph or two. */
  readonly opening: Float32Array;
}

/** Later words are not read: 600 and 1,500 gave the same correlations, within .002. */
const MOST_WORDS = 300;
/** UTF-16 units that hold them, with room for furniture. */
const MOST_UNITS = 20_000;
/** What a title is about stands first: 16 words cost .01 against 7, on both bars. */
const TITLE_WORDS = 7;
/** The title and a first clause. */
const LEAD_WORDS = 25;
/** A first paragraph or two; 50 words cost .01, 90 and 150 are as good. */
const OPENING_WORDS = 120;

/** Reads one story. */
export function readStory(story: Story, encoder: StaticEncoder): StoryReading {
  const text = toldText(story);
  const words = placedWords(text).slice(0, MOST_WORDS);
  const uses = new Map<string, StemUse>();
  const title = new Set<string>();
  for (const [at, { word }] of words.entries()) {
    const name = stem(word, story.language);
    const { spelling, count } = uses.get(name) ?? { spelling: word, count: 0 };
    uses.set(name, { spelling, count: count + (at < LEAD_WORDS ? 2 : 1) });
    if (at < TITLE_WORDS) title.add(name);
  }
  const upTo = (count: number): string => text.slice(0, words.slice(0, count).at(-1)?.end ?? 0);
  const vectors = encoder.encode([upTo(MOST_WORDS), upTo(OPENING_WORDS)]);
  const whole = vectors.subarray(0, encoder.dims);
  const opening = vectors.subarray(encoder.dims);
  return { language: story.language, uses, title: [...title], whole, opening };
}

/** Title and text without furniture; a title that the text repeats stands once. */
function toldText({ title, text }: Story): string {
  const head = title.trim().slice(0, MOST_UNITS);
  // Cut before reading, so that a text of a million words costs what one of three hundred does.
  const body = text.trimStart().slice(0, MOST_UNITS);
  const rest = withoutFurniture(body.startsWith(head) ? body.slice(head.length) : body);
  return head === '' ? rest : `${head}\n${rest}`;
}
