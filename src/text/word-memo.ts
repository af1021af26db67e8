/**
 * A function of one word that keeps what it answered. A few thousand words make most of any text, and
 * many rooms ask the same of each. Only the
 * time changes, never the answer; so the function must be pure.
 */

/** Longer runs of letters are no words, and are not kept. */
const LONGEST = 32;
/**
 * Words of one generation; the one before it is kept as well, then forgotten, so that hostile texts do
 * not fill the memory (some 4 MB a memo) and words in use stay.
 */
const MOST = 20_000;

/** `answer`, asked once a word. O(1) look-up; an `undefined` answer is asked for again. */
export function wordMemo<T>(answer: (word: string) => T): (word: string) => T {
  let known = new Map<string, T>();
  let before = new Map<string, T>();
  return (word) => {
    const kept = known.get(word);
    if (kept !== undefined) return kept;
    const answered = before.get(word) ?? answer(word);
    if (word.length > LONGEST) return answered;
    if (known.size >= MOST) [before, known] = [known, new Map()];
    known.set(word, answered);
    return answered;
  };
}
