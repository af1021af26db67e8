import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokensOf } from '../text/tokens.ts';
import { BoilerplateSet } from './boilerplate.ts';
import { Fingerprints, GRAM, WINDOW } from './fingerprints.ts';
import { MaskedTexts } from './masked-texts.ts';

const FOOTER = 'subscribe to our free letter today and tell a friend about us';
const BODY = 'the council of the town met on monday and chose a new mayor after long talks';

/** Every fingerprint of a text, as boilerplate of outlet 0. */
function keysOf(text: string): number[] {
  const { count, hashes } = new Fingerprints().read(tokensOf(text));
  return [...hashes.slice(0, count)];
}

/** Every row is of outlet 0. */
const own = (): number => 0;

function maskedWords(text: string, boilerplate: readonly number[], outlet = 0): string {
  const masked = new MaskedTexts(
    () => text,
    () => outlet,
    BoilerplateSet.of(boilerplate),
  );
  const { count, mask } = masked.get(0);
  const kept = Array.from({ length: count }, (_, i) => i).filter((i) => mask[i] === 1);
  return kept
    .map((i) => masked.spanOf(0, i, i + 1))
    .map(({ begin, end }) => text.slice(begin, end))
    .join(' ');
}

describe('MaskedTexts', () => {
  it('masks the words of an outlet’s boilerplate and no others', () => {
    expect(maskedWords(`${BODY}. ${FOOTER}`, keysOf(FOOTER))).toBe(FOOTER);
    expect(maskedWords(`${FOOTER}. ${BODY}`, keysOf(FOOTER))).toBe(FOOTER);
    expect(maskedWords(`${BODY}. ${FOOTER}`, [])).toBe('');
    expect(maskedWords(`${BODY}. ${FOOTER}`, keysOf(FOOTER), 1)).toBe('');
  });

  it('masks short gaps and ends beside boilerplate, which winnowing may have skipped', () => {
    const two = [keysOf('a1 a2 a3 a4 a5'), keysOf('b1 b2 b3 b4 b5')].flatMap((keys) => [...keys]);
    const between = (words: string): string =>
      maskedWords(`x1 x2 x3 x4 x5 a1 a2 a3 a4 a5 ${words} b1 b2 b3 b4 b5 ${BODY}`, two);
    expect(between('g1 g2 g3')).toBe('a1 a2 a3 a4 a5 g1 g2 g3 b1 b2 b3 b4 b5');
    expect(between('g1 g2 g3 g4')).toBe('a1 a2 a3 a4 a5 b1 b2 b3 b4 b5');
    const ended = `x1 x2 x3 ${FOOTER} y1 y2 y3`;
    expect(maskedWords(ended, keysOf(FOOTER))).toBe(ended);
  });

  it('masks any run of 8 boilerplate words of a long text but for short ends', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (before, after) => {
        const words = (name: string, count: number): string =>
          Array.from({ length: count }, (_, i) => `${name}${i}`).join(' ');
        const text = `${words('x', before)} ${FOOTER} ${words('y', after)}`;
        const masked = maskedWords(text, keysOf(FOOTER)).split(' ');
        const own = FOOTER.split(' ').filter((word) => masked.includes(word));
        expect(own.length).toBeGreaterThanOrEqual(FOOTER.split(' ').length - 2 * (WINDOW - 1));
        expect(masked.length).toBeLessThanOrEqual(FOOTER.split(' ').length + 2 * (WINDOW - 1));
      }),
    );
  });

  it('counts the words that are an article’s own, and finds the first boilerplate', () => {
    const text = `${BODY}. ${FOOTER}`;
    const masked = new MaskedTexts(() => text, own, BoilerplateSet.of(keysOf(FOOTER)));
    expect(masked.ownWords(0)).toBe(BODY.split(' ').length);
    const { begin, end } = masked.firstMasked(0)!;
    expect(text.slice(begin, end)).toBe(FOOTER);
    expect(new MaskedTexts(() => BODY, own, new BoilerplateSet()).firstMasked(0)).toBeUndefined();
  });

  it('gives every row its own words however many rows are read between', () => {
    const masked = new MaskedTexts(
      (row) => `word${row} ${'and '.repeat(row % GRAM)}`,
      own,
      new BoilerplateSet(),
    );
    const pinned = masked.pinned(1);
    for (const row of [4097, 8193, 1, 0, 4096, 9999, 4097]) {
      expect(masked.get(row).count).toBe(1 + (row % GRAM));
      expect(masked.get(row).ids[0]).toBe(tokensOf(`word${row}`).ids[0]);
      expect(masked.pinned(1)).toBe(pinned);
    }
  });

  it('reads an empty text as no words', () => {
    const masked = new MaskedTexts(() => '', own, BoilerplateSet.of(keysOf(FOOTER)));
    expect([masked.get(0).count, masked.ownWords(0)]).toEqual([0, 0]);
    expect(masked.firstMasked(0)).toBeUndefined();
  });

  it('stays small with long texts', () => {
    const long = 'a '.repeat(1_000_000);
    const masked = new MaskedTexts(() => long, own, new BoilerplateSet());
    const first = masked.get(0);
    expect(masked.get(0)).toBe(first);
    for (let row = 1; row < 5; row++) expect(masked.get(row).count).toBe(1_000_000);
    expect(masked.get(4)).toBe(masked.get(4));
    // Not `.not.toBe`: that compares the millions of numbers one by one for its message.
    expect(masked.get(0) === first).toBe(false);
  });
});
