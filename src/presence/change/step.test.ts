import { describe, expect, it } from 'vitest';
import type { EntryDraft } from '../../domain/ledger.ts';
import { noiseFloorOf } from './noise-floor.ts';
import { judgeSteps } from './step.ts';

function level(min: number, max: number | null = min): EntryDraft {
  return {
    sender: 'AA',
    host: 'BB',
    measure: 'level',
    number: { min, max },
    unit: 'diplomats',
    scope: 'embassy',
    kind: 'official-list',
    source: { name: 'an invented list' },
  };
}

const [before, after] = [level(10), level(30)];

describe('judgeSteps', () => {
  it('tells a step from noise, either way', () => {
    const [up, down, still] = judgeSteps([
      { before, after },
      { before: after, after: before },
      { before, after: level(12) },
    ]);
    expect(up).toMatchObject({
      kind: 'step',
      direction: 'up',
      change: { atLeast: 20, atMost: 20 },
    });
    expect(down).toMatchObject({ kind: 'step', direction: 'down' });
    expect(still).toMatchObject({ kind: 'within-noise', direction: 'up' });
  });

  it('takes bounds at their nearest ends', () => {
    const [touching, apart] = judgeSteps([
      { before: level(10, 25), after: level(20, null) },
      { before: level(5, 10), after: level(30, null) },
    ]);
    expect(touching).toMatchObject({ kind: 'within-noise', direction: 'none', p: 1 });
    expect(apart).toMatchObject({ kind: 'step', change: { atLeast: 20, atMost: null } });
  });

  it('calls nothing a step that is as large as what lists do by themselves', () => {
    const restless = noiseFloorOf(Array(40).fill({ before: 5, after: 30 }));
    const [one] = judgeSteps([{ before, after }], restless);
    expect(one).toMatchObject({ kind: 'within-noise', asLargeInLists: 1, p: 1 });
  });

  it('asks more of each of many', () => {
    const question = { before: level(10), after: level(22) };
    expect(judgeSteps([question])[0]?.kind).toBe('within-noise');
    const clear = { before: level(10), after: level(25) };
    expect(judgeSteps([clear])[0]?.kind).toBe('step');
    expect(judgeSteps(Array(9).fill(clear)).map((one) => one?.kind)).not.toContain('step');
  });

  it('says nothing of an entry without a number, and refuses what is not alike', () => {
    const { number: _, ...mute } = before;
    expect(judgeSteps([{ before: mute, after }])).toEqual([undefined]);
    expect(() => judgeSteps([{ before, after: { ...after, unit: 'posts' } }])).toThrow(
      'unit "diplomats" against "posts"',
    );
  });
});
