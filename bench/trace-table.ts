/** The tables that `bench -- trace` prints. */
import { drawTable, fraction } from '../eval/table.ts';
import { MOST_ROWS } from '../src/pipeline/trace-retellings.ts';
import { PLANTED } from './corpus.ts';
import { RETOLD } from './retold.ts';
import { type PlantScore, recallOf } from './score.ts';
import type { StageClock } from './stage-clock.ts';
import { ADDED, SEED, type TraceFigures } from './trace-figures.ts';

/** A heading, the stages and the results. */
export function tableOf(
  articles: number,
  figures: TraceFigures,
  score: PlantScore,
  whole: StageClock,
  added: StageClock,
): string {
  return [
    `Tracing ${count(articles)} synthetic articles (seed ${SEED}), then ${count(ADDED)} more.`,
    stageTable(articles, figures, whole, added),
    '',
    resultTable(articles, figures, score),
  ].join('\n');
}

function stageTable(
  articles: number,
  figures: TraceFigures,
  whole: StageClock,
  added: StageClock,
): string {
  const addedSeconds = new Map(added.stages().map(({ stage, seconds }) => [stage, seconds]));
  const stages = whole
    .stages()
    .map(({ stage, seconds, cpu }) => [
      stage,
      seconds.toFixed(2),
      cpu.toFixed(2),
      count(articles / seconds),
      addedSeconds.get(stage)?.toFixed(2) ?? '',
    ]);
  const { seconds, articlesPerSecond, wholeSeconds, addThousandSeconds } = figures;
  const sums = [
    ['fingerprinting to aligning', seconds.toFixed(2), '', count(articlesPerSecond), ''],
    ['whole', wholeSeconds.toFixed(2), '', '', addThousandSeconds.toFixed(2)],
  ];
  return drawTable(
    ['stage', 'seconds', 'of processors', 'articles/s', `${ADDED} more, seconds`],
    [...stages, ...sums],
  );
}

function resultTable(articles: number, figures: TraceFigures, score: PlantScore): string {
  const kinds = PLANTED.map((kind) => {
    const planted = figures.planted[kind];
    const note = planted === 0 ? 'none planted' : `of ${count(planted)}`;
    return [`recall, ${kind}`, fraction(figures.recall[kind]), note];
  });
  const newest = RETOLD.map((kind) => [
    `  ${kind}, newest ${count(MOST_ROWS)} articles`,
    fraction(recallOf(score.newest[kind])),
    `of ${count(score.newest[kind].planted)}`,
  ]);
  const lost = RETOLD.map((kind) => {
    const { candidates, comparison } = figures.newest.lost[kind];
    const beyond = figures.planted[kind] - figures.newest.planted[kind];
    const losses = `${beyond} too old, ${candidates} as candidates, ${comparison} when compared`;
    return [`  ${kind}, lost`, '', losses];
  });
  const others = count(score.falsePairs - score.falseReal);
  return drawTable(
    ['result', 'value', ''],
    [
      ...kinds,
      // Retellings are looked for among the newest articles alone; what is older is out of reach.
      ...(articles > MOST_ROWS ? newest : []),
      ...lost,
      [
        'false pairs per 10,000 articles',
        figures.falsePairsPer10k.toFixed(2),
        `${count(score.falsePairs)} of ${count(score.pairs)}`,
      ],
      ['  in real languages; in made-up ones', '', `${count(score.falseReal)}; ${others}`],
      ['peak memory, MB', count(figures.peakMb), ''],
    ],
  );
}

function count(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 0 });
}
