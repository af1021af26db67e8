/**
 * Invented web pages and feeds around invented news: pages of about 60 kB, most of it what real ones
 * carry beside the article (menus, scripts, styles, teasers, JSON-LD). What all pages of a site share is
 * made once a site, so that serving a page costs little.
 */
import { between, chanceOf } from './chance.ts';
import type { Story } from './news.ts';

/** What the pages of one site share. */
export interface Site {
  readonly host: string;
  readonly head: string;
  readonly top: string;
  readonly bottom: string;
}

const PURPOSE = 21;
/** UTF-16 units of inline scripts and styles in a page's head and at its end. */
const HEAD_SCRIPTS = 20_000;
const END_SCRIPTS = 22_000;
const FIRST_DAY = Date.UTC(2025, 0, 1);
const MINUTE = 60_000;

/** The site of a host, the same for the same number. */
export function makeSite(number: number, host: string): Site {
  const chance = chanceOf(PURPOSE, number);
  const word = (): string =>
    Array.from({ length: between(chance, 2, 4) }, () => SYLLABLES[between(chance, 0, 11)]!).join(
      '',
    );
  const links = (count: number): string =>
    Array.from(
      { length: count },
      () => `<li class="menu-item"><a href="/${word()}/${word()}">${word()} ${word()}</a></li>`,
    ).join('\n');
  const script = (length: number): string => {
    let text = '';
    while (text.length < length)
      text += `window.${word()}=window.${word()}||{};${word()}.push({"${word()}":${between(chance, 0, 99_999)},"id":"${word()}-${word()}"});`;
    return text;
  };
  const teasers = Array.from(
    { length: 24 },
    () =>
      `<div class="teaser card"><a href="/${word()}/${word()}"><img src="/img/${word()}.jpg" alt="${word()}" loading="lazy" width="320" height="180"></a><h3><a href="/${word()}">${word()} ${word()} ${word()} ${word()}</a></h3><span class="meta">${word()}</span></div>`,
  ).join('\n');
  return {
    host,
    head: `<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/${word()}.css"><style>.${word()}{margin:0;padding:${between(chance, 1, 30)}px}</style>
<meta property="og:site_name" content="${word()}"><script>${script(HEAD_SCRIPTS)}</script>`,
    top: `<header class="site-header"><nav class="main-nav"><ul>${links(60)}</ul></nav></header>
<div class="cookie-banner"><p>${word()} ${word()} ${word()}</p><button>OK</button></div>`,
    bottom: `<aside class="related"><h2>${word()}</h2>${teasers}</aside>
<footer><ul>${links(50)}</ul><p>© ${word()} ${word()}</p></footer><script>${script(END_SCRIPTS)}</script>`,
  };
}

const SYLLABLES = 'ba de fi go ku la me ni po ru sa to'.split(' ');

/** The time at which the story of a row was published. */
const publishedAt = (row: number): Date => new Date(FIRST_DAY + (row % 1000) * MINUTE);

/** The page of a story. */
export function storyPage({ host, head, top, bottom }: Site, row: number, story: Story): string {
  const { language, title, paragraphs } = story;
  const published = publishedAt(row).toISOString();
  const data = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: published,
    author: { '@type': 'Person', name: 'A. Invented' },
    publisher: { '@type': 'Organization', name: host },
  });
  const body = paragraphs.map((text) => `<p class="text">${text}</p>`);
  return `<!doctype html><html lang="${language}"><head><title>${title} | ${host}</title>${head}
<meta property="article:published_time" content="${published}"><meta property="og:title" content="${title}">
<script type="application/ld+json">${data}</script></head><body class="single">${top}
<main><article class="post"><h1>${title}</h1><div class="byline"><time datetime="${published}">${published}</time></div>
<div class="post-body">${body.join('\n<div class="ad"></div>\n')}</div></article></main>
${bottom}</body></html>`;
}

/** An RSS feed; `edition` changes its bytes and nothing that it names. */
export function newsFeed(
  origin: string,
  rows: readonly number[],
  storyOf: (row: number) => Story,
  edition: number,
): string {
  const items = rows.map((row) => {
    const { title, paragraphs } = storyOf(row);
    const url = `${origin}/story/${row}`;
    return `<item><title>${title}</title><link>${url}</link><guid isPermaLink="false">${row}</guid>
<pubDate>${publishedAt(row).toUTCString()}</pubDate><description><![CDATA[<p>${paragraphs[0]!.slice(0, 400)}</p>]]></description></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${origin}</title><link>${origin}/</link>
<lastBuildDate>${new Date(FIRST_DAY + edition * MINUTE).toUTCString()}</lastBuildDate>${items.join('\n')}</channel></rss>`;
}
