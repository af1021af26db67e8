/**
 * Articles in real languages that retell each other, made of the rows of TICO-19 (tico.ts).
 *
 * The rows are cut, document by document, into long stretches and short ones. A long stretch is an
 * origin's whole text; 2 to 5 rows in a row of it are the passage. The echo is a short stretch
 * from anywhere, with the passage set into it at some place between two rows: translated into another
 * language, by the people who translated those rows, or paraphrased by rule within one (reword.ts).
 * So some two fifths of either article are the passage, at its top or anywhere else. Every row is used
 * once. A passage whose rewording still shares `SHARED_RUN` words in a row with it is not planted, so
 * that no paraphrased echo can be found by its wording.
 */
import { between, type Chance, chanceOf } from './chance.ts';
import { rewordPassage } from './reword.ts';
import { REWORDED } from './synonyms.ts';
import type { TicoLanguage, TicoRow } from './tico.ts';
import { sharedRuns } from './words.ts';

/** Rows of a long stretch, of a short one, and of a passage. */
const ORIGIN_ROWS = [6, 9] as const;
const ECHO_ROWS = [4, 7] as const;
const PASSAGE_ROWS = [2, 5] as const;
/** Words of a fingerprint (src/trace/fingerprints.ts). */
const SHARED_RUN = 5;
/** Rows of a paragraph. */
const PARAGRAPH = 3;
/** Outlets of each language. */
const OUTLETS = 8;

/** What a stream of chance is drawn for; other numbers than the corpus and planting have. */
const PURPOSE = { cut: 11, origins: 12, echoes: 13, pair: 14 } as const;

/** Directions of translation, in the order in which they take turns. */
const DIRECTIONS = [
  ['en', 'es'],
  ['ru', 'es'],
  ['es', 'en'],
  ['en', 'ru'],
  ['pt', 'es'],
  ['ru', 'en'],
  ['es', 'ru'],
  ['en', 'pt'],
] as const satisfies readonly (readonly [TicoLanguage, TicoLanguage])[];

export const RETOLD = ['paraphrased', 'translated'] as const;
export type RetoldKind = (typeof RETOLD)[number];

/** One article in a real language. */
export interface RealArticle {
  readonly text: string;
  readonly language: TicoLanguage;
  /** An outlet of that language, on a domain reserved for examples. */
  readonly domain: string;
  /** Ids of all rows that it is made of. */
  readonly rows: readonly string[];
}

/** An article and another that retells a passage of it. */
export interface RetoldPair {
  readonly kind: RetoldKind;
  readonly origin: RealArticle;
  readonly echo: RealArticle;
  /** The passage as the origin and as the echo has it. */
  readonly passage: readonly [origin: string, echo: string];
}

/** As many pairs as the rows allow, the two kinds in turn; the same for the same seed. */
export function makeRetoldPairs(seed: number, rows: readonly TicoRow[]): RetoldPair[] {
  const { long, short } = cutStretches(rows, chanceOf(seed, PURPOSE.cut));
  const pairs: RetoldPair[] = [];
  const count = Math.min(long.length, short.length);
  shuffle(long, chanceOf(seed, PURPOSE.origins));
  shuffle(short, chanceOf(seed, PURPOSE.echoes));
  for (let at = 0; at < count; at++) {
    const kind = RETOLD[pairs.length % RETOLD.length]!;
    const turn = Math.floor(pairs.length / RETOLD.length);
    const pair = makePair(kind, turn, long[at]!, short[at]!, chanceOf(seed, PURPOSE.pair, at));
    if (pair !== undefined) pairs.push(pair);
  }
  return pairs;
}

type Stretch = readonly TicoRow[];

/** Stretches of rows that stand together, long and short in turn; what is left over is not used. */
function cutStretches(
  rows: readonly TicoRow[],
  chance: Chance,
): { long: Stretch[]; short: Stretch[] } {
  const long: Stretch[] = [];
  const short: Stretch[] = [];
  for (let begin = 0; begin < rows.length; ) {
    const isLong = long.length <= short.length;
    const { document } = rows[begin]!;
    const [least, most] = isLong ? ORIGIN_ROWS : ECHO_ROWS;
    const stretch = rows.slice(begin, begin + between(chance, least, most));
    const own = stretch.filter((row) => row.document === document);
    begin += own.length;
    if (own.length >= ORIGIN_ROWS[0] && isLong) long.push(own);
    else if (own.length >= ECHO_ROWS[0]) short.push(own.slice(0, ECHO_ROWS[1]));
  }
  return { long, short };
}

/** Fisher–Yates, in place. */
function shuffle<T>(list: T[], chance: Chance): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = between(chance, 0, i);
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}

/** The pair that these stretches make; `undefined` where the rewording is too near its origin. */
function makePair(
  kind: RetoldKind,
  turn: number,
  long: Stretch,
  short: Stretch,
  chance: Chance,
): RetoldPair | undefined {
  const words = REWORDED[turn % REWORDED.length]!;
  const [from, to] =
    kind === 'paraphrased' ? [words, words] : DIRECTIONS[turn % DIRECTIONS.length]!;
  const length = between(chance, ...PASSAGE_ROWS);
  const begin = between(chance, 0, long.length - length);
  const told = long.slice(begin, begin + length);
  const original = told.map((row) => row.cells[from]).join(' ');
  const retold =
    kind === 'paraphrased'
      ? rewordPassage(original, words, chance)
      : told.map((row) => row.cells[to]).join(' ');
  if (from === to && sharedRuns(original, retold, SHARED_RUN) > 0) return undefined;
  const outlet = between(chance, 0, OUTLETS - 1);
  const other = (outlet + between(chance, 1, OUTLETS - 1)) % OUTLETS;
  const own = short.map((row) => row.cells[to]);
  const at = between(chance, 0, own.length);
  return {
    kind,
    origin: {
      text: render(long.map((row) => row.cells[from])),
      language: from,
      domain: domainOf(from, outlet),
      rows: long.map(({ id }) => id),
    },
    echo: {
      text: render([...own.slice(0, at), retold, ...own.slice(at)]),
      language: to,
      domain: domainOf(to, other),
      rows: short.map(({ id }) => id),
    },
    passage: [original, retold],
  };
}

const domainOf = (language: string, outlet: number): string => `${language}-daily${outlet}.example`;

function render(rows: readonly string[]): string {
  let text = rows[0]!;
  rows.slice(1).forEach((row, at) => {
    text += (at + 1) % PARAGRAPH === 0 ? `\n\n${row}` : ` ${row}`;
  });
  return text;
}
