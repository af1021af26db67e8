/** What a row says that it supersedes: an id, or a source and a day. Total. O(length). */
import type { EntryId } from '../../domain/ids.ts';
import type { EntryReference } from '../../domain/ledger.ts';
import { daysBetween } from './written-entry.ts';

const ID = /^[0-9a-f]{16}$/;
/** Longer texts name nothing. UTF-16 units. */
const MOST_LENGTH = 1000;
/** A name of a source and behind its last space, comma or semicolon the day. */
const STATED = /^(.*[^\s,;])[\s,;]+([\d/-]+|undated)$/is;

/** The reference, or why it is none: `0123456789abcdef`, `Gazette 2024-03-05`, `Gazette undated`. */
export function supersededBy(text: string): EntryReference | { readonly reason: string } {
  const id = text.toLowerCase();
  if (ID.test(id)) return { kind: 'id', id: id as EntryId };
  const [, source, day] = text.length > MOST_LENGTH ? [] : (STATED.exec(text) ?? []);
  if (source !== undefined && day !== undefined) {
    if (day.toLowerCase() === 'undated') return { kind: 'stated', source, asOf: undefined };
    const asOf = daysBetween(day);
    if (asOf !== undefined) return { kind: 'stated', source, asOf };
  }
  return {
    reason: `"${text.slice(0, 80)}" names no entry; write its id (16 digits and letters a to f), or its source and day: Gazette 2024-03-05.`,
  };
}
