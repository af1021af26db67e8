/** Who repeats whom, as people and programs see it: publishers, and what one carried that another had first. */
import type { CascadeId } from './ids.ts';
import type { Affiliation, FactSource } from './watch.ts';

/** In whose hands sources state an outlet to be; `differs` where they state different things. */
export type StatedAffiliation = Affiliation | 'differs';

export interface NetworkNode {
  /** The registrable domain, or the account on a platform. */
  readonly publisher: string;
  readonly name: string | undefined;
  /** What sources state, never a judgement of the desk; `unknown` where none states it. */
  readonly affiliation: StatedAffiliation;
  /** ISO 3166-1 alpha-2 codes that sources state. */
  readonly countries: readonly string[];
  /** Who states affiliation or country. */
  readonly sources: readonly FactSource[];
  /** Its articles on the desk, later versions left out. */
  readonly articles: number;
  /** What it carried of others, and others of it, before anything was left out. */
  readonly reprints: number;
  readonly reprinted: number;
}

/** What `later` carried and `earlier` had first. Earlier is not source: each is a lead. */
export interface NetworkEdge {
  readonly earlier: string;
  readonly later: string;
  readonly reprints: number;
  /** Of them, those that name where the text came from, and those that do not; of the rest it is not known. */
  readonly credited: number;
  readonly dropped: number;
  /** Medians of the least and of the greatest delays, milliseconds; of the heaviest edges only. */
  readonly lag: { readonly min: number; readonly max: number } | undefined;
  /** A cascade in which it happened. */
  readonly example: CascadeId;
}

export interface NetworkView {
  /** Heaviest first. */
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** What there is, of which the above is the heaviest part. */
  readonly total: {
    readonly publishers: number;
    readonly edges: number;
    readonly reprints: number;
  };
  /** Reprints on the edges that are shown. */
  readonly shown: number;
  /** Countries that sources state of publishers that repeat or are repeated, to choose from. */
  readonly countries: readonly string[];
  /** True where articles came in that are not traced yet. */
  readonly stale: boolean;
}
