import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Moment, orderOf } from '../domain/moment.ts';
import {
  article,
  at,
  cascade,
  echo,
  HOUR,
  onDay,
  own,
  parentOf,
  part,
  STORY,
  wordsAt,
} from './cascades.fixture.ts';
import type { CascadeArticle } from './cascades.ts';

describe('the earliest seen', () => {
  it('is the one whose date lies before all others', () => {
    const found = cascade(article('c', at(9)), article('a', at(5)), article('b', onDay(3)));
    expect(found.earliest).toEqual(['a']);
    expect(found.echoes.map((e) => e.article)).toEqual(['a', 'c', 'b']);
  });

  it('is several where the bounds touch, and then neither has a parent', () => {
    const found = cascade(article('a', onDay(1)), article('b', at(30)), article('c', at(60)));
    expect(found.earliest).toEqual(['a', 'b']);
    expect([parentOf(found, 'a'), parentOf(found, 'b')]).toEqual([undefined, undefined]);
    expect(parentOf(found, 'c')).toBeDefined();
    const days = cascade(article('a', onDay(1)), article('b', onDay(1)));
    expect(days.earliest).toEqual(['a', 'b']);
    expect(echo(days, 'b')).toMatchObject({
      parent: undefined,
      comparedWith: 'a',
      change: undefined,
    });
  });

  it('is never an undated article, which is no parent and has none', () => {
    const found = cascade(article('u', undefined), article('b', at(9)), article('a', undefined));
    expect(found.earliest).toEqual(['b']);
    expect(found.echoes.map((e) => e.article)).toEqual(['b', 'a', 'u']);
    expect(found.echoes.map((e) => e.parent)).toEqual([undefined, undefined, undefined]);
    expect(echo(found, 'u')).toMatchObject({ change: undefined, credit: 'unknown' });
    expect(cascade(article('a', undefined), article('b', undefined)).earliest).toEqual([]);
  });

  it('shows how undated members differ in their headlines, and claims no alteration', () => {
    const [a, b] = [
      article('a', undefined, STORY, { title: 'Envoy says 12 left' }),
      article('b', undefined, STORY, { title: 'Twelve flee' }),
    ];
    expect(echo(cascade(a, b), 'b').change).toEqual({
      title: { from: 'Envoy says 12 left', to: 'Twelve flee' },
      added: [],
      removed: [],
      alterations: [],
    });
  });

  it('is whoever no other member lies before, and every parent lies before its echo', () => {
    const moment = fc.option(
      fc
        .tuple(fc.nat(50), fc.nat(8))
        .map(([hour, width]): Moment => ({ ...at(hour), latest: (hour + width) * HOUR })),
      { nil: undefined },
    );
    fc.assert(
      fc.property(fc.array(moment, { minLength: 2, maxLength: 8 }), (moments) => {
        const articles = moments.map((published, i) => article(`a${i}`, published));
        const found = cascade(...articles);
        const dated = articles.filter((a) => a.published !== undefined);
        const first = dated.filter(
          (a) => !dated.some((b) => orderOf(b.published, a.published) === 'before'),
        );
        expect([...found.earliest].sort()).toEqual(first.map((a) => a.id));
        for (const { article: id, parent } of found.echoes) {
          if (parent === undefined) continue;
          const [from, to] = [parent.article, id].map((x) => articles.find((a) => a.id === x)!);
          expect(orderOf(from!.published, to!.published)).toBe('before');
          expect(parent.confidence).toBeGreaterThan(0);
          expect(parent.confidence).toBeLessThanOrEqual(1);
          expect(parent.lag.min).toBeGreaterThan(0);
          expect(parent.lag.max).toBeGreaterThanOrEqual(parent.lag.min);
          expect(parent.rivals).not.toContain(parent.article);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('the parent', () => {
  const early = article('early', at(1), `${STORY} ${own('e')}`);
  const late = article('late', at(2), `${STORY} ${own('l')}`, { outlet: 'Radio Valdoria' });
  const half = article('half', at(3), `${part(0, 30)} ${own('h')}`);

  it('is the outlet that the echo names, above all', () => {
    const naming = article('echo', at(9), `${STORY} Radio Valdoria ${own('x')}`);
    const found = cascade(early, late, half, naming);
    expect(echo(found, 'echo').parent).toMatchObject({ article: 'late', reason: 'names-outlet' });
    expect(echo(found, 'echo').parent!.rivals).toEqual(['early', 'half']);
  });

  it('is else the one that shares most of its text', () => {
    const found = cascade(half, { ...late, published: at(5) }, article('echo', at(9)));
    expect(echo(found, 'echo').parent).toMatchObject({ article: 'late', reason: 'most-overlap' });
    expect(echo(found, 'echo').parent!.rivals).toEqual(['half']);
  });

  it('is else the earliest of those that share as much', () => {
    const found = cascade(late, early, article('echo', at(9)));
    expect(echo(found, 'echo').parent).toMatchObject({ article: 'early', reason: 'earliest' });
    expect(echo(found, 'echo').parent!.rivals).toEqual(['late']);
  });

  it('is surer where it is named and where it has no rival', () => {
    const sure = (...others: CascadeArticle[]): number =>
      echo(cascade(...others), 'echo').parent!.confidence;
    const plain = article('echo', at(9));
    const naming = article('echo', at(9), `${STORY} Radio Valdoria ${own('x', 5)}`);
    expect(sure(late, plain)).toBeGreaterThan(sure(early, late, plain));
    expect(sure(early, late, naming)).toBeGreaterThan(sure(early, late, plain));
  });

  it('has a lag in bounds and rivals of eight at most', () => {
    const others = Array.from({ length: 11 }, (_, i) => article(`r${i}`, at(i)));
    const found = cascade(...others, article('echo', onDay(2)));
    const { parent } = echo(found, 'echo');
    expect(parent).toMatchObject({ article: 'r0', lag: { min: 48 * HOUR, max: 72 * HOUR - 1 } });
    expect(parent!.rivals).toHaveLength(8);
  });
});

describe('an echo', () => {
  it('shows passages from its parent’s side to its own, the type and the changes', () => {
    const text = `${own('x')} ${STORY.replace('w30', 'changed')}`;
    const late = article('late', at(2), text, { title: 'New' });
    // Either row order: passages must be turned round where the parent is the second row.
    for (const articles of [
      [article('first', at(1), STORY, { title: 'Old' }), late],
      [late, article('first', at(1), STORY, { title: 'Old' })],
    ]) {
      const shown = echo(cascade(...articles), 'late');
      expect(shown).toMatchObject({
        copyType: 'verbatim',
        comparedWith: 'first',
        change: { title: { from: 'Old', to: 'New' }, added: ['changed'], removed: ['w30'] },
      });
      const [{ a, b }] = shown.passages as [(typeof shown.passages)[number]];
      expect(a).toEqual({ begin: 0, end: STORY.length });
      expect(text.slice(b.begin, b.end)).toBe(STORY.replace('w30', 'changed'));
    }
  });

  it('keeps, drops or knows no credit', () => {
    const first = article('first', at(1), STORY, { outlet: 'Radio Valdoria' });
    const text = (credit: string): string => `${STORY} ${credit} ${own('x', 4)}`;
    const found = cascade(
      first,
      article('names', at(2), text('Radio Valdoria')),
      article('agency', at(2), text('TASS')),
      article('drops', at(2), text('none')),
      article('itself', at(2), text('TASS'), { outlet: 'TASS' }),
      article('edition', at(2), text('Radio Valdoria'), { domain: first.domain }),
      article('undated', undefined, text('none')),
    );
    const credits = found.echoes.map((e) => [e.article, e.credit]);
    expect(Object.fromEntries(credits)).toEqual({
      first: 'unknown',
      names: 'kept',
      agency: 'kept',
      drops: 'dropped',
      itself: 'dropped',
      edition: 'dropped',
      undated: 'unknown',
    });
    const place = echo(found, 'names').creditPlace;
    expect(place?.kind === 'text' && wordsAt(text('Radio Valdoria'), place.span)).toBe(
      'Radio Valdoria',
    );
    expect(echo(found, 'drops').creditPlace).toBeUndefined();
  });
});

describe('what a page states', () => {
  const early = article('early', at(1));
  const named = article('named', at(2), STORY, { outlet: 'Radio Valdoria' });
  const rival = article('rival', at(2), `${STORY} ${own('r')}`, { domain: named.domain });
  const echoBy = (more: Partial<CascadeArticle>, text = STORY) =>
    echo(cascade(early, named, rival, article('echo', at(3), text, more)), 'echo');

  it('makes the outlet that it names the parent, and the very article by its address', () => {
    expect(echoBy({}).parent).toMatchObject({ article: 'early', reason: 'earliest' });
    for (const more of [
      { authors: ['Redacción / Radio Valdoria'] },
      { basedOn: ['https://www.named.example/story/?utm_source=x'] },
      { basedOn: ['https://named.example/'] },
    ]) {
      expect(echoBy(more).parent).toMatchObject({ article: 'named', reason: 'names-outlet' });
      expect(echoBy(more).credit).toBe('kept');
    }
    const exact = echoBy({ basedOn: [rival.url!] }, `Radio Valdoria: ${STORY}`);
    expect(exact.parent).toMatchObject({ article: 'rival', reason: 'names-outlet' });
  });

  it('keeps the credit of a work that the desk does not have, and tells no parent by it', () => {
    const url = 'https://elsewhere.example/original';
    const found = echoBy({ basedOn: [url] });
    expect([found.credit, found.creditPlace]).toEqual(['kept', { kind: 'based-on', url }]);
    expect(found.parent).toMatchObject({ article: 'early', reason: 'earliest' });
  });

  it('is no credit by a person, by its own house, or of what came later', () => {
    const later = article('later', at(9), STORY, { outlet: 'Late Herald' });
    const found = cascade(
      early,
      article('person', at(3), STORY, { authors: ['Jane Roe'] }),
      article('own', at(3), STORY, { outlet: 'Own Gazette', authors: ['Own Gazette'] }),
      article('prophet', at(3), STORY, { authors: ['Late Herald'] }),
      later,
    );
    for (const id of ['person', 'own', 'prophet']) expect(echo(found, id).credit).toBe('dropped');
  });
});

describe('a cascade', () => {
  it('reaches publishers, not editions or articles', () => {
    const domains = [
      'valdor.example',
      'es.valdor.example',
      't.me/valdor',
      't.me/other',
      'x.example',
    ];
    const found = cascade(
      ...domains.map((domain, i) => article(`a${i}`, at(i), STORY, { domain })),
    );
    expect([found.echoes.length, found.reach]).toEqual([5, 4]);
  });

  it('keeps its id when later echoes come, whatever they share', () => {
    const known = [
      article('a', at(1), `${own('a', 20)} ${STORY}`),
      article('b', at(2), `${part(20, 60)} ${own('b')}`),
    ];
    const { id } = cascade(...known);
    const later = fc.record({ hour: fc.integer({ min: 3, max: 9 }), from: fc.nat(18) });
    fc.assert(
      fc.property(fc.array(later, { maxLength: 4 }), (echoes) => {
        const more = echoes.map(({ hour, from }, i) =>
          article(`c${i}`, at(hour), `${own('a', 20)} ${STORY}`.split(' ').slice(from).join(' ')),
        );
        expect(cascade(...more, ...known).id).toBe(id);
      }),
      { numRuns: 30 },
    );
    expect(cascade(...known, article('z', at(0))).id).not.toBe(id);
  });

  it('does not depend on the order of the articles', () => {
    const articles = [
      article('a', at(1)),
      article('b', onDay(0), `${STORY} ${own('b')}`),
      article('c', at(30), part(0, 40)),
      article('d', undefined, `${own('d')} ${part(10, 60)}`),
    ];
    const expected = cascade(...articles);
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: 4 }), (shuffled) => {
        expect(cascade(...shuffled)).toEqual(expected);
      }),
      { numRuns: 24 },
    );
  });
});
