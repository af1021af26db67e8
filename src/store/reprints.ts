/** Who repeats whom, counted by pairs of domains: echoes with a likely parent, never whole cascades. */
import type { CascadeId } from '../domain/ids.ts';

/** Of the later article's publication, milliseconds since the epoch, both inclusive. */
export interface ReprintPeriod {
  readonly from?: number;
  readonly to?: number;
}

/** How often one domain carried what another had before. */
export interface ReprintPair {
  /** `Article.domain` of the likely parents. */
  readonly earlier: string;
  readonly later: string;
  readonly reprints: number;
  /** Of them, those that name where the text came from, and those that do not; the rest is not known. */
  readonly credited: number;
  readonly dropped: number;
  /** A cascade in which it happened. */
  readonly example: CascadeId;
}

/** How many articles of a domain there are, later versions left out. */
export interface DomainCount {
  readonly domain: string;
  readonly articles: number;
}

/** Bounds of the delay of one echo behind its parent, in milliseconds. */
export interface ReprintLag {
  readonly min: number;
  readonly max: number;
}

export interface ReprintStore {
  /** All pairs of different domains, in their order; undated articles count only where no period is asked for. */
  reprintPairs(period: ReprintPeriod): Promise<readonly ReprintPair[]>;
  /** Delays of these pairs' reprints, at most `limit` of each pair. */
  reprintLags(
    pairs: readonly (readonly [earlier: string, later: string])[],
    period: ReprintPeriod,
    limit: number,
  ): Promise<readonly ReprintLag[]>;
  domainArticles(period: ReprintPeriod): Promise<readonly DomainCount[]>;
  /** Cascades that hold an article of one of these domains, the newest member first; and how many. */
  cascadesOfDomains(
    domains: readonly string[],
    query: { readonly limit: number; readonly offset: number; readonly minReach: number },
  ): Promise<{ readonly total: number; readonly ids: readonly CascadeId[] }>;
}
