/**
 * `trace --articles N`: speed, memory, recall and false pairs of tracing on the planted corpus. The
 * articles are put into a desk and traced as the program traces them, threads, database and all;
 * then a thousand more are added and traced.
 */
import { traceDesk } from '../src/pipeline/trace.ts';
import { MOST_ROWS } from '../src/pipeline/trace-retellings.ts';
import { makeCorpus } from './corpus.ts';
import { fillDesk, onEmptyDesk, pairsOf } from './desk.ts';
import { plantPairs } from './planting.ts';
import { makeRetoldPairs } from './retold.ts';
import { scorePlants } from './score.ts';
import { StageClock } from './stage-clock.ts';
import { readTico } from './tico.ts';
import { ADDED, figuresOf, SEED, type TraceFigures } from './trace-figures.ts';
import { tableOf } from './trace-table.ts';

export interface TraceBench {
  readonly table: string;
  readonly figures: TraceFigures;
}

/** Traces the first `articles` rows of the corpus and scores what is found; then adds a thousand. */
export async function benchTrace(articles: number): Promise<TraceBench> {
  const pairs = makeRetoldPairs(SEED, readTico());
  const corpus = plantPairs(makeCorpus(SEED), pairs, articles, SEED);
  return onEmptyDesk(async (desk) => {
    await fillDesk(desk, corpus, 0, articles);
    const whole = new StageClock();
    await traceDesk(desk, { onProgress: (stage) => whole.mark(stage) });
    whole.stop();
    const score = scorePlants(corpus, articles, await pairsOf(desk), MOST_ROWS);
    await fillDesk(desk, corpus, articles, articles + ADDED);
    const added = new StageClock();
    await traceDesk(desk, { onProgress: (stage) => added.mark(stage) });
    added.stop();
    const figures = figuresOf(corpus, articles, score, whole, added);
    return { table: tableOf(articles, figures, score, whole, added), figures };
  });
}
