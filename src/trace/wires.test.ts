import { describe, expect, it } from 'vitest';
import type { Cascade } from '../domain/trace.ts';
import { article, at, cascade, echo, own, parentOf, STORY, wordsAt } from './cascades.fixture.ts';
import type { CascadeArticle } from './cascades.ts';

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
    const { place } = first!.credits[0]!;
    expect(place.kind === 'text' && wordsAt(`ROME (AP) — ${STORY}`, place.span)).toBe('ROME (AP)');
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

  it('are credited by what a page states of its authors and its originals', () => {
    const found = cascade(
      by('a', 1, STORY, { authors: ['Redacción / AP'] }),
      by('b', 2, STORY, { basedOn: ['https://apnews.com/article/1'] }),
      by('c', 3, `${STORY} ${own('c')}. Nobody came, according to AP.`, { authors: ['AP'] }),
      by('d', 4, `ROME (AP) — ${STORY}`, { authors: ['AP'] }),
      by('e', 5, STORY, { authors: ['Jane Roe'] }),
      by('agency', 6, STORY, { domain: 'apnews.com', authors: ['AP'] }),
    );
    expect(wires(found)).toEqual([
      {
        'ap Associated Press': ['a byline', 'b byline', 'c byline', 'd dateline'],
        own: ['agency'],
      },
    ]);
    expect(found.wires![0]!.credits.map(({ place }) => place.kind)).toEqual([
      'authors',
      'based-on',
      'authors',
      'text',
    ]);
    expect(found.echoes.map(({ credit, creditPlace }) => [credit, creditPlace?.kind])).toEqual([
      ['unknown', 'authors'],
      ['kept', 'based-on'],
      ['kept', 'text'],
      ['kept', 'text'],
      ['dropped', undefined],
      ['dropped', undefined],
    ]);
  });

  it('are credited by the page before words apart from the passage', () => {
    const text = `${STORY} ${own('b')}\nCon información de AP`;
    const found = (authors: readonly string[]) =>
      wires(cascade(by('a', 1, STORY), by('b', 2, text, { authors })));
    expect(found(['Jane Roe'])).toEqual([{ 'ap Associated Press': ['b byline apart'], own: [] }]);
    expect(found(['AP'])).toEqual([{ 'ap Associated Press': ['b byline'], own: [] }]);
  });

  it('are not outlets that a page names without a word for agency', () => {
    const wire = { outlet: 'Bay Wire', domain: 'baywire.example' };
    const named = (author: string) =>
      wires(cascade(by('own', 1, STORY, wire), by('b', 2, STORY, { authors: [author] })));
    expect(named('Bay Wire')).toEqual([]);
    expect(named('Agencia Bay Wire')).toEqual([
      { 'baywire.example Bay Wire': ['b byline'], own: ['own'] },
    ]);
  });

  it('are none where nobody is credited', () => {
    expect(cascade(by('a', 1, STORY), by('b', 2, STORY)).wires).toEqual([]);
  });
});
