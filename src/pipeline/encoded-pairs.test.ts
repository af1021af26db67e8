import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Encoder } from '../trace/encoder/encoder.ts';
import { dumpDesk, fileIn, jsonLines, NOW, onDesk, useFolder } from './desk.fixture.ts';
import { type Desk, openDesk } from './desk.ts';
import { encodedPairs } from './encoded-pairs.ts';
import { ingest } from './ingest.ts';
import { traceDesk } from './trace.ts';

const folder = useFolder();

/** Says which articles are alike by the number in their titles; notes what it is asked. */
function standIn(more: { id?: string; failAfter?: number } = {}) {
  const asked: string[] = [];
  const encoder: Encoder = {
    id: more.id ?? 'stand-in',
    dims: 64,
    encode: async (texts) => {
      if (asked.length >= (more.failAfter ?? Number.POSITIVE_INFINITY)) {
        throw new Error('the encoder at http://h.example/v1 cannot be reached');
      }
      asked.push(...texts);
      const vectors = new Float32Array(texts.length * 64);
      for (const [at, text] of texts.entries()) {
        vectors[at * 64 + Number(/^Note (\d+)\n/.exec(text)![1])] = 1;
      }
      return vectors;
    },
  };
  return { asked, open: async () => encoder };
}

async function onEncodedDesk<T>(
  openEncoder: () => Promise<Encoder>,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const desk = await openDesk({
    folder: folder(),
    now: () => NOW,
    detectLanguage: async () => 'en',
    openEncoder,
  });
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}

const WORDS = [
  'The council of the harbour town refused the new contract for the railway bridge on Monday',
  'Fishermen had warned that the bridge would close their channel during the whole winter season',
  'A spokeswoman of the ministry promised another study before the budget is signed in spring',
].map((sentence) => sentence.split(' '));

/** The same three sentences with their words in another order: no wording in common, all content. */
const article = (n: number, kind: number, more: object = {}) => ({
  url: `https://outlet${n}.example/${n}`,
  title: `Note ${kind}`,
  text: WORDS.map((words, sentence) => `${turned(words, 3 * n + sentence).join(' ')}.`).join(' '),
  published: new Date(NOW - 1000 * (1000 - n)).toISOString(),
  ...more,
});

/** The words in an order that the seed sets; the first one begins a sentence. */
function turned(words: readonly string[], seed: number): string[] {
  const order = [...words];
  let state = Math.imul(seed + 1, 0x9e3779b1);
  for (let last = order.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    const other = (state >>> 8) % (last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return ['So', ...order];
}

const add = (desk: Desk, rows: readonly object[]) =>
  ingest(desk, [fileIn(folder(), `${desk.now()}-${rows.length}.jsonl`, jsonLines(rows))]);

/** Articles of which the first and the last alone are alike for the stand-in. */
const list = (count = 12) =>
  Array.from({ length: count }, (_, n) => article(n, n === count - 1 ? 0 : n));

const vectorFiles = () => readdirSync(folder()).filter((name) => name.startsWith('vectors-'));

describe('a trace with another encoder', () => {
  it('finds a retelling that the keys pass over, once it is verified', async () => {
    await onDesk(folder(), async (desk) => {
      // Keys that more than forty articles have tell nothing of any two.
      await add(desk, list(45));
      expect(await traceDesk(desk)).toMatchObject({ articles: 45, alignments: 0 });
    });
    await onEncodedDesk(standIn().open, async (desk) => {
      expect(await traceDesk(desk, { all: true })).toMatchObject({ articles: 45, alignments: 1 });
    });
    const [row] = dumpDesk(folder()).tables['alignment'] as { passages: string }[];
    expect(JSON.parse(row!.passages)).toMatchObject([{ retold: true }]);
  });

  it('adds no pair that the verification refuses', async () => {
    await onEncodedDesk(standIn().open, async (desk) => {
      const text = 'Rain is expected over the northern hills until the end of this week. '.repeat(
        3,
      );
      await add(desk, [...list(45).slice(0, 44), article(44, 0, { text })]);
      expect(await traceDesk(desk)).toMatchObject({ articles: 45, alignments: 0 });
    });
  });

  it('says what it is doing before the stages that every trace has', async () => {
    await onEncodedDesk(standIn().open, async (desk) => {
      await add(desk, list());
      const stages = new Set<string>();
      await traceDesk(desk, { onProgress: (stage) => stages.add(stage) });
      expect([...stages].slice(0, 4)).toEqual([
        'loading',
        'encoding',
        'comparing',
        'fingerprinting',
      ]);
    });
  });

  it('encodes each article once', async () => {
    const { asked, open } = standIn();
    await onEncodedDesk(open, async (desk) => {
      await add(desk, list());
      await traceDesk(desk);
      expect(asked).toHaveLength(12);
      expect(asked[0]).toMatch(/^Note 0\n/);
      await add(desk, [article(12, 2)]);
      await traceDesk(desk);
      await traceDesk(desk, { all: true });
      expect(asked).toHaveLength(13);
    });
  });

  it('encodes again for another encoder, and keeps both apart', async () => {
    await onEncodedDesk(standIn().open, async (desk) => {
      await add(desk, list());
      await traceDesk(desk);
    });
    const { asked, open } = standIn({ id: 'stand-in, version 2' });
    await onEncodedDesk(open, (desk) => traceDesk(desk, { all: true }));
    expect(asked).toHaveLength(12);
    expect(vectorFiles()).toHaveLength(2);
  });

  it('asks nothing about languages that cannot be verified', async () => {
    const { asked, open } = standIn();
    await onEncodedDesk(open, async (desk) => {
      await add(desk, [article(0, 0), article(1, 0, { language: 'qaa' })]);
      await traceDesk(desk);
    });
    expect(asked).toHaveLength(1);
  });

  it('asks nothing where nothing is to be traced', async () => {
    const open = () => Promise.reject(new Error('nobody should ask'));
    await onDesk(folder(), async (desk) => {
      await add(desk, list());
      await traceDesk(desk);
    });
    expect(await onEncodedDesk(open, (desk) => traceDesk(desk))).toMatchObject({ renewed: false });
  });
});

describe('a trace whose encoder cannot be had', () => {
  it('stops before it began, says why, and is done when the encoder is back', async () => {
    const open = () => Promise.reject(new Error('the encoder at http://h.example/v1 is busy'));
    await onEncodedDesk(open, async (desk) => {
      await add(desk, list(45));
      const error: Error = await traceDesk(desk).then(
        () => new Error('it did not fail'),
        (reason) => reason,
      );
      expect(error.message).toBe(
        'nothing was traced, since the encoder cannot be had; all articles are kept: run atalaya trace when it is back, or unset ATALAYA_ENCODER to trace without it',
      );
      expect((error.cause as Error).message).toBe('the encoder at http://h.example/v1 is busy');
      expect(await desk.store.tracedArticles()).toBe(0);
    });
    await onEncodedDesk(standIn().open, async (desk) => {
      expect(await traceDesk(desk)).toMatchObject({ articles: 45, alignments: 1, renewed: true });
    });
  });

  it('keeps what was encoded by then', async () => {
    const rows = Array.from({ length: 100 }, (_, n) => article(n, n % 50));
    const first = standIn({ failAfter: 64 });
    await onEncodedDesk(first.open, async (desk) => {
      await add(desk, rows);
      await expect(traceDesk(desk)).rejects.toThrow('nothing was traced');
    });
    const second = standIn();
    await onEncodedDesk(second.open, (desk) => traceDesk(desk));
    expect([first.asked.length, second.asked.length]).toEqual([64, 36]);
    expect(new Set([...first.asked, ...second.asked]).size).toBe(100);
  });
});

describe('encodedPairs', () => {
  const pairs = (openEncoder: (() => Promise<Encoder>) | undefined, base: number, first: number) =>
    onDesk(folder(), (desk) => {
      const window = { base, firstNew: first, end: 40 };
      return encodedPairs({ ...desk, openEncoder }, window, () => {});
    });

  it('gives rows of the desk with a new one in each pair', async () => {
    // Rows 2 and 30 are alike, and 25 and 39.
    const kinds = Array.from({ length: 40 }, (_, n) => (n === 30 ? 2 : n === 39 ? 25 : n));
    await onDesk(folder(), (desk) =>
      add(
        desk,
        kinds.map((kind, n) => article(n, kind)),
      ),
    );
    const { open } = standIn();
    const early = { a: 2, b: 30 };
    const late = { a: 25, b: 39 };
    expect(await pairs(open, 0, 0)).toEqual([early, late]);
    expect(await pairs(open, 0, 30)).toEqual([early, late]);
    expect(await pairs(open, 0, 31)).toEqual([late]);
    expect(await pairs(open, 20, 0)).toEqual([late]);
    expect(await pairs(open, 20, 39)).toEqual([late]);
  });

  it('gives none, and makes no file, without another encoder', async () => {
    await onDesk(folder(), (desk) => add(desk, list()));
    expect(await pairs(undefined, 0, 0)).toEqual([]);
    expect(vectorFiles()).toEqual([]);
    expect(existsSync(join(folder(), 'desk.sqlite'))).toBe(true);
  });
});
