import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pearson } from './pearson.ts';
import { similarityMeasure, storyPairOf } from './similarity.ts';
import { tfidfCosine } from './tfidf.ts';

describe('pearson', () => {
  it('is 1 on a rising line, -1 on a falling one', () => {
    expect(pearson([1, 2, 3], [10, 20, 30])).toBeCloseTo(1, 12);
    expect(pearson([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
  });
  it('by hand: deviations (-1, 0, 1) and (-1, 1, 0) give 1 / 2', () => {
    expect(pearson([1, 2, 3], [1, 3, 2])).toBeCloseTo(0.5, 12);
  });
  it('is not a number without variation', () => {
    expect(pearson([1, 1], [1, 2])).toBeNaN();
    expect(pearson([1], [1])).toBeNaN();
    expect(pearson([], [])).toBeNaN();
  });
  it('refuses lists of unlike length', () => {
    expect(() => pearson([1], [])).toThrow('1 values against 0');
  });
  it('does not change when either list is scaled and shifted', () => {
    const lists = fc.array(fc.tuple(fc.integer({ max: 99 }), fc.integer({ max: 99 })), {
      minLength: 3,
    });
    fc.assert(
      fc.property(lists, (list) => {
        const x = list.map(([a]) => a % 100);
        const y = list.map(([, b]) => b % 100);
        const value = pearson(x, y);
        const scaled = pearson(
          x.map((v) => 3 * v + 7),
          y,
        );
        if (Number.isNaN(value)) expect(scaled).toBeNaN();
        else expect(scaled).toBeCloseTo(value, 8);
      }),
    );
  });
});

describe('tfidfCosine', () => {
  const texts = ['the cat sat', 'the dog ran', 'the cat ran'];
  const cosine = tfidfCosine(texts);
  it('is 1 for the same text, 0 for no shared word', () => {
    expect(cosine('the cat sat', 'the cat sat')).toBeCloseTo(1, 12);
    expect(cosine('cat', 'dog')).toBe(0);
  });
  it('gives a word of every text no weight', () => {
    expect(cosine('the', 'the')).toBe(0);
  });
});

describe('storyPairOf', () => {
  const row = { lang: 'es-es', text1: 'a', text2: 'b', Overall: '1.5' };
  it('turns the score round', () => {
    expect(storyPairOf(row)).toMatchObject({ languages: 'es-es', human: 2.5 });
  });
  it('joins two languages and keeps machine translation apart', () => {
    const { lang: _, ...rest } = row;
    expect(storyPairOf({ ...rest, lang1: 'es', lang2: 'en' })).toMatchObject({
      languages: 'es-en',
    });
    expect(storyPairOf({ ...row, mt2: true })).toMatchObject({ languages: 'es-es-mt' });
  });
  it.each([{}, { Overall: '' }, { Overall: 'x' }, { Overall: 5 }, { text2: null }, { lang: 3 }])(
    'refuses %j',
    (part) => {
      expect(
        storyPairOf(
          'Overall' in part || 'text2' in part || 'lang' in part ? { ...row, ...part } : part,
        ),
      ).toBeUndefined();
    },
  );
});

describe('similarityMeasure', () => {
  it('says where it looked', async () => {
    const answer = await similarityMeasure(() => () => 0).run('/nowhere/x.jsonl');
    expect(answer).toMatchObject({ kind: 'absent', place: '/nowhere/x.jsonl' });
  });

  it('reads gzip, counts what it left out, correlates by language pair', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'similarity-'));
    const file = join(folder, 'pairs.jsonl.gz');
    const line = (text2: string, score: number) =>
      JSON.stringify({ lang: 'en-en', text1: 'x y', text2, Overall: score });
    const lines = [line('x y', 1), line('x z', 2), line('w z', 3), 'broken'];
    writeFileSync(file, gzipSync(lines.join('\n')));
    const shared = (a: string, b: string) => [...a].filter((c) => b.includes(c)).length;
    const answer = await similarityMeasure(() => (a, b) => shared(a.text, b.text)).run(file);
    rmSync(folder, { recursive: true });
    expect(answer).toMatchObject({ figures: { pairs: { 'en-en': 3 } } });
    expect(answer.kind === 'measured' && answer.table).toContain('1 rows without');
  });
});
