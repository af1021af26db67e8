import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanOfTime, writtenSpan } from './spans-of-time.ts';

const WIDE = { min: 0, max: Number.MAX_SAFE_INTEGER };

describe('spanOfTime', () => {
  it.each([
    ['30m', 1_800_000],
    ['1h', 3_600_000],
    ['1h30m', 5_400_000],
    ['1 h 30 m', 5_400_000],
    ['2D', 172_800_000],
    ['1.5h', 5_400_000],
    ['500ms', 500],
    ['0s', 0],
  ])('%s is %d ms', (text, value) => {
    expect(spanOfTime(text, WIDE)).toEqual({ value });
  });

  it.each(['', 'soon', '30', '-5m', '30m1h', '1h1h', '1e3s', '5 minutes', 'm', '1.s', '９m'])(
    '%j is none, and the message says what to write',
    (text) => {
      expect(spanOfTime(text, WIDE)).toEqual({ fault: expect.stringMatching(/such as 30m\.$/) });
    },
  );

  it('is none for a long text', () => {
    expect(spanOfTime('1h '.repeat(1e5), WIDE)).toHaveProperty('fault');
  });

  it('tells the bounds', () => {
    expect(spanOfTime('5s', { min: 60_000, max: 3_600_000 })).toEqual({
      fault: '"5s" is out of bounds; write a span of time from 1m to 1h.',
    });
  });

  it('reads what writtenSpan writes', () => {
    fc.assert(
      fc.property(fc.nat(10 * 86_400_000), (ms) => {
        expect(spanOfTime(writtenSpan(ms), WIDE)).toEqual({ value: ms });
      }),
    );
  });
});
