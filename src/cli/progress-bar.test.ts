import { describe, expect, it } from 'vitest';
import { barLine, progressBar } from './progress-bar.ts';

const bar = (filled: number): string => `[${'#'.repeat(filled)}${'-'.repeat(28 - filled)}]`;

describe('barLine', () => {
  it('shows share, rate and time left', () => {
    expect(barLine('reading', 5e6, 10e6, 2000)).toBe(
      `reading  ${bar(14)}  50 %  2.5 MB/s  2 s left`,
    );
    expect(barLine('reading', 10e6, 10e6, 2000)).toBe(
      `reading  ${bar(28)}  100 %  5.0 MB/s  0 s left`,
    );
  });

  it('counts what has no known end', () => {
    expect(barLine('reading', 5e6, 0, 2000)).toBe('reading  5.0 MB  2.5 MB/s');
  });

  it('shows no rate of a share', () => {
    expect(barLine('tracing', 0.25, 1, 1000)).toBe(`tracing  ${bar(7)}  25 %  3 s left`);
  });

  it('foretells nothing at the very beginning', () => {
    expect(barLine('reading', 0, 10e6, 0)).toBe(`reading  ${bar(0)}  0 %`);
    expect(barLine('tracing', 0.01, 1, 500)).toBe(`tracing  ${bar(0)}  1 %`);
  });

  it('never exceeds the whole, and rounds long waits up to minutes', () => {
    expect(barLine('reading', 12e6, 10e6, 1000)).toContain(`${bar(28)}  100 %`);
    expect(barLine('tracing', 0.1, 1, 60_000)).toContain('9 min left');
    expect(barLine('tracing', 0.1, 1, 13_000)).toContain('117 s left');
  });

  it('has no digits but numbers for any input', () => {
    for (const [done, total, elapsed] of [
      [0, 0, 0],
      [0, 1, 0],
      [1, 1, 0],
      [5, 3, 0],
    ] as const) {
      expect(barLine('x', done, total, elapsed)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});

describe('progressBar', () => {
  function drawn(isTerminal: boolean, steps: readonly (readonly [number, string, number])[]) {
    let at = 0;
    const written: string[] = [];
    const { step, end } = progressBar({
      write: (text) => written.push(text),
      isTerminal,
      now: () => at,
    });
    for (const [time, stage, share] of steps) {
      at = time;
      step(stage, share, 1);
    }
    end();
    end();
    return written;
  }

  it('redraws one line on a terminal, at most ten times a second, and wipes it once', () => {
    const written = drawn(true, [
      [0, 'reading', 0],
      [50, 'reading', 0.1],
      [100, 'reading', 0.2],
      [150, 'reading', 0.3],
      [210, 'reading', 0.4],
    ]);
    expect(written).toHaveLength(3);
    expect(written[0]!.startsWith('\r\u001b[Kreading ')).toBe(true);
    expect(written[0]).toContain(' 20 %');
    expect(written[1]).toContain('40 %');
    expect(written[2]).toBe('\r\u001b[K');
  });

  it('writes whole lines elsewhere, one every ten seconds, and no control characters', () => {
    const written = drawn(false, [
      [0, 'reading', 0],
      [5000, 'reading', 0.1],
      [10_000, 'reading', 0.2],
      [15_000, 'tracing', 0],
      [26_000, 'tracing', 0.5],
    ]);
    expect(written).toHaveLength(2);
    expect(written[0]).toMatch(/^reading .*20 %.*\n$/);
    expect(written[1]).toMatch(/^tracing .*50 %.*\n$/);
    expect(written.join('')).not.toMatch(/\r|\p{Cc}(?<!\n)/u);
  });

  it('says nothing of work that is over at once', () => {
    expect(
      drawn(false, [
        [0, 'reading', 0],
        [90, 'reading', 1],
      ]),
    ).toEqual([]);
    expect(drawn(true, [])).toEqual([]);
  });

  it('times each stage from its own beginning', () => {
    const written = drawn(true, [
      [0, 'reading', 0],
      [60_000, 'tracing', 0],
      [61_000, 'tracing', 0.5],
    ]);
    expect(written[0]).toContain('1 s left');
  });
});
