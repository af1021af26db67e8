/** Ways by which hostile texts come into a desk, other than the files of the example. All are invented. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ingestOperation } from '../../src/operations/ingest.ts';
import type { Context } from '../../src/operations/operation.ts';
import { watchOperation } from '../../src/operations/watch.ts';
import { prose } from '../../src/pipeline/desk.fixture.ts';
import { type Site, startSite } from '../watch/site.ts';

/** Fills a desk with the words; `folder` is for files that it needs. */
export type Way = (context: Context, folder: string, words: readonly string[]) => Promise<void>;

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
/** What XML cannot hold at all is left out, as the maker of any feed has to. */
const xml = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** A table of articles, the words once as they are (what is markup goes) and once as text that markup shows. */
export const byTable: Way = async (context, folder, words) => {
  const shared = prose(7, 80);
  const rows = words.map((word, i) => [
    ...[`https://outlet${i % 9}.example/${i}`, `${word} ${i}`, `outlet ${word}`, word, 'en'],
    `2024-12-${10 + (i % 20)}T10:00:00Z`,
    `${shared}\n\n${word}\n\n\u201c${xml(word)},\u201d said the minister.`,
  ]);
  const head = ['url', 'title', 'outlet', 'author', 'language', 'published', 'text'];
  const file = join(folder, 'articles.csv');
  writeFileSync(file, [head, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n'));
  await ingestOperation.run(ingestOperation.input.parse({ inputs: [file] }), context);
};

/** A feed that is watched: the words in what it says of its pages, and in the pages themselves. */
export const byFeed: Way = async (context, _folder, words) => {
  const site = await startSite();
  try {
    const hosts = ['one', 'two', 'three'];
    for (const host of hosts) serveHost(site, host, words);
    const sources = hosts.map(
      (id) => `  - { id: ${id}, kind: feed, url: "${site.at(id, '/feed')}" }`,
    );
    writeFileSync(
      context.watchFile!,
      [
        'name: Invented',
        'host: XS',
        'sponsors: [XV]',
        'languages: [en]',
        'sources:',
        ...sources,
        '',
      ].join('\n'),
    );
    const { desk } = context;
    const openWeb = () => site.web({ now: desk.now });
    const asked = watchOperation.input.parse({ file: context.watchFile, once: true });
    await watchOperation.run(asked, { ...context, desk: { ...desk, openWeb } });
  } finally {
    await site.close();
  }
};

function serveHost(site: Site, host: string, words: readonly string[]): void {
  const shared = prose(7, 80);
  const items = words.map((word, i) => {
    const url = site.at(host, `/story/${i}`);
    site.serve(host, `/story/${i}`, { body: pageOf(`${word} ${i}`, shared, word) });
    return `<item><guid isPermaLink="false">${xml(word)}${i}</guid><link>${url}</link><title>${xml(`${word} ${i}`)}</title><dc:creator>${xml(word)}</dc:creator><category>${xml(word)}</category><pubDate>Tue, 31 Dec 2024 10:00:00 GMT</pubDate><description>${cdata(xml(word))}</description></item>`;
  });
  site.serve(host, '/feed', {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
    body: `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${xml(words[0]!)}</title>${items.join('')}</channel></rss>`,
  });
}

/** Once as text that a page shows, once as markup of the page's own. */
function pageOf(title: string, shared: string, word: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${xml(title)}</title><meta name="author" content="${xml(word).replaceAll('"', '&quot;')}"><meta property="article:published_time" content="2024-12-31T10:00:00Z"></head><body><article><h1>${xml(title)}</h1><p>${shared}</p><p>${xml(word)}</p><p>${shared.split(' ').reverse().join(' ')}</p></article><p>${word}</p></body></html>`;
}
