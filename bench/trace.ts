/**
 * `trace --articles N`: speed, memory, recall and false pairs of tracing on the planted corpus. The
 * articles are put into a desk and traced as the program traces them, threads, database and all;
 * then a thousand more are added and traced.
 */
import { performance } from 'node:perf_hooks';
import { drawTable, fraction } from '../eval/table.ts';
import { type DeskStage, traceDesk } from '../src/pipeline/trace.ts';
import { type Corpus, makeCorpus, PLANTED, type PlantedKind } from './corpus.ts';
import { fillDesk, onEmptyDesk, pairsOf } from './desk.ts';

const SEED = 20240923;
const ADDED = 1000;
/** What finds the pairs. */
const PAIRS: ReadonlySet<DeskStage> = new Set(['fingerprinting', 'joining', 'aligning']);

/** The contract's figures. `null`: not planted, or not offered by the program yet. */
interface TraceFigures {
  /** Through fingerprints, candidates and alignment, reading the texts from the database included. */
  readonly articlesPerSecond: number;
  readonly seconds: number;
  /** With reading the index, making cascades and writing it all. */
  readonly wholeSeconds: number;
  /** Seconds, and seconds of all processors: on a machine that does other work, too, these tell more. */
  readonly stages: Readonly<Record<string, { readonly seconds: number; readonly cpu: number }>>;
  readonly peakMb: number;
  readonly recall: Readonly<Record<PlantedKind | 'paraphrased' | 'translated', number | null>>;
  readonly falsePairsPer10k: number;
  /** The whole trace after a thousand articles more. */
  readonly addThousandSeconds: number;
}

export interface TraceBench {
  readonly table: string;
  readonly figures: TraceFigures;
}

/** Traces the first `articles` rows of the corpus and scores what is found; then adds a thousand. */
export async function benchTrace(articles: number): Promise<TraceBench> {
  const corpus = makeCorpus(SEED);
  return onEmptyDesk(async (desk) => {
    await fillDesk(desk, corpus, 0, articles);
    const whole = new StageClock();
    await traceDesk(desk, { onProgress: (stage) => whole.mark(stage) });
    whole.stop();
    const score = scorePlants(corpus, articles, await pairsOf(desk));
    await fillDesk(desk, corpus, articles, articles + ADDED);
    const added = new StageClock();
    await traceDesk(desk, { onProgress: (stage) => added.mark(stage) });
    added.stop();
    const seconds = whole
      .stages()
      .filter(({ stage }) => PAIRS.has(stage))
      .reduce((sum, stage) => sum + stage.seconds, 0);
    const figures: TraceFigures = {
      articlesPerSecond: articles / seconds,
      seconds,
      wholeSeconds: whole.seconds(),
      stages: Object.fromEntries(
        whole.stages().map(({ stage, ...times }) => [stage, times] as const),
      ),
      peakMb: process.resourceUsage().maxRSS / 1024,
      recall: { ...score.recall, paraphrased: null, translated: null },
      falsePairsPer10k: (score.falsePairs * 10_000) / articles,
      addThousandSeconds: added.seconds(),
    };
    return { table: tableOf(articles, figures, score, whole, added), figures };
  });
}

interface StageTimes {
  readonly stage: DeskStage;
  readonly seconds: number;
  readonly cpu: number;
}

/** Divides a run into its stages. */
class StageClock {
  private readonly marks: {
    readonly stage: DeskStage;
    readonly at: number;
    readonly cpu: number;
  }[] = [];
  private readonly begin = performance.now();
  private end = { at: this.begin, cpu: 0 };

  mark(stage: DeskStage): void {
    if (this.marks.at(-1)?.stage !== stage) this.marks.push({ stage, ...now() });
  }

  stop(): void {
    this.end = now();
  }

  seconds(): number {
    return (this.end.at - this.begin) / 1000;
  }

  stages(): readonly StageTimes[] {
    return this.marks.map(({ stage, at, cpu }, i) => {
      const next = this.marks[i + 1] ?? this.end;
      return { stage, seconds: (next.at - at) / 1000, cpu: (next.cpu - cpu) / 1e6 };
    });
  }
}

/** Milliseconds on the clock, and microseconds of all threads. */
function now(): { at: number; cpu: number } {
  const { user, system } = process.cpuUsage();
  return { at: performance.now(), cpu: user + system };
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
  whole: StageClock,
  added: StageClock,
): string {
  const thousands = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 0 });
  const addedSeconds = new Map(added.stages().map(({ stage, seconds }) => [stage, seconds]));
  const stages = whole
    .stages()
    .map(({ stage, seconds, cpu }) => [
      stage,
      seconds.toFixed(2),
      cpu.toFixed(2),
      thousands(articles / seconds),
      addedSeconds.get(stage)?.toFixed(2) ?? '',
    ]);
  const sums = [
    [
      'the three in the middle',
      figures.seconds.toFixed(2),
      '',
      thousands(figures.articlesPerSecond),
      '',
    ],
    ['whole', figures.wholeSeconds.toFixed(2), '', '', figures.addThousandSeconds.toFixed(2)],
  ];
  const kinds = Object.entries(figures.recall).map(([kind, value]) => [
    `recall, ${kind}`,
    fraction(value),
    value === null ? 'not measured yet' : `of ${thousands(score.planted[kind as PlantedKind])}`,
  ]);
  return [
    `Tracing ${thousands(articles)} synthetic articles (seed ${SEED}), then ${thousands(ADDED)} more.`,
    drawTable(
      ['stage', 'seconds', 'of processors', 'articles/s', `${ADDED} more, seconds`],
      [...stages, ...sums],
    ),
    '',
    drawTable(
      ['result', 'value', ''],
      [
        ...kinds,
        [
          'false pairs per 10,000 articles',
          figures.falsePairsPer10k.toFixed(2),
          `${thousands(score.falsePairs)} of ${thousands(score.pairs)}`,
        ],
        ['peak memory, MB', thousands(figures.peakMb), ''],
      ],
    ),
  ].join('\n');
}
