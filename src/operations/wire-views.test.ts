import { describe, expect, it } from 'vitest';
import type { Article } from '../domain/article.ts';
import type { ArticleId, CaptureId, CascadeId } from '../domain/ids.ts';
import type {
  Cascade,
  CreditPlace,
  Echo,
  Wire,
  WireCredit,
  WireStrength,
} from '../domain/trace.ts';
import { bothCredit, wireView } from './wire-views.ts';

const id = (name: string): ArticleId => name as ArticleId;

function article(name: string, text: string): Article {
  return {
    id: id(name),
    key: name,
    captureId: name as unknown as CaptureId,
    url: undefined,
    domain: `${name}.example`,
    outlet: `Outlet ${name}`,
    title: '',
    text,
    language: 'en',
    published: undefined,
    firstSeen: undefined,
    capturedAt: 0,
  };
}

const LONG = 'unrelated words '.repeat(20);
const TEXT = `${LONG}ROME\n(Bay Wire) — ${LONG}`;
const SPAN = { begin: LONG.length, end: LONG.length + 'ROME\n(Bay Wire)'.length };
const articles = new Map(['a', 'b', 'c', 'w'].map((name) => [id(name), article(name, TEXT)]));

const credit = (name: string, strength: WireStrength, covers = true): WireCredit => ({
  article: id(name),
  strength,
  place: { kind: 'text', span: SPAN },
  covers,
});
const wire = (...credits: WireCredit[]): Wire => ({
  id: 'baywire.example',
  name: 'Bay Wire',
  own: [id('w')],
  credits,
});
const cascade = (...earliest: string[]): Cascade => ({
  id: 'x' as CascadeId,
  echoes: ['a', 'b', 'c', 'w'].map((name) => ({ article: id(name) }) as Echo),
  earliest: earliest.map(id),
  reach: 4,
});

describe('wireView', () => {
  it('counts who credits it among the members of other houses', () => {
    const shown = wireView(
      wire(credit('a', 'dateline'), credit('b', 'cited'), credit('c', 'via')),
      cascade('w'),
      articles,
    );
    expect(shown).toMatchObject({
      claim: 'common-origin',
      others: 3,
      crediting: 2,
      own: [{ article: 'w', outlet: 'Outlet w' }],
      ownEarliest: true,
      earliestCredits: [],
    });
    expect(shown.credits.map(({ outlet }) => outlet)).toEqual(['Outlet a', 'Outlet b', 'Outlet c']);
  });

  it('names the earliest seen that credit it; what was said to it is no credit', () => {
    const shown = wireView(
      wire(credit('a', 'cited'), credit('b', 'via')),
      cascade('a', 'b'),
      articles,
    );
    expect(shown.earliestCredits).toEqual([{ article: 'a', outlet: 'Outlet a' }]);
    expect(shown.ownEarliest).toBe(false);
  });

  it.each([
    [[credit('a', 'cited'), credit('b', 'byline')], 'common-origin'],
    [[credit('a', 'dateline', false)], 'cited'],
    [[credit('a', 'cited')], 'cited'],
    [[credit('a', 'via')], 'said-to'],
  ] as const)('claims no more than the credits bear (%#)', (credits, claim) => {
    expect(wireView(wire(...credits), cascade(), articles).claim).toBe(claim);
  });

  it('shows the credit on one line with whole words around it, and no more', () => {
    const [shown] = wireView(wire(credit('a', 'dateline')), cascade(), articles).credits;
    expect(shown!.text).toBe('ROME (Bay Wire)');
    expect(shown!.place).toEqual({ kind: 'text', span: SPAN });
    expect(shown!.before).toMatch(/^ (?:unrelated |words )+$/);
    expect(shown!.after).toMatch(/^ — (?:unrelated |words )+$/);
    expect(`${shown!.before}${shown!.after}`.length).toBeLessThanOrEqual(120);
  });
});

describe('the words of a credit', () => {
  const shownAt = (place: CreditPlace) =>
    wireView(wire({ ...credit('a', 'byline'), place }), cascade(), articles).credits[0]!;

  it('are the author or the address that the page states, with nothing around them', () => {
    const words = 'Redacción /\n AFP';
    const byAuthor = shownAt({ kind: 'authors', words });
    expect(byAuthor).toMatchObject({ before: '', text: 'Redacción / AFP', after: '' });
    expect(byAuthor.place).toEqual({ kind: 'authors', words });
    const url = 'https://baywire.example/1';
    expect(shownAt({ kind: 'based-on', url })).toMatchObject({ before: '', text: url, after: '' });
  });
});

describe('bothCredit', () => {
  it('names the wires that both credit', () => {
    const wires = [wire(credit('a', 'dateline'), credit('b', 'cited'), credit('c', 'via'))];
    const named = [{ id: 'baywire.example', name: 'Bay Wire' }];
    expect(bothCredit(wires, id('a'), id('b'))).toEqual(named);
    expect(bothCredit(wires, id('a'), id('c'))).toEqual([]);
    expect(bothCredit(wires, id('a'), id('w'))).toEqual([]);
  });
});
