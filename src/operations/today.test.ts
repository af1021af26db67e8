import { describe, expect, it } from 'vitest';
import { fileIn, jsonLines, onDesk, useFolder } from '../pipeline/desk.fixture.ts';
import { ingest } from '../pipeline/ingest.ts';
import { tracing } from './ingest.ts';
import type { Context } from './operation.ts';
import { coverageOf, todayOperation } from './today.ts';

const folder = useFolder();
const PASSAGE =
  'The harbour of Villa Lumbre was leased for ninety-nine years to a company that nobody in the town had heard of before, and the mayor said that the papers had been signed at night.';
const article = (n: number, text: string): Record<string, string> => ({
  url: `https://paper${n}.example/1`,
  outlet: `Paper ${n}`,
  title: `Title ${n}`,
  text,
  language: 'en',
  published: `2024-09-2${n}T10:00:00Z`,
});
const ARTICLES = jsonLines([
  article(1, PASSAGE),
  article(2, `${PASSAGE} The fishermen were not asked.`),
  article(
    3,
    'Rain fell on the hills for three days and the roads to the north were closed to all.',
  ),
  { url: 'https://paper4.example/1', title: 'No text' },
]);

function onArticles<T>(text: string, work: (context: Context) => Promise<T>): Promise<T> {
  return onDesk(folder(), async (desk) => {
    const context: Context = {
      desk,
      progress: { step: () => {}, tell: () => {} },
      stdin: undefined,
      example: '',
      hasDesk: true,
      interrupted: () => new AbortController().signal,
      version: '0',
      by: 'local',
    };
    if (text !== '') {
      await ingest(desk, [fileIn(folder(), 'a.jsonl', text)]);
      await tracing(context, false);
    }
    return work(context);
  });
}

describe('today', () => {
  it('shows what was repeated lately, what came last, and what it rests on', async () => {
    await onArticles(ARTICLES, async (context) => {
      const view = await todayOperation.run({}, context);
      expect(view).toMatchObject({ articles: 3, outlets: 3, cascadesTotal: 1 });
      expect(view.coverage).toEqual({ kind: 'files', items: 4, articles: 3, unread: 1 });
      expect(view.newest.map(({ title }) => title)).toEqual(['Title 3', 'Title 2', 'Title 1']);
      expect(view.cascades).toMatchObject([
        { title: 'Title 1', reach: 2, articles: 2, language: 'en' },
      ]);
      expect(view.cascades[0]!.latest).toBe(Date.parse('2024-09-22T10:00:00.999Z'));
      expect(view.alerts).toEqual({ alerts: [], total: 0, readings: [] });
      expect(todayOperation.text(view, { color: false })).toContain('2 publishers: Title 1');
    });
  });

  it('is empty on an empty desk', async () => {
    await onArticles('', async (context) => {
      const view = await todayOperation.run({}, context);
      expect(view).toMatchObject({ articles: 0, newest: [], cascades: [] });
      expect(await coverageOf(context)).toEqual({
        kind: 'files',
        items: 0,
        articles: 0,
        unread: 0,
      });
    });
  });
});
