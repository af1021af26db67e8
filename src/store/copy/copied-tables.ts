/**
 * A desk's database copied into another, whatever each is: table by table in the order of their keys, page
 * by page, so that a copy that was interrupted goes on where it stopped. What a database makes of others by
 * itself is not copied but compared.
 */

/** A value as both databases hold it. */
export type Cell = string | number | Uint8Array | null;
export type Row = readonly Cell[];

export interface TableShape {
  readonly name: string;
  readonly columns: readonly {
    readonly name: string;
    readonly type: 'text' | 'bigint' | 'bytea';
  }[];
  /** Places in `columns` that make a row one; none: rows may repeat. */
  readonly key: readonly number[];
}

/** One of the two databases of a copy. */
export interface CopyEnd {
  /** How people name it, without a password. */
  readonly shown: string;
  /** Rows in the order of the key, or of all columns where there is none, behind the given one. */
  read(table: TableShape, after: Row | undefined, limit: number): Promise<readonly Row[]>;
  /** Adds rows in one transaction. */
  write(table: TableShape, rows: readonly Row[]): Promise<void>;
  /** The row with the last key. */
  last(table: TableShape): Promise<Row | undefined>;
  clear(table: TableShape): Promise<void>;
  /** Whether it holds anything that is not of a copy under way. */
  isEmpty(): Promise<boolean>;
  setSetting(name: string, value: string | undefined): Promise<void>;
  setting(name: string): Promise<string | undefined>;
  /** Brings the database's own counters and statistics up to the rows. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Made of other rows: by triggers on SQLite, on PostgreSQL by triggers and by whoever writes. Not copied, but
 * compared; `article_words` is each database's own.
 */
export const DERIVED: readonly string[] = ['article_facet', 'relation', 'reprint'];
export const WORDS = 'article_words';

/** The name of the setting that marks a database as half copied. */
export const COPYING = 'copying-from';

/** What says how far one database is copied, or one queue filled, is of that place and no part of the desk. */
export function isOfPlace({ name }: TableShape, [first]: Row): boolean {
  return name === 'setting' && /^(?:copying-from$|sent |reads-sent )/.test(String(first));
}

/** Throws where a database is the target of a copy that was not finished. */
export function refuseHalf(shown: string, copyingFrom: string | undefined): void {
  if (copyingFrom === undefined) return;
  throw new Error(
    `${shown} holds half of a desk, which was being moved from ${copyingFrom}: run atalaya move again, or remove it`,
  );
}
