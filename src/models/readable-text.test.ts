import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableText } from './readable-text.ts';

describe('readableText', () => {
  it.each([
    ['', ''],
    [' \n\t\0', ''],
    ['a\0b\u0085c', 'a b c'],
    ['x\ud800', 'x\ufffd'],
    ['🙂🙂', '🙂🙂'],
  ])('%j becomes %j', (text, readable) => {
    expect(readableText(text, 100)).toBe(readable);
  });

  it('cuts, but not through a character', () => {
    expect(readableText('abcdef', 3)).toBe('abc');
    expect(readableText('ab🙂', 3)).toBe('ab');
    expect(readableText('ab🙂', 4)).toBe('ab🙂');
  });

  it('is well-formed, within the limit and readable as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, most) => {
        const readable = readableText(text, most);
        expect(readable.length).toBeLessThanOrEqual(most);
        expect(readable.isWellFormed()).toBe(true);
        expect(readableText(readable, most)).toBe(readable);
      }),
    );
  });
});
