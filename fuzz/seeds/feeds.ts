/** Invented feeds and sitemaps, one a format. */

const RSS = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Invented Harbour</title><link>https://harbour.example/</link><language>es-MX</language><ttl>60</ttl>
<atom:link href="https://harbour.example/rss" rel="self"/><atom:link rel="hub" href="https://hub.example/"/>
<item><title>The pier &amp; the <![CDATA[<b>port</b>]]></title><link>/news/1?a=1&amp;b=2</link><guid isPermaLink="false">h-1</guid>
<pubDate>Mon, 23 Sep 2024 14:05:00 +0200</pubDate><dc:creator>Ana Invented</dc:creator><category>Port</category>
<description>&lt;p&gt;Short &amp;amp; sweet&lt;/p&gt;</description><content:encoded><![CDATA[<p>Long <a href="/2">text</a>.</p>]]></content:encoded>
<enclosure url="https://harbour.example/a.mp3" length="12345" type="audio/mpeg"/><source url="https://wire.example/rss">Wire</source></item>
<item><title>Second</title><link>https://harbour.example/2</link><dc:date>2024-09-22T10:00:00Z</dc:date></item>
</channel></rss>`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://harbour.example/a/">
<title type="html">Invented &lt;i&gt;Harbour&lt;/i&gt;</title><id>urn:invented:1</id><updated>2024-09-23T14:05:00Z</updated>
<link rel="alternate" href="."/><link rel="next" href="?page=2"/><author><name>Ana Invented</name></author>
<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>pier</b></div></title><id>urn:invented:2</id>
<link href="../1.html"/><published>2024-09-23T08:00:00-06:00</published><updated>2024-09-23T14:05:00Z</updated>
<summary>Short.</summary><content type="html">&lt;p&gt;Long&lt;/p&gt;</content><category term="port"/></entry></feed>`;

const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://harbour.example/"><title>Invented</title><link>https://harbour.example/</link></channel>
<item rdf:about="https://harbour.example/1"><title>One</title><link>https://harbour.example/1</link><dc:date>2024-09-23</dc:date></item></rdf:RDF>`;

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Invented Harbour',
  home_page_url: 'https://harbour.example/',
  language: 'en',
  authors: [{ name: 'Ana Invented' }],
  items: [
    {
      id: '1',
      url: '/1',
      title: 'The pier',
      content_html: '<p>Long <a href="/2">text</a></p>',
      date_published: '2024-09-23T14:05:00+02:00',
      tags: ['port'],
      attachments: [{ url: '/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 12 }],
    },
    { id: 2, external_url: 'https://wire.example/2', content_text: 'Short.' },
  ],
});

export const XML_FEEDS = [RSS, ATOM, RDF] as const;
export const JSON_FEEDS = [JSON_FEED] as const;

export const SITEMAPS = [
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://harbour.example/1?a=1&amp;b=2 </loc><lastmod>2024-09-23</lastmod></url>
<url><loc>/2</loc><n:news><n:publication><n:name>Invented</n:name><n:language>es</n:language></n:publication><n:publication_date>2024-09-23T14:05:00-06:00</n:publication_date><n:title>One &amp;amp; two</n:title></n:news></url></urlset>`,
  `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://harbour.example/a.xml</loc><lastmod>2024-09-23T14:05:00Z</lastmod></sitemap><sitemap/></sitemapindex>`,
  'https://harbour.example/1\nhttps://harbour.example/2\n',
] as const;

export const ROBOTS = [
  `# Invented\nUser-agent: *\nDisallow: /private/*.html$\nAllow: /private/open\nCrawl-delay: 2.5\n\nUser-agent: Atalaya\nUser-agent: Other/1.0\nDisallow: /a*b*c*d\nAllow: /\nSitemap: https://harbour.example/sitemap.xml\n`,
  'user-agent: atalaya\ndisallow:\ndissallow: /%7Ea/%e4\nallow: /*?*=*&*=*\ncrawl-delay: 10\n',
] as const;
