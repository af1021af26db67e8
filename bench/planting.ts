/**
 * Sets articles in real languages (retold.ts) into the planted corpus, in place of rows that are
 * neither an echo nor the origin of one. All other rows stay what they are, to the letter.
 *
 * The echoes are spread evenly over all rows, each origin before its echo as far as origins of other
 * echoes are. So of a corpus larger than the number of articles among which the program looks for
 * retellings (src/pipeline/trace-retellings.ts) most plants are out of its reach: recall shows it.
 */
import { between, chanceOf } from './chance.ts';
import { type Corpus, type Plant, REACH } from './corpus.ts';
import type { RealArticle, RetoldPair } from './retold.ts';

/** The stream of chance for places; other numbers are the corpus's and the pairs'. */
const PLACES = 15;
/** At most one planted pair in so many rows. */
const ROWS_PER_PAIR = 50;

/** A row in a real language, and where it comes from if it is an echo. */
interface RealRow {
  readonly article: RealArticle;
  readonly plant: Plant | undefined;
}

/** The corpus with the pairs, or as many as are fit for it, among its first `articles` rows. */
export function plantPairs(
  corpus: Corpus,
  pairs: readonly RetoldPair[],
  articles: number,
  seed: number,
): PlantedCorpus {
  const chance = chanceOf(seed, PLACES);
  const real = new Map<number, RealRow>();
  const taken = originsOf(corpus, articles);
  const isFree = (row: number) =>
    corpus.plant(row) === undefined && !taken.has(row) && !real.has(row);
  const count = Math.min(pairs.length, Math.floor(articles / ROWS_PER_PAIR));
  pairs.slice(0, count).forEach(({ kind, origin, echo }, at) => {
    const echoRow = nearestFree(Math.floor(((at + 0.5) * articles) / count), 1, isFree);
    const back = between(chance, 1, Math.min(echoRow, REACH));
    const before = nearestFree(echoRow - back, -1, isFree);
    const originRow = before >= 0 ? before : nearestFree(0, 1, isFree);
    real.set(originRow, { article: origin, plant: undefined });
    real.set(echoRow, { article: echo, plant: { origin: originRow, kind } });
  });
  return {
    text: (row) => real.get(row)?.article.text ?? corpus.text(row),
    domain: (row) => real.get(row)?.article.domain ?? corpus.domain(row),
    language: (row) => real.get(row)?.article.language ?? corpus.language(row),
    plant: (row) => {
      const own = real.get(row);
      return own === undefined ? corpus.plant(row) : own.plant;
    },
    isReal: (row) => real.has(row),
  };
}

/** Which of the rows are in a real language. */
export interface PlantedCorpus extends Corpus {
  isReal(row: number): boolean;
}

/** The rows below `articles` that are the origin of an echo, wherever that stands. */
function originsOf(corpus: Corpus, articles: number): Set<number> {
  const origins = new Set<number>();
  for (let row = 0; row < articles + REACH; row++) {
    const plant = corpus.plant(row);
    if (plant !== undefined) origins.add(plant.origin);
  }
  return origins;
}

/** The first free row from `row` on, up or down; below 0 where there is none. */
function nearestFree(row: number, step: 1 | -1, isFree: (row: number) => boolean): number {
  let at = row;
  while (at >= 0 && !isFree(at)) at += step;
  return at;
}
