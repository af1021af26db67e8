import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KnownAddresses } from './known-addresses.ts';

describe('KnownAddresses', () => {
  it('remembers as a set does, also where it grows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 })), (numbers) => {
        const known = new KnownAddresses();
        const naive = new Set<number>();
        for (const number of numbers) {
          expect(known.has(`https://a.example/${number}`)).toBe(naive.has(number));
          naive.add(number);
        }
      }),
    );
    const many = new KnownAddresses();
    for (let i = 0; i < 20_000; i++) expect(many.has(`https://a.example/${i}`)).toBe(false);
    for (let i = 0; i < 20_000; i++) expect(many.has(`https://a.example/${i}`)).toBe(true);
    expect(many.unremembered).toBe(0);
  });

  it('goes on when it is full, and counts what it cannot remember', () => {
    const known = new KnownAddresses(16);
    for (let i = 0; i < 12; i++) expect(known.has(`${i}`)).toBe(false);
    expect(known.unremembered).toBe(0);
    expect(known.has('more')).toBe(false);
    expect(known.has('more')).toBe(false);
    expect(known.unremembered).toBe(2);
    for (let i = 0; i < 12; i++) expect(known.has(`${i}`)).toBe(true);
  });
});
