/** What belongs to the saying and stands with the cue: "said angrily", "said in a statement". */
import { DAY_PARTS, DAY_WORDS, WEEKDAYS } from './function-words.ts';
import type { Page } from './page.ts';
import type { Range } from './verb-groups.ts';

/** Tokens of such a phrase behind its preposition. */
const SETTING = 4;
const STATEMENTS = new Set(['statement', 'release']);
const AGAIN = new Set('later recently then again earlier back aloud'.split(' '));

/** The cue with its adverbs, "in a statement", "with a grin" and, `behind` its content, its day. */
export function withSetting(page: Page, cue: Range, end: number, behind: boolean): Range {
  const { doc } = page;
  let { last } = cue;
  while (last < end && isManner(page, last, behind)) last++;
  const { lower } = doc.tokens[last] ?? { lower: '' };
  if (behind && last < end && WEEKDAYS.has(lower)) {
    last += DAY_PARTS.has(doc.tokens[last + 1]?.lower ?? '') ? 2 : 1;
  }
  return { first: cue.first, last: phraseEnd(page, last, end) };
}

function isManner({ doc }: Page, at: number, behind: boolean): boolean {
  const { lower } = doc.tokens[at]!;
  if (doc.tags[at] !== 'ADV') return false;
  return lower.endsWith('ly') || (behind && (AGAIN.has(lower) || DAY_WORDS.has(lower)));
}

/** Behind "in a statement" or "with a grin" at `at`, else `at`. */
function phraseEnd({ doc }: Page, at: number, end: number): number {
  const lower = at < end ? doc.tokens[at]!.lower : '';
  if (lower !== 'in' && lower !== 'with') return at;
  for (let i = at + 1; i < end && i <= at + SETTING; i++) {
    const word = doc.tokens[i]!.lower;
    const tag = doc.tags[i]!;
    if (lower === 'in' && STATEMENTS.has(word)) return i + 1;
    if (lower === 'with' && tag === 'NOUN') return doc.tokens[at + 1]!.lower === 'a' ? i + 1 : at;
    if (tag !== 'DET' && tag !== 'ADJ' && tag !== 'PRON' && tag !== 'NOUN') return at;
  }
  return at;
}
