import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SegmentRow } from '../store/store.ts';
import { indexTexts } from '../trace/trace.ts';
import {
  type DeskDump,
  dumpDesk,
  fileIn,
  jsonLines,
  onDesk,
  prose,
  useFolder,
} from './desk.fixture.ts';
import type { Desk } from './desk.ts';
import { ingest } from './ingest.ts';
import { traceDesk } from './trace.ts';
import { grownSegments } from './trace-index.ts';
import { TraceMemory } from './trace-memory.ts';

const folder = useFolder();

/**
 * Article `n` at an outlet of its own, with one of three stories. In a language for private use, that
 * no lexicon knows: how likely a retelling is depends on all other articles, an equal wording does not.
 */
const article = (n: number) => ({
  url: `https://outlet${n}.example/${n}`,
  title: `Title ${n}`,
  language: 'qaa',
  text: `${prose(n, 20)} ${prose(1000 + (n % 3), 60)} ${prose(n + 500, 20)}`,
  published: new Date(Date.UTC(2024, 8, 1, (n * 7) % 24, n)).toISOString(),
});

async function add(desk: Desk, begin: number, end: number): Promise<void> {
  const rows = Array.from({ length: end - begin }, (_, i) => article(begin + i));
  await ingest(desk, [fileIn(folder(), `${begin}.jsonl`, jsonLines(rows))]);
}

/** What a trace found, without the index it goes on from and the items of the ingest. */
function foundIn(dump: DeskDump): Record<string, readonly unknown[]> {
  const { alignment, cascade, cascade_article, boilerplate, setting } = dump.tables;
  return { alignment, cascade, cascade_article, boilerplate, setting } as never;
}

const segmentsIn = (dump: DeskDump) =>
  (dump.tables['segment'] as { base: number; rows: number }[]).map(({ base, rows }) => [
    base,
    rows,
  ]);

/** Changes the closed desk's database. */
function spoil(sql: string): void {
  const db = new Database(join(folder(), 'desk.sqlite'));
  db.exec(sql);
  db.close();
}

describe('a trace after new articles', () => {
  it('finds what a trace of all finds, and makes few segments', async () => {
    await onDesk(folder(), async (desk) => {
      await add(desk, 0, 20);
      await traceDesk(desk);
      for (const [begin, end] of [
        [20, 24],
        [24, 25],
        [25, 27],
      ] as const) {
        await add(desk, begin, end);
        const { renewed, articles } = await traceDesk(desk);
        expect([renewed, articles]).toEqual([true, end]);
      }
    });
    const stepwise = dumpDesk(folder());
    // 4, then 1, then 2 with the 1 before and then the 4: what is twice as long stays apart.
    expect(segmentsIn(stepwise)).toEqual([
      [0, 20],
      [20, 7],
    ]);
    const result = await onDesk(folder(), (desk) => traceDesk(desk, { all: true }));
    const whole = dumpDesk(folder());
    expect(foundIn(stepwise)).toEqual(foundIn(whole));
    expect(segmentsIn(whole)).toEqual([[0, 27]]);
    expect(result).toMatchObject({
      alignments: whole.tables['alignment']!.length,
      cascades: whole.tables['cascade']!.length,
    });
  });

  it('leaves the cascades alone that the new articles do not touch', async () => {
    const before = await onDesk(folder(), async (desk) => {
      await add(desk, 0, 9);
      await traceDesk(desk);
      const ids = await desk.store.cascades({ limit: 9, offset: 0, minReach: 0 });
      // Article 9 has the story of 0, 3 and 6.
      await add(desk, 9, 10);
      expect(await traceDesk(desk)).toMatchObject({ cascades: 3, renewed: true });
      return ids;
    });
    const after = await onDesk(folder(), ({ store }) =>
      store.cascades({ limit: 9, offset: 0, minReach: 0 }),
    );
    const same = after.filter((one) =>
      before.some((old) => JSON.stringify(old) === JSON.stringify(one)),
    );
    expect(after.map(({ echoes }) => echoes.length)).toEqual([4, 3, 3]);
    expect(same).toHaveLength(2);
  });

  it('is a trace of all once the desk has grown by more than half', async () => {
    await onDesk(folder(), async (desk) => {
      await add(desk, 0, 10);
      await traceDesk(desk);
      await add(desk, 10, 15);
      await traceDesk(desk);
    });
    // Half more is not yet too much.
    expect(segmentsIn(dumpDesk(folder()))).toEqual([
      [0, 10],
      [10, 5],
    ]);
    await onDesk(folder(), async (desk) => {
      await add(desk, 15, 16);
      await traceDesk(desk);
    });
    // The index was made as a whole with 10.
    expect(segmentsIn(dumpDesk(folder()))).toEqual([[0, 16]]);
  });

  it('goes on where an older Atalaya left no index', async () => {
    await onDesk(folder(), async (desk) => {
      await add(desk, 0, 6);
      await traceDesk(desk);
    });
    spoil('DELETE FROM segment; DELETE FROM trace_state');
    await onDesk(folder(), async (desk) => {
      expect(await traceDesk(desk)).toMatchObject({ renewed: false });
      await add(desk, 6, 7);
      await traceDesk(desk);
    });
    expect(segmentsIn(dumpDesk(folder()))).toEqual([[0, 7]]);
  });
});

describe('a damaged index', () => {
  it.each([
    ['UPDATE segment SET data = substr(data, 1, 1000)', 'segment of articles 1 to 6'],
    ["UPDATE segment SET data = CAST('letter' AS BLOB)", 'segment of articles 1 to 6'],
    ['UPDATE segment SET base = 3', 'segment of articles 4 to 9'],
    ['DELETE FROM segment', 'whole'],
    ['UPDATE trace_state SET data = substr(data, 1, 40)', 'state'],
  ])('is named after %s, and made anew by --all', async (sql, name) => {
    await onDesk(folder(), async (desk) => {
      await add(desk, 0, 6);
      await traceDesk(desk);
      await add(desk, 6, 8);
    });
    spoil(sql);
    const before = dumpDesk(folder());
    await onDesk(folder(), async (desk) => {
      await expect(traceDesk(desk)).rejects.toThrow(
        `the stored index of passages is damaged (${name}): run \`atalaya trace --all\``,
      );
    });
    expect(dumpDesk(folder())).toEqual(before);
    await onDesk(folder(), async (desk) => {
      expect(await traceDesk(desk, { all: true })).toMatchObject({ articles: 8, renewed: true });
    });
    expect(segmentsIn(dumpDesk(folder()))).toEqual([[0, 8]]);
  });
});

describe('a trace that keeps what it goes on from', () => {
  /** Steps of a desk: articles that come in, traced by one who keeps, by another one, or all anew. */
  const steps = fc.array(
    fc.record({
      articles: fc.integer({ min: 1, max: 4 }),
      by: fc.constantFrom('keeper' as const, 'keeper' as const, 'other' as const, 'all' as const),
    }),
    { minLength: 2, maxLength: 5 },
  );

  it('stores to the byte what one stores that reads it anew', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (given) => {
        const dumps: DeskDump[] = [];
        for (const memory of [new TraceMemory(), undefined]) {
          const at = mkdtempSync(join(folder(), 'steps-'));
          await onDesk(at, async (desk) => {
            let end = 12;
            await add(desk, 0, end);
            await traceDesk(desk, { memory });
            for (const { articles, by } of given) {
              await add(desk, end, end + articles);
              end += articles;
              await traceDesk(desk, {
                memory: by === 'keeper' ? memory : undefined,
                all: by === 'all',
              });
            }
          });
          dumps.push(dumpDesk(at));
        }
        expect(dumps[0]!.tables).toEqual(dumps[1]!.tables);
      }),
      { numRuns: 8 },
    );
  });

  it('asks the store for the index once', async () => {
    await onDesk(folder(), async (desk) => {
      let asked = 0;
      const segments = (): ReturnType<Desk['store']['segments']> => {
        asked++;
        return desk.store.segments();
      };
      const counting: Desk = { ...desk, store: { ...desk.store, segments } };
      const memory = new TraceMemory();
      await add(desk, 0, 20);
      await traceDesk(desk);
      for (const end of [22, 23, 25]) {
        await add(desk, end - 1, end);
        await traceDesk(counting, { memory });
      }
      expect(asked).toBe(1);
    });
  });
});

describe('grownSegments', () => {
  const sized = (counts: readonly number[]) => {
    let base = 0;
    return counts.map((rows) => {
      const texts = Array.from({ length: rows }, (_, i) => ({ text: prose(base + i, 12) }));
      const [segment] = indexTexts(texts, { base });
      base += rows;
      return segment!;
    });
  };

  it('covers all rows after the kept segments, as one segment of them all would', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 8 });
    fc.assert(
      fc.property(counts, fc.nat(8), (rows, knownCount) => {
        const all = sized(rows);
        const known = all.slice(0, knownCount);
        const stored: SegmentRow[] = [...grownSegments(known, all.slice(knownCount)).changed];
        const first = stored[0]?.base ?? all.reduce((sum, segment) => sum + segment.rows, 0);
        const kept = known.filter(({ base }) => base < first);
        expect(kept.reduce((sum, segment) => sum + segment.rows, 0)).toBe(first);
        let next = first;
        for (const segment of stored) {
          expect(segment.base).toBe(next);
          const texts = Array.from({ length: segment.rows }, (_, i) => ({
            text: prose(segment.base + i, 12),
          }));
          const [twin] = indexTexts(texts, { base: segment.base });
          expect(Buffer.compare(segment.data, twin!.data)).toBe(0);
          next += segment.rows;
        }
        expect(next).toBe(rows.reduce((sum, n) => sum + n, 0));
      }),
      { numRuns: 30 },
    );
  });
});
