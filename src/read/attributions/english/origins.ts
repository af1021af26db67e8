/** "According to the ministry, …" / "…, according to the ministry" / "In a new poll, …". */
import { startsFiniteClause } from './clauses.ts';
import { contentFrom, trimEnd } from './content-end.ts';
import type { Draft } from './draft.ts';
import { COORDINATORS } from './function-words.ts';
import type { Page } from './page.ts';
import { sourceBehind } from './source-behind.ts';
import type { Range } from './verb-groups.ts';

/** The longest content before, in tokens. */
const LONGEST = 200;
const POLLS = new Set(['poll', 'polls', 'survey', 'surveys']);

export function* findOrigins(page: Page): Generator<Draft> {
  const { doc } = page;
  for (const { first, last } of doc.sentences) {
    for (let at = first; at < last; at++) {
      if (page.quoted[at]! >= 0) continue;
      const { lower } = doc.tokens[at]!;
      if (lower === 'according' && doc.tokens[at + 1]?.lower === 'to') {
        const draft = originAt(page, at, at + 2, first, last, 'according to');
        if (draft !== undefined) yield draft;
      } else if (lower === 'as') {
        const by = reportedBy(page, at, last);
        const draft =
          by === undefined ? undefined : originAt(page, at, by, first, last, doc.lemmas[by - 2]!);
        if (draft !== undefined) yield draft;
      } else if (lower === 'in' && at === first) {
        const draft = originAt(page, at, at + 1, first, last, 'in');
        const named = doc.tokens[(draft?.source?.last ?? 0) - 1]?.lower ?? '';
        if (draft !== undefined && POLLS.has(named)) yield draft;
      }
    }
  }
}

const REPORTED =
  /^(?:reported|revealed|noted|announced|disclosed|described|told|stated|claimed|explained)$/;

/** "as first reported by" at `at`: behind its "by". */
function reportedBy({ doc }: Page, at: number, end: number): number | undefined {
  let verb = at + 1;
  if (doc.tags[verb] === 'ADV') verb++;
  const isReported = verb + 1 < end && REPORTED.test(doc.tokens[verb]!.lower);
  return isReported && doc.tokens[verb + 1]!.lower === 'by' ? verb + 2 : undefined;
}

function originAt(
  page: Page,
  at: number,
  behind: number,
  first: number,
  end: number,
  lemma: string,
): Draft | undefined {
  const source = sourceBehind(page, behind, end);
  if (source === undefined) return undefined;
  const content =
    at === first || opensClause(page, at, first)
      ? after(page, source, end)
      : around(page, at, source, first, end);
  if (content.length === 0) return undefined;
  return { source, cue: { first: at, last: behind }, lemma, content, accordingTo: true };
}

/** Whether "according to" opens its clause: only "But", "And" or "that" stand before it. */
function opensClause({ doc }: Page, at: number, first: number): boolean {
  return (
    at === first + 1 &&
    doc.tokens[first]!.kind === 'word' &&
    COORDINATORS.has(doc.tokens[first]!.lower)
  );
}

function after(page: Page, source: Range, end: number): Range[] {
  const { doc } = page;
  let first = source.last;
  while (first < end && doc.tokens[first]!.text !== ',') first++;
  first++;
  if (first >= end) return [];
  const content = contentFrom(page, undefined, 'clause', first, end);
  return content === undefined ? [] : [content];
}

/** What stands before, and behind a comma what goes on. */
function around(page: Page, at: number, source: Range, first: number, end: number): Range[] {
  const { doc } = page;
  let begin = Math.max(first, at - LONGEST);
  while (begin < at && COORDINATORS.has(doc.tokens[begin]!.lower)) begin++;
  const before = { first: begin, last: trimEnd(page, begin, at) };
  if (before.last <= before.first) return [];
  const content = [before];
  const next = source.last + 1;
  if (doc.tokens[source.last]?.text === ',' && next < end && page.grouped[next]! >= 0) {
    const group = page.groups[page.grouped[next]!]!;
    if (group.shape === 'finite' && !startsFiniteClause(page, begin, at)) {
      const rest = contentFrom(page, undefined, 'clause', next, end);
      if (rest !== undefined) content.push(rest);
    }
  }
  return content;
}
