import { describe, expect, it } from 'vitest';
import { type After, openPace, type Turn, type Wait } from './pace.ts';

/** A clock that moves only when told, and runs what has fallen due in order. */
function stoppedClock() {
  const due: { at: number; run: () => void }[] = [];
  let now = 0;
  const wait = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      due.push({ at: now + ms, run: resolve });
      signal.addEventListener('abort', () => reject(new Error('aborted')));
    });
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 20; i++) await Promise.resolve();
  };
  const forward = async (ms: number): Promise<void> => {
    const end = now + ms;
    for (;;) {
      due.sort((a, b) => a.at - b.at);
      if (due[0] === undefined || due[0].at > end) break;
      const { at, run } = due.shift()!;
      now = at;
      run();
      await settle();
    }
    now = end;
    await settle();
  };
  return { now: () => now, wait, forward, settle, waiting: () => due.length };
}

const FINE: After = { kind: 'fine' };

function paced(perHost = 1, inFlight = 16) {
  const clock = stoppedClock();
  const { now, wait } = clock;
  const pace = openPace({ now, wait, jitter: () => 0, perHost, inFlight });
  const turns: { who: string; at: number; turn: Turn }[] = [];
  const others: { who: string; wait: Wait }[] = [];
  const ask = (who: string, host: string, gapMs: number, signal?: AbortSignal): void => {
    void pace.turn(host, gapMs, signal).then((outcome) => {
      if (outcome.kind === 'turn') turns.push({ who, at: now(), turn: outcome });
      else others.push({ who, wait: outcome });
    });
  };
  return { clock, pace, turns, others, ask };
}

describe('openPace', () => {
  it('lets a host’s requests pass one by one, in order, with a gap after each', async () => {
    const { clock, turns, ask } = paced();
    for (const who of ['a', 'b', 'c']) ask(who, 'h', 1000);
    await clock.settle();
    expect(turns.map((t) => t.who)).toEqual(['a']);
    await clock.forward(300);
    turns[0]!.turn.done(FINE);
    await clock.forward(999);
    expect(turns).toHaveLength(1);
    await clock.forward(1);
    expect(turns.map((t) => [t.who, t.at])).toEqual([
      ['a', 0],
      ['b', 1300],
    ]);
    turns[1]!.turn.done(FINE);
    await clock.forward(1000);
    expect(turns[2]).toMatchObject({ who: 'c', at: 2300 });
  });

  it('takes turns between hosts when all connections are in use', async () => {
    const { clock, turns, ask } = paced(1, 1);
    for (let n = 0; n < 3; n++) ask(`a${n}`, 'a', 0);
    for (let n = 0; n < 3; n++) ask(`b${n}`, 'b', 0);
    for (let n = 0; n < 6; n++) {
      await clock.settle();
      turns[n]!.turn.done(FINE);
    }
    expect(turns.map((t) => t.who)).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2']);
  });

  it('never lets more through than allowed, on one host and on all', async () => {
    const { clock, turns, ask } = paced(2, 3);
    for (const host of ['a', 'a', 'a', 'b', 'b', 'c']) ask(host, host, 0);
    await clock.settle();
    expect(turns.map((t) => t.who)).toEqual(['a', 'a', 'b']);
    turns[1]!.turn.done(FINE);
    turns[1]!.turn.done(FINE);
    await clock.settle();
    expect(turns.map((t) => t.who)).toEqual(['a', 'a', 'b', 'b']);
  });

  it('leaves a host alone that asks for it, and says so to who waits', async () => {
    const { clock, turns, others, ask } = paced();
    for (const who of ['a', 'b']) ask(who, 'h', 0);
    await clock.settle();
    expect(turns[0]!.turn.done({ kind: 'hold-off', retryAfterMs: 60_000 })).toBe(60_000);
    await clock.forward(10_000);
    ask('c', 'h', 0);
    ask('d', 'elsewhere', 0);
    await clock.settle();
    expect(others).toEqual([
      { who: 'b', wait: { kind: 'held-off', ms: 60_000 } },
      { who: 'c', wait: { kind: 'held-off', ms: 50_000 } },
    ]);
    expect(turns.map((t) => t.who)).toEqual(['a', 'd']);
    await clock.forward(50_000);
    ask('e', 'h', 0);
    await clock.settle();
    expect(turns.map((t) => t.who)).toEqual(['a', 'd', 'e']);
  });

  it('doubles its own pauses up to an hour, and begins anew after a good answer', async () => {
    const { clock, turns, ask } = paced();
    const pauses: number[] = [];
    for (let n = 0; n < 13; n++) {
      ask('a', 'h', 0);
      await clock.settle();
      pauses.push(turns.at(-1)!.turn.done({ kind: 'hold-off' }));
      await clock.forward(pauses.at(-1)!);
    }
    expect(pauses.slice(0, 4)).toEqual([5000, 10_000, 20_000, 40_000]);
    expect(pauses.at(-1)).toBe(3_600_000);
    ask('a', 'h', 0);
    await clock.settle();
    expect(turns.at(-1)!.turn.done(FINE)).toBe(0);
    ask('a', 'h', 0);
    await clock.settle();
    expect(turns.at(-1)!.turn.done({ kind: 'hold-off', retryAfterMs: 9e9 })).toBe(3_600_000);
  });

  it('takes one failure for chance and three for a host that is down', async () => {
    const { clock, turns, ask } = paced();
    const pauses: number[] = [];
    for (let n = 0; n < 3; n++) {
      ask('a', 'h', 0);
      await clock.settle();
      pauses.push(turns.at(-1)!.turn.done({ kind: 'no-answer' }));
    }
    expect(pauses).toEqual([0, 0, 5000]);
  });

  it('lets an aborted one go without holding up the rest', async () => {
    const { clock, turns, others, ask } = paced();
    const leaving = new AbortController();
    ask('a', 'h', 10);
    ask('b', 'h', 10, leaving.signal);
    ask('c', 'h', 10);
    await clock.settle();
    leaving.abort();
    await clock.settle();
    expect(others).toEqual([{ who: 'b', wait: { kind: 'aborted' } }]);
    turns[0]!.turn.done(FINE);
    await clock.forward(10);
    expect(turns.map((t) => t.who)).toEqual(['a', 'c']);
    ask('d', 'h', 10, AbortSignal.abort());
    await clock.settle();
    expect(others).toHaveLength(2);
  });

  it('ends all waiting when it is closed', async () => {
    const { clock, pace, turns, others, ask } = paced();
    for (const who of ['a', 'b', 'c']) ask(who, 'h', 1000);
    await clock.settle();
    turns[0]!.turn.done(FINE);
    pace.close();
    await clock.forward(5000);
    ask('d', 'h', 0);
    await clock.settle();
    expect(others.map((o) => [o.who, o.wait.kind])).toEqual([
      ['b', 'aborted'],
      ['c', 'aborted'],
      ['d', 'aborted'],
    ]);
    expect(turns).toHaveLength(1);
  });

  it('forgets idle hosts', async () => {
    const { clock, pace, turns, ask } = paced(1, 100_000);
    for (let n = 0; n < 20_000; n++) {
      ask('a', `h${n}`, 10);
      await Promise.resolve();
      await Promise.resolve();
      turns.at(-1)!.turn.done(FINE);
      if (n % 100 === 0) await clock.forward(10);
    }
    expect(turns).toHaveLength(20_000);
    expect(pace.size()).toBeLessThan(1200);
  });
});
