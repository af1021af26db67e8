import { describe, expect, it } from 'vitest';
import type { Cascade } from '../domain/trace.ts';
import {
  articlesOf,
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

const folder = useFolder();
const STORY = prose(100, 60);

/** A copy of one story at an outlet, with a beginning and an end of its own. */
const copy = (n: number, published: string | undefined, more: Record<string, unknown> = {}) => ({
  url: `https://outlet${n}.example/story`,
  title: `Title ${n}`,
  text: `${prose(n, 20)} ${STORY} ${prose(n + 50, 20)}`,
  published,
  ...more,
});

async function read(desk: Desk, rows: readonly unknown[], name = 'a.jsonl'): Promise<void> {
  await ingest(desk, [fileIn(folder(), name, jsonLines(rows))]);
}

const cascadesOf = ({ store }: Desk): Promise<readonly Cascade[]> =>
  store.cascades({ limit: 100, offset: 0, minReach: 1 });

/** Host of an article by its id. */
async function hosts({ store }: Desk): Promise<Map<string, string>> {
  return new Map((await articlesOf(store)).map(({ id, domain }) => [id, domain]));
}

describe('traceDesk', () => {
  it('finds who came first, and from whom the others are', async () => {
    await onDesk(folder(), async (desk) => {
      await read(desk, [copy(2, '2024-09-24T10:00:00Z'), copy(1, '2024-09-23T10:00:00Z')]);
      const steps: [string, number][] = [];
      const result = await traceDesk(desk, { onProgress: (...step) => steps.push(step) });
      expect(result).toEqual({ articles: 2, alignments: 1, cascades: 1, renewed: true });
      const stages = [...new Set(steps.map(([stage]) => stage))];
      expect(stages).toEqual([
        'loading',
        'fingerprinting',
        'joining',
        'aligning',
        'retelling',
        'linking',
        'saving',
      ]);
      for (const stage of stages) {
        const shares = steps.filter(([name]) => name === stage).map(([, share]) => share);
        expect(shares).toEqual([...shares].sort((x, y) => x - y));
        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
      }
      expect(steps.at(-1)).toEqual(['saving', 1]);
      const host = await hosts(desk);
      const [cascade] = await cascadesOf(desk);
      expect(cascade!.earliest.map((id) => host.get(id))).toEqual(['outlet1.example']);
      expect(cascade!.echoes.map(({ article }) => host.get(article))).toEqual([
        'outlet1.example',
        'outlet2.example',
      ]);
      expect(host.get(cascade!.echoes[1]!.parent!.article)).toBe('outlet1.example');
      expect(await desk.store.cascadesOfArticle(cascade!.earliest[0]!)).toEqual([cascade]);
    });
  });

  it('never calls an article first whose date is not known, whenever it was seen or captured', async () => {
    await onDesk(folder(), async (desk) => {
      await read(desk, [
        copy(1, undefined, { scrape_time: '2001-01-01T00:00:00Z' }),
        copy(2, '1970-01-01'),
        copy(3, '2024-09-24T10:00:00Z'),
        copy(4, '2024-09-25T10:00:00Z'),
      ]);
      await traceDesk(desk);
      const host = await hosts(desk);
      const [cascade] = await cascadesOf(desk);
      expect(cascade!.echoes).toHaveLength(4);
      expect(cascade!.earliest.map((id) => host.get(id))).toEqual(['outlet3.example']);
      for (const { article, parent } of cascade!.echoes) {
        if (/outlet[12]/.test(host.get(article)!)) expect(parent).toBeUndefined();
      }
    });
  });

  it('never links two versions of one article', async () => {
    await onDesk(folder(), async (desk) => {
      const later = { ...copy(1, '2024-09-25T10:00:00Z'), text: `${STORY} ${prose(7, 30)}` };
      await read(desk, [copy(1, '2024-09-23T10:00:00Z'), later]);
      expect(await traceDesk(desk)).toMatchObject({ articles: 2, alignments: 0, cascades: 0 });
      await read(desk, [copy(2, '2024-09-24T10:00:00Z')], 'b.jsonl');
      await traceDesk(desk);
      const keyOf = new Map((await articlesOf(desk.store)).map(({ id, key }) => [id, key]));
      const echoes = (await cascadesOf(desk)).flatMap((cascade) => cascade.echoes);
      expect(echoes.length).toBeGreaterThan(0);
      for (const { article, parent } of echoes) {
        if (parent !== undefined) expect(keyOf.get(parent.article)).not.toBe(keyOf.get(article));
      }
      for (const cascade of await cascadesOf(desk)) {
        const keys = cascade.echoes.map(({ article }) => keyOf.get(article));
        expect(new Set(keys).size).toBe(keys.length);
      }
    });
  });

  it('links what one outlet publishes again at another address, and texts without any', async () => {
    await onDesk(folder(), async (desk) => {
      const bare = (n: number) => ({
        ...copy(n, `2024-09-2${n}T10:00:00Z`),
        url: undefined,
        domain: 'one.example',
      });
      await read(desk, [bare(1), bare(2)]);
      expect(await traceDesk(desk)).toMatchObject({ alignments: 1, cascades: 1 });
      expect((await cascadesOf(desk))[0]!.reach).toBe(1);
    });
  });

  it('does nothing where nothing came in, unless it is told to', async () => {
    await onDesk(folder(), async (desk) => {
      expect(await traceDesk(desk)).toEqual({
        articles: 0,
        alignments: 0,
        cascades: 0,
        renewed: false,
      });
      await read(desk, [copy(1, '2024-09-23T10:00:00Z'), copy(2, '2024-09-24T10:00:00Z')]);
      await traceDesk(desk);
      expect(await traceDesk(desk)).toMatchObject({ articles: 2, cascades: 1, renewed: false });
      const before = dumpDesk(folder());
      expect(await traceDesk(desk, { all: true })).toMatchObject({ cascades: 1, renewed: true });
      expect(dumpDesk(folder())).toEqual(before);
    });
  });

  it('replaces the trace as a whole when an earlier article comes to light', async () => {
    await onDesk(folder(), async (desk) => {
      await read(desk, [copy(2, '2024-09-24T10:00:00Z'), copy(3, '2024-09-25T10:00:00Z')]);
      await traceDesk(desk);
      const [old] = await cascadesOf(desk);
      await read(desk, [copy(1, '2024-09-23T10:00:00Z')], 'b.jsonl');
      expect((await desk.store.counts()).articles).toBeGreaterThan(
        await desk.store.tracedArticles(),
      );
      expect(await traceDesk(desk)).toMatchObject({ articles: 3, cascades: 1, renewed: true });
      const cascades = await cascadesOf(desk);
      expect(cascades).toHaveLength(1);
      expect(cascades[0]!.id).not.toBe(old!.id);
      expect(await desk.store.cascadeById(old!.id)).toBeUndefined();
      const { tables } = dumpDesk(folder());
      expect(tables['cascade']).toHaveLength(1);
      expect(tables['cascade_article']).toHaveLength(3);
      expect(tables['alignment']).toHaveLength(3);
    });
  });

  it('stores each pair with the smaller id first, and spans that hold the same words', async () => {
    await onDesk(folder(), async (desk) => {
      await read(
        desk,
        [1, 2, 3, 4].map((n) => copy(n, `2024-09-2${n}T10:00:00Z`)),
      );
      await traceDesk(desk);
      const texts = new Map(
        (await articlesOf(desk.store)).map(({ id, text }) => [id as string, text]),
      );
      const rows = dumpDesk(folder()).tables['alignment'] as Record<
        'a' | 'b' | 'passages',
        string
      >[];
      expect(rows).toHaveLength(6);
      for (const { a, b, passages } of rows) {
        expect(a < b).toBe(true);
        for (const passage of JSON.parse(passages)) {
          const left = texts.get(a)!.slice(passage.a.begin, passage.a.end);
          const right = texts.get(b)!.slice(passage.b.begin, passage.b.end);
          expect(left).toBe(right);
          expect(left).toContain(STORY.slice(0, -1));
        }
      }
    });
  });
});
