/**
 * Our own export in JSON Lines, read again: the head first with `"atalaya": 1`, then one record a line.
 * Streams: one line at a time, at most `maxLineBytes` of it. Every line gives its record or a refusal.
 */
import type { ExportRecord } from '../../domain/exports.ts';
import type { Outcome, Place, RefusalKind } from '../../domain/outcome.ts';
import { splitLines } from '../lines.ts';
import { refused } from '../refusals.ts';
import { jsonLine } from './json-line.ts';
import { fieldOf, isLoose } from './loose.ts';
import { exportRecord } from './record-shape.ts';
import { Misfit, misfitWords } from './shape.ts';

/** The newest layout of lines that is read here. */
const LAYOUT = 1;
/** A cascade of thousands of echoes is one line. */
const MAX_LINE_BYTES = 64 * 1024 * 1024;

/** A record with the line that states it, for the archive. */
export interface OwnRecord {
  readonly record: ExportRecord;
  readonly bytes: Uint8Array;
  readonly place: Place;
}

export interface OwnLinesOptions {
  /** Longest line in bytes; default 64 MiB. */
  readonly maxLineBytes?: number;
}

/**
 * The records of `source`, unzipped UTF-8 bytes; `file` names it in refusals. A first line that is no
 * head, or a head of a newer layout, refuses the whole with one refusal; any other faulty line refuses
 * itself alone. Throws for nothing that the bytes hold; what `source` throws passes through.
 */
export async function* readExport(
  file: string,
  source: AsyncIterable<Uint8Array>,
  { maxLineBytes = MAX_LINE_BYTES }: OwnLinesOptions = {},
): AsyncGenerator<Outcome<OwnRecord>> {
  let first = true;
  for await (const pieces of splitLines(source, maxLineBytes)) {
    for (const piece of pieces) {
      const place = { file, line: piece.line };
      const read =
        piece.kind === 'item'
          ? recordOf(piece.bytes, place, first)
          : fault(place, piece.reason, piece.detail, piece.value);
      yield read;
      if (first && !read.ok) return;
      first = false;
    }
  }
  if (!first) return;
  const detail = `${file} is empty; export the desk again as JSON Lines.`;
  yield refused('empty-file', { file }, detail);
}

function recordOf(bytes: Uint8Array, place: Place, first: boolean): Outcome<OwnRecord> {
  const read = jsonLine(bytes);
  const { text } = read;
  if ('wrong' in read) return fault(place, 'broken-json', read.wrong, text);
  const { value } = read;
  const wrong = first ? headFault(value) : misplacedHead(value);
  if (wrong !== undefined) return fault(place, 'unknown-format', wrong, text);
  try {
    return { ok: true, value: { record: exportRecord(value), bytes, place } };
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    const what = `is no record of an export (${misfitWords(error)}); export the desk again with the same version.`;
    return fault(place, 'damaged-record', what, text);
  }
}

/** What keeps the first line from being a head that is read here. */
function headFault(value: unknown): string | undefined {
  const layout = field(value, 'atalaya');
  if (field(value, 'kind') !== 'head' || typeof layout !== 'number') {
    return 'does not begin an export of Atalaya; the first line must be its head, with "atalaya":1 in it.';
  }
  if (layout === LAYOUT) return undefined;
  const shown = String(layout);
  return `is of layout ${shown}, and this program reads layout ${LAYOUT}; read it with a newer Atalaya.`;
}

function misplacedHead(value: unknown): string | undefined {
  if (field(value, 'kind') !== 'head') return undefined;
  return 'is a second head; give each export in a file of its own.';
}

function field(value: unknown, name: string): unknown {
  return isLoose(value) ? fieldOf(value, name) : undefined;
}

function fault(
  place: Place,
  kind: RefusalKind,
  what: string,
  value: string,
): ReturnType<typeof refused> {
  return refused(kind, place, `${place.file}:${place.line} ${what}`, value);
}
