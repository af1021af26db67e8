import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { draftOf } from '../draft.ts';
import { readPage } from './page.ts';

/** Invented text. */
const PARAGRAPHS = [
  'The council of the invented town met on Monday and agreed, after a long debate, to repair the bridge before the winter.',
  'Residents had asked for it since spring. The mayor said that the money was there, and that the work would begin within a month.',
  'A second vote, on the market hall, was put off until the engineers have said how much of the roof can be kept as it is.',
];
const BODY = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n');

function page(head: string, body: string, attributes = ''): string {
  return `<!doctype html><html ${attributes}><head>${head}</head><body><nav><a href="/">Home</a></nav>
    <article><h1>Bridge to be repaired</h1>${body}</article><footer>All rights</footer></body></html>`;
}

function article(html: string) {
  const found = readPage(html);
  if ('reason' in found) throw new Error(found.reason);
  return found;
}

describe('readPage', () => {
  it('finds the text by blocks, without what stands around it', () => {
    const { text } = article(page('<title>Bridge</title>', BODY));
    expect(text).toContain(PARAGRAPHS.join('\n\n'));
    expect(text).not.toMatch(/Home|All rights/);
  });

  it('leaves out scripts, styles, templates and what is hidden', () => {
    const noise =
      '<script>var a="x";</script><style>p{}</style><noscript>Turn it on</noscript><template><p>Template</p></template><p hidden>Hidden</p>';
    const { text } = article(page('<title>Bridge</title>', `${noise}${BODY}${noise}`));
    expect(text).not.toMatch(/var a|Turn it on|Template|Hidden/);
  });

  it('reads what the page says of itself', () => {
    const head = `<title>Bridge | The Invented Post</title>
      <link rel="canonical" href="https://post.example/2024/09/23/bridge">
      <meta property="og:title" content="Bridge to be repaired">
      <meta property="og:site_name" content="The Invented Post">
      <meta property="article:published_time" content="2024-09-23T14:05:00Z">`;
    const { title, facts } = article(page(head, BODY, 'lang="en-GB"'));
    expect(title).toBe('Bridge to be repaired');
    expect(facts).toMatchObject({
      url: 'https://post.example/2024/09/23/bridge',
      site: 'The Invented Post',
      language: 'en-GB',
      published: ['2024-09-23T14:05:00Z', '2024-09-23'],
    });
  });

  it('trusts JSON-LD first, wherever the article stands in it', () => {
    const graph = {
      '@graph': [
        { '@type': 'Organization', name: 'Other' },
        {
          '@type': ['NewsArticle'],
          headline: 'Bridge',
          datePublished: '2024-09-22T08:00:00Z',
          publisher: { name: 'The Invented Post' },
        },
      ],
    };
    const head = `<script type="application/ld+json">{broken</script>
      <script type="application/ld+json">${JSON.stringify(graph)}</script>
      <meta name="date" content="2024-09-23">`;
    const { facts } = article(page(head, `<time datetime="2024-09-24">x</time>${BODY}`));
    expect(facts.site).toBe('The Invented Post');
    expect(facts.published).toEqual(['2024-09-22T08:00:00Z', '2024-09-23', '2024-09-24']);
  });

  it('leaves out what stands beside the text, within and around it', () => {
    const [one, two, three] = PARAGRAPHS;
    const body = `<div class="byline">By Jane Roe</div><p>${one}</p>
      <figure><img src="a.jpg"><figcaption>The old bridge</figcaption></figure>
      <p><a href="/other">MARKET HALL: WHAT THE ENGINEERS FOUND</a></p><p>${two}</p>
      <div class="newsletter-box"><p>All the news of the invented town, each morning in your inbox.</p></div>
      <p>${three}</p><p>Read more: <a href="/x">The mayor's long spring</a></p>
      <div id="comments"><p>I have crossed this bridge every day for twenty years and it never shook.</p></div>`;
    const { text, facts } = article(page('<title>Bridge to be repaired</title>', body));
    expect(text).toBe(PARAGRAPHS.join('\n\n'));
    expect(facts.authors).toEqual(['Jane Roe']);
  });

  it('keeps lists, tables, subheads, quoted posts and datelines', () => {
    const body = `<p><span class="dateline">PUERTO ALBA</span>, 12 may (EFE).- ${PARAGRAPHS[0]}</p>
      <h2>What was agreed</h2><ul><li>Repair of the bridge</li><li>A vote on the hall</li></ul>
      <p>${PARAGRAPHS[1]}</p><table><tr><th>Year</th><th>Cost</th></tr><tr><td>2024</td><td>3.1 million</td></tr></table>
      <div class="social-embed"><blockquote class="twitter-tweet"><p>We will build it.</p>&mdash; The mayor</blockquote></div>
      <p>${PARAGRAPHS[2]}</p>`;
    const { text } = article(page('<title>Bridge to be repaired</title>', body));
    expect(text).toMatch(/^PUERTO ALBA, 12 may \(EFE\)\.- The council/);
    expect(text).toContain('What was agreed\n\nRepair of the bridge\n\nA vote on the hall\n\n');
    expect(text).toContain('Year Cost\n\n2024 3.1 million');
    expect(text).toContain('We will build it.');
    expect(text.endsWith(PARAGRAPHS[2]!)).toBe(true);
  });

  it('does not take a name of the whole page for one of a part', () => {
    const html = `<html><body class="sidebar-right"><div id="page-with-comments" class="related share">
      <div class="promo-layout">${BODY}</div></div></body></html>`;
    expect(article(html).text).toBe(PARAGRAPHS.join('\n\n'));
  });

  it("takes JSON-LD's text where the page shows only its beginning", () => {
    const long = `${PARAGRAPHS.join(' ')} ${PARAGRAPHS.join(' ')}`;
    const json = (body: string) =>
      `<title>Bridge to be repaired</title><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: body })}</script>`;
    expect(article(page(json(long), `<p>${PARAGRAPHS[0]}</p>`)).text).toBe(long);
    expect(article(page(json(`<p>${long}</p>`), `<p>${PARAGRAPHS[0]}</p>`)).text).toBe(long);
    expect(article(page(json(PARAGRAPHS[0]!), BODY)).text).toBe(PARAGRAPHS.join('\n\n'));
  });

  it('reads a page without a root element', () => {
    expect(article(BODY).text).toContain(PARAGRAPHS[1]);
  });

  it('counts characters where words are not separated', () => {
    const text = '外交部发言人表示，双方将继续就此事进行磋商，并强调不会改变既定立场。'.repeat(3);
    expect(article(page('<title>新闻</title>', `<p>${text}</p>`)).text).toContain('外交部');
  });

  it('is no article with too few words', () => {
    expect(readPage(page('<title>x</title>', '<p>Three words only.</p>'))).toHaveProperty('reason');
  });

  it('does not take a long article on passwords for a login page', () => {
    const html = page('<title>Log in, and out: a history</title>', BODY.repeat(5));
    expect(readPage(html)).toHaveProperty('text');
  });
});

describe('draftOf, pages', () => {
  const html = page(
    `<title>Мост</title><link rel="canonical" href="https://post.example/2024/09/23/bridge">`,
    `<p>${'Совет города решил отремонтировать мост до начала зимы, сообщил мэр. '.repeat(8)}</p>`,
    'lang="ru"',
  );
  const draft = (bytes: Uint8Array) => {
    const place = { file: 'page.html' };
    const made = draftOf(
      { place, bytes, mediaType: 'text/html', progress: 0 },
      { now: Date.UTC(2025, 0, 1) },
    );
    if (!made.ok) throw new Error(made.refusal.detail);
    return made.value;
  };

  it('makes a draft of a page', () => {
    expect(draft(Buffer.from(html))).toMatchObject({
      url: 'https://post.example/2024/09/23/bridge',
      domain: 'post.example',
      outlet: 'post.example',
      title: 'Мост',
      language: 'ru',
      published: { precision: 'day', zone: 'unknown' },
      doubts: [{ kind: 'assumed-zone' }],
    });
  });

  it.each([
    ['a meta charset', '<meta charset="windows-1251">', []],
    ['an http-equiv', '<meta http-equiv="Content-Type" content="text/html; charset=cp1251">', []],
    ['a false meta charset', '<meta charset="utf-8">', ['guessed-charset']],
    ['no word on it', '', ['guessed-charset']],
  ])('decodes a page in windows-1251 with %s', (_, meta, doubts) => {
    const made = draft(iconv.encode(html.replace('<title>', `${meta}<title>`), 'win1251'));
    expect(made.title).toBe('Мост');
    expect(made.text).toContain('Совет города решил');
    const kinds = made.doubts.map(({ kind }) => kind).filter((kind) => kind !== 'assumed-zone');
    expect(kinds).toEqual(doubts);
  });

  it('passes on who wrote it and what it is taken from', () => {
    const said = `<meta name="author" content="Por Invented Press Agency"><meta name="original-source" content="https://wire.example/1">`;
    expect(draft(Buffer.from(html.replace('<title>', `${said}<title>`)))).toMatchObject({
      authors: ['Invented Press Agency'],
      basedOn: ['https://wire.example/1'],
    });
    expect(draft(Buffer.from(html))).not.toHaveProperty('authors');
  });

  it('decodes by the byte order mark, whatever the page names', () => {
    const named = html.replace('<title>', '<meta charset="koi8-r"><title>');
    expect(draft(Buffer.from(`\ufeff${named}`)).title).toBe('Мост');
    expect(draft(iconv.encode(named, 'utf16le', { addBOM: true })).title).toBe('Мост');
  });
});
