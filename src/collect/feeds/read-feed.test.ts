import { describe, expect, it } from 'vitest';
import type { Feed, FeedItem } from './feed.ts';
import { readFeed } from './read-feed.ts';

const URL_OF_FEED = 'https://news.example/feeds/all.xml';

function feedOf(text: string | Uint8Array, contentType?: string): Feed {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const place = { url: URL_OF_FEED, ...(contentType !== undefined && { contentType }) };
  const reading = readFeed(bytes, place);
  if (reading.kind !== 'feed') throw new Error(reading.reason);
  return reading.feed;
}

/** The first item of an RSS feed that holds `fields`. */
function rssItem(fields: string): FeedItem {
  const item = feedOf(`<rss ${NAMESPACES}><channel><item>${fields}</item></channel></rss>`)
    .items[0];
  if (item === undefined) throw new Error('no item');
  return item;
}

/** The first entry of an Atom feed that holds `fields`. */
function atomEntry(fields: string, version = 'http://www.w3.org/2005/Atom'): FeedItem {
  const item = feedOf(`<feed xmlns="${version}"><entry>${fields}</entry></feed>`).items[0];
  if (item === undefined) throw new Error('no entry');
  return item;
}

const NAMESPACES = [
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
].join(' ');
const NOTHING = { authors: [], categories: [], enclosures: [] };

describe('readFeed: RSS', () => {
  it('reads a feed and an item with all that they state', () => {
    const feed = feedOf(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" ${NAMESPACES}><channel>
<title>Noticias &amp;amp; m&#225;s</title><link>https://news.example/</link><language>es-MX</language><ttl>15</ttl>
<image><title>Logo</title><link>https://logo.example/</link></image>
<atom:link rel="self" href="all.xml"/><atom:link rel="hub" href="https://hub.example/"/><atom:link rel="next" href="?page=2"/>
<item><title><![CDATA[El embajador <b>dijo</b> que &ldquo;no&rdquo;]]></title><link>/2024/09/23/nota?a=1&amp;b=2</link>
<guid isPermaLink="false">nota-1</guid><pubDate>Mon, 23 Sep 2024 14:05:00 -0600</pubDate>
<dc:creator>Ana Invención</dc:creator><author>redaccion@news.example (Redacción)</author>
<category>Mundo</category><category>Mundo</category><dc:subject>Política</dc:subject>
<description>&lt;p&gt;Un &lt;a href="/mas"&gt;resumen&lt;/a&gt;&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>Todo el texto</p>]]></content:encoded>
<source url="https://wire.example/rss">Agencia Ejemplo</source>
<enclosure url="https://news.example/a.mp3" type="audio/mpeg" length="1234"/>
<media:group><media:content url="/b.jpg" type="image/jpeg"/></media:group></item></channel></rss>`);
    expect(feed).toEqual({
      format: 'rss',
      title: 'Noticias & más',
      link: 'https://news.example/',
      language: 'es-MX',
      ttlMinutes: 15,
      selfUrl: 'https://news.example/feeds/all.xml',
      hub: 'https://hub.example/',
      nextUrl: 'https://news.example/feeds/all.xml?page=2',
      damaged: false,
      doubts: [],
      items: [
        {
          guid: 'nota-1',
          url: 'https://news.example/2024/09/23/nota?a=1&b=2',
          title: 'El embajador dijo que “no”',
          published: 'Mon, 23 Sep 2024 14:05:00 -0600',
          authors: ['Ana Invención', 'Redacción'],
          summaryHtml: '<p>Un <a href="https://news.example/mas">resumen</a></p>',
          contentHtml: '<p>Todo el texto</p>',
          source: { url: 'https://wire.example/rss', title: 'Agencia Ejemplo' },
          language: 'es-MX',
          categories: ['Mundo', 'Política'],
          enclosures: [
            { url: 'https://news.example/a.mp3', type: 'audio/mpeg', length: 1234 },
            { url: 'https://news.example/b.jpg', type: 'image/jpeg' },
          ],
        },
      ],
    });
  });

  it('reads RSS 1.0, whose items stand beside the channel', () => {
    const feed = feedOf(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" ${NAMESPACES}><channel rdf:about="x"><title>T</title><dc:language>ru</dc:language><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel><item rdf:about="https://news.example/1"><title>Новость</title><dc:date>2024-09-23T14:05+03:00</dc:date></item></rdf:RDF>`,
    );
    expect(feed).toMatchObject({ format: 'rdf', title: 'T', language: 'ru', ttlMinutes: 360 });
    expect(feed.items).toEqual([
      {
        ...NOTHING,
        guid: 'https://news.example/1',
        url: 'https://news.example/1',
        title: 'Новость',
        published: '2024-09-23T14:05+03:00',
        language: 'ru',
      },
    ]);
  });

  it('takes an id for the address only where it may', () => {
    const url = (fields: string) => rssItem(fields).url;
    expect(url('<guid>https://news.example/1</guid>')).toBe('https://news.example/1');
    expect(url('<guid isPermaLink="false">https://news.example/1</guid>')).toBeUndefined();
    expect(url('<guid isPermaLink="true">/1</guid>')).toBe('https://news.example/1');
    expect(url('<guid>abc</guid>')).toBeUndefined();
    expect(url('<guid>https://news.example/1</guid><link>https://news.example/2</link>')).toBe(
      'https://news.example/2',
    );
    expect(url('<link>javascript:alert(1)</link><atom:link href="/3"/>')).toBe(
      'https://news.example/3',
    );
  });

  it('reads inline markup, both kinds of summary, and lesser ones', () => {
    expect(rssItem('<description><p class="a">x &amp; y<br/></p></description>').summaryHtml).toBe(
      '<p class="a">x &amp; y<br /></p>',
    );
    expect(rssItem('<summary>s</summary><description>d</description>')).toMatchObject({
      ...{ summaryHtml: 's', contentHtml: 'd' },
    });
    expect(rssItem('<media:description>m</media:description>').summaryHtml).toBe('m');
    expect(rssItem('<description>2 &lt; 3 &amp; 4</description>').summaryHtml).toBe(
      '2 &lt; 3 &amp; 4',
    );
  });

  it('resolves titles that were escaped twice', () => {
    const title = (text: string) => rssItem(`<title>${text}</title>`).title;
    expect(title('Q&amp;amp;A: &amp;#8220;no&amp;#8221;')).toBe('Q&A: “no”');
    expect(title('&lt;b&gt;Dijo&lt;/b&gt; que 1 &lt; 2')).toBe('Dijo que 1 < 2');
    expect(title('&eacute;l\n  y   ella')).toBe('él y ella');
    expect(title('  ')).toBeUndefined();
  });
});

describe('readFeed: Atom', () => {
  it('reads an entry, its people and where it was taken from', () => {
    const feed = feedOf(
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://a.example/b/"><title type="html">&lt;i&gt;A&lt;/i&gt;</title><link href="."/><link rel="self" href="feed"/><author><name>Desk</name></author><entry xml:lang="uk"><id>tag:a.example,2024:1</id><title>One</title><link rel="alternate" type="application/json" href="1.json"/><link type="text/html" href="1"/><link rel="enclosure" href="1.mp4" type="video/mp4" length="9"/><published>2024-09-23T14:05:00Z</published><updated>2024-09-24T00:00:00Z</updated><category term="world" label="World"/><source><id>urn:x</id><title>Wire</title><link href="https://wire.example/"/></source></entry><entry><author><email>me@a.example</email></author></entry></feed>',
    );
    expect(feed).toMatchObject({
      format: 'atom',
      title: 'A',
      link: 'https://a.example/b/',
      selfUrl: 'https://a.example/b/feed',
      language: 'en',
    });
    expect(feed.items).toEqual([
      {
        guid: 'tag:a.example,2024:1',
        url: 'https://a.example/b/1',
        title: 'One',
        published: '2024-09-23T14:05:00Z',
        updated: '2024-09-24T00:00:00Z',
        authors: ['Desk'],
        source: { url: 'https://wire.example/', title: 'Wire' },
        language: 'uk',
        categories: ['world'],
        enclosures: [{ url: 'https://a.example/b/1.mp4', type: 'video/mp4', length: 9 }],
      },
      { ...NOTHING, authors: ['me@a.example'], language: 'en' },
    ]);
  });

  it('reads each kind of text', () => {
    const both = (type: string, text: string) => {
      const { title, summaryHtml } = atomEntry(
        `<title ${type}>${text}</title><summary ${type}>${text}</summary>`,
      );
      return [title, summaryHtml];
    };
    expect(both('type="text"', 'a &lt;b&gt; &amp;amp;')).toEqual([
      'a <b> &amp;',
      'a &lt;b&gt; &amp;amp;',
    ]);
    expect(both('type="html"', 'a &lt;b&gt;c&lt;/b&gt;')).toEqual(['a c', 'a <b>c</b>']);
    expect(both('', 'a &lt;b&gt;c&lt;/b&gt;')).toEqual(['a c', 'a <b>c</b>']);
    expect(
      both(
        'type="xhtml"',
        '<div xmlns="http://www.w3.org/1999/xhtml" xml:base="/x/">a <a href="y">&lt;</a></div>',
      ),
    ).toEqual(['a <', 'a <a href="https://news.example/x/y">&lt;</a>']);
    expect(
      both('type="xhtml"', '<h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:b>a</h:b></h:div>'),
    ).toEqual(['a', '<b>a</b>']);
    expect(both('mode="base64" type="text/html"', 'PGI+YTwvYj4=')).toEqual(['a', '<b>a</b>']);
    expect(both('type="image/png"', 'iVBORw0KGgoAAAA=')).toEqual([undefined, undefined]);
  });

  it('reads Atom 0.3, and a feed that declares nothing', () => {
    const old = atomEntry(
      '<issued>2003-12-31</issued><modified>2004-01-01</modified>',
      'http://purl.org/atom/ns#',
    );
    expect(old).toMatchObject({ published: '2003-12-31', updated: '2004-01-01' });
    expect(
      feedOf('<feed><title>T</title><entry><title>E</title><link href="/1"/></entry></feed>'),
    ).toMatchObject({
      ...{ title: 'T', items: [{ title: 'E', url: 'https://news.example/1' }] },
    });
    expect(
      feedOf('<entry xmlns="http://www.w3.org/2005/Atom"><title>Alone</title></entry>').items,
    ).toEqual([{ ...NOTHING, title: 'Alone' }]);
  });
});

describe('readFeed: damage', () => {
  const whole =
    '<rss><channel><title>T</title><item><title>A</title></item><item><title>B</title></item></channel></rss>';

  it('keeps the items before the place where the feed ends too early', () => {
    const feed = feedOf(whole.slice(0, whole.indexOf('B') + 1));
    expect([feed.damaged, feed.items.map(({ title }) => title)]).toEqual([true, ['A', undefined]]);
    expect(feed.doubts).toContain('it ends before it is finished');
  });

  it('reads on past junk before, behind and inside', () => {
    const titles = (text: string) => feedOf(text).items.map(({ title }) => title);
    expect(titles(`<br />\n<b>Warning</b>: something failed<br />\n${whole}`)).toEqual(['A', 'B']);
    expect(titles(`\n\n${whole}<script>x</script> & more`)).toEqual(['A', 'B']);
    expect(titles(whole.replace('A', 'A & B \x01< C'))).toEqual(['A & B < C', 'B']);
    expect(feedOf(`\n${whole}`).doubts).toEqual([]);
  });

  it('expands no entity of a bomb', () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>${whole.replace('A', '&c;')}`;
    expect(feedOf(bomb).items[0]!.title).toBe('&c;');
  });

  it('counts items beyond the limit', () => {
    const feed = feedOf(`<rss><channel>${'<item/>'.repeat(50_003)}</channel></rss>`);
    expect([feed.items.length, feed.damaged, feed.doubts]).toEqual([
      50_000,
      true,
      ['3 items beyond the first 50000 were not read'],
    ]);
  });

  it('believes the bytes, not what is declared of them', () => {
    const own =
      '<?xml version="1.0" encoding="us-ascii"?><rss><channel><title>Año</title></channel></rss>';
    expect(feedOf(own, 'text/xml; charset=iso-8859-1').title).toBe('Año');
    expect(feedOf(Buffer.from(own, 'latin1'), 'text/xml; charset=utf-8').title).toBe('Año');
  });
});

describe('readFeed: JSON Feed', () => {
  it('reads a feed and drops fields of the wrong kind', () => {
    const feed = feedOf(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'T',
        home_page_url: '/',
        feed_url: '/feed.json',
        next_url: '?2',
        language: 'es',
        hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
        authors: [{ name: 'Desk' }],
        items: [
          {
            id: 7,
            url: '/7',
            title: ' A \n b',
            content_html: '<img src="x.png">',
            summary: 'a < b',
            date_published: '2024-09-23T14:05:00Z',
            date_modified: 5,
            tags: ['x', 5, 'x'],
            external_url: 'https://wire.example/1',
            attachments: [
              { url: '/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 3 },
              { url: 4 },
              { url: '/b.mp3', size_in_bytes: 1e308 },
            ],
          },
          { id: 'b', author: { name: 'Ana' }, content_text: '1 < 2', language: 'en' },
          'no item',
        ],
      }),
    );
    expect(feed).toEqual({
      format: 'json',
      title: 'T',
      link: 'https://news.example/',
      language: 'es',
      selfUrl: 'https://news.example/feed.json',
      nextUrl: 'https://news.example/feeds/all.xml?2',
      hub: 'https://hub.example/',
      damaged: true,
      doubts: ['1 items are no objects or too many and were not read'],
      items: [
        {
          guid: '7',
          url: 'https://news.example/7',
          title: 'A b',
          published: '2024-09-23T14:05:00Z',
          authors: ['Desk'],
          summaryHtml: 'a &lt; b',
          contentHtml: '<img src="https://news.example/feeds/x.png">',
          source: { url: 'https://wire.example/1' },
          language: 'es',
          categories: ['x'],
          enclosures: [
            { url: 'https://news.example/a.mp3', type: 'audio/mpeg', length: 3 },
            { url: 'https://news.example/b.mp3' },
          ],
        },
        { ...NOTHING, guid: 'b', authors: ['Ana'], contentHtml: '1 &lt; 2', language: 'en' },
      ],
    });
  });
});

describe('readFeed: no feed', () => {
  const refusal = (text: string | Uint8Array) => {
    const reading = readFeed(typeof text === 'string' ? Buffer.from(text) : text, {
      url: URL_OF_FEED,
    });
    if (reading.kind === 'feed') throw new Error('a feed');
    return reading;
  };

  it('names what stands there instead', () => {
    for (const [text, look] of [
      ['', 'empty'],
      [' \n', 'empty'],
      ['<!doctype html><title>x</title>', 'html'],
      ['<div>Access denied</div>', 'html'],
      ['<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>', 'sitemap'],
      ['<opml version="2.0"><body/></opml>', 'opml'],
      ['<svg/>', 'xml'],
      ['<?xml version="1.0"?>', 'xml'],
      ['{"a": 1}', 'json'],
      ['{"version":"https://jsonfeed.org/version/1","items":', 'json'],
      ['Not Found', 'text'],
    ] as const) {
      expect([text, refusal(text).looksLike]).toEqual([text, look]);
    }
    expect(refusal(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01', 'latin1')).looksLike).toBe(
      'binary',
    );
    expect(refusal('{"items":').reason).toMatch(/^it is JSON that cannot be read \(.+\)$/);
  });

  it('finds the feeds that a page names', () => {
    const page = refusal(
      '<html><head><base href="https://www.news.example/es/"><link rel="alternate" type="application/rss+xml" title="Todo" href="feed&amp;x"><link rel="alternate" type="application/atom+xml" href="/atom"><link rel="alternate" type="application/rss+xml" href="/atom"><link rel="stylesheet" type="text/css" href="x.css"><link rel="alternate" hreflang="en" href="/en"></head>',
    );
    expect(page.alternates).toEqual([
      { url: 'https://www.news.example/es/feed&x', title: 'Todo' },
      { url: 'https://www.news.example/atom' },
    ]);
    expect(page.reason).toBe(
      'it is a web page that names 2 feeds, the first at https://www.news.example/es/feed&x',
    );
  });
});
