/**
 * No regular expression of the program takes the square of a stranger's text. Each is looked at twice: by
 * recheck, which knows the theory (Davis et al. 2018 give the problem its name and size) and is given little
 * time for each, and by attacks whose time is measured. What grows faster than its input stands in
 * `regexes/known.ts` with the bound of that input, or is mended.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Expression } from './regexes/expressions.ts';
import { growthUnder, LINEAR, worstAttack } from './regexes/growth.ts';
import { KNOWN } from './regexes/known.ts';

// The one that is JavaScript alone, and runs in this process.
process.env['RECHECK_SYNC_BACKEND'] = 'pure';
const { checkSync } = await import('recheck');
const CHILD = join(import.meta.dirname, 'regexes-child.ts');
/** Nine in ten are done in less; ms. */
const RECHECK_MS = 60;

const listed = new Map(KNOWN.map(([expression, bound]) => [String(expression), bound]));
/** By how they are written. */
let all: ReadonlyMap<string, Expression>;

beforeAll(() => {
  const printed = execFileSync(process.execPath, ['--import', 'tsx', CHILD], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const found = JSON.parse(printed) as readonly Expression[];
  all = new Map(found.map((one) => [String(new RegExp(one.source, one.flags)), one]));
});

describe('the expressions of the program', () => {
  it('are found: literals, and those that are put together', () => {
    expect(all.size).toBeGreaterThan(1000);
    // One that is put together in each of two folders.
    const files = new Set([...all.values()].map(({ file }) => file));
    expect(files).toContain('collect/page/notices.ts');
    expect([...all.keys()].filter((one) => one.includes('newsletter'))).not.toEqual([]);
  });

  it('grow with their input, or it is bounded', () => {
    const slow: string[] = [];
    const fast: string[] = [];
    for (const [written, { file, source, flags }] of all) {
      const found = worstAttack(new RegExp(source, flags));
      // The theory is asked only where no attack was found: that is quicker.
      const theory =
        found === undefined
          ? checkSync(source, flags, { timeout: RECHECK_MS }).status
          : 'vulnerable';
      const isListed = listed.has(written);
      if (theory === 'vulnerable' && !isListed) {
        slow.push(`${file}: ${written} ${JSON.stringify(found?.attack ?? 'found by recheck')}`);
      }
      if (theory === 'safe' && isListed) fast.push(written);
    }
    expect(slow).toEqual([]);
    // What is sound stands in no list.
    expect(fast).toEqual([]);
  });

  it('stand in the list for as long as they stand in the program', () => {
    expect([...listed.keys()].filter((one) => !all.has(one))).toEqual([]);
    expect([...listed.values()].filter((bound) => bound.trim() === '')).toEqual([]);
  });
});

describe('an attack', () => {
  it('shows what is quadratic, and nothing else', () => {
    for (const expression of [/x+$/, /\s*;\s*$/, /a.*b.*c$/]) {
      const found = worstAttack(expression);
      expect(found?.growth, String(expression)).toBeGreaterThan(LINEAR);
      expect(growthUnder(expression, found!.attack)).toBeGreaterThan(LINEAR);
    }
    for (const expression of [
      /^x+$/,
      /(?<!x)x+$/,
      /[a-z]+;/y,
      /^\s*(?:[.:,]\s*)?-/,
      /\p{L}{1,9}/u,
    ]) {
      expect(worstAttack(expression), String(expression)).toBeUndefined();
    }
  });
});
