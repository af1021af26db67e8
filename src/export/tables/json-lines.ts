/** Lines of JSON: of whole records, the desk's own format, and of the rows of a table. */
import type { ExportAlert, ExportCascade, Exporter, ExportRecord } from '../../domain/exports.ts';
import type { Cell, Column, Table } from './column.ts';
import { rowsOf } from './rows.ts';
import { webOrigin } from './web-origin.ts';

/** Of the lines as a whole; stands in the first one. Changes when an older program could not read them. */
const FORMAT_VERSION = 1;
/** Valid in JSON, but taken for the end of a line by programs that split texts. */
const LINE_ENDS = /[\u0085\u2028\u2029]/g;

/**
 * Every record in full, one a line, the head first with `"atalaya": 1`. Left out: places on the
 * machine, and who at the desk did what. Places in texts are in UTF-16 units.
 */
export const jsonLines: Exporter = async function* (records) {
  for await (const record of records) yield lineOf(lasting(record), keptHere);
};

/** One object per row, with the table's names; what is not known is null. */
export function tableLines(table: Table): Exporter {
  return async function* (records) {
    for await (const record of records) {
      const rows = rowsOf(table, record);
      if (rows.length > 0) yield rows.map((row) => lineOf(objectOf(row, table.columns))).join('');
    }
  };
}

function lineOf(value: object, replace?: (key: string, value: unknown) => unknown): string {
  const line = JSON.stringify(value, replace);
  return `${line.replace(LINE_ENDS, escaped)}\n`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function objectOf(row: readonly Cell[], columns: readonly Column[]): object {
  return Object.fromEntries(
    columns.map((column, place) => [column.name, writtenOf(row[place], column)]),
  );
}

function writtenOf(cell: Cell, column: Column): unknown {
  if (cell === undefined) return null;
  return column.type === 'time' ? new Date(cell as number).toISOString() : cell;
}

function lasting(record: ExportRecord): object {
  if (record.kind === 'head') return { atalaya: FORMAT_VERSION, ...record };
  if (record.kind === 'cascade') return inEnglish(record);
  return record.kind === 'alert' ? withoutPeople(record) : record;
}

/** What the ladder notes of a step, in English alone: a line of any version holds it as one text. */
function inEnglish({ cascade, ...rest }: ExportCascade): object {
  const { ladder } = cascade;
  if (ladder === undefined) return { ...rest, cascade };
  const rungs = ladder.rungs.map(({ merges, ...rung }) => ({
    ...rung,
    merges: merges.map((merge) => ({ ...merge, note: merge.note?.en })),
  }));
  return { ...rest, cascade: { ...cascade, ladder: { ...ladder, rungs } } };
}

/** Whom an alert is assigned to, and the accounts that handled it, stay on the desk. */
function withoutPeople({ view, ...rest }: ExportAlert): object {
  const { assignee: _whom, ...alert } = view.alert;
  const events = view.events.map(({ assignee: _to, note: _words, ...event }) => ({
    ...event,
    by: event.by === 'desk' ? 'desk' : 'person',
  }));
  return { ...rest, view: { ...view, alert, events } };
}

/** Texts as valid Unicode; where a capture came from only where that is an address of the web. */
function keptHere(key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return (key === 'origin' ? webOrigin(value) : value)?.toWellFormed();
}
