/** The bundled example with foreign words set into every field that an input can fill. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const EXAMPLE = fileURLToPath(new URL('../../example/', import.meta.url));
/** A word that stands in passages that many repeat. */
const SHARED = /Candiles|Кандилес/g;
/** What YAML takes inside double quotes, as JSON writes it. */
const YAML_TAKES = /^[^\p{Cc}\p{Cs}\ufeff]*$/u;
/** Longer words would make every passage unlike every other. */
const SHORT = 90;

/** Writes the example into `folder`; gives the folder of its articles. */
export function writeExample(folder: string, words: readonly string[]): string {
  let drawn = 0;
  const next = (): string => words[drawn++ % words.length]!;
  for (const [path, text] of filesIn(EXAMPLE)) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, changed(path, text, words, next));
  }
  return join(folder, 'articles');
}

function filesIn(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.(?:jsonl|html|csv|yaml)$/.test(one.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path): [string, string] => [path.slice(EXAMPLE.length), readFileSync(path, 'utf8')])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function changed(path: string, text: string, words: readonly string[], next: () => string): string {
  if (path.startsWith('checks')) return eachLine(text, (row) => checkWith(row, next));
  if (path.endsWith('.jsonl')) return eachLine(text, (row) => articleWith(row, words, next));
  if (path.endsWith('.html')) return pageWith(text, next);
  return path.endsWith('.csv') ? tableWith(text, next) : watchWith(text, words);
}

type Row = Record<string, unknown>;

function eachLine(text: string, change: (row: Row) => Row): string {
  const lines = text.split('\n').filter((line) => line !== '');
  return `${lines.map((line) => JSON.stringify(change(JSON.parse(line) as Row))).join('\n')}\n`;
}

/** Every copy of a passage has the same words in the same place, so that it stays a copy. */
function articleWith(row: Row, words: readonly string[], next: () => string): Row {
  const short = words.filter(({ length }) => length < SHORT);
  let met = 0;
  const text = String(row['text']).replace(SHARED, (name) => {
    return `${name} ${short[met++ % short.length]}`;
  });
  const [title, outlet, author] = [next(), next(), next()];
  return {
    ...row,
    title: `${String(row['title'] ?? '')} ${title}`,
    outlet: `${String(row['outlet'] ?? '')} ${outlet}`,
    author,
    text: `${text}\n\n“${author},” said the minister ${outlet} on Tuesday. ${title}`,
  };
}

function checkWith(row: Row, next: () => string): Row {
  const rating = row['reviewRating'] as Row | undefined;
  return {
    ...row,
    headline: `${String(row['headline'])} ${next()}`,
    claimReviewed: `${String(row['claimReviewed'])} ${next()}`,
    author: { '@type': 'Organization', name: `Verifica ${next()}` },
    reviewRating: { ...rating, alternateName: `${String(rating?.['alternateName'])} ${next()}` },
  };
}

/** Once as markup of the page's own, once as text that a page shows. */
function pageWith(text: string, next: () => string): string {
  const shown = next().replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return text
    .replace('</title>', () => ` ${shown}</title>`)
    .replace('</p>', () => ` ${shown}</p>`)
    .replace('</body>', () => `<p>${next()}</p></body>`);
}

function tableWith(text: string, next: () => string): string {
  return text.replaceAll(/\((invented)\)|Invented for the example/g, () => {
    const word = next()
      .replaceAll('"', "'")
      .replaceAll(',', ';')
      .replaceAll(/[\r\n]+/g, ' ');
    return `(invented) ${word}`;
  });
}

function watchWith(text: string, words: readonly string[]): string {
  const fit = words.filter((word) => YAML_TAKES.test(word) && word.length < 1000);
  let drawn = 0;
  return text
    .replaceAll(/^( {4}name: )(.*)$/gm, (_, key: string, name: string) => {
      return `${key}${JSON.stringify(`${name} ${fit[drawn++ % fit.length]}`)}`;
    })
    .replace(/^name: .*$/m, () => `name: ${JSON.stringify(`Costa Serena ${fit[0]}`)}`)
    .replaceAll('{ name: Invented for the example }', () => {
      return `{ name: ${JSON.stringify(`Invented ${fit[drawn++ % fit.length]}`)} }`;
    });
}
