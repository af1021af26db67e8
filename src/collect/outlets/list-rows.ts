/** The rows of a list of outlets: by column name in any case, each with the line on which it begins. */
import { asUtf8, charsetOf } from '../charset.ts';
import { delimiterOf, splitRows } from '../rows.ts';
import { headerOf } from '../table.ts';

/** Longer rows are refused. */
const MAX_ROW_BYTES = 256 * 1024;
/** Bytes given to the guesser of character sets. */
const SAMPLE_BYTES = 64 * 1024;

/** One row: `value` gives the trimmed field of a column, `undefined` where it is empty or absent. */
export interface ListRow {
  readonly line: number;
  value(column: string): string | undefined;
}

/** A row that could not be taken, and why, in one sentence. */
export interface RefusedRow {
  readonly line: number;
  readonly reason: string;
  readonly value?: string;
}

export interface ListRows {
  /** Column names in small letters; empty for a file without a header. */
  readonly columns: readonly string[];
  readonly rows: readonly ListRow[];
  readonly refused: readonly RefusedRow[];
}

/** Reads a CSV or TSV file whole: any character set, a comma, semicolon or tab between fields. */
export async function readListRows(bytes: Uint8Array): Promise<ListRows> {
  const charset = charsetOf(bytes.subarray(0, SAMPLE_BYTES), bytes.length <= SAMPLE_BYTES);
  const text = Buffer.concat(await collected(asUtf8(once(bytes), charset)));
  const firstLine = text.subarray(0, Math.max(0, text.indexOf(0x0a))).toString();
  const delimiter = delimiterOf(firstLine === '' ? text.toString() : firstLine);
  const rows: ListRow[] = [];
  const refused: RefusedRow[] = [];
  let columns: readonly string[] | undefined;
  for await (const pieces of splitRows(once(text), delimiter, MAX_ROW_BYTES)) {
    for (const piece of pieces) {
      if (piece.kind === 'refused') {
        refused.push({ line: piece.line, reason: piece.detail, value: piece.value.slice(0, 200) });
        continue;
      }
      const content = Buffer.from(piece.bytes).toString();
      const cells = headerOf(content, delimiter);
      if (columns === undefined) columns = cells.map((name) => name.toLowerCase());
      else if (cells.length > 0) rows.push(listRow(piece.line, columns, cells));
      else {
        const reason = 'the quotes of this row do not close; close them or double them.';
        refused.push({ line: piece.line, reason, value: content.slice(0, 200) });
      }
    }
  }
  return { columns: columns ?? [], rows, refused };
}

function listRow(line: number, columns: readonly string[], cells: readonly string[]): ListRow {
  return {
    line,
    value(column) {
      const at = columns.indexOf(column);
      return at < 0 ? undefined : cells[at] || undefined;
    },
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function collected(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return all;
}
