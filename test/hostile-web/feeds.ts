/** Feeds that lie or break. All their items are invented. */
import type { Misbehaviour } from './misbehaviour.ts';

const feed = (
  xml: string | Uint8Array,
  contentType = 'application/rss+xml; charset=utf-8',
): Misbehaviour => {
  return ({ response, url }) => {
    const body = typeof xml === 'string' ? linkedTo(url.origin, xml) : xml;
    response.writeHead(200, { 'content-type': contentType }).end(body);
  };
};
/** With the items at the host that is asked, where each of them is a page. */
const linkedTo = (origin: string, xml: string): string =>
  xml.replaceAll('http://feeds.example', origin);
const rss = (items: string, head = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?>${head}<rss version="2.0"><channel><title>Invented</title><link>http://feeds.example/</link>${items}</channel></rss>`;
const item = (n: number, more = ''): string =>
  `<item><title>Item ${n}</title><link>http://feeds.example/page/${n}</link>${more}</item>`;

/** Ten levels of ten: a kilobyte that stands for ten thousand million words. */
const LAUGHS = Array.from({ length: 10 }, (_, n) => {
  const value = n === 0 ? 'ha' : `&h${n - 1};`.repeat(10);
  return `<!ENTITY h${n} "${value}">`;
}).join('');
const CYRILLIC = '\u0412\u044b\u0434\u0443\u043c\u0430\u043d\u043e';
/** Windows-1251, where capital and small letters follow the alphabet from 0xC0. */
const cyrillic = Buffer.from([...CYRILLIC].map((c) => c.charCodeAt(0) - 0x410 + 0xc0));

export const feeds: Readonly<Record<string, Misbehaviour>> = {
  '/broken.xml': feed(rss(`${item(1)}<item><title>Half`).replace('</channel></rss>', '')),
  '/unclosed.xml': feed(rss(`<item><title>A & B <b>bold</title>${item(2)}`)),
  '/entity-bomb.xml': feed(
    rss(item(1, '<description>&h9;</description>'), `<!DOCTYPE r [${LAUGHS}]>`),
  ),
  '/outside-entity.xml': feed(
    rss(
      item(1, '<description>&x;</description>'),
      '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ),
  ),
  '/lying-dates.xml': feed(
    rss(
      [
        item(1, '<pubDate>Fri, 01 Jan 2100 00:00:00 GMT</pubDate>'),
        item(2, '<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>'),
        item(3, '<pubDate>yesterday</pubDate>'),
      ].join(''),
    ),
  ),
  '/changing-guids.xml': (exchange) => {
    const { hit } = exchange;
    const items = [1, 2, 3].map((n) => item(n, `<guid isPermaLink="false">${hit}-${n}</guid>`));
    feed(rss(items.join('')))(exchange);
  },
  '/wrong-charset.xml': feed(
    Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>'),
      cyrillic,
      Buffer.from('</title></channel></rss>'),
    ]),
  ),
  '/page-as-feed.xml': feed('<!doctype html><title>Our new site</title><p>Hi.</p>', 'text/html'),
  '/empty.xml': feed(''),
  '/deep.xml': feed('<a>'.repeat(200_000)),
};
