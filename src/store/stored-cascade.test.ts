import { describe, expect, it } from 'vitest';
import type { Cascade } from '../domain/trace.ts';
import { cascadeOver } from './rows.fixture.ts';
import { storedCascade } from './stored-cascade.ts';

const span = { begin: 3, end: 9 };
const inText = { kind: 'text', span };

describe('storedCascade', () => {
  it('gives a cascade back as it was stored, with every place of a credit', () => {
    const base = cascadeOver(['a', 'b', 'c'], 3);
    const [first, second, third] = base.echoes;
    const credit = { article: first!.article, strength: 'byline', covers: true } as const;
    const places = [
      { kind: 'text', span },
      { kind: 'authors', words: 'Redacción / AFP' },
      { kind: 'based-on', url: 'https://afp.com/1' },
    ] as const;
    const cascade: Cascade = {
      ...base,
      echoes: [first!, second!, { ...third!, creditPlace: places[1] }],
      wires: [
        { id: 'afp', name: 'AFP', own: [], credits: places.map((place) => ({ ...credit, place })) },
      ],
    };
    expect(storedCascade(JSON.stringify(cascade))).toEqual(cascade);
  });

  it('reads credits of an earlier version, which were spans of the text', () => {
    const earlier = {
      id: 'c',
      earliest: [],
      reach: 2,
      echoes: [
        { article: 'a', credit: 'kept', creditSpan: span, passages: [] },
        { article: 'b', credit: 'dropped', passages: [] },
      ],
      wires: [
        {
          id: 'afp',
          name: 'AFP',
          own: [],
          credits: [{ article: 'a', strength: 'dateline', span, covers: true }],
        },
      ],
    };
    const { echoes, wires } = storedCascade(JSON.stringify(earlier));
    expect(echoes).toEqual([
      { article: 'a', credit: 'kept', creditPlace: inText, passages: [] },
      { article: 'b', credit: 'dropped', passages: [] },
    ]);
    expect(wires![0]!.credits).toEqual([
      { article: 'a', strength: 'dateline', place: inText, covers: true },
    ]);
  });

  it('leaves wires out where a trace before wires stored the cascade', () => {
    const cascade = cascadeOver(['a', 'b'], 2);
    expect('wires' in storedCascade(JSON.stringify(cascade))).toBe(false);
  });
});
