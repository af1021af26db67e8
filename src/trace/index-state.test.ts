import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IndexState } from './index-state.ts';

interface Row {
  readonly domain: string;
  readonly carries: boolean;
}

const row = fc.record({
  domain: fc.constantFrom('a.example', 'b.example', 'c.example', 'новости.example', ''),
  carries: fc.boolean(),
});
const rows = fc.array(row, { maxLength: 60 });
const keys = fc.array(fc.tuple(fc.nat(4), fc.nat(0xffff_ffff)), { maxLength: 40 });

function stateOf(list: readonly Row[], boilerplate: readonly (readonly [number, number])[]) {
  const state = new IndexState();
  for (const { domain } of list) state.add(domain);
  state.carry(Uint8Array.from(list, ({ carries }) => Number(carries)));
  for (const [outlet, hash] of boilerplate) state.boilerplate.add(outlet, hash);
  state.wholeRows = Math.floor(list.length / 2);
  return state;
}

describe('IndexState', () => {
  it('numbers outlets in the order of their first row and counts their rows', () => {
    const state = new IndexState();
    for (const domain of ['b', 'a', 'b']) state.add(domain);
    expect(state.domains).toEqual(['b', 'a']);
    expect(state.outlets()).toEqual({
      ofRow: Uint32Array.from([0, 1, 0]),
      rows: Uint32Array.from([2, 1]),
    });
  });

  it('counts the rows that carry boilerplate, by outlet, also of joins before', () => {
    fc.assert(
      fc.property(rows, rows, (first, second) => {
        const state = stateOf(first, []);
        for (const { domain } of second) state.add(domain);
        const all = [...first, ...second];
        // The second join meets what is in the second half only.
        state.carry(Uint8Array.from(all, ({ carries }, i) => Number(carries && i >= first.length)));
        const carrying = all.flatMap(({ domain, carries }, i) => (carries ? [{ domain, i }] : []));
        for (const { domain, rows: count, first: at } of state.carriers()) {
          const own = carrying.filter((one) => one.domain === domain);
          expect([count, at]).toEqual([own.length, own[0]!.i]);
        }
        expect(state.carriers()).toHaveLength(new Set(carrying.map((one) => one.domain)).size);
      }),
    );
  });

  it('is read back as it was written, wherever the bytes stand, and goes on from there', () => {
    fc.assert(
      fc.property(rows, keys, fc.nat(3), (list, boilerplate, shift) => {
        const state = stateOf(list, boilerplate);
        const data = state.toBytes();
        const room = Buffer.alloc(data.length + shift);
        room.set(data, shift);
        const back = IndexState.from(room.subarray(shift));
        expect(back.outlets()).toEqual(state.outlets());
        expect(back.domains).toEqual(state.domains);
        expect(back.carriers()).toEqual(state.carriers());
        expect(back.boilerplate.keys()).toEqual(state.boilerplate.keys());
        expect([back.rows, back.wholeRows]).toEqual([list.length, state.wholeRows]);
        for (const one of [state, back]) one.add('z.example');
        expect(back.toBytes()).toEqual(state.toBytes());
      }),
    );
  });

  it('refuses bytes that were cut or changed', () => {
    const { data } = { data: stateOf([{ domain: 'a', carries: true }], [[0, 7]]).toBytes() };
    fc.assert(
      fc.property(fc.nat(data.length * 8 - 1), (bit) => {
        const changed = data.slice();
        changed[bit >> 3]! ^= 1 << (bit & 7);
        expect(() => IndexState.from(changed)).toThrow(/trace state/);
      }),
    );
    for (let length = 0; length < data.length; length++) {
      expect(() => IndexState.from(data.slice(0, length))).toThrow(/trace state/);
    }
  });
});
