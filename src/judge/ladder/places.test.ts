import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../domain/ids.ts';
import type { CreditPlace, Wire } from '../../domain/trace.ts';
import { input, member } from './ladder.fixture.ts';
import { ladderOf } from './ladder.ts';

const [a, b] = [member('a1', 'One text.'), member('b2', 'Another text altogether.')];
const authors: CreditPlace = { kind: 'authors', words: 'Redacción / Outlet a1' };
const basedOn: CreditPlace = { kind: 'based-on', url: 'https://a1.example/story' };
const text: CreditPlace = { kind: 'text', span: { begin: 0, end: 7 } };
const credit = (from: typeof a, to: typeof a, place: CreditPlace) => ({
  from: from.id,
  to: to.id,
  place,
  asSource: true,
});

describe('what a page states', () => {
  it('joins for sure, told in a note since no passage shows it', () => {
    for (const [place, note] of [
      [
        authors,
        {
          en: 'Outlet a1, by the stated author “Redacción / Outlet a1”',
          es: 'Outlet a1, según la autoría que consta, «Redacción / Outlet a1»',
        },
      ],
      [
        basedOn,
        {
          en: 'Outlet a1, by the stated original https://a1.example/story',
          es: 'Outlet a1, según el original que consta, https://a1.example/story',
        },
      ],
    ] as const) {
      const { rungs } = ladderOf(input([a, b], [], { credits: [credit(b, a, place)] }));
      expect(rungs[2]!.bounds).toEqual({ atLeast: 1, atMost: 1 });
      expect(rungs[2]!.merges).toEqual([
        { a: 'a1', b: 'b2', reason: 'names-outlet', sure: true, evidence: [], note },
      ]);
    }
  });

  it('gives way to the words of the text', () => {
    for (const places of [
      [text, authors],
      [basedOn, text],
    ]) {
      const credits = places.map((place) => credit(b, a, place));
      const [merge] = ladderOf(input([a, b], [], { credits })).rungs[2]!.merges;
      expect(merge).toMatchObject({
        evidence: [{ article: 'b2', span: { begin: 0, end: 7 } }],
        note: { en: 'Outlet a1', es: 'Outlet a1' },
      });
    }
  });

  it('puts an agency behind those that it names', () => {
    const credits = [a, b].map(({ id }) => ({
      article: id as ArticleId,
      strength: 'byline' as const,
      place: { kind: 'authors', words: 'EFE' } as const,
      covers: true,
    }));
    const wire: Wire = { id: 'efe', name: 'EFE', own: [], credits };
    const rung = ladderOf(input([a, b], [], { wires: [wire] })).rungs[2]!;
    expect(rung.bounds).toEqual({ atLeast: 1, atMost: 1 });
    expect(rung.merges.map(({ evidence, note }) => [evidence, note?.en])).toEqual([
      [[], 'EFE, by the stated author “EFE”'],
      [[], 'EFE, by the stated author “EFE”'],
    ]);
  });

  it('is no step of a circle, which shows its words', () => {
    const circles = (place: CreditPlace): number =>
      ladderOf(input([a, b], [], { credits: [credit(a, b, text), credit(b, a, place)] })).circles
        .length;
    expect([circles(text), circles(basedOn), circles(authors)]).toEqual([1, 0, 0]);
  });
});
