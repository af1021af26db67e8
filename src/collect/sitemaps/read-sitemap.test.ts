import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSitemap } from './read-sitemap.ts';

const at = { url: 'https://news.example/sitemap.xml' };
const read = (text: string) => readSitemap(Buffer.from(text), at);
const OPEN =
  '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">';
const WHOLE = { more: 0, unusable: 0, damaged: false, doubts: [] };

describe('readSitemap', () => {
  it('reads addresses, dates and news', () => {
    expect(
      read(
        `<?xml version="1.0"?>${OPEN}<url><loc> https://news.example/1?a=1&amp;b=2 </loc><lastmod>2024-09-23</lastmod><priority>1</priority></url><url><loc>/2</loc><n:news><n:publication><n:name>Diario</n:name><n:language>es</n:language></n:publication><n:publication_date>2024-09-23T14:05:00-06:00</n:publication_date><n:title>Uno &amp;amp; dos</n:title></n:news></url></urlset>`,
      ),
    ).toEqual({
      kind: 'urls',
      entries: [
        { url: 'https://news.example/1?a=1&b=2', lastmod: '2024-09-23' },
        {
          url: 'https://news.example/2',
          news: {
            publication: 'Diario',
            language: 'es',
            published: '2024-09-23T14:05:00-06:00',
            title: 'Uno & dos',
          },
        },
      ],
      ...WHOLE,
    });
  });

  it('reads an index, and a sitemap without or with an odd namespace', () => {
    expect(
      read(
        '<sitemapindex><sitemap><loc>https://news.example/a.xml</loc><lastmod>2024</lastmod></sitemap><sitemap/></sitemapindex>',
      ),
    ).toEqual({
      kind: 'index',
      sitemaps: [{ url: 'https://news.example/a.xml', lastmod: '2024' }],
      ...{ ...WHOLE, unusable: 1 },
    });
    for (const root of ['urlset', 'urlset xmlns="http://odd.example/"', 'URLSET']) {
      expect(
        read(`<${root}><url><loc>https://news.example/1</loc></url></${root.split(' ')[0]}>`),
      ).toEqual({
        kind: 'urls',
        entries: [{ url: 'https://news.example/1' }],
        ...WHOLE,
      });
    }
  });

  it('reads lines of addresses', () => {
    expect(
      read('\ufeffhttps://news.example/1\r\n\r\n https://news.example/2 \nno address\n'),
    ).toEqual({
      kind: 'urls',
      entries: [{ url: 'https://news.example/1' }, { url: 'https://news.example/2' }],
      ...{ ...WHOLE, unusable: 1 },
    });
  });

  it('keeps what stands before the end of a broken one', () => {
    const reading = read(
      `${OPEN}<url><loc>https://news.example/1</loc></url><url><loc>https://news.example/2</`,
    );
    expect(reading).toMatchObject({
      kind: 'urls',
      entries: [{ url: 'https://news.example/1' }],
      unusable: 1,
      damaged: true,
    });
    expect(
      read(
        `${OPEN}<url><loc>https://news.example/1<url><loc>https://news.example/2</loc></url></urlset>`,
      ),
    ).toMatchObject({
      entries: [{ url: 'https://news.example/1' }, { url: 'https://news.example/2' }],
      doubts: ['2 elements were not closed'],
    });
  });

  it('takes no more than 50,000 and counts the rest', () => {
    const url = '<url><loc>https://news.example/1</loc></url>';
    const reading = read(`${OPEN}${url.repeat(50_002)}</urlset>`);
    if (reading.kind !== 'urls') throw new Error(reading.kind);
    expect([reading.entries.length, reading.more, reading.damaged, reading.doubts]).toEqual([
      50_000,
      2,
      true,
      ['2 entries beyond the first 50000 were not taken'],
    ]);
  });

  it('refuses what is none and says what it is', () => {
    for (const [text, reason] of [
      ['', /empty/],
      ['<!doctype html><html><body>x</body></html>', /web page/],
      ['<rss><channel/></rss>', /it is a feed/],
      ['<feed/>', /it is a feed/],
      ['<opml/>', /its root is <opml>, expected <urlset>/],
      ['<!-- -->', /no element/],
      ['Not found', /plain text/],
      ['{"a":1}', /plain text/],
    ] as const) {
      expect(read(text)).toMatchObject({
        kind: 'not-a-sitemap',
        reason: expect.stringMatching(reason),
      });
    }
  });

  it('never throws', () => {
    const part = fc.constantFrom(
      ...[
        '<urlset>',
        '<url>',
        '</url>',
        '<loc>',
        '</loc>',
        'https://a.example/',
        '<',
        '&',
        '\n',
        '<news:news>',
      ],
      ...[
        '<![CDATA[',
        '<!--',
        '"',
        '<sitemapindex>',
        '<sitemap>',
        '\0',
        '<!DOCTYPE a [',
        '</urlset>',
      ],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        expect(() => read(parts.join(''))).not.toThrow();
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => readSitemap(bytes, at)).not.toThrow();
      }),
    );
  });
});
