import { describe, expect, it } from 'vitest';
import { linkedArticle } from './json-ld.ts';

const read = (...values: readonly unknown[]) =>
  linkedArticle(values.map((value) => JSON.stringify(value)));

/** Invented article. */
const ARTICLE = {
  '@type': 'NewsArticle',
  headline: 'Bridge',
  datePublished: '2024-09-22',
  dateModified: '2024-09-23',
  inLanguage: { name: 'es' },
  publisher: { name: 'The Post' },
  author: [{ '@type': 'Person', name: 'Jane Roe' }, 'Invented Press Agency'],
  creditText: 'Invented Wire',
  isBasedOn: { url: 'https://wire.example/1' },
  mainEntityOfPage: { '@id': 'https://post.example/bridge' },
  articleBody: 'Text.',
};

describe('linkedArticle', () => {
  it('reads all that is said of an article', () => {
    expect(read(ARTICLE)).toMatchObject({
      title: 'Bridge',
      site: 'The Post',
      url: 'https://post.example/bridge',
      language: 'es',
      published: '2024-09-22',
      modified: '2024-09-23',
      body: 'Text.',
      authors: ['Jane Roe', 'Invented Press Agency', 'Invented Wire'],
      basedOn: ['https://wire.example/1'],
    });
  });

  it('takes the article before the page and the site, wherever they stand', () => {
    const site = { '@type': 'WebSite', name: 'Site', datePublished: '2001-01-01' };
    const page = { '@type': ['WebPage'], name: 'Page', datePublished: '2002-02-02' };
    expect(read(site, { '@graph': [page, { list: [ARTICLE] }] }).title).toBe('Bridge');
    expect(read({ '@graph': [site, { '@type': 'Person', name: 'x' }] }).title).toBe('Site');
  });

  it('takes the article that has a date', () => {
    expect(read([{ '@type': 'Article', name: 'other' }, ARTICLE]).title).toBe('Bridge');
  });

  it('leaves out what is not of the expected kind', () => {
    const odd = {
      '@type': 'Article',
      headline: 7,
      datePublished: {},
      author: { name: { a: 1 } },
      isBasedOn: 'no address',
      publisher: null,
    };
    expect(read(odd)).toMatchObject({ authors: [], basedOn: [] });
    expect(read(odd).title).toBeUndefined();
    expect(linkedArticle(['null', '7', '[]', '{broken'])).toMatchObject({ authors: [] });
  });

  it('reads scripts that are not quite JSON', () => {
    expect(
      linkedArticle(['<!-- {"@type":"Article","headline":"a\nb"}; -->'.replace(' -->', '')]).title,
    ).toBe('a b');
    expect(linkedArticle(['//<![CDATA[\n{"@type":"Article","headline":"a"}\n//]]>']).title).toBe(
      'a',
    );
    expect(
      linkedArticle(['{"@type":"Article","headline":"a "b"","datePublished":"2024-09-22"}'])
        .published,
    ).toBe('2024-09-22');
  });

  it('stops in what nests without end', () => {
    const deep = `${'{"a":'.repeat(3000)}${JSON.stringify(ARTICLE)}${'}'.repeat(3000)}`;
    expect(linkedArticle([deep]).title).toBeUndefined();
  });
});
