/**
 * Analysts at work: each goes through the console as people do, from the first page to an alert, its cascade and
 * an article, by searches, outlets and presence, and thinks between two pages. Addresses are those that the
 * pages themselves name; a seed draws the way.
 */
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** One answer. */
export interface Visit {
  /** With what is particular left out: `/articles/:id`. */
  readonly route: string;
  readonly ms: number;
  /** 0: there was no answer. */
  readonly status: number;
}

export interface Analyst {
  readonly origin: string;
  /** The session's cookie. */
  readonly cookie: string;
  readonly chance: () => number;
  /** Least and most time of thought between two pages, in milliseconds. */
  readonly think: readonly [number, number];
}

const STARTS = [
  ...['/', '/', '/alerts', '/cascades', '/claims', '/outlets', '/presence', '/sources'],
  ...['/index.json', '/api/today', '/api/cascade-list?limit=20', '/api/status'],
];
const WORDS = [
  'minister',
  'quill',
  'virus',
  'health',
  'president',
  'border',
  '"health workers"',
  'masks -children',
  'econom*',
];
/** Pages that are worth following from another one. */
const FOLLOWED =
  /^\/(?:(?:alerts|articles|cascades|claims|outlets|presence)\/[\w./%-]+|network|exports|settings)$/;
/** Then a new way is begun. */
const LONGEST_WAY = 6;

/** Walks until the signal; gives every visit. */
export async function* walk(analyst: Analyst, signal: AbortSignal): AsyncGenerator<Visit> {
  const { chance, think } = analyst;
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  while (!signal.aborted) {
    let path = chance() < 0.3 ? searchOf(oneOf(WORDS), chance) : oneOf(STARTS);
    for (let step = 0; step < LONGEST_WAY && !signal.aborted; step++) {
      const { visit, links } = await visited(analyst, path);
      yield visit;
      await sleep(think[0] + chance() * (think[1] - think[0]), undefined, { signal }).catch(
        () => undefined,
      );
      if (links.length === 0) break;
      path = oneOf(links);
    }
  }
}

function searchOf(words: string, chance: () => number): string {
  const asked = new URLSearchParams({ q: words });
  if (chance() < 0.3) asked.set('sort', 'best');
  if (chance() < 0.3) asked.set('language', 'en');
  return `/search?${asked}`;
}

async function visited(
  { origin, cookie }: Analyst,
  path: string,
): Promise<{ readonly visit: Visit; readonly links: readonly string[] }> {
  const begin = performance.now();
  const route = routeOf(path);
  try {
    const response = await fetch(origin + path, { headers: { cookie }, redirect: 'manual' });
    const text = await response.text();
    const visit = { route, ms: performance.now() - begin, status: response.status };
    return { visit, links: response.ok ? linksIn(text) : [] };
  } catch {
    return { visit: { route, ms: performance.now() - begin, status: 0 }, links: [] };
  }
}

/** The route of an address: ids, domains, codes and what is asked left out. */
export function routeOf(path: string): string {
  const [bare = ''] = path.split('?');
  return bare.replace(
    /^\/(alerts|articles|cascades|claims|outlets|presence)\/[^/]+?(\/[A-Z]{2})?(\.json)?$/,
    '/$1/…$3',
  );
}

function linksIn(html: string): string[] {
  const found = [...html.matchAll(/href="(\/[^"#?]*)/g)].map((match) => match[1]!);
  return [...new Set(found)].filter((path) => FOLLOWED.test(path));
}

/** Holds the stream of events open, as a page does that is left open; gives how many bytes came. */
export async function listen(analyst: Analyst, signal: AbortSignal): Promise<number> {
  const { origin, cookie } = analyst;
  let bytes = 0;
  try {
    const response = await fetch(`${origin}/api/events`, { headers: { cookie }, signal });
    for await (const piece of response.body!) bytes += (piece as Uint8Array).byteLength;
  } catch {
    // It ends with the run.
  }
  return bytes;
}
