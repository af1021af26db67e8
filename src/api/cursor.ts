/**
 * Where a list goes on: an opaque word that holds the next offset and what it is the cursor of, so that it
 * cannot be used on another list. A list may shift by what comes in meanwhile.
 */
import { digestOf } from '../domain/ids.ts';
import { ApiProblem } from './problems.ts';

const VERSION = '1';

export function cursorOf(operation: string, query: URLSearchParams, offset: number): string {
  return Buffer.from(`${VERSION}.${offset}.${printOf(operation, query)}`).toString('base64url');
}

/** The offset that a cursor holds; throws `ApiProblem` where it is of another list, or none. */
export function offsetOf(cursor: string, operation: string, query: URLSearchParams): number {
  const bytes = Buffer.from(cursor, 'base64url');
  const [, offset, print] = /^1\.(\d{1,9})\.([0-9a-f]{16})$/.exec(bytes.toString('latin1')) ?? [];
  // What is no base64url is skipped in reading, so that many words would mean one place.
  const unchanged = bytes.toString('base64url') === cursor;
  if (offset === undefined || !unchanged || print !== printOf(operation, query)) {
    throw new ApiProblem(
      'bad-cursor',
      'Take cursors from the Link header of the same list, unchanged.',
    );
  }
  return Number(offset);
}

/** All that makes the list what it is; not where in it one is. */
function printOf(operation: string, query: URLSearchParams): string {
  const fields = [...query]
    .filter(([name]) => name !== 'cursor' && name !== 'offset')
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
  return digestOf(JSON.stringify([operation, fields])).slice(0, 16);
}
