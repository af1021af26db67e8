/**
 * How an article carries a claim before any verdict: as its own, as somebody's, or with a hedge. Sentence by
 * sentence of the claim; what holds for most of its letters counts.
 */
import type { Attribution } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import type { Claim, ClaimPart } from './claim.ts';
import type { SignKind } from './lexicon.ts';
import { type Page, shared } from './page.ts';
import type { Statements } from './said.ts';
import type { Sign } from './signs.ts';

export interface Carried {
  readonly as: 'own' | 'attributed' | 'hedged';
  /** The hedges, or the cues and sources; empty for the article's own voice. */
  readonly evidence: readonly Span[];
}

/** "Called the report that … a lie": told as what somebody denies. */
const CALLS = new Set<SignKind>(['called', 'denial']);

/** Judges the parts of a claim; `signs` are those of `signsOf`. */
export function carriedAs(
  page: Page,
  claim: Claim,
  statements: Statements,
  signs: readonly Sign[],
): Carried {
  const letters = { own: 0, attributed: 0, hedged: 0 };
  const evidence = { own: [] as Span[], attributed: [] as Span[], hedged: [] as Span[] };
  const bySentence = new Map<number, Sign[]>();
  for (const sign of signs) {
    const beside = bySentence.get(sign.sentence);
    if (beside === undefined) bySentence.set(sign.sentence, [sign]);
    else beside.push(sign);
  }
  for (const part of claim.parts) {
    const carried = partCarried(page, part, statements, bySentence.get(part.sentence) ?? []);
    letters[carried.as] += part.end - part.begin;
    for (const span of carried.evidence) evidence[carried.as].push(span);
  }
  const as =
    letters.own > letters.attributed + letters.hedged
      ? 'own'
      : letters.hedged > letters.attributed
        ? 'hedged'
        : 'attributed';
  return { as, evidence: evidence[as] };
}

function partCarried(
  page: Page,
  part: ClaimPart,
  statements: Statements,
  signs: readonly Sign[],
): Carried {
  const vouched = signs.some(({ kind, end }) => kind === 'reveal' && end <= part.begin);
  if (vouched) return { as: 'own', evidence: [] };
  const carrying = statements.in(part);
  const hedges = signs.filter(({ kind, negated }) => kind === 'hedge' && !negated);
  const free = hedges.filter((hedge) => !statements.over(hedge).some(isAnswerable));
  if (free.length > 0) return { as: 'hedged', evidence: free };
  if (carrying.length > 0) return { as: 'attributed', evidence: carrying.flatMap(spansOf) };
  const called = signs.filter(({ kind, end }) => CALLS.has(kind) && end <= part.begin);
  if (called.length > 0) return { as: 'attributed', evidence: called };
  const quote = page.quotes.find((one) => 2 * shared(one, part) >= part.end - part.begin);
  return quote === undefined
    ? { as: 'own', evidence: [] }
    : { as: 'attributed', evidence: [quote] };
}

/** Whether a hedge is the speaker's: a named one's, or quoted. What unnamed people hedge, the article hedges. */
function isAnswerable({ source, mode }: Attribution): boolean {
  return mode === 'direct' || source?.form === 'named' || source?.name !== undefined;
}

function spansOf({ cue, source }: Attribution): Span[] {
  return [source?.span, cue?.span].filter((span) => span !== undefined);
}
