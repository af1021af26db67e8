/**
 * `npm run load [-- --articles N] [--minutes M] [--analysts A] [--rate R] [--folder DESK]`: analysts on the console
 * of a large desk while articles come in; on SQLite, or the PostgreSQL of `DATABASE_URL`. Without `--folder` a desk
 * is filled with invented articles first, and is gone afterwards. Exit codes: 0 within the bars, 1 not, 2 wrong usage.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inPlace } from '../bench/place.ts';
import { BUILT, type Place, run } from '../bench/processes.ts';
import { writeArticles } from './articles.ts';
import { figuresOf, isGood, tableOf } from './figures.ts';
import { load } from './load.ts';

/** Articles that are taken in at a time while the desk is filled. */
const PART = 20_000;

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000000' },
    minutes: { type: 'string', default: '5' },
    analysts: { type: 'string', default: '20' },
    rate: { type: 'string', default: '50' },
    folder: { type: 'string' },
  },
});
const numbers = [values.articles, values.minutes, values.analysts, values.rate].map(Number);
if (numbers.some((one) => !Number.isFinite(one) || one < 0)) {
  console.error(
    'Usage: npm run load -- [--articles N] [--minutes M] [--analysts A] [--rate R] [--folder DESK]',
  );
  process.exitCode = 2;
} else {
  const [articles, minutes, analysts, rate] = numbers as [number, number, number, number];
  const measure = async (place: Place): Promise<void> => {
    const result = await load({
      ...{ place, program: BUILT, analysts, rate, seconds: minutes * 60 },
      ...{ think: [500, 3000] as const, seed: 1 },
    });
    const figures = figuresOf(result);
    console.log(tableOf(result));
    for (const defect of result.defects.slice(0, 10)) console.log(defect);
    console.log(JSON.stringify(figures));
    process.exitCode = isGood(figures) ? 0 : 1;
  };
  if (values.folder !== undefined) {
    await measure({ folder: values.folder, database: process.env['DATABASE_URL'] });
  } else {
    await inPlace(async (place) => {
      const desk = { ...place, folder: join(place.folder, 'desk') };
      for (let begin = 0; begin < articles; begin += PART) {
        const end = Math.min(articles, begin + PART);
        await run(
          BUILT,
          ['ingest', writeArticles(place.folder, 'fill', { seed: 1, begin, end })],
          desk,
        );
        console.error(`${end} of ${articles} articles`);
      }
      await measure(desk);
    });
  }
}
