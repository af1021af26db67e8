/** `trace --articles N`: speed, memory, recall and false pairs of tracing on the planted corpus. */
import { performance } from 'node:perf_hooks';
import { drawTable, fraction } from '../eval/table.ts';
import { type TraceText, traceTexts } from '../src/trace/trace.ts';
import { type Corpus, makeCorpus, PLANTED, type PlantedKind } from './corpus.ts';

const SEED = 20240923;

/** The contract's figures. `null`: not planted, or not offered by the program yet. */
interface TraceFigures {
  readonly articlesPerSecond: number;
  readonly seconds: number;
  readonly peakMb: number;
  readonly recall: Readonly<Record<PlantedKind | 'paraphrased' | 'translated', number | null>>;
  readonly falsePairsPer10k: number;
  readonly addThousandSeconds: number | null;
}

export interface TraceBench {
  readonly table: string;
  readonly figures: TraceFigures;
}

/** Traces the first `articles` rows of the corpus and scores what is found. */
export function benchTrace(articles: number): TraceBench {
  const corpus = makeCorpus(SEED);
  const clock = new ProgramClock();
  const texts = rowsOf(corpus, articles, clock);
  clock.start();
  const { pairs } = traceTexts(texts, { onProgress: () => clock.mark() });
  clock.mark();
  const seconds = clock.seconds();
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const score = scorePlants(corpus, articles, pairs);
  const figures: TraceFigures = {
    articlesPerSecond: articles / seconds,
    seconds,
    peakMb,
    recall: { ...score.recall, paraphrased: null, translated: null },
    falsePairsPer10k: (score.falsePairs * 10_000) / articles,
    addThousandSeconds: null,
  };
  return { table: tableOf(articles, figures, score, clock), figures };
}

/**
 * Time that is the program's: the corpus is made while it is read, and the time that takes is left
 * out. Marks divide the run into stages.
 */
class ProgramClock {
  private readonly marks: number[] = [];
  private making = 0;

  start(): void {
    this.marks.push(this.now());
  }

  mark(): void {
    this.marks.push(this.now());
  }

  /** Runs `make` outside the program's time. */
  pause<T>(make: () => T): T {
    const begin = performance.now();
    const made = make();
    this.making += performance.now() - begin;
    return made;
  }

  seconds(): number {
    return (this.marks.at(-1)! - this.marks[0]!) / 1000;
  }

  /**
   * Seconds of fingerprints, candidates, alignment: the program reports progress when the first is
   * done, when the second is done, and from then on.
   */
  stages(): readonly (readonly [string, number])[] {
    const [begin, indexed, joined] = this.marks as [number, number, number];
    const end = this.marks.at(-1)!;
    return [
      ['fingerprints', (indexed - begin) / 1000],
      ['candidates', (joined - indexed) / 1000],
      ['alignment', (end - joined) / 1000],
    ];
  }

  private now(): number {
    return performance.now() - this.making;
  }
}

/**
 * Rows that make their text when it is asked for, so that the corpus itself takes no memory: 1 M
 * texts would be 3 GB. A class, since a million closures would take 100 MB of the program's peak.
 */
function rowsOf(corpus: Corpus, articles: number, clock: ProgramClock): readonly TraceText[] {
  class Row implements TraceText {
    readonly row: number;
    constructor(row: number) {
      this.row = row;
    }
    get text(): string {
      return clock.pause(() => corpus.text(this.row));
    }
    get domain(): string {
      return clock.pause(() => corpus.domain(this.row));
    }
    get language(): string {
      return clock.pause(() => corpus.language(this.row));
    }
  }
  return Array.from({ length: articles }, (_, row) => new Row(row));
}

export interface PlantScore {
  readonly recall: Readonly<Record<PlantedKind, number | null>>;
  readonly planted: Readonly<Record<PlantedKind, number>>;
  /** Reported pairs of rows that have no origin in common. */
  readonly falsePairs: number;
  readonly pairs: number;
}

/**
 * Recall by kind: planted echoes that are reported with their origin. `null` where none is planted.
 * A reported pair is false unless one row is the other's origin or both have the same origin.
 */
export function scorePlants(
  corpus: Corpus,
  articles: number,
  pairs: readonly { readonly a: number; readonly b: number }[],
): PlantScore {
  const found = new Set<number>();
  let falsePairs = 0;
  for (const { a, b } of pairs) {
    if (originOf(corpus, a) !== originOf(corpus, b)) falsePairs++;
    else if (corpus.plant(b)?.origin === a) found.add(b);
  }
  const planted: Record<PlantedKind, number> = { verbatim: 0, edited: 0, partial: 0 };
  const hits: Record<PlantedKind, number> = { verbatim: 0, edited: 0, partial: 0 };
  for (let row = 0; row < articles; row++) {
    const plant = corpus.plant(row);
    if (plant === undefined) continue;
    planted[plant.kind]++;
    if (found.has(row)) hits[plant.kind]++;
  }
  const recall: Record<PlantedKind, number | null> = {
    verbatim: null,
    edited: null,
    partial: null,
  };
  for (const kind of PLANTED) if (planted[kind] > 0) recall[kind] = hits[kind] / planted[kind];
  return { recall, planted, falsePairs, pairs: pairs.length };
}

function originOf(corpus: Corpus, row: number): number {
  return corpus.plant(row)?.origin ?? row;
}

function tableOf(
  articles: number,
  figures: TraceFigures,
  score: PlantScore,
  clock: ProgramClock,
): string {
  const whole = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 0 });
  const stages = [...clock.stages(), ['whole', figures.seconds] as const].map(([name, seconds]) => [
    name,
    seconds.toFixed(2),
    whole(articles / seconds),
  ]);
  const kinds = Object.entries(figures.recall).map(([kind, value]) => [
    `recall, ${kind}`,
    fraction(value),
    value === null ? 'not measured yet' : `of ${whole(score.planted[kind as PlantedKind])}`,
  ]);
  return [
    `Tracing ${whole(articles)} synthetic articles (seed ${SEED}).`,
    drawTable(['stage', 'seconds', 'articles/s'], stages),
    '',
    drawTable(
      ['result', 'value', ''],
      [
        ...kinds,
        [
          'false pairs per 10,000 articles',
          figures.falsePairsPer10k.toFixed(2),
          `${whole(score.falsePairs)} of ${whole(score.pairs)}`,
        ],
        ['peak memory, MB', whole(figures.peakMb), ''],
      ],
    ),
  ].join('\n');
}
