/**
 * A watch: one host, its sponsors, its sources, its rules; and what lists state about outlets.
 * Codes are ISO 3166-1 alpha-2 in capitals and ISO 639 in small letters; spans of time are in
 * milliseconds.
 */

/** How a source is read: a feed, a sitemap, one page, or a page (or plain text) that lists addresses. */
export const SOURCE_KINDS = ['feed', 'sitemap', 'page', 'list'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** One address that the desk asks again and again. */
export interface WatchSource {
  /** Small letters, digits, `.`, `_`, `-`; stable: given in the file, else made from the address. */
  readonly id: string;
  readonly kind: SourceKind;
  /** Absolute http(s) address, without fragment. */
  readonly url: string;
  /** Key of the outlet in the registry: a host (`jornada.com.mx`) or an account (`t.me/name`). */
  readonly outlet: string;
  readonly title?: string;
  /** What its articles are taken to be written in where neither page nor text tells. */
  readonly language?: string;
  readonly tags: readonly string[];
  /** Time between two visits. */
  readonly everyMs: number;
  readonly enabled: boolean;
  /** Where in the watch file it stands, from 1. */
  readonly line: number;
}

/** How the desk behaves on the network; an absent setting leaves the fetcher's own default. */
export interface FetchSettings {
  /** An address or mail address that the user agent shows, so that a publisher can write to us. */
  readonly contact?: string;
  /** Least time between two requests to one host. */
  readonly paceMs?: number;
  /** Longest time for a connection to be made. */
  readonly connectTimeoutMs?: number;
  /** Longest time for a whole answer. */
  readonly timeoutMs?: number;
  /** Most bytes of one answer, decompressed. */
  readonly maxBytes?: number;
  /** Most connections at one time, to all hosts together. */
  readonly connections?: number;
}

/** What a rule may hold: plain data of the file. */
export type PlainData =
  | string
  | number
  | boolean
  | null
  | readonly PlainData[]
  | { readonly [key: string]: PlainData };

/** A rule as it stands in the file: its id is checked, its settings are kept as they are. */
export interface WatchRule {
  readonly id: string;
  readonly settings: { readonly [key: string]: PlainData };
  readonly line: number;
}

/** A list of outlets in a file of its own; the path is taken from the watch file's folder. */
export interface OutletListFile {
  readonly file: string;
  readonly format: OutletListFormat;
}

/** A watch file, read and checked. */
export interface Watch {
  readonly name?: string;
  /** The state whose public sphere is watched. */
  readonly host: string;
  /** States whose influence is asked about; never the host. */
  readonly sponsors: readonly string[];
  readonly languages: readonly string[];
  /** Facts on outlets that the desk states itself, in the watch file. */
  readonly outlets: readonly OutletFact[];
  /** Further lists of outlets. */
  readonly outletLists: readonly OutletListFile[];
  readonly sources: readonly WatchSource[];
  readonly rules: readonly WatchRule[];
  readonly fetch: FetchSettings;
}

/** One thing wrong with a watch file. Lines and columns count from 1. */
export interface WatchProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Where in the data: `sources[2].every`; empty for the file as a whole. */
  readonly path: string;
  /** What stands there, what was expected, what to do. */
  readonly message: string;
}

/**
 * In whose hands an outlet is, as a source states it; it says nothing of what the outlet prints.
 * `state-controlled`: a state owns or runs it and decides what it says. `state-aligned`: in other
 * hands, follows a government. `public`: lives on public money or is publicly run, and decides
 * itself. `independent`: in private, cooperative or non-profit hands, no state among them.
 */
export const AFFILIATIONS = [
  'state-controlled',
  'state-aligned',
  'public',
  'independent',
  'unknown',
] as const;
export type Affiliation = (typeof AFFILIATIONS)[number];

/** Lists of outlets that can be read: our own columns and four public ones. */
export const OUTLET_LIST_FORMATS = [
  'atalaya',
  'state-media-matrix',
  'sites-of-concern',
  'viginum',
  'mbfc',
] as const;
export type OutletListFormat = (typeof OUTLET_LIST_FORMATS)[number];

/** Where a fact is stated. */
export interface FactSource {
  readonly name: string;
  readonly url?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string;
}

/** What one source states about one outlet. Sources may differ; facts are never merged. */
export interface OutletFact {
  /** A host without `www.`, or an account on a platform: `t.me/name`. */
  readonly domain: string;
  readonly name?: string;
  readonly owner?: string;
  readonly country?: string;
  readonly affiliation?: Affiliation;
  /** What the source itself calls it, in the source's own words: `SC`, `campaign: portal-kombat`. */
  readonly labels?: readonly string[];
  readonly source: FactSource;
}
