/**
 * CSV and TSV with a column of addresses: one that is named so in the header, or, without a header,
 * the first that holds an address in the first row. Linear; holds one row.
 */
import { peek } from '../chunks.ts';
import { shortened } from '../refusals.ts';
import { type Delimiter, delimiterOf, splitRows } from '../rows.ts';
import { headerOf } from '../table.ts';
import { type ListFields, listedFacts, listFieldNamed, listFieldsOf } from './columns.ts';
import { type Found, fault, listed, notAnAddress } from './listed.ts';
import { faultOfPiece, MAX_RECORD_BYTES } from './records.ts';
import { statedAddress } from './stated-address.ts';

const HEAD_BYTES = 64 * 1024;

/** The columns of a table, as places in its rows. */
interface Columns {
  /** Places by field, most telling first. */
  readonly places: ListFields;
  readonly count: number;
  /** Whether the first row is a header and names no article. */
  readonly header: boolean;
}

/** What the cells of a first row make of the table; absent where no column holds addresses. */
export function columnsOf(cells: readonly string[]): Columns | undefined {
  const named = cells.some((name) => listFieldNamed(name) === 'url');
  const count = cells.length;
  if (named) {
    const places: Record<string, number> = Object.create(null);
    // Of columns with one name the first counts.
    cells.forEach((name, i) => {
      if (name !== '') places[name] ??= i;
    });
    return { places: listFieldsOf(places), count, header: true };
  }
  const first = cells.findIndex((cell) => /^https?:\/\//i.test(cell.trim()));
  if (first < 0) return undefined;
  return { places: listFieldsOf({ url: first }), count, header: false };
}

/** The first row of a text that is no comment, and its delimiter. */
export function firstRow(text: string): { cells: readonly string[]; delimiter: Delimiter } {
  const line = text.split(/\r?\n/).find((one) => !/^\s*(?:#|$)/.test(one)) ?? '';
  const delimiter = delimiterOf(line);
  return { cells: cellsOf(line, delimiter), delimiter };
}

/** The addresses of a table, in batches. */
export async function* tableAddresses(
  utf8: AsyncIterable<Uint8Array>,
  base: string,
): AsyncGenerator<readonly Found[]> {
  const { head, chunks } = await peek(utf8, HEAD_BYTES);
  const { delimiter } = firstRow(Buffer.from(head.subarray(0, HEAD_BYTES)).toString());
  let columns: Columns | undefined;
  for await (const pieces of splitRows(chunks, delimiter, MAX_RECORD_BYTES)) {
    const batch: Found[] = [];
    for (const piece of pieces) {
      if (piece.kind === 'refused') {
        batch.push(faultOfPiece(piece));
        continue;
      }
      const text = Buffer.from(piece.bytes).toString();
      if (columns === undefined) {
        if (text.startsWith('#')) continue;
        columns = columnsOf(cellsOf(text, delimiter));
        if (columns === undefined) {
          yield [...batch, noColumn(piece.line, text)];
          return;
        }
        if (columns.header) continue;
      }
      batch.push(foundInRow(cellsOf(text, delimiter), columns, { text, line: piece.line, base }));
    }
    yield batch;
  }
}

function foundInRow(
  cells: readonly string[],
  columns: Columns,
  at: { readonly text: string; readonly line: number; readonly base: string },
): Found {
  if (cells.length === 0) {
    const detail = 'the quotes of this row do not close; double those within a field.';
    return fault('broken-line', at.line, at.text, detail);
  }
  let stated = '';
  for (const place of columns.places.url) {
    const cell = cells[place as number]?.trim() ?? '';
    const url = statedAddress(cell, at.base);
    if (url !== undefined) return listed(url, at.line, factsAt(cells, columns));
    if (stated === '') stated = cell;
  }
  if (cells.length < columns.count && stated === '') {
    const detail = `the row has ${cells.length} fields, the header ${columns.count}; mend the row.`;
    return fault('broken-line', at.line, at.text, detail);
  }
  return notAnAddress(at.line, stated);
}

function factsAt(cells: readonly string[], { places }: Columns) {
  const at = (of: readonly unknown[]) => of.map((place) => cells[place as number]);
  return listedFacts({
    ...places,
    title: at(places.title),
    published: at(places.published),
    language: at(places.language),
    domain: at(places.domain),
    outlet: at(places.outlet),
    firstSeen: at(places.firstSeen),
  });
}

function noColumn(line: number, text: string): Found {
  const detail = `the first row names no column of addresses (found: ${shortened(text.replace(/\s+/g, ' ').slice(0, 120))}); call that column "url".`;
  return fault('no-address', line, text, detail);
}

/** The fields of one row; none where its quotes do not close. Rows without quotes need no parser. */
function cellsOf(row: string, delimiter: Delimiter): readonly string[] {
  return row.includes('"') ? headerOf(row, delimiter) : row.split(delimiter);
}
