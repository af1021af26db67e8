/** Invented web pages: an article, one with JSON-LD alone, a list of links, a diplomatic list. */

const SENTENCE =
  'The harbour council of Costa Serena said on Monday that the pier had not been leased to anyone, and that the report of the day before was wrong.';
const PARAGRAPHS = Array.from(
  { length: 6 },
  (_, i) => `<p>${SENTENCE} It said so ${i + 2} times.</p>`,
);

const ARTICLE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The pier was not leased | Harbour Ledger</title>
<base href="https://ledger.example/a/"><link rel="canonical" href="https://ledger.example/2024/09/23/pier">
<meta property="og:title" content="The pier was not leased"><meta property="og:site_name" content="Harbour Ledger">
<meta property="article:published_time" content="2024-09-23T14:05:00-06:00"><meta name="author" content="Ana Invented">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"The pier","datePublished":"2024-09-23","author":[{"@type":"Person","name":"Ana Invented"}],"isBasedOn":"https://wire.example/1"}</script>
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/sports">Sports</a></li></ul></nav>
<article><h1>The pier was not leased</h1><p class="byline">By Ana Invented, <time datetime="2024-09-23T14:05">23 September 2024</time></p>
${PARAGRAPHS.join('\n')}<blockquote>&laquo;No lease&raquo;, he said.</blockquote><table><tr><td>1</td><td>2</td></tr></table>
<figure><img src="a.jpg" alt="x"><figcaption>A pier</figcaption></figure></article>
<aside class="related"><a href="/2">Related</a></aside><footer>&copy; Ledger</footer><script>var a = "</p>";</script></body></html>`;

const SCRIPTED = `<html><head><title>Scripted</title><script type="application/ld+json">${JSON.stringify(
  {
    '@graph': [
      { '@type': 'NewsArticle', headline: 'Scripted', articleBody: `${SENTENCE}\n\n`.repeat(6) },
      { '@type': 'Organization', '@id': '#o', name: 'Ledger' },
    ],
  },
)}</script></head><body><div id="root"></div></body></html>`;

const LINKS = `<html><body><h1>Latest</h1><ul>${Array.from({ length: 12 }, (_, i) => `<li><a href="/2024/09/2${i % 10}/story-about-the-pier-${i}">Story ${i}</a> 2${i % 10}.09.2024</li>`).join('')}</ul></body></html>`;

export const PAGES = [ARTICLE, SCRIPTED, LINKS] as const;

const PEOPLE = ['Abel QUORRIN', 'Berta VELDOZ', 'Cyril TAMBREX', 'Dora ISKWELL'];
const RANKS = ['Counsellor', 'First Secretary', 'Second Secretary', 'Defence Attaché'];
/** Headings and lines of an invented diplomatic list. */
export const LIST_LINES: readonly string[] = [
  'FRANCE',
  'GERMANY',
  'RUSSIAN FEDERATION',
  'CHINA',
].flatMap((state, i) => [
  state,
  `Chancery: ${i + 1} Invented Street, Tel. 555 0100, National Day: 14 July`,
  `H.E. Mr ${PEOPLE[i % 4]!}`,
  'Ambassador Extraordinary and Plenipotentiary',
  `Mrs ${PEOPLE[i % 4]!.split(' ')[1]}`,
  ...PEOPLE.flatMap((one, j) => [`Ms ${one} ${'I'.repeat(j + 1)}`, RANKS[j]!]),
  'Administrative and technical staff',
  `Mr Gil RAVANESCO ${i}`,
]);

export const LIST_PAGES = [
  `<html><body>${LIST_LINES.map((line, i) => (i % 15 === 0 ? `<h2>${line}</h2>` : `<p>${line}</p>`)).join('\n')}</body></html>`,
  `<table>${LIST_LINES.map((line) => `<tr><td>${line}</td><td></td></tr>`).join('')}</table>`,
] as const;
