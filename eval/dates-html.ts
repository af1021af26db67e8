/**
 * `dates-html DIR`: the day of publication that the desk reads from saved pages. A page counts as right
 * where the day is the expected one, or where none is expected and none is found. `answered` is the
 * share of pages for which a day is found. Pages that are no article are asked for their day as well.
 */

import { itemText } from '../src/collect/item-text.ts';
import { parseMedia } from '../src/collect/media.ts';
import { readPage } from '../src/collect/page/page.ts';
import { publicationDay } from '../src/collect/page/publication-day.ts';
import type { RawItem } from '../src/domain/article.ts';
import { type GoldPage, openPages, timed } from './gold-pages.ts';
import type { Answer, Measure } from './measure.ts';
import { drawTable, fraction } from './table.ts';

const EXPECTED = 'a folder with html/<id>.html(.gz) and truth.json of {id: {date: "YYYY-MM-DD"}}';

export const datesHtml: Measure = {
  name: 'dates-html',
  argument: 'DIR',
  summary: 'day of publication of saved pages',
  run: async (path) => {
    const folder = openPages(path, 'date');
    if (folder === undefined) return { kind: 'absent', place: path, expected: EXPECTED };
    const now = Date.now();
    const { results, pagesPerSecond } = timed(folder.pages, (page) => dayOf(page, now));
    const days = results.map(({ page, result }) => ({ gold: page.gold, found: result }));
    return answerOf(scoreDays(days), folder.missing.length, pagesPerSecond);
  },
};

/** The day that the desk reads from a page: of publication, else of the last change. */
function dayOf({ id, bytes }: GoldPage, now: number): string | undefined {
  const mediaType = 'text/html';
  const item: RawItem = { place: { file: `${id}.html` }, bytes, mediaType, progress: 0 };
  const { facts } = readPage(itemText(item, parseMedia(mediaType)).text);
  if (facts === undefined) return undefined;
  return publicationDay(facts.published, now) ?? publicationDay(facts.changed, now);
}

/** Expected and found days; absent where there is none. */
export interface DayPair {
  readonly gold: string | undefined;
  readonly found: string | undefined;
}

export interface DayScores {
  readonly pages: number;
  readonly accuracy: number;
  readonly answered: number;
}

/** Shares of pages; `NaN` where there are none. */
export function scoreDays(days: readonly DayPair[]): DayScores {
  const pages = days.length;
  const right = days.filter(({ gold, found }) => gold === found).length;
  const answered = days.filter(({ found }) => found !== undefined).length;
  return { pages, accuracy: right / pages, answered: answered / pages };
}

function answerOf(scores: DayScores, missing: number, pagesPerSecond: number): Answer {
  const { pages, accuracy, answered } = scores;
  const table = drawTable(
    ['pages', 'absent', 'accuracy', 'answered', 'pages/s a core'],
    [
      [
        String(pages),
        String(missing),
        fraction(accuracy),
        fraction(answered),
        pagesPerSecond.toFixed(1),
      ],
    ],
  );
  return {
    kind: 'measured',
    table,
    figures: { accuracy, answered, pagesPerSecond, pages, missing },
  };
}
