/**
 * Checks the bundled example against the rules in its README: the gold is complete, dates allow
 * each parent, and shared wording is where the gold says and nowhere else. It reads the articles
 * by its own small means, so that a fault in the desk cannot hide a fault in the example.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

/** A run of this many words is taken as copied wording. */
const RUN_WORDS = 8;
const HOUR_MS = 3_600_000;

const Row = z.strictObject({
  url: z.url(),
  domain: z.string().endsWith('.example'),
  outlet: z.string().min(1),
  published: z.string().optional(),
  language: z.enum(['es', 'en', 'ru']).optional(),
  title: z.string().min(1),
  text: z.string().min(200),
});
type Row = z.infer<typeof Row>;

const Gold = z.strictObject({
  note: z.string(),
  cascades: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z-]+$/),
      what: z.string().endsWith('.'),
      origin: z.url().nullable(),
      ladder: z.strictObject({
        articles: z.int().min(2),
        publishers: z.int().min(2),
        agencies: z.int().min(1),
        utterances: z.int().min(1),
      }),
      echoes: z.array(
        z.strictObject({
          url: z.url(),
          parent: z.url().nullable(),
          copyType: z.enum(['verbatim', 'edited', 'cut', 'paraphrased', 'translated']),
          credit: z.enum(['kept', 'dropped', 'unknown']),
        }),
      ),
    }),
  ),
  unrelated: z.array(z.url()),
  boilerplate: z.array(z.string()),
});

/** Names under which texts credit an outlet, by publisher; spelled as the texts spell them. */
const CREDIT_NAMES: Readonly<Record<string, readonly string[]>> = {
  'radiovaldoria.example': ['Radio Valdoria', 'Радио Вальдория'],
  'prensaserena.example': ['Prensa Serena'],
  'meridianwire.example': ['Meridian Wire'],
  'eldiariodepuertoalba.example': ['El Diario de Puerto Alba'],
  'gacetariopardo.example': ['La Gaceta de Río Pardo'],
  'arveniaherald.example': ['Arvenia Herald', 'Арвения геральд'],
  'torvenvesti.example': ['Торвенские вести'],
};

function readLocal(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}

/** One of our own pages as a row; its shape is known, so patterns are enough. */
function rowOfPage(html: string): unknown {
  const one = (pattern: RegExp) => pattern.exec(html)?.[1];
  const body = one(/<div class="body">(.*?)<\/div>/s) ?? '';
  const url = one(/<link rel="canonical" href="([^"]+)"/) ?? '';
  return {
    url,
    domain: new URL(url).hostname.replace(/^www\./, ''),
    outlet: unescapeHtml(one(/og:site_name" content="([^"]+)"/) ?? ''),
    published:
      one(/article:published_time" content="([^"]+)"/) ?? one(/"datePublished": "([^"]+)"/),
    language: one(/<html lang="([^"]+)"/),
    title: unescapeHtml(one(/<h1>(.*?)<\/h1>/s) ?? ''),
    text: unescapeHtml([...body.matchAll(/<p>(.*?)<\/p>/gs)].map((found) => found[1]).join('\n\n')),
  };
}

function readRows(): Row[] {
  const names = readdirSync(new URL('./articles/', import.meta.url));
  const lines = names
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readLocal(`./articles/${name}`).trimEnd().split('\n'))
    .map((line): unknown => JSON.parse(line));
  const pages = readdirSync(new URL('./articles/pages/', import.meta.url))
    .filter((name) => name.endsWith('.html'))
    .map((name) => rowOfPage(readLocal(`./articles/pages/${name}`)));
  return [...lines, ...pages].map((row) => Row.parse(row));
}

/** Bounds in milliseconds; a day without a zone is widened to all zones (UTC−12 to UTC+14). */
function boundsOf(published: string): { earliest: number; latest: number } {
  const at = Date.parse(published);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(published)) return { earliest: at, latest: at };
  return { earliest: at - 14 * HOUR_MS, latest: at + 36 * HOUR_MS };
}

function publisherOf(row: Row): string {
  return row.domain.split('.').slice(-2).join('.');
}

function runsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  for (let i = 0; i + RUN_WORDS <= words.length; i++) {
    runs.add(words.slice(i, i + RUN_WORDS).join(' '));
  }
  return runs;
}

const rows = readRows();
const gold = Gold.parse(JSON.parse(readLocal('./gold.json')));
const byUrl = new Map(rows.map((row) => [row.url, row]));
const runs = new Map(rows.map((row) => [row.url, runsOf(row.text)]));
const echoes = gold.cascades.flatMap((cascade) => cascade.echoes);
const parentOf = new Map(echoes.map((echo) => [echo.url, echo.parent]));

function membersOf(cascade: (typeof gold.cascades)[number]): string[] {
  const urls = cascade.echoes.map((echo) => echo.url);
  return cascade.origin === null ? urls : [cascade.origin, ...urls];
}

function rowAt(url: string): Row {
  const row = byUrl.get(url);
  if (row === undefined) throw new Error(`gold.json names ${url}, which no article has`);
  return row;
}

function sharedRuns(a: string, b: string): number {
  const others = runs.get(b) ?? new Set();
  return [...(runs.get(a) ?? [])].filter((run) => others.has(run)).length;
}

/** The parent, its parent, and so on to the origin. */
function ancestorsOf(url: string): string[] {
  const parent = parentOf.get(url) ?? null;
  return parent === null ? [] : [parent, ...ancestorsOf(parent)];
}

function namesOne(text: string, urls: readonly string[]): boolean {
  return urls.some((url) =>
    (CREDIT_NAMES[publisherOf(rowAt(url))] ?? []).some((name) => text.includes(name)),
  );
}

describe('the articles', () => {
  it('are 50 to 75, each with its own address on a .example host of its domain', () => {
    expect(rows.length).toBeGreaterThanOrEqual(50);
    expect(rows.length).toBeLessThanOrEqual(75);
    expect(byUrl.size).toBe(rows.length);
    for (const row of rows)
      expect(new URL(row.url).hostname.replace(/^www\./, '')).toBe(
        row.domain.replace(/^www\./, ''),
      );
  });

  it('are dated from March to September 2024, but for one', () => {
    const dated = rows.flatMap((row) => (row.published === undefined ? [] : [row.published]));
    expect(dated).toHaveLength(rows.length - 1);
    for (const published of dated) {
      const { earliest, latest } = boundsOf(published);
      expect(earliest, published).toBeGreaterThan(Date.parse('2024-03-01T00:00:00Z'));
      expect(latest, published).toBeLessThan(Date.parse('2024-10-01T00:00:00Z'));
    }
  });

  it('share no run of words with another publisher outside their cascade', () => {
    const cascadeOf = new Map(
      gold.cascades.flatMap((cascade) => membersOf(cascade).map((url) => [url, cascade.id])),
    );
    for (const a of rows) {
      for (const b of rows) {
        if (publisherOf(a) === publisherOf(b)) continue;
        const cascade = cascadeOf.get(a.url);
        if (cascade !== undefined && cascade === cascadeOf.get(b.url)) continue;
        expect(sharedRuns(a.url, b.url), `${a.url} and ${b.url}`).toBe(0);
      }
    }
  });
});

describe('the gold', () => {
  it('places each article once: in one cascade or among the unrelated', () => {
    const placed = [...gold.cascades.flatMap(membersOf), ...gold.unrelated];
    expect(placed.toSorted()).toEqual([...byUrl.keys()].toSorted());
  });

  it('counts the members and publishers of each cascade', () => {
    for (const cascade of gold.cascades) {
      const members = membersOf(cascade);
      const publishers = new Set(members.map((url) => publisherOf(rowAt(url))));
      expect(cascade.ladder.articles, cascade.id).toBe(members.length);
      expect(cascade.ladder.publishers, cascade.id).toBe(publishers.size);
    }
  });

  it('leads each echo with a parent back to the origin of its own cascade', () => {
    for (const cascade of gold.cascades) {
      const roots = new Set([cascade.origin, ...cascade.echoes.map((echo) => echo.url)]);
      for (const { url, parent } of cascade.echoes) {
        expect(roots, url).toContain(parent ?? url);
        if (parent === null || cascade.origin === null) continue;
        expect(ancestorsOf(url).at(-1)).toBe(cascade.origin);
      }
    }
  });

  it('dates each echo after its parent', () => {
    for (const { url, parent } of echoes) {
      const late = rowAt(url).published;
      const early = parent === null ? undefined : rowAt(parent).published;
      if (late === undefined || early === undefined) continue;
      expect(boundsOf(early).latest, url).toBeLessThan(boundsOf(late).earliest);
    }
  });

  it('leaves the origin open only where two earliest members cannot be ordered', () => {
    for (const cascade of gold.cascades) {
      const bounds = membersOf(cascade).flatMap((url) => {
        const { published } = rowAt(url);
        return published === undefined ? [] : [{ url, ...boundsOf(published) }];
      });
      const soonest = Math.min(...bounds.map((bound) => bound.latest));
      const first = bounds.filter((bound) => bound.earliest <= soonest).map((bound) => bound.url);
      if (cascade.origin === null) expect(first.length, cascade.id).toBeGreaterThan(1);
      else expect(first, cascade.id).toEqual([cascade.origin]);
    }
  });

  it('finds shared wording in verbatim, edited and cut echoes, and none in the others', () => {
    for (const { url, parent, copyType } of echoes) {
      if (parent === null) continue;
      const shared = sharedRuns(url, parent);
      if (copyType === 'paraphrased' || copyType === 'translated') expect(shared, url).toBe(0);
      else expect(shared, url).toBeGreaterThan(0);
      const share = shared / (runs.get(parent)?.size ?? 1);
      if (copyType === 'cut') expect(share, url).toBeLessThan(0.8);
    }
  });

  it('calls translated what stands in another language', () => {
    for (const { url, parent, copyType } of echoes) {
      const [echo, source] = [rowAt(url).language, parent && rowAt(parent).language];
      if (echo === undefined || !source) continue;
      expect(echo !== source, url).toBe(copyType === 'translated');
    }
  });

  it('calls credit kept where the text names an ancestor, dropped where it does not', () => {
    for (const { url, parent, credit } of echoes) {
      const expected = namesOne(rowAt(url).text, ancestorsOf(url)) ? 'kept' : 'dropped';
      expect(credit, url).toBe(parent === null ? 'unknown' : expected);
    }
  });

  it('names as boilerplate the domains whose articles all begin or end alike', () => {
    for (const domain of gold.boilerplate) {
      const own = rows.filter((row) => row.domain === domain).map((row) => row.text.split('\n\n'));
      expect(own.length, domain).toBeGreaterThanOrEqual(3);
      const heads = new Set(own.map((paragraphs) => paragraphs[0]));
      const feet = new Set(own.map((paragraphs) => paragraphs.at(-1)));
      expect(Math.min(heads.size, feet.size), domain).toBe(1);
    }
  });

  it('says, as the README does, that all of it is invented', () => {
    expect(gold.note).toContain('invented');
    expect(readLocal('./README.md')).toContain('invented');
  });
});
