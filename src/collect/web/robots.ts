/**
 * The rules of each site, asked for once a day (RFC 9309): none where there is no robots.txt, all
 * closed while it cannot be reached. One request a site however many wait for it; the memory is
 * bounded by the size of what is kept, the longest unasked leaving first.
 */
import { charsetOf, decoded } from '../charset.ts';
import type { Fetched, Refused } from './fetched.ts';
import { because, type Reasoned } from './refusals.ts';
import { mayFetch, type RobotsRules, readRobots } from './robots-file.ts';

export type RobotsVerdict =
  | { readonly kind: 'allowed'; readonly crawlDelayMs: number }
  | (Reasoned & { readonly kind: 'refused'; readonly retryAfterMs?: number | undefined });

export interface RobotsOptions {
  readonly now: () => number;
  /** The product token of our user agent. */
  readonly agent: string;
  /** Asks for a robots.txt, past the rules themselves. */
  readonly fetch: (url: string) => Promise<Fetched>;
}

export interface Robots {
  readonly verdict: (url: URL) => Promise<RobotsVerdict>;
  /** Sites remembered: for the test of the bound. */
  readonly size: () => number;
}

/** RFC 9309 2.4: a copy is used for a day at most. */
const FRESH_MS = 24 * 3_600_000;
/** An unreachable site is asked again after so long. */
const UNREACHABLE_MS = 15 * 60_000;
/** Most patterns' characters kept over all sites, and what a site costs without any. */
const MOST_WEIGHT = 16 * 1024 * 1024;
const SITE_WEIGHT = 512;
/** A site may not slow this desk down for longer. */
const LONGEST_DELAY_MS = 30_000;

type Standing =
  | { readonly kind: 'rules'; readonly rules: RobotsRules }
  | { readonly kind: 'closed'; readonly refusal: Reasoned };

interface Site {
  readonly standing: Standing;
  readonly until: number;
  readonly weight: number;
}

/** What failed before the site itself was reached: the page would fail just so. */
const OF_THE_HOST: ReadonlySet<string> = new Set([
  'dns',
  'tls',
  'private-address',
  'refused-connection',
]);
/** Not about the rules at all: said as it is and not remembered. */
const PASSING: ReadonlySet<string> = new Set(['rate-limited', 'aborted']);

export function openRobots({ now, agent, fetch }: RobotsOptions): Robots {
  const sites = new Map<string, Site>();
  const asked = new Map<string, Promise<Site | Refused>>();
  let weight = 0;

  const forget = (origin: string): void => {
    weight -= sites.get(origin)?.weight ?? 0;
    sites.delete(origin);
  };
  const keep = (origin: string, site: Site): void => {
    forget(origin);
    sites.set(origin, site);
    weight += site.weight;
    for (const oldest of sites.keys()) {
      if (weight <= MOST_WEIGHT || oldest === origin) break;
      forget(oldest);
    }
  };
  const ask = async (origin: string): Promise<Site | Refused> => {
    const fetched = await fetch(`${origin}/robots.txt`);
    asked.delete(origin);
    const passing = fetched.kind === 'refused' && PASSING.has(fetched.reason);
    if (passing) return fetched;
    const site = siteOf(fetched, agent, now());
    keep(origin, site);
    return site;
  };
  const siteAt = (origin: string): Promise<Site | Refused> | Site => {
    const known = sites.get(origin);
    if (known !== undefined && known.until > now()) {
      // Moved to the end: the longest unasked stand in front.
      sites.delete(origin);
      sites.set(origin, known);
      return known;
    }
    const pending = asked.get(origin) ?? ask(origin);
    asked.set(origin, pending);
    return pending;
  };
  const verdict = async (url: URL): Promise<RobotsVerdict> => {
    const site = await siteAt(url.origin);
    return 'standing' in site ? verdictFrom(site, url, now()) : site;
  };
  return { verdict, size: () => sites.size };
}

function siteOf(fetched: Fetched, agent: string, now: number): Site {
  if (fetched.kind === 'answer') {
    const rules = readRobots(decoded(fetched.body, charsetOf(fetched.body, false)), agent);
    const characters = rules.rules.reduce((sum, rule) => sum + 64 + rule.weight, 0);
    const weight = SITE_WEIGHT + characters;
    return { standing: { kind: 'rules', rules }, until: now + FRESH_MS, weight };
  }
  if (fetched.kind === 'refused' && !isUnavailable(fetched)) {
    const refusal = closedFor(fetched);
    const wait = Math.max(UNREACHABLE_MS, fetched.retryAfterMs ?? 0);
    return { standing: { kind: 'closed', refusal }, until: now + wait, weight: SITE_WEIGHT };
  }
  const rules: RobotsRules = { rules: [], sitemaps: [] };
  return { standing: { kind: 'rules', rules }, until: now + FRESH_MS, weight: SITE_WEIGHT };
}

/** RFC 9309 2.3.1.3: a site that says it has no rules, or leads nowhere, has none. */
function isUnavailable({ reason, status }: Refused): boolean {
  if (reason === 'redirect-loop' || reason === 'too-many-redirects') return true;
  return status !== undefined && status >= 204 && status < 500;
}

function closedFor({ reason, what, url, redirects }: Refused): Reasoned {
  if (OF_THE_HOST.has(reason) && redirects.length === 0) return { reason, what };
  return because('robots-unreachable', `${url} could not be read (${what})`);
}

function verdictFrom({ standing, until }: Site, url: URL, now: number): RobotsVerdict {
  if (standing.kind === 'closed') {
    return { kind: 'refused', ...standing.refusal, retryAfterMs: until - now };
  }
  const { rules } = standing;
  if (!mayFetch(rules, url.href)) {
    const what = `${url.origin}/robots.txt closes ${url.pathname.slice(0, 200)} to this desk`;
    return { kind: 'refused', ...because('robots', what) };
  }
  const delay = (rules.crawlDelaySeconds ?? 0) * 1000;
  return { kind: 'allowed', crawlDelayMs: Math.min(LONGEST_DELAY_MS, delay) };
}
