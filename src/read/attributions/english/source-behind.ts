/** Sources behind their cue: "said Jane Doe, a former officer of …", "according to …". */
import { WEEKDAYS } from './function-words.ts';
import type { Page } from './page.ts';
import { appositionAt, isSetting, phraseAt } from './phrase-at.ts';
import type { Range } from './verb-groups.ts';

/** Descriptions of one source that are taken in. */
const DESCRIPTIONS = 6;
/** The longest relative clause, in tokens. */
const CLAUSE = 60;

/** The source behind its cue, with what describes it. */
export function sourceBehind(page: Page, first: number, end: number): Range | undefined {
  const { doc } = page;
  if (first >= end || WEEKDAYS.has(doc.tokens[first]!.lower)) return undefined;
  const phrase = phraseAt(page, first, end);
  if (phrase === undefined) return undefined;
  let { last } = phrase;
  for (let more = 0; more < DESCRIPTIONS && last < end; more++) {
    const next = describedTo(page, last, end);
    if (next === undefined) break;
    last = next;
  }
  return { first, last };
}

/** Behind the description at `at`: a relative clause or an apposition. */
function describedTo(page: Page, at: number, end: number): number | undefined {
  const { doc } = page;
  const comma = doc.tokens[at]!.text === ',';
  const opening = doc.tokens[comma ? at + 1 : at]?.lower ?? '';
  if (opening === 'who' || opening === 'whose') {
    return clauseBehind(page, comma ? at + 2 : at + 1, end);
  }
  if (!comma) return undefined;
  const apposition = appositionAt(page, at, end);
  if (apposition === undefined || isSetting(page, apposition)) return undefined;
  return isSubject(page, apposition.last) ? undefined : apposition.last;
}

/** Whether a finite verb follows, so that what stands before it is no apposition. */
function isSubject({ groups, grouped, doc }: Page, at: number): boolean {
  if (/^(?:who|that|which)$/.test(doc.tokens[at]?.lower ?? '')) return true;
  const group = groups[grouped[at] ?? -1];
  return group !== undefined && (group.shape === 'finite' || group.shape === 'past');
}

/** To the next comma or the end of the sentence. */
function clauseBehind({ doc, quoted }: Page, first: number, end: number): number {
  const most = Math.min(end, first + CLAUSE);
  let at = Math.min(first, most);
  while (at < most && quoted[at]! < 0 && !/^[,.;:!?—–]$/.test(doc.tokens[at]!.text)) at++;
  return at;
}
