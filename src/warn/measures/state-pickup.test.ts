import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CascadeId } from '../../domain/ids.ts';
import { AT, article, DAY, indicatorOf, moment, pickupEcho } from '../invented.fixture.ts';
import { observePickup, type PickupEcho, type PickupFacts } from './state-pickup.ts';

const PICKUP = indicatorOf('state-pickup');

function pickup(echoes: readonly PickupEcho[], orderOpen = false, at = AT): PickupFacts {
  const origin = { article: article('origin'), outlet: 'Radio Valdoria', state: 'XV', orderOpen };
  const cascade = 'c1' as CascadeId;
  return { cascade, subject: '-', origin: { ...origin, at: moment(at) }, echoes };
}

const observed = (...echoes: PickupEcho[]) => observePickup(pickup(echoes), PICKUP);

describe('observePickup', () => {
  test('of nobody is nothing, at the day of the origin', () => {
    expect(observed()).toMatchObject({ value: 0, at: AT, counter: [], confidence: 'likely' });
  });

  test('counts a publisher once, however many of its articles carry the passage', () => {
    const twice = observed(pickupEcho('a.example'), pickupEcho('a.example'));
    expect(twice.value).toBe(1);
    expect(twice.findings[1]?.refs).toHaveLength(2);
    expect(observed(pickupEcho('a.example'), pickupEcho('b.example'))).toMatchObject({
      value: 2,
      confidence: 'very likely',
    });
  });

  test('counts neither those abroad nor those whose credit is not surely dropped', () => {
    expect(observed(pickupEcho('a.example', { local: false })).value).toBe(0);
    for (const credit of ['kept', 'unknown'] as const) {
      expect(observed(pickupEcho('a.example', { credit })).value).toBe(0);
    }
  });

  test('tells against it who names the source, each publisher once, and an open order', () => {
    const kept = { credit: 'kept' } as const;
    const facts = pickup([pickupEcho('a.example', kept), pickupEcho('a.example', kept)], true);
    const { counter, confidence } = observePickup(facts, PICKUP);
    expect(counter.map(({ code, figures }) => [code, figures])).toEqual([
      ['some-attribute', { publishers: 1 }],
      ['order-open', { outlet: 'Radio Valdoria' }],
    ]);
    expect(counter[0]?.refs).toHaveLength(2);
    expect(confidence).toBe('roughly even chance');
  });

  test('an undated origin has no pickups', () => {
    const facts = pickup([pickupEcho('a.example')]);
    const undated = { ...facts, origin: { ...facts.origin, at: undefined } };
    expect(observePickup(undated, PICKUP)).toMatchObject({ value: 0, at: AT + DAY });
    expect(observePickup({ ...undated, echoes: [] }, PICKUP).at).toBe(0);
  });

  const echoes = fc.array(
    fc.record({
      publisher: fc.constantFrom('a.example', 'b.example', 'c.example', 'd.example'),
      from: fc.option(fc.integer({ min: -3, max: 12 }), { nil: undefined }),
      width: fc.integer({ min: 0, max: 3 }),
      credit: fc.constantFrom('kept', 'dropped', 'unknown'),
      local: fc.boolean(),
    }),
  );

  test('agrees with a count hour by hour', () => {
    fc.assert(
      fc.property(echoes, fc.integer({ min: 1, max: 9 }), (rows, windowDays) => {
        const facts = rows.map(({ publisher, from, width, credit, local }) => {
          const begin = AT + (from ?? 0) * DAY;
          const at = from === undefined ? undefined : moment(begin, begin + width * DAY);
          return pickupEcho(publisher, { at, credit, local });
        });
        // Every day that it may have been on is later, and none beyond the window.
        const surely = rows.filter(({ from, width }) => {
          if (from === undefined) return false;
          const days = Array.from({ length: width + 1 }, (_, i) => from + i);
          return days.every((day) => day > 0 && day <= windowDays);
        });
        const expected = new Set(
          surely.filter((one) => one.local && one.credit === 'dropped').map((one) => one.publisher),
        );
        const { value } = observePickup(pickup(facts), { ...PICKUP, windowDays });
        expect(value).toBe(expected.size);
      }),
    );
  });
});
