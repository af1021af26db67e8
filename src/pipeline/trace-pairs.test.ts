import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TraceText, traceTexts } from '../trace/trace.ts';
import { gatherCrew } from './crew.ts';
import { prose } from './desk.fixture.ts';
import { type FoundPairs, findPairs, type TraceIndex, type TraceSource } from './trace-pairs.ts';

const FOOTER = 'subscribe to our free morning letter and never miss a story from the valley again';
const here = gatherCrew(1);

/** Texts made of a few shared stories, some words of their own, and footers. */
function corpusOf(stories: readonly (readonly number[])[], outlets: number): TraceText[] {
  return stories.map((parts, row) => {
    const text = parts.map((part) => prose(part, 25)).join(' ');
    const domain = `outlet${row % outlets}.example`;
    const footer = row % outlets === 0 ? FOOTER : '';
    return { text: `${text} ${prose(1000 + row, 30)} ${footer}`, domain, language: 'en' };
  });
}

const stories = fc.array(fc.uniqueArray(fc.nat(15), { maxLength: 3 }), {
  minLength: 1,
  maxLength: 30,
});

const sourceOf = (texts: readonly TraceText[]): TraceSource => ({
  textsAt: async (rows) => rows.map((row) => texts[row]!),
});

/** Boilerplate of a finding as the plain path gives it, but for the sample. */
const carriersOf = ({ state }: FoundPairs) =>
  state.carriers().map(({ domain, rows }) => ({ domain, articles: rows }));

describe('findPairs', () => {
  it('finds what tracing all texts at once finds', async () => {
    await fc.assert(
      fc.asyncProperty(stories, fc.integer({ min: 1, max: 6 }), async (parts, outlets) => {
        const texts = corpusOf(parts, outlets);
        const plain = traceTexts(texts);
        const found = await findPairs(sourceOf(texts), texts.length, here);
        expect(found.pairs).toEqual(plain.pairs);
        expect(carriersOf(found)).toEqual(
          plain.boilerplate.map(({ domain, articles }) => ({ domain, articles })),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('finds the same in steps, where no outlet is large enough for boilerplate', async () => {
    const cuts = fc.array(fc.nat(30), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(stories, cuts, async (parts, at) => {
        const texts = corpusOf(parts, parts.length);
        let known: TraceIndex | undefined;
        const pairs: FoundPairs['pairs'][number][] = [];
        for (const end of [...at.sort((x, y) => x - y), texts.length]) {
          const found = await findPairs(sourceOf(texts), Math.min(end, texts.length), here, {
            known,
          });
          known = {
            segments: [...(known?.segments ?? []), ...found.segments],
            state: found.state,
          };
          pairs.push(...found.pairs);
        }
        expect(pairs.sort((x, y) => x.a - y.a || x.b - y.b)).toEqual(traceTexts(texts).pairs);
      }),
      { numRuns: 25 },
    );
  });

  it('keeps what was boilerplate in the steps after', async () => {
    const texts = corpusOf(
      Array.from({ length: 12 }, () => []),
      2,
    );
    const first = await findPairs(sourceOf(texts), 10, here);
    expect(carriersOf(first)).toEqual([{ domain: 'outlet0.example', articles: 5 }]);
    const known = { segments: first.segments, state: first.state };
    const second = await findPairs(sourceOf(texts), 12, here, { known });
    expect(second.pairs).toEqual([]);
    expect(carriersOf(second)).toEqual([{ domain: 'outlet0.example', articles: 6 }]);
  });

  it('finds the same with any number of threads, in several segments and blocks', async () => {
    const texts = corpusOf(
      Array.from({ length: 5000 }, (_, row) => [row % 1500]),
      5000,
    );
    const all: FoundPairs[] = [];
    for (const threads of [1, 2, 3]) {
      const crew = gatherCrew(threads);
      const shares = new Map<string, number[]>();
      all.push(
        await findPairs(sourceOf(texts), texts.length, crew, {
          onProgress: (stage, share) => shares.set(stage, [...(shares.get(stage) ?? []), share]),
        }),
      );
      await crew.close();
      expect([...shares.keys()]).toEqual(['fingerprinting', 'joining', 'aligning']);
      for (const list of shares.values()) expect(list).toEqual([...list].sort((x, y) => x - y));
    }
    const [one, ...others] = all;
    expect(one!.segments.map(({ rows }) => rows)).toEqual([4096, 904]);
    expect(one!.pairs.length).toBeGreaterThan(6000);
    for (const other of others) {
      expect(other.pairs).toEqual(one!.pairs);
      expect(other.segments.map(({ data }) => Buffer.from(data).toString('base64'))).toEqual(
        one!.segments.map(({ data }) => Buffer.from(data).toString('base64')),
      );
    }
  }, 60_000);

  it('makes a segment of few texts where they are long', async () => {
    const long = { text: '. '.repeat(150_000), domain: 'a', language: '' };
    const texts = Array.from({ length: 130 }, () => long);
    const { segments, pairs } = await findPairs(sourceOf(texts), texts.length, here);
    expect(segments.map(({ base, rows }) => [base, rows])).toEqual([
      [0, 64],
      [64, 64],
      [128, 2],
    ]);
    expect(pairs).toEqual([]);
  });
});

describe('a crew', () => {
  it('gives the reason where a job fails in a thread', async () => {
    const crew = gatherCrew(2);
    async function* jobs() {
      // No job: the thread throws where it reads the texts.
      yield { kind: 'fingerprint', base: 0, texts: undefined } as never;
    }
    const failing = async () => {
      for await (const _ of crew.run(jobs())) expect.unreachable();
    };
    await expect(failing()).rejects.toThrow('a thread of the crew stopped');
    await expect(failing()).rejects.toThrow('a thread of the crew stopped');
    await crew.close();
  });
});
