/**
 * Tables of what leaves the desk: one description of columns, from which CSV, lines of JSON and
 * Parquet are all written, so that the three hold the same rows. A table sees one record at a time.
 */
import { codePoint, type ExportRecord } from '../../domain/exports.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Span } from '../../domain/span.ts';

/**
 * `integer`: 64 bits; `number`: a double; `time`: milliseconds since the epoch, UTC; `list`: texts,
 * written as a JSON array where a format has no lists.
 */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'time' | 'list';

/** One value; undefined where nothing is known or stated. */
export type Cell = string | number | boolean | readonly string[] | undefined;

export interface Column {
  /** Small letters, digits, `_`. */
  readonly name: string;
  readonly type: ColumnType;
  /** What a number counts; absent for texts and for numbers without a unit. */
  readonly unit?: string;
  /** One sentence. */
  readonly doc: string;
}

/** A column with the way to its value in whatever a row is made of. */
export interface ColumnOf<R> extends Column {
  readonly of: (row: R) => Cell;
}

export interface Table {
  readonly name: string;
  readonly doc: string;
  readonly columns: readonly Column[];
  /** The rows that one record makes; none where the table is about something else. */
  readonly cells: (record: ExportRecord) => readonly (readonly Cell[])[];
}

/** A table whose rows are made of `R`. */
export function tableOf<R>(table: {
  readonly name: string;
  readonly doc: string;
  readonly columns: readonly ColumnOf<R>[];
  readonly rows: (record: ExportRecord) => readonly R[];
}): Table {
  const { name, doc, columns, rows } = table;
  return {
    name,
    doc,
    columns,
    cells: (record) => rows(record).map((row) => columns.map(({ of }) => of(row))),
  };
}

/** A column of texts. */
export function text<R>(name: string, doc: string, of: (row: R) => Cell): ColumnOf<R> {
  return { name, type: 'text', doc, of };
}

/** A column of lists of texts. */
export function list<R>(name: string, doc: string, of: (row: R) => Cell): ColumnOf<R> {
  return { name, type: 'list', doc, of };
}

/** A column of moments: milliseconds since the epoch. */
export function time<R>(name: string, doc: string, of: (row: R) => Cell): ColumnOf<R> {
  return { name, type: 'time', doc, of };
}

/** A column of yes and no. */
export function flag<R>(name: string, doc: string, of: (row: R) => Cell): ColumnOf<R> {
  return { name, type: 'boolean', doc, of };
}

/** A column of whole numbers of `unit`. */
export function count<R>(
  name: string,
  unit: string,
  doc: string,
  of: (row: R) => Cell,
): ColumnOf<R> {
  return { name, type: 'integer', unit, doc, of };
}

/** A column of numbers of `unit`. */
export function number<R>(
  name: string,
  unit: string,
  doc: string,
  of: (row: R) => Cell,
): ColumnOf<R> {
  return { name, type: 'number', unit, doc, of };
}

/** The bounds, precision and zone of a moment, as four columns. */
export function momentColumns<R>(
  name: string,
  what: string,
  of: (row: R) => Moment | undefined,
): readonly ColumnOf<R>[] {
  return [
    time(
      `${name}_earliest`,
      `${what}: the earliest that it can have been.`,
      (row: R) => of(row)?.earliest,
    ),
    time(
      `${name}_latest`,
      `${what}: the latest that it can have been.`,
      (row: R) => of(row)?.latest,
    ),
    text(
      `${name}_precision`,
      `${what}: how precisely it is stated, \`second\` to \`year\`.`,
      (row: R) => of(row)?.precision,
    ),
    text(
      `${name}_zone`,
      `${what}: whether the zone is \`stated\`, \`set\` by the desk or \`unknown\`.`,
      (row: R) => of(row)?.zone,
    ),
  ];
}

/** Where a piece of text stands: `of` gives its span in UTF-16 units and the pairs of its text. */
export function spanColumns<R>(
  prefix: string,
  what: string,
  of: (row: R) => Placed | undefined,
): readonly ColumnOf<R>[] {
  return [
    count(
      `${prefix}begin`,
      'code points',
      `Where ${what} begins in its article's text, from 0.`,
      (row: R) => placeOf(of(row), 'begin'),
    ),
    count(
      `${prefix}end`,
      'code points',
      `Where ${what} ends: the first place behind it.`,
      (row: R) => placeOf(of(row), 'end'),
    ),
  ];
}

/** A span with the surrogate pairs of the text that it stands in. */
export interface Placed {
  readonly span: Span;
  readonly pairs: readonly number[] | undefined;
}

function placeOf(placed: Placed | undefined, side: keyof Span): number | undefined {
  return placed && codePoint(placed.span[side], placed.pairs);
}
