/**
 * robots.txt by RFC 9309, read as Google's open parser reads it (github.com/google/robotstxt,
 * Apache-2.0; its rules, not its code): lines in any shape, misspelt names, groups that share rules,
 * the longest pattern wins, a tie allows. One pass over the file; a verdict is linear in patterns and
 * their length, because `*` is matched greedily from the left and never goes back.
 */

/** One pattern: literal pieces between stars; `ends` where it must reach the end of the path. */
interface Rule {
  readonly allow: boolean;
  readonly pieces: readonly string[];
  readonly ends: boolean;
  /** Length of the pattern as written in bytes: the longest wins. */
  readonly weight: number;
}

/** What one agent may do on a site. */
export interface RobotsRules {
  readonly rules: readonly Rule[];
  /** `Crawl-delay` of the agent's group. */
  readonly crawlDelaySeconds?: number;
  /** `Sitemap` addresses, as written; at most 100. */
  readonly sitemaps: readonly string[];
}

/** At least 500 KiB must be read (RFC 9309 2.5), and no more is; in UTF-16 units. */
const FILE_LENGTH = 512 * 1024;
/** Longer lines are cut, as the model parser does (8 times the longest address it knows). */
const LINE_LENGTH = 2083 * 8;
const SITEMAPS = 100;
const USER_AGENT = /^user[- ]?agent/i;
const ALLOW = /^allow/i;
/** With the misspellings that sites have. */
const DISALLOW = /^(?:disallow|dissallow|dissalow|disalow|diasllow|disallaw)/i;
const CRAWL_DELAY = /^crawl[- ]?delay/i;
const SITEMAP = /^site-?map/i;

/** The rules for `agent`, a product token such as `Atalaya`. Never throws: strange lines are skipped. */
export function readRobots(text: string, agent: string): RobotsRules {
  const reading = startReading();
  for (const line of text
    .slice(0, FILE_LENGTH)
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)) {
    const pair = keyAndValue(line.slice(0, LINE_LENGTH));
    if (pair !== undefined) readPair(reading, pair[0], pair[1], agent.toLowerCase());
  }
  const own = reading.named ? reading.own : reading.global;
  return {
    rules: own.rules,
    sitemaps: reading.sitemaps,
    ...(own.delay === undefined ? {} : { crawlDelaySeconds: own.delay }),
  };
}

/** Whether the rules let their agent ask for an address; the path is compared as it is spelt. */
export function mayFetch({ rules }: RobotsRules, url: string): boolean {
  const path = pathOf(url);
  let allowed = 0;
  let disallowed = 0;
  for (const rule of rules) {
    if (rule.weight <= (rule.allow ? allowed : disallowed) || !matches(rule, path)) continue;
    if (rule.allow) allowed = rule.weight;
    else disallowed = rule.weight;
  }
  return disallowed <= allowed;
}

interface Group {
  readonly rules: Rule[];
  delay?: number;
}

interface Reading {
  readonly own: Group;
  readonly global: Group;
  readonly sitemaps: string[];
  /** Whether any group names the agent: then the groups for all do not count. */
  named: boolean;
  inOwn: boolean;
  inGlobal: boolean;
  /** Whether a rule has followed the last line of agents: the next such line opens a new group. */
  ruled: boolean;
}

function startReading(): Reading {
  const group = (): Group => ({ rules: [] });
  const at = { named: false, inOwn: false, inGlobal: false, ruled: false };
  return { own: group(), global: group(), sitemaps: [], ...at };
}

/** Name and value of a line; a colon may be missing where there are exactly two words. */
function keyAndValue(line: string): [string, string] | undefined {
  const comment = line.indexOf('#');
  const text = (comment < 0 ? line : line.slice(0, comment)).trim();
  const colon = text.indexOf(':');
  if (colon > 0) return [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
  const words = text.split(/[ \t]+/, 3);
  return colon < 0 && words.length === 2 ? [words[0]!, words[1]!] : undefined;
}

function readPair(reading: Reading, key: string, value: string, agent: string): void {
  if (USER_AGENT.test(key)) readAgent(reading, value, agent);
  else if (ALLOW.test(key)) addRule(reading, value, true);
  else if (DISALLOW.test(key)) addRule(reading, value, false);
  else if (SITEMAP.test(key)) {
    if (value !== '' && reading.sitemaps.length < SITEMAPS) reading.sitemaps.push(value);
  } else if (CRAWL_DELAY.test(key) && /^\d{1,6}(?:\.\d{1,6})?$/.test(value)) {
    const seconds = Number(value);
    for (const group of openGroups(reading)) group.delay = Math.max(group.delay ?? 0, seconds);
  }
}

function readAgent(reading: Reading, value: string, agent: string): void {
  if (reading.ruled) {
    reading.ruled = false;
    reading.inOwn = false;
    reading.inGlobal = false;
  }
  if (/^\*(?:\s|$)/.test(value)) reading.inGlobal = true;
  else if (/^[a-z_-]*/i.exec(value)![0].toLowerCase() === agent) {
    reading.inOwn = true;
    reading.named = true;
  }
}

function openGroups(reading: Reading): readonly Group[] {
  if (reading.inOwn) return [reading.own];
  return reading.inGlobal ? [reading.global] : [];
}

function addRule(reading: Reading, value: string, allow: boolean): void {
  // A rule before any agent belongs to nobody; one of others still closes their line of agents.
  reading.ruled = true;
  for (const group of openGroups(reading)) {
    if (value === '') continue;
    group.rules.push(ruleOf(value, allow));
    // The index page is its folder, for those who allow it by name.
    const index = allow ? value.lastIndexOf('/index.htm') : -1;
    if (index >= 0 && value.indexOf('/', index + 1) < 0) {
      group.rules.push(ruleOf(`${value.slice(0, index + 1)}$`, true));
    }
  }
}

function ruleOf(value: string, allow: boolean): Rule {
  const pattern = escaped(value);
  const ends = pattern.endsWith('$');
  const pieces = (ends ? pattern.slice(0, -1) : pattern).split('*');
  return { allow, pieces, ends, weight: pattern.length };
}

/** Bytes beyond ASCII percent-encoded, escapes in upper case: the one spelling that is compared. */
function escaped(pattern: string): string {
  return pattern
    .replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase())
    .replace(/[\u0080-\uffff]+/g, (run) => {
      const hex = Buffer.from(run).toString('hex').toUpperCase();
      return hex.replace(/../g, '%$&');
    });
}

function matches({ pieces, ends }: Rule, path: string): boolean {
  const first = pieces[0]!;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = pieces.length - 1;
  if (last === 0) return !ends || at === path.length;
  for (let i = 1; i < last; i++) {
    const found = path.indexOf(pieces[i]!, at);
    if (found < 0) return false;
    at = found + pieces[i]!.length;
  }
  const tail = pieces[last]!;
  if (ends) return path.length - tail.length >= at && path.endsWith(tail);
  return path.indexOf(tail, at) >= 0;
}

/** Path and query of an address as it is spelt, `/` where it has none. */
function pathOf(url: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(url)?.[0].length ?? (url.startsWith('//') ? 2 : 0);
  const rest = url.slice(scheme);
  const hash = rest.indexOf('#');
  const whole = hash < 0 ? rest : rest.slice(0, hash);
  const start = whole.search(/[/?;]/);
  if (start < 0) return '/';
  return whole[start] === '/' ? whole.slice(start) : `/${whole.slice(start)}`;
}
