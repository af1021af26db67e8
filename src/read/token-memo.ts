/**
 * A function of a token's letters that keeps what it answered, by the number of its spelling: one
 * read of an array, where a map of 20,000 words misses the processor's cache. Only the time changes,
 * never the answer; so the function must be pure.
 */
import type { Spelled } from './document.ts';

/** Spellings kept, a power of two; a newer one takes the place of an older (384 KB a memo). */
const SLOTS = 1 << 15;

/** `answer`, asked once a spelling while that is kept. O(1). */
export function tokenMemo<T>(answer: (token: Spelled) => T): (token: Spelled) => T {
  const owners = new Int32Array(SLOTS);
  const answers = new Array<T>(SLOTS);
  return (token) => {
    const { word = 0 } = token;
    if (word === 0) return answer(token);
    const slot = word & (SLOTS - 1);
    if (owners[slot] === word) return answers[slot]!;
    const fresh = answer(token);
    owners[slot] = word;
    answers[slot] = fresh;
    return fresh;
  };
}
