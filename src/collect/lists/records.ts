/** Records of a stream, whichever splitter finds them, as what they name. */
import type { Piece } from '../pieces.ts';
import { type Found, fault, type ListFault } from './listed.ts';

/** Longest line, row, value or item, in bytes: the widest GDELT rows are a hundredth of it. */
export const MAX_RECORD_BYTES = 8 * 1024 * 1024;

/** The fault of what a splitter refused. */
export function faultOfPiece(piece: Extract<Piece, { kind: 'refused' }>): ListFault {
  const kind = piece.reason === 'line-too-long' ? 'too-long' : 'broken-line';
  return fault(kind, piece.line, piece.value, piece.detail);
}

/** What `read` finds in each record, in batches; refused ones are faults. */
export async function* readRecords(
  batches: AsyncIterable<readonly Piece[]>,
  read: (bytes: Uint8Array, line: number) => Found | readonly Found[] | undefined,
): AsyncGenerator<readonly Found[]> {
  for await (const pieces of batches) {
    const batch: Found[] = [];
    for (const piece of pieces) {
      if (piece.kind === 'refused') {
        batch.push(faultOfPiece(piece));
        continue;
      }
      const found = read(piece.bytes, piece.line);
      if (Array.isArray(found)) for (const one of found as readonly Found[]) batch.push(one);
      else if (found !== undefined) batch.push(found as Found);
    }
    yield batch;
  }
}

/** The bytes as text. */
export function utf8Text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
}

const BLOCK_BYTES = 64 * 1024;

/** The same bytes in blocks of 64 KiB or more, so that nothing depends on how small they came. */
export async function* inBlocks(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    if (chunk.length === 0) continue;
    held.push(chunk);
    length += chunk.length;
    if (length < BLOCK_BYTES) continue;
    yield held.length === 1 ? held[0]! : Buffer.concat(held, length);
    held = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(held, length);
}
