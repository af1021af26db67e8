/** Positions and visits that tie two states, as the readings tell them: rows, newest first. */
import type { ArticleId } from '../domain/ids.ts';
import type { StateCode } from '../domain/reading.ts';

/** Where a reading tells it: among its positions, or among its events. */
export interface RelationRow {
  readonly article: ArticleId;
  /** The reader's name, without its version. */
  readonly reader: string;
  readonly kind: 'position' | 'visit';
  readonly place: number;
  readonly from: StateCode;
  readonly to: StateCode;
}

export interface RelationStore {
  /**
   * Positions of one of two states on the other, and meetings, visits and receptions between them that
   * happened, by the articles' publication, newest first, undated ones last; at most `limit`, and how many there
   * are in all. Of an article that several readers have read, the reading of `reader` (a name without version) counts,
   * else the first by name.
   */
  relationsBetween(
    pair: { readonly a: StateCode; readonly b: StateCode },
    reader: string,
    limit: number,
  ): Promise<{ readonly total: number; readonly rows: readonly RelationRow[] }>;
}
