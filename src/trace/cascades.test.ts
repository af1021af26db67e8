import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../domain/ids.ts';
import { type Moment, orderOf } from '../domain/moment.ts';
import type { Cascade, Echo } from '../domain/trace.ts';
import { tokensOf } from '../text/tokens.ts';
import { type CascadeArticle, cascadeOf } from './cascades.ts';
import { clusterPassages } from './clusters.ts';
import { traceTexts } from './trace.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const at = (hour: number): Moment => ({
  earliest: hour * HOUR,
  latest: hour * HOUR,
  precision: 'second',
  zone: 'stated',
});
const onDay = (day: number): Moment => ({
  earliest: day * DAY,
  latest: (day + 1) * DAY - 1,
  precision: 'day',
  zone: 'unknown',
});

const STORY = Array.from({ length: 60 }, (_, i) => `w${i}`).join(' ');
const own = (name: string, words = 30): string =>
  Array.from({ length: words }, (_, i) => `${name}${i}`).join(' ');
const part = (from: number, to: number): string => STORY.split(' ').slice(from, to).join(' ');

/** An invented article; its id is its name. */
function article(
  id: string,
  published: Moment | undefined,
  text = STORY,
  more: Partial<CascadeArticle> = {},
): CascadeArticle {
  return {
    id: id as ArticleId,
    domain: `${id}.example`,
    outlet: `Outlet ${id}`,
    title: '',
    text,
    language: 'en',
    published,
    ownWords: tokensOf(text).count,
    ...more,
  };
}

/** All cascades of the articles, by the real road from texts to clusters. */
function cascadesOf(articles: readonly CascadeArticle[]): Cascade[] {
  const texts = articles.map(({ text, domain }) => ({ text, domain, language: 'en' }));
  return clusterPassages(traceTexts(texts).pairs).map((cluster) =>
    cascadeOf(cluster, (row) => articles[row]!),
  );
}

function cascade(...articles: CascadeArticle[]): Cascade {
  const found = cascadesOf(articles);
  expect(found).toHaveLength(1);
  return found[0]!;
}

const echo = ({ echoes }: Cascade, id: string): Echo => echoes.find((e) => e.article === id)!;
const parentOf = (found: Cascade, id: string): string | undefined =>
  echo(found, id).parent?.article;

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
    const { begin, end } = echo(found, 'names').creditSpan!;
    expect(text('Radio Valdoria').slice(begin, end)).toBe('Radio Valdoria');
    expect(echo(found, 'drops').creditSpan).toBeUndefined();
  });
});

describe('the wires', () => {
  const by = (id: string, hour: number, text: string, more: Partial<CascadeArticle> = {}) =>
    article(id, at(hour), text, more);
  const wires = ({ wires: list = [] }: Cascade) =>
    list.map(({ id, name, own: itself, credits }) => ({
      [`${id} ${name}`]: credits.map(
        (c) => `${c.article} ${c.strength}${c.covers ? '' : ' apart'}`,
      ),
      own: itself,
    }));

  it('are the agencies that members credit, by strength', () => {
    const found = cascade(
      by('a', 1, `ROME (AP) — ${STORY}`),
      by('b', 2, `${STORY}\nCon información de AP`),
      by('c', 3, `${STORY} ${own('c')}. Nobody came, according to AP. ${own('d')}`),
      by('d', 4, `${STORY}. Nobody came, one told AP.`),
      by('e', 5, `${STORY}. A reporter of AP was there. Nobody came, Reuters reported.`),
    );
    expect(wires(found)).toEqual([
      { 'ap Associated Press': ['a dateline', 'b byline', 'c cited apart', 'd via'], own: [] },
      { 'reuters Reuters': ['e cited'], own: [] },
    ]);
    const [first] = found.wires!;
    const { begin, end } = first!.credits[0]!.span;
    expect(`ROME (AP) — ${STORY}`.slice(begin, end)).toBe('ROME (AP)');
  });

  it('name the agency’s own articles apart, whose own name is no credit', () => {
    const found = cascade(
      by('agency', 1, `ROME (AP) — ${STORY}`, { domain: 'apnews.com', outlet: 'AP News' }),
      by('other', 2, `ROME (AP) — ${STORY}`),
      by('named', 3, STORY, { outlet: 'The Associated Press' }),
    );
    expect(wires(found)).toEqual([
      { 'ap Associated Press': ['other dateline'], own: ['agency', 'named'] },
    ]);
    expect(echo(found, 'named').credit).toBe('dropped');
  });

  it('make the agency’s own article the parent of those that credit it', () => {
    const found = cascade(
      by('early', 1, `${STORY} ${own('e')}`),
      by('agency', 2, `ROME (AP) — ${STORY}`, { domain: 'apnews.com', outlet: 'Daily News' }),
      by('echo', 3, `ROME (AP) — ${STORY}`),
      by('silent', 4, STORY),
    );
    expect(echo(found, 'echo').parent).toMatchObject({ article: 'agency', reason: 'names-outlet' });
    expect(parentOf(found, 'silent')).toBe('early');
  });

  it('leave the parent where the agency is not among the articles', () => {
    const found = cascade(by('a', 1, `ROME (AP) — ${STORY}`), by('b', 2, `ROME (AP) — ${STORY}`));
    expect(echo(found, 'b').parent).toMatchObject({ article: 'a', reason: 'most-overlap' });
  });

  it('take in an outlet that others credit like an agency, and no other outlet', () => {
    const wire = { outlet: 'Bay Wire', domain: 'baywire.example' };
    const dateline = `LOWER BAY (Bay Wire) — ${STORY}`;
    const found = cascade(
      by('own', 1, dateline, wire),
      by('b', 2, dateline),
      by('c', 3, `${STORY}. Nobody came, according to Bay Wire.`),
      by('d', 4, `${STORY}. Nobody came, according to Outlet b.`),
    );
    expect(wires(found)).toEqual([
      { 'baywire.example Bay Wire': ['b dateline', 'c cited'], own: ['own'] },
    ]);
    const cited = cascade(
      by('own', 1, dateline, wire),
      by('c', 3, `${STORY}. Nobody came, according to Bay Wire.`),
    );
    expect(wires(cited)).toEqual([]);
    const agency = cascade(
      by('own', 1, STORY, wire),
      by('c', 3, `${STORY}. Nobody came, according to the news agency Bay Wire.`),
    );
    expect(wires(agency)).toEqual([{ 'baywire.example Bay Wire': ['c cited'], own: ['own'] }]);
  });

  it('are none where nobody is credited', () => {
    expect(cascade(by('a', 1, STORY), by('b', 2, STORY)).wires).toEqual([]);
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
