/** "According to the ministry, …" / "…, according to the ministry" / "In a new poll, …". */
import { startsFiniteClause } from './clauses.ts';
import { contentFrom, trimEnd } from './content-end.ts';
import type { Draft } from './draft.ts';
import { COORDINATORS, POSSESSIVES } from './function-words.ts';
import type { Page } from './page.ts';
import { sourceBehind } from './source-behind.ts';
import type { Range } from './verb-groups.ts';

/** The longest content before, in tokens. */
const LONGEST = 200;
const CITING = /^(?:which|who|whose|citing|quoting|attributing|referring|relying)$/;
/** What "in the … of X" and "in X's …" say of whose words or thoughts they are. */
const VIEWS =
  /^(?:view|views|opinion|eyes|judgment|judgement|estimation|words|telling|account|estimate|assessment|reckoning|version|reading|mind)$/;
/** Tokens between "in" and such a noun. */
const VIEW_REACH = 10;
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
      } else if (lower === 'in' && viewAt(page, at, last) !== undefined) {
        const view = viewAt(page, at, last)!;
        const draft = viewDraft(page, at, view, first, last);
        if (draft !== undefined) yield draft;
      } else if (lower === 'in' && at === first) {
        const draft = originAt(page, at, at + 1, first, last, 'in');
        const named = doc.tokens[(draft?.source?.last ?? 0) - 1]?.lower ?? '';
        if (draft !== undefined && POLLS.has(named)) yield draft;
      }
    }
  }
}

interface View {
  readonly source: Range;
  readonly cue: Range;
}

/** "in the view of X", "in X's words", "in her view" at `at`. */
function viewAt(page: Page, at: number, end: number): View | undefined {
  const { doc } = page;
  const next = at + 1;
  if (next >= end) return undefined;
  const noun = [next, next + 1].find((one) => VIEWS.test(doc.tokens[one]?.lower ?? ''));
  if (doc.tokens[next]!.lower === 'the' && noun === next + 1) {
    if (doc.tokens[noun + 1]?.lower !== 'of') return undefined;
    const source = sourceBehind(page, noun + 2, end);
    return source && { source, cue: { first: at, last: noun + 2 } };
  }
  if (POSSESSIVES.has(doc.tokens[next]!.lower) && noun === next + 1) {
    return { source: { first: next, last: next + 1 }, cue: { first: at, last: noun + 1 } };
  }
  for (let mark = next + 1; mark < Math.min(end - 1, next + VIEW_REACH); mark++) {
    if (doc.tokens[mark]!.kind === 'mark' || page.grouped[mark]! >= 0) return undefined;
    if (!/^['’]s?$/.test(doc.tokens[mark]!.lower)) continue;
    if (!VIEWS.test(doc.tokens[mark + 1]!.lower)) return undefined;
    return { source: { first: next, last: mark }, cue: { first: at, last: mark + 2 } };
  }
  return undefined;
}

/** What is said in somebody's view: behind its comma, or around it. */
function viewDraft(
  page: Page,
  at: number,
  { source, cue }: View,
  first: number,
  end: number,
): Draft | undefined {
  const whole = { first: source.first, last: Math.max(source.last, cue.last) };
  const content =
    at === first || opensClause(page, at, first)
      ? after(page, whole, end)
      : around(page, at, whole, first, end);
  if (content.length === 0 || page.doc.tokens[whole.last]?.text !== ',') return undefined;
  return { source, cue, lemma: 'according to', content, accordingTo: true };
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
  // "reports that, according to X, …": what follows is what is reported.
  const isInserted = doc.tokens[at - 1]?.text === ',' && doc.tokens[at - 2]?.lower === 'that';
  if (isInserted && doc.tags[at - 2] === 'SCONJ') return true;
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
  // "According to X, which cites Y, …": whom X cites is not what X says.
  while (first < end && CITING.test(doc.tokens[first + 1]?.lower ?? '')) {
    first++;
    while (first < end && doc.tokens[first]!.text !== ',') first++;
  }
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
