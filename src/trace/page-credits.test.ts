import { describe, expect, it } from 'vitest';
import { namedOnPage, type PageArticle, pageReader } from './page-credits.ts';

const page = (domain: string, outlet: string, more: Partial<PageArticle> = {}): PageArticle => ({
  url: `https://${domain}/story`,
  domain,
  outlet,
  ...more,
});
const first = page('serena.example', 'Prensa Serena');
const agency = page('apnews.com', 'AP News');
const channel = page('t.me/serena', 'Prensa Serena');

/** What the page of an article on `bay.example` states, house by house. */
function stated(
  more: Partial<PageArticle>,
  article = page('bay.example', 'Bay Courier'),
): string[] {
  const read = pageReader([first, agency, channel, article]);
  return read({ ...article, ...more }).map(({ house, place }) => `${house} ${place.kind}`);
}

describe('pageReader', () => {
  it('reads agencies and outlets among the authors, not persons', () => {
    expect(stated({ authors: ['Jane Roe', 'Redacción / AFP'] })).toEqual(['afp authors']);
    expect(stated({ authors: ['Prensa Serena'] })).toEqual(['serena.example authors']);
    expect(stated({ authors: ['Jane Roe'] })).toEqual([]);
  });

  it('reads whose the works are that it is taken from, a member’s first', () => {
    const works = [
      'https://www.efe.com/a',
      'https://other.example/b',
      'http://serena.example/story/',
    ];
    expect(stated({ basedOn: works })).toEqual([
      'serena.example based-on',
      'efe based-on',
      'other.example based-on',
    ]);
    expect(stated({ basedOn: ['https://t.me/s/tass_agency/7'] })).toEqual(['tass based-on']);
    expect(stated({ basedOn: ['https://t.me/serena/7'] })).toEqual(['t.me/serena based-on']);
    expect(stated({ basedOn: ['not an address'] })).toEqual([]);
  });

  it('leaves out the article’s own house, by any of its names', () => {
    const own = { authors: ['Redacción Bay Courier'], basedOn: ['https://bay.example/other'] };
    expect(stated(own)).toEqual([]);
    expect(stated({ basedOn: ['https://bay.example/story'] })).toEqual([]);
    expect(stated({ authors: ['AP', 'EFE'] }, agency)).toEqual(['efe authors']);
    expect(stated({ authors: ['Redacción Prensa Serena'] }, channel)).toEqual([]);
    expect(stated({ basedOn: ['https://t.me/serena/9'] }, channel)).toEqual([]);
  });
});

describe('namedOnPage', () => {
  const named = (more: Partial<PageArticle>, other: PageArticle, by = 'bay.example') => {
    const article = page(by, 'Bay Courier', { url: `https://${by}/echo`, ...more });
    return namedOnPage(pageReader([article, other])(article), article, other);
  };

  it('is exact by the address of the other, also of its own house', () => {
    const url = 'https://serena.example/story?utm_source=x';
    const place = { kind: 'based-on', url };
    expect(named({ basedOn: [url] }, first)).toEqual({ place, exact: true });
    expect(named({ basedOn: [url] }, first, 'serena.example')).toEqual({ place, exact: true });
  });

  it('is the house by another address, an author, or an agency’s name', () => {
    const url = 'https://serena.example/rss';
    const place = { kind: 'based-on', url };
    expect(named({ basedOn: [url] }, first)).toEqual({ place, exact: false });
    expect(named({ authors: ['Roe / AP'] }, agency)).toEqual({
      place: { kind: 'authors', words: 'Roe / AP' },
      exact: false,
    });
  });

  it('is no other article of its own house than the one whose address it names', () => {
    const article = { ...first, url: 'https://serena.example/echo', basedOn: [first.url!] };
    const sibling = { ...first, url: 'https://serena.example/other' };
    const credits = pageReader([article, first, sibling])(article);
    expect(namedOnPage(credits, article, first)?.exact).toBe(true);
    expect(namedOnPage(credits, article, sibling)).toBeUndefined();
  });

  it('is nothing where the page names others or nobody', () => {
    expect(named({}, first)).toBeUndefined();
    expect(named({ authors: ['EFE'], basedOn: ['https://x.example/'] }, first)).toBeUndefined();
  });
});
