/**
 * A short run of every target of `npm run fuzz`, and the fuzzing itself: what it finds it can find again, and
 * says with little.
 */
import { describe, expect, it } from 'vitest';
import { readCall } from '../fuzz/call.ts';
import { runTarget, sharesOf } from '../fuzz/campaign.ts';
import { runCase } from '../fuzz/one-case.ts';
import type { TextTarget } from '../fuzz/target.ts';
import { TARGETS } from '../fuzz/targets.ts';

/** Another seed than that of a full run: the two look at different cases. */
const SEED = 20_240_923;
const CASES = 3000;

describe('a short run', () => {
  const shares = sharesOf(TARGETS, CASES);
  for (const [i, target] of TARGETS.entries()) {
    it(`finds nothing in ${target.name}`, async () => {
      const { failures, cases } = await runTarget(target, { seed: SEED, cases: shares[i]! });
      expect(failures.map(({ case: number, what }) => `case ${number}: ${what}`)).toEqual([]);
      expect(cases).toBe(shares[i]);
    });
  }
});

describe('the targets', () => {
  it('make the same case again, and another from another seed or number', async () => {
    for (const target of TARGETS) {
      const made: unknown[] = [];
      const watched = { ...target, check: (input: unknown) => void made.push(input) };
      for (const [seed, number] of [
        [1, 2],
        [1, 2],
        [1, 3],
        [2, 2],
      ] as const) {
        await runCase(watched as unknown as TextTarget, seed, number);
      }
      expect(made[1], target.name).toEqual(made[0]);
      expect([made[2], made[3]].some((one) => !Object.is(one, made[0]))).toBe(true);
    }
  });
});

describe('a failure', () => {
  const text = 'The pier was not leased, and the bug is here, said the council.';
  const target = (check: TextTarget['check']): TextTarget => ({
    ...{ kind: 'text', name: 'invented', weight: 1, check },
    make: (chance) => (chance() < 0.5 ? text : 'Nothing is here.'),
  });

  it('is found, made shorter and numbered, whether thrown or broken', async () => {
    const throwing = target((given) => {
      if (given.includes('bug')) throw new Error('It broke.');
      return undefined;
    });
    const { failures } = await runTarget(throwing, { seed: 1, cases: 50 });
    const [first] = failures;
    expect(first).toMatchObject({ target: 'invented', seed: 1, input: 'bug', size: text.length });
    expect(first?.what).toMatch(/^threw Error: It broke\./);
    expect(await runCase(throwing, 1, first!.case)).toEqual(first);
    const breaking = target((given) => (given.includes('bug') ? 'a rule is broken' : undefined));
    expect((await runTarget(breaking, { seed: 1, cases: 50 })).failures[0]).toMatchObject({
      what: 'a rule is broken',
      input: 'bug',
    });
  });

  it('ends a target that fails again and again', async () => {
    const always = target(() => 'a rule is broken');
    expect((await runTarget(always, { seed: 1, cases: 50 })).cases).toBe(5);
  });
});

describe('readCall', () => {
  const known = ['feed', 'page'];

  it('reads targets, a seed and how many cases', () => {
    expect(readCall([], known)).toEqual({ targets: known, seed: 1, run: { cases: 120_000 } });
    expect(readCall(['page', 'page', '--seed', '7', '--cases', '10'], known)).toEqual({
      ...{ targets: ['page'], seed: 7, run: { cases: 10 } },
    });
    expect(readCall(['feed', '--case', '3'], known)).toMatchObject({ run: { only: 3 } });
  });

  it('says what is wrong', () => {
    for (const [argv, what] of [
      [['x'], /"x" is no target; expected some of feed, page\./],
      [['--cases', 'many'], /--cases "many" is no number/],
      [['--case', '3'], /needs one target/],
      [['feed', '--case', '3', '--cases', '3'], /exclude each other/],
      [['--nothing'], /nothing/],
    ] as const) {
      expect(readCall(argv, known)).toMatch(what);
    }
  });
});
