/**
 * Where a content stops before its sentence does: at the next attribution of the same speaker, and
 * where the reporter speaks again (", which", ", while", ", but he"). When in doubt, out.
 */
import { type ContentKind, startsFiniteClause } from './clauses.ts';
import { COORDINATORS } from './function-words.ts';
import type { Page } from './page.ts';
import type { VerbGroup } from './verb-groups.ts';

/** Whether a content stops at the token `at`. */
export type Cut = (at: number) => boolean;

const BREAKS = new Set('which who whose while though although whereas'.split(' '));
/** Nouns by which a reporter sums up a statement. */
const SUMMING = new Set(
  (
    'narrative claim charge assertion accusation allegation statement comment remark argument notion ' +
    'view position stance contention suggestion denial theory move step decision figure prospect issue ' +
    'scenario sentiment message point reference'
  ).split(' '),
);
/** How far into a sentence the verb of its opening clause stands, in tokens. */
const SUBORDINATE_REACH = 14;
const OPENERS = new Set(
  'if when while although though because since as after before once unless'.split(' '),
);

export function cutOf(
  page: Page,
  group: VerbGroup | undefined,
  kind: ContentKind,
  first: number,
  end: number,
): Cut {
  const { doc } = page;
  const opener = doc.tokens[first]!.lower === 'that' ? first + 1 : first;
  let open = OPENERS.has(doc.tokens[opener]?.lower ?? '') ? 1 : 0;
  const subordinate = group !== undefined && isSubordinate(page, group);
  const inserted = group !== undefined && isInserted(page, group);
  return (at) => {
    const { text, lower } = doc.tokens[at]!;
    if (isComma(page, at)) {
      if (open > 0 && text === ',') {
        open--;
        return false;
      }
      if (inserted && text === ',' && leadsOn(page, at + 1)) return true;
      if (subordinate && text === ',' && startsFiniteClause(page, at + 1, end)) return true;
      return at + 1 < end && breaksAt(page, group, kind, at + 1, end);
    }
    if (lower === 'and' || lower === 'but') return joinsAt(page, group, kind, at, end, false);
    return kind === 'object' && lower === 'after';
  };
}

/** Whether the cue stands in a clause that opens the sentence ("While they say …, he …"). */
function isSubordinate({ doc }: Page, group: VerbGroup): boolean {
  const { first } = doc.sentences[group.sentence]!;
  const opening = doc.tokens[first]!;
  const start = COORDINATORS.has(opening.lower) || opening.kind === 'mark' ? first + 1 : first;
  return group.first - start < SUBORDINATE_REACH && OPENERS.has(doc.tokens[start]?.lower ?? '');
}

/** Whether the cue stands in a clause between commas ("Doe, who thinks …, called …"). */
function isInserted({ doc }: Page, { first }: VerbGroup): boolean {
  const before = doc.tokens[first - 1]?.lower ?? '';
  return (before === 'who' || before === 'which') && doc.tokens[first - 2]?.text === ',';
}

/** Whether a finite verb stands at `at`. */
function leadsOn({ groups, grouped }: Page, at: number): boolean {
  const group = groups[grouped[at] ?? -1];
  return group !== undefined && (group.shape === 'finite' || group.shape === 'past');
}

function isComma({ doc }: Page, at: number): boolean {
  const { text, begin } = doc.tokens[at]!;
  return (
    text === ',' || text === '—' || text === '–' || (text === '-' && doc.text[begin - 1] === ' ')
  );
}

/** Whether what stands behind a comma, at `at`, is no longer content. */
function breaksAt(
  page: Page,
  group: VerbGroup | undefined,
  kind: ContentKind,
  at: number,
  end: number,
): boolean {
  const { lower } = page.doc.tokens[at]!;
  if (lower === 'according' || BREAKS.has(lower) || sumsUp(page, at)) return true;
  if (lower === 'and' || lower === 'but' || lower === 'or') {
    return joinsAt(page, group, kind, at, end, true);
  }
  const next = page.groups[page.grouped[at]!];
  if (next?.first === at) {
    const cue = next.verb?.plain !== undefined;
    if (next.shape === 'gerund') return cue || kind === 'object' || kind === 'infinitive';
    if (next.shape === 'infinitive') return false;
    return kind === 'object' || (cue && next.shape === group?.shape);
  }
  if (kind === 'object' && (lower === 'with' || lower === 'even')) return true;
  if (kind === 'clause' || kind === 'quote' || page.quoted[at]! >= 0) return false;
  return startsFiniteClause(page, at, end);
}

/** Whether the reporter sums up in apposition what was said: ", a narrative that …". */
function sumsUp({ doc }: Page, at: number): boolean {
  if (!/^(?:a|an|the|something)$/.test(doc.tokens[at]!.lower)) return false;
  if (doc.tokens[at]!.lower === 'something') return true;
  for (let i = at + 1; i <= at + 3 && i < doc.tokens.length; i++) {
    if (doc.tags[i] === 'NOUN') return SUMMING.has(doc.tokens[i]!.lower);
    if (doc.tags[i] !== 'ADJ') return false;
  }
  return false;
}

/** Whether "and", "but" at `at` leads away from the content. */
function joinsAt(
  page: Page,
  group: VerbGroup | undefined,
  kind: ContentKind,
  at: number,
  end: number,
  comma: boolean,
): boolean {
  const next = at + 1;
  if (next >= end) return true;
  const but = page.doc.tokens[at]!.lower === 'but';
  const joined = page.groups[page.grouped[next]!];
  if (joined?.first === next) {
    const cue = joined.verb?.plain !== undefined;
    if (joined.shape === 'past') return kind === 'object' || (cue && group?.shape === 'past');
    if (joined.shape === 'gerund') return cue && group?.shape === 'gerund';
    if (joined.shape === 'infinitive') return false;
    if (kind === 'object') return comma || but || cue;
    return cue && joined.verb?.shape === 'third' && group?.verb?.shape === 'third';
  }
  if (page.quoted[next]! >= 0 || !(comma || but)) return false;
  return startsFiniteClause(page, next, end);
}
