/** A short run of the load on a small desk, and what its figures are made of. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../bench/processes.ts';
import { writeArticles } from '../load/articles.ts';
import { figuresOf, isGood, slope } from '../load/figures.ts';
import { load } from '../load/load.ts';
import { routeOf } from '../load/walk.ts';

const SOURCES = ['--import', 'tsx', fileURLToPath(new URL('../src/main.ts', import.meta.url))];

describe('the figures of a load', () => {
  it('leave out of an address what is particular', () => {
    expect(routeOf('/articles/0123')).toBe('/articles/…');
    expect(routeOf('/presence/RU/MX?x=1')).toBe('/presence/…');
    expect(routeOf('/search?q=a')).toBe('/search');
    expect(routeOf('/')).toBe('/');
    expect(routeOf('/cascades/0123.json')).toBe('/cascades/….json');
  });

  it('tell growing memory from memory that goes up and down', () => {
    expect(slope([1, 2, 3, 4])).toBeCloseTo(1);
    expect(slope([5, 1, 1, 5])).toBeCloseTo(0);
    expect(slope([7])).toBe(0);
  });

  it('count what was not answered, and what was refused', () => {
    const visit = { route: '/', ms: 10, status: 200 };
    const result = {
      visits: [visit, { ...visit, status: 0 }, { ...visit, status: 503, ms: 900 }],
      ...{ ingested: 10, seconds: 5, lag: 1, untraced: 0, memoryMb: [100, 120], defects: [] },
    };
    const figures = figuresOf(result);
    expect(figures).toMatchObject({
      requests: 3,
      errors: 2,
      p50: 10,
      max: 900,
      ingestedPerSecond: 2,
    });
    expect(isGood(figures)).toBe(false);
    expect(isGood(figuresOf({ ...result, visits: [visit] }))).toBe(true);
    expect(isGood(figuresOf({ ...result, visits: [] }))).toBe(false);
  });
});

describe('a short load', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'atalaya-load-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('brings pages to all while articles come in, without an error', async () => {
    const place = { folder: join(folder, 'desk'), database: undefined };
    const file = writeArticles(folder, 'fill', { seed: 1, begin: 0, end: 400 });
    await run(SOURCES, ['ingest', file], place);
    const result = await load({
      ...{ place, program: SOURCES, analysts: 3, rate: 5, seconds: 12, seed: 3 },
      think: [50, 200],
    });
    const figures = figuresOf(result);
    expect(figures).toMatchObject({ errors: 0, defects: 0 });
    expect(figures.requests).toBeGreaterThan(10);
    expect(figures.ingestedPerSecond).toBeGreaterThan(0);
    const kept = await run(SOURCES, ['status', '--json'], place);
    expect(kept).toContain(`"articles": ${400 + result.ingested}`);
  });
});
