/**
 * Real texts, which are not part of the repository: looked for at ../shared/data, and skipped with a
 * word where they are absent.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { onDesk } from '../src/pipeline/desk.fixture.ts';
import { ingest } from '../src/pipeline/ingest.ts';
import { traceDesk } from '../src/pipeline/trace.ts';

const PAIR = resolve(
  import.meta.dirname,
  '../../shared/data/corpora/pair_rt_candida_auris_es.jsonl',
);
const present = existsSync(PAIR);
if (!present) console.warn('skipped: no shared data (the RT → blog pair)');

describe.skipIf(!present)('an article and its reprint under a false headline', () => {
  it('are one cascade in which none is first, with both headlines', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'atalaya-pair-'));
    try {
      await onDesk(folder, async (desk) => {
        await ingest(desk, [PAIR]);
        await traceDesk(desk);
        const [cascade, ...more] = await desk.store.cascades({ limit: 9, offset: 0, minReach: 1 });
        expect(more).toEqual([]);
        expect(cascade).toMatchObject({ earliest: [], reach: 2 });
        expect(cascade!.echoes.map((echo) => echo.copyType)).toEqual(['verbatim', 'verbatim']);
        const titles = cascade!.echoes.map((echo) => echo.change?.title);
        expect(titles[0]).toMatchObject({ from: titles[1]!.to.trim(), to: titles[1]!.from.trim() });
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
