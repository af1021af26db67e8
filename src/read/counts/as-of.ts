/** When a count held: the nearest date of its clause that dates the deed and not what was said of it. */
import type { DateMention } from '../../domain/reading.ts';
import { sentenceEnd, sentenceStart } from './bounds.ts';
import type { Draft } from './drafts.ts';
import { stops } from './measures.ts';
import type { Page } from './page.ts';

/** Words around a count and its deed among which its date stands. */
const REACH = 14;
/** Words at the beginning of a sentence that tell that it goes on with a cap. */
const OPENING = 4;

/** The place in `dates` of a count's date. */
export function asOfDraft(
  page: Page,
  draft: Draft,
  dates: readonly DateMention[],
): number | undefined {
  const { deed } = draft;
  const first = Math.min(draft.first, deed?.first ?? draft.first);
  const last = Math.max(draft.last, deed?.last ?? draft.last);
  const own = nearest(page, first, last, dates);
  if (draft.measure !== 'cap') return own;
  return effect(page, draft, dates) ?? own;
}

function nearest(
  page: Page,
  first: number,
  last: number,
  dates: readonly DateMention[],
): number | undefined {
  const start = Math.max(sentenceStart(page, first), first - REACH);
  const end = Math.min(sentenceEnd(page, first), last + REACH);
  for (let at = first; at < last; at++) if (isWhen(page, at, dates)) return page.dateAt(at);
  for (let at = last; at < end && !isWall(page, at); at++) {
    if (page.document.tokens[at]!.text === ',') break;
    if (isWhen(page, at, dates)) return page.dateAt(at);
  }
  for (let at = first - 1; at >= start && !isWall(page, at); at--) {
    if (isWhen(page, at, dates)) return page.dateAt(at);
  }
  return undefined;
}

/** The end of a clause, or another verb: behind it another deed is dated. */
function isWall(page: Page, at: number): boolean {
  return /^[;:—–.]$/u.test(page.document.tokens[at]!.text) || stops(page, at);
}

/** A date that is no span of time, no "since", no "a week later" of something undated. */
function isWhen(page: Page, at: number, dates: readonly DateMention[]): boolean {
  const place = page.dateAt(at);
  if (place < 0) return false;
  const { type, basis, value } = dates[place]!;
  if (type !== 'DATE' && type !== 'TIME') return false;
  if (basis === 'unresolved' || value.endsWith('_REF')) return false;
  let first = at;
  while (page.dateAt(first - 1) === place) first--;
  let last = at + 1;
  while (page.dateAt(last) === place) last++;
  const { marks } = page;
  for (let i = first - 1; i <= last; i++) if (marks.is(i, 'later')) return false;
  const before = marks.is(first - 1, 'the') ? first - 2 : first - 1;
  return !marks.is(before, 'since') && !marks.is(first, 'since');
}

/** "The cap takes effect on November 1." */
function effect(page: Page, { last }: Draft, dates: readonly DateMention[]): number | undefined {
  const next = page.document.sentences[page.document.tokens[last - 1]!.sentence + 1];
  if (next === undefined) return undefined;
  for (let at = next.first; at < Math.min(next.last, next.first + OPENING); at++) {
    if (!page.marks.is(at, 'cap')) continue;
    for (let i = at; i < Math.min(next.last, at + REACH); i++) {
      const place = page.dateAt(i);
      if (place >= 0 && dates[place]!.type === 'DATE') return place;
    }
  }
  return undefined;
}
