import { describe, expect, it } from 'vitest';
import { expectationOf } from './expected-size.ts';
import { fitGravity, predictCounts } from './gravity.ts';
import { leaveHostsOut } from './leave-out.ts';
import type { Observation } from './predictors.ts';

/** Invented hosts with counts that follow a law, but for a little: every third sender sends one more. */
function invented(hosts: number, senders = 30): Observation[] {
  return Array.from({ length: hosts * senders }, (_, i) => {
    const [host, sender] = [i % hosts, Math.floor(i / hosts)];
    const predictors = {
      'sender-gdp': 1e9 * 1.3 ** sender,
      'sender-population': 1e6 * (1 + ((sender * 7) % 11)),
      'host-gdp': 1e10 * (1 + host),
      'host-population': 1e6 * (1 + ((host * 5) % 7)),
      distance: 500 + ((sender * 37 + host * 911) % 9000),
    };
    const law = Math.exp(0.25 * sender - 4) * (1 + host / hosts) + (sender % 3 === 0 ? 1 : 0);
    return { sender: `S${sender}`, host: `H${host}`, predictors, count: Math.round(law) };
  });
}

describe('expectationOf', () => {
  it('says what it rests on, and expects what the law gives within its interval', () => {
    const observations = invented(6);
    const found = expectationOf(observations, 'size and distance');
    if (found.kind !== 'expects') throw new Error(found.reason);
    expect(found).toMatchObject({ observations: 180, hosts: 6, hostsBy: 'effects' });
    expect(found.fit.r2).toBeGreaterThan(0.9);
    expect(found.leftOut).toMatchObject({ n: 180, hosts: 6 });
    expect(found.leftOut.spearman).toBeGreaterThan(0.6);
    expect(found.leftOut.covered).toBeGreaterThan(0.85);
    const largest = observations.at(-1)!;
    const size = found.of(largest);
    expect(size.low).toBeLessThanOrEqual(largest.count);
    expect(size.high).toBeGreaterThanOrEqual(largest.count);
    expect(size.beyond).toEqual([]);
  });

  it('expects less surely of a host that it has not seen, and says what lies outside', () => {
    const found = expectationOf(invented(5), 'size and distance');
    if (found.kind !== 'expects') throw new Error(found.reason);
    const { sender, predictors } = invented(5).at(-1)!;
    const known = found.of({ sender, host: 'H2', predictors });
    const unknown = found.of({
      sender,
      host: 'elsewhere',
      predictors: { ...predictors, distance: 19_000 },
    });
    expect(unknown.high / unknown.mean).toBeGreaterThan(known.high / known.mean);
    expect(unknown.beyond).toEqual(['distance']);
    const large = { ...predictors, 'host-gdp': 1e13 };
    expect(found.of({ sender, host: 'elsewhere', predictors: large }).beyond).toEqual(['host-gdp']);
  });

  it('takes hosts by size where there are many', () => {
    const found = expectationOf(invented(20), 'size and distance');
    expect(found).toMatchObject({ kind: 'expects', hostsBy: 'size', hosts: 20 });
  });

  it('cannot say with few hosts, few counts or next to none above 0', () => {
    expect(expectationOf(invented(3), 'all ties')).toEqual({
      kind: 'cannot-say',
      reason: 'Counts of 3 hosts are held; at least 4 are needed.',
    });
    expect(expectationOf(invented(4, 10), 'size and distance')).toMatchObject({
      reason: '40 counts are held; 3 predictors and 4 hosts need 70.',
    });
    const empty = invented(4).map((one) => ({ ...one, count: 0 }));
    expect(expectationOf(empty, 'size and distance')).toMatchObject({
      reason: 'Only 0 of 120 counts are above 0.',
    });
    expect(expectationOf([], 'trade').kind).toBe('cannot-say');
  });
});

describe('fitGravity', () => {
  const choice = { predictors: ['distance'], senderEffects: true, hostEffects: true } as const;

  it('fits every sender and host to its sum, and expects nothing where all counts are 0', () => {
    const observations = invented(6).map((one) => (one.host === 'H3' ? { ...one, count: 0 } : one));
    const model = fitGravity(observations, choice);
    expect([...model.emptyHosts]).toEqual(['H3']);
    const expected = predictCounts(model, observations);
    const sums = (key: 'host' | 'sender', value: string) => {
      let [counted, meant] = [0, 0];
      for (const [i, one] of observations.entries()) {
        if (one[key] !== value) continue;
        counted += one.count;
        meant += expected[i]!.mean;
      }
      return [counted, meant] as const;
    };
    for (const host of ['H0', 'H3', 'H5']) {
      const [counted, meant] = sums('host', host);
      expect(meant).toBeCloseTo(counted, 4);
    }
    const [counted, meant] = sums('sender', 'S29');
    expect(meant).toBeCloseTo(counted, 4);
  });

  it('keeps what is not known as a column of its own', () => {
    const observations = invented(4).map((one, i) =>
      i % 5 === 0 ? { ...one, predictors: { ...one.predictors, trade: 10 + i } } : one,
    );
    const model = fitGravity(observations, { ...choice, predictors: ['trade'] });
    expect(model.design.seen[0]).toMatchObject({ predictor: 'trade', unknownAt: 1 });
    expect(model.converged).toBe(true);
  });

  it('refuses to fit nothing', () => {
    expect(() => fitGravity([], choice)).toThrow('no observations');
  });
});

describe('leaveHostsOut', () => {
  it('never lets a host speak for itself', () => {
    // One host counts a hundredfold: only a model that had seen it could expect that.
    const odd = invented(5).map((one) =>
      one.host === 'H4' ? { ...one, count: one.count * 100 } : one,
    );
    const choice = { predictors: ['sender-gdp'], senderEffects: false, hostEffects: true } as const;
    expect(fitGravity(odd, choice).fit.devianceR2).toBeGreaterThan(0.9);
    expect(leaveHostsOut(odd, choice).devianceR2).toBeLessThan(0.5);
    expect(() => leaveHostsOut(invented(1), choice)).toThrow('1 hosts; at least 2 needed');
  });
});
