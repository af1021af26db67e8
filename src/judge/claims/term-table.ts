/**
 * Terms to their numbers: an open-addressed hash table over columns (linear probing, D. Knuth, *The
 * Art of Computer Programming* 3, 6.4), so that a table of a million terms is opened without making a
 * string. Keys stand one after another as UTF-16 units. O(length of the key) a look-up.
 */

import { soundSkeleton } from '../../text/transliterate.ts';

export interface TermTable {
  /** Units of term t: `keyStarts[t] … keyStarts[t + 1]` of `keys`. */
  readonly keyStarts: Uint32Array;
  readonly keys: Uint16Array;
  /** A term's number, 0 where a slot is empty; their count is a power of two. */
  readonly slots: Uint32Array;
  /** The first sounds of each term (`soundHead`). */
  readonly soundHeads: Uint32Array;
}

const HEAD_SOUNDS = 4;

/** The first four letters of a sound skeleton as a number; 0 where it is shorter or not in Latin. */
export function soundHead(skeleton: string): number {
  if (skeleton.length < HEAD_SOUNDS) return 0;
  let head = 0;
  for (let i = 0; i < HEAD_SOUNDS; i++) {
    const unit = skeleton.charCodeAt(i);
    if (unit > 0x7f) return 0;
    head = (head << 7) | unit;
  }
  return head;
}

/** A term as it is spelled. */
export function keyOf({ keyStarts, keys }: TermTable, term: number): string {
  return String.fromCharCode(...keys.subarray(keyStarts[term]!, keyStarts[term + 1]!));
}

/** At most half of the slots are taken. */
export const slotsFor = (terms: number): number => 2 ** Math.ceil(Math.log2(2 * terms + 2));

/** The number of `key`; `undefined` where the table does not have it. */
export function termOf(table: TermTable, key: string): number | undefined {
  const { slots } = table;
  const mask = slots.length - 1;
  for (let slot = hashOf(key) & mask; ; slot = (slot + 1) & mask) {
    const term = slots[slot]!;
    if (term === 0) return undefined;
    if (isKey(table, term, key)) return term;
  }
}

/** Fills `table`, which is all zeros, with distinct keys in order; number 0 has no slot: it is no term. */
export function fillTable(
  { keyStarts, keys, slots, soundHeads }: TermTable,
  terms: Iterable<string>,
): void {
  const mask = slots.length - 1;
  let number = 0;
  let at = 0;
  for (const key of terms) {
    for (let i = 0; i < key.length; i++) keys[at++] = key.charCodeAt(i);
    if (number > 0) {
      let slot = hashOf(key) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number;
      soundHeads[number] = soundHead(soundSkeleton(key));
    }
    keyStarts[++number] = at;
  }
}

function isKey({ keyStarts, keys }: TermTable, term: number, key: string): boolean {
  const begin = keyStarts[term]!;
  if (keyStarts[term + 1]! - begin !== key.length) return false;
  for (let i = 0; i < key.length; i++) if (keys[begin + i] !== key.charCodeAt(i)) return false;
  return true;
}

/** FNV-1a over UTF-16 units, with the last bits mixed: they alone choose the slot. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
