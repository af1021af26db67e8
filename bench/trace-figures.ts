/** What `bench -- trace` measures, as figures. */
import type { DeskStage } from '../src/pipeline/trace.ts';
import { PLANTED, type PlantedKind } from './corpus.ts';
import { type Losses, lossesOf } from './loss.ts';
import type { PlantedCorpus } from './planting.ts';
import { RETOLD, type RetoldKind } from './retold.ts';
import { type PlantScore, recallOf } from './score.ts';
import type { StageClock } from './stage-clock.ts';

export const SEED = 20240923;
export const ADDED = 1000;
/** What finds the pairs that share wording. */
const PAIRS: ReadonlySet<DeskStage> = new Set(['fingerprinting', 'joining', 'aligning']);

/** The contract's figures, and what explains them. `null`: not planted in so small a corpus. */
export interface TraceFigures {
  /** Through fingerprints, candidates and alignment, reading the texts from the database included. */
  readonly articlesPerSecond: number;
  readonly seconds: number;
  /** With reading the index, looking for retellings, making cascades and writing it all. */
  readonly wholeSeconds: number;
  /** Seconds, and seconds of all processors: on a machine that does other work, too, these tell more. */
  readonly stages: Readonly<Record<string, { readonly seconds: number; readonly cpu: number }>>;
  readonly peakMb: number;
  readonly recall: Readonly<Record<PlantedKind, number | null>>;
  readonly planted: Readonly<Record<PlantedKind, number>>;
  /** Of the retold pairs among the newest `MOST_ROWS` articles: there the program looks for them. */
  readonly newest: {
    readonly recall: Readonly<Record<RetoldKind, number | null>>;
    readonly planted: Readonly<Record<RetoldKind, number>>;
    readonly lost: Readonly<Record<RetoldKind, Losses>>;
  };
  readonly falsePairsPer10k: number;
  /** False pairs between two articles in real languages, a number of pairs. */
  readonly falseRealPairs: number;
  /** The whole trace after a thousand articles more. */
  readonly addThousandSeconds: number;
}

/** The figures of a bench, in seconds, MB and fractions. */
export function figuresOf(
  corpus: PlantedCorpus,
  articles: number,
  score: PlantScore,
  whole: StageClock,
  added: StageClock,
): TraceFigures {
  const seconds = whole
    .stages()
    .filter(({ stage }) => PAIRS.has(stage))
    .reduce((sum, stage) => sum + stage.seconds, 0);
  return {
    articlesPerSecond: articles / seconds,
    seconds,
    wholeSeconds: whole.seconds(),
    stages: Object.fromEntries(
      whole.stages().map(({ stage, ...times }) => [stage, times] as const),
    ),
    peakMb: process.resourceUsage().maxRSS / 1024,
    recall: byKind(PLANTED, (kind) => recallOf(score.kinds[kind])),
    planted: byKind(PLANTED, (kind) => score.kinds[kind].planted),
    newest: {
      recall: byKind(RETOLD, (kind) => recallOf(score.newest[kind])),
      planted: byKind(RETOLD, (kind) => score.newest[kind].planted),
      lost: byKind(RETOLD, (kind) =>
        lossesOf(
          corpus,
          score.missed.filter((pair) => pair.kind === kind),
        ),
      ),
    },
    falsePairsPer10k: (score.falsePairs * 10_000) / articles,
    falseRealPairs: score.falseReal,
    addThousandSeconds: added.seconds(),
  };
}

function byKind<Kind extends string, T>(
  kinds: readonly Kind[],
  figureOf: (kind: Kind) => T,
): Record<Kind, T> {
  return Object.fromEntries(kinds.map((kind) => [kind, figureOf(kind)])) as Record<Kind, T>;
}
