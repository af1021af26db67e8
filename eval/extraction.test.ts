import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { extraction, scoreTexts } from './extraction.ts';

const folder = mkdtempSync(join(tmpdir(), 'atalaya-extraction-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('scoreTexts', () => {
  it('counts shingles of four tokens with their multiplicity, page by page', () => {
    // Gold: abcd bcde; found: abcd bcdx cdxy. Shared 1: precision 1/3, recall 1/2.
    const one = { gold: 'a b c d e', found: 'a, b, c, d x y' };
    // The same tokens: 1 and 1.
    const two = { gold: 'La «casa»; roja.', found: 'La casa roja' };
    const scores = scoreTexts([one, two]);
    expect(scores.precision).toBeCloseTo((1 / 3 + 1) / 2, 12);
    expect(scores.recall).toBeCloseTo((1 / 2 + 1) / 2, 12);
    expect(scores.f1).toBeCloseTo((2 * (2 / 3) * (3 / 4)) / (2 / 3 + 3 / 4), 12);
    expect(scores.accuracy).toBe(0.5);
  });

  it('counts a shingle as often as both texts have it', () => {
    // Gold has aaaa once, found three times.
    expect(scoreTexts([{ gold: 'a a a a', found: 'a a a a a a' }])).toMatchObject({
      precision: 1 / 3,
      recall: 1,
    });
  });

  it('has all tokens for a shingle where there are fewer than four, letters as they stand', () => {
    expect(scoreTexts([{ gold: 'a b', found: 'a b' }])).toMatchObject({ precision: 1, recall: 1 });
    expect(scoreTexts([{ gold: 'A b', found: 'a b' }])).toMatchObject({
      precision: 0,
      recall: 0,
      f1: 0,
    });
  });

  it('has no share where one text is empty, and all where both are', () => {
    expect(scoreTexts([{ gold: 'a', found: '' }])).toMatchObject({ precision: 0, recall: 0 });
    expect(scoreTexts([{ gold: '', found: 'a' }])).toMatchObject({ precision: 0, recall: 0 });
    expect(scoreTexts([{ gold: '', found: '' }])).toMatchObject({
      precision: 1,
      recall: 1,
      accuracy: 1,
    });
  });
});

describe('extraction', () => {
  /** Invented text. */
  const TEXT =
    'The council of the invented town met on Monday and agreed, after a long debate, to repair the bridge before the winter, as residents had asked since spring.';
  const page = (body: string) =>
    `<html><body><nav>Home</nav><article><p>${body}</p></article></body></html>`;

  it('reads pages as the desk does, and counts refused and absent ones', async () => {
    mkdirSync(join(folder, 'html'));
    writeFileSync(join(folder, 'html', 'a.html'), page(TEXT));
    writeFileSync(join(folder, 'html', 'b.html.gz'), gzipSync(page('Too short.')));
    const truth = {
      a: { articleBody: TEXT },
      b: { articleBody: 'one' },
      c: { articleBody: 'two' },
      d: { url: 'x' },
    };
    writeFileSync(join(folder, 'truth.json'), JSON.stringify(truth));
    const answer = await extraction.run(folder);
    expect(answer).toMatchObject({
      kind: 'measured',
      figures: {
        f1: 0.5,
        precision: 0.5,
        recall: 0.5,
        accuracy: 0.5,
        pages: 2,
        refused: 1,
        missing: 1,
      },
    });
  });

  it('says where there is no data', async () => {
    expect(await extraction.run(join(folder, 'html'))).toMatchObject({
      kind: 'absent',
      place: join(folder, 'html'),
    });
  });
});
