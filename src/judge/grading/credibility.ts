/**
 * How far a piece of information can be believed: second axis of the Admiralty code, in NATO's wording
 * (AJP-2.1). It speaks of the information, never of who says it, and is never merged with the first.
 *
 * 1 confirmed by other sources: it surely goes back to two utterances or more, through two newsrooms
 *   or more. Articles, however many, confirm nothing.
 * 2 probably true: independence is not sure, "but from the quantity and quality of previous reports
 *   its likelihood is regarded as sufficiently established": a fact-check bears it out.
 * 3 possibly true: there is something to compare it with, and that does not contradict it: it may go
 *   back to two utterances.
 * 4 doubtful: it tends to conflict with what is known: an article says in its own voice that it is
 *   false, a check calls it misleading, or checks contradict one another.
 * 5 improbable: a check positively contradicts it.
 * 6 truth cannot be judged: "no basis for comparison". One source and nothing against it is 6, not 3:
 *   with nothing to compare it with, that nothing contradicts it says nothing.
 *
 * A state's own checkers and outlets move no grade (hands.ts). Old statements shown as new, values that
 * differ and open checks keep the grade at 3 or worse: old agreement does not confirm what is said of
 * today.
 */
import type { Verdict } from '../../domain/checks.ts';
import {
  type Bounds,
  type Conflict,
  CREDIBILITIES,
  type Credibility,
  type EchoStance,
  type Graded,
  type Ladder,
  type Recycled,
  type RungKind,
} from '../../domain/judgement.ts';
import type { Moment } from '../../domain/moment.ts';
import type { OutletFact } from '../../domain/watch.ts';
import type { Worded } from '../../domain/worded.ts';
import { refutes } from '../profile/debunked-before.ts';
import {
  checkWords,
  differWords,
  NOTHING_TO_COMPARE,
  NOWHERE_SURE,
  ONE_UTTERANCE,
  olderWords,
  perhapsApart,
  surelyApart,
  voiceWords,
} from './credibility-words.ts';
import { stateHands } from './hands.ts';

/** A fact-check of this very claim. */
export interface WeighedCheck {
  readonly checker: string;
  /** Undefined: it states no rating. */
  readonly verdict: Verdict | undefined;
  readonly checked: Moment | undefined;
  /** Whether a registry of disinformation cases lists it. */
  readonly registered: boolean;
  /** What lists state of the checker; empty where none does. */
  readonly facts: readonly OutletFact[];
}

/** How one publisher treats the claim, in its own voice. */
export interface Voice {
  readonly publisher: string;
  readonly stance: EchoStance;
  readonly facts: readonly OutletFact[];
}

/** All that is known of one claim. */
export interface ClaimEvidence {
  readonly ladder: Ladder | undefined;
  /** Of the statement in the article that is graded. */
  readonly recycled: readonly Recycled[];
  readonly checks: readonly WeighedCheck[];
  readonly voices: readonly Voice[];
  readonly conflicts: readonly Conflict[];
}

/** One consideration: the grade that it speaks for, and how it is told. */
interface Ground {
  /** `basis` builds a grade up, `against` pulls it down to this, `limit` lets it be no better. */
  readonly kind: 'basis' | 'against' | 'limit' | 'note';
  readonly grade: Credibility;
  readonly reason: Worded;
}

/** Verdicts that contradict the claim outright. */
const OUTRIGHT: ReadonlySet<Verdict> = new Set(['false', 'altered', 'satire']);
const BORNE_OUT: ReadonlySet<Verdict> = new Set(['true', 'mostly-true']);
const OPEN: ReadonlySet<Verdict> = new Set(['mixed', 'unproven']);

/** The grade of a claim; without any evidence 6. */
export function credibilityOf(evidence: ClaimEvidence): Graded<Credibility> {
  const grounds = [
    ...ladderGrounds(evidence.ladder),
    ...evidence.checks.map(checkGround),
    ...voiceGrounds(evidence.voices),
    ...limitGrounds(evidence),
  ];
  const reasons = grounds.map(({ reason }) => reason);
  const grade = gradeOf(grounds);
  if (grade !== 6) return { grade, reasons };
  return { grade, reasons: [...reasons, NOTHING_TO_COMPARE] };
}

function gradeOf(grounds: readonly Ground[]): Credibility {
  const of = (kind: Ground['kind']): Credibility[] =>
    grounds.flatMap((ground) => (ground.kind === kind ? [ground.grade] : []));
  const bases = of('basis');
  const basis = CREDIBILITIES.find((grade) => bases.includes(grade)) ?? 6;
  const against = of('against');
  // A check that bears it out and something against it contradict one another: doubtful, not worse.
  if (against.length > 0) return against.includes(5) && !bases.includes(2) ? 5 : 4;
  return of('limit').length > 0 && basis < 3 ? 3 : basis;
}

function ladderGrounds(ladder: Ladder | undefined): Ground[] {
  const utterances = boundsOf(ladder, 'utterances');
  if (utterances === undefined) return [];
  const newsrooms = boundsOf(ladder, 'agencies')?.atLeast ?? 0;
  const { atLeast, atMost } = utterances;
  if (atLeast === 0) return [{ kind: 'note', grade: 6, reason: NOWHERE_SURE }];
  if (atLeast >= 2 && newsrooms >= 2) {
    return [{ kind: 'basis', grade: 1, reason: surelyApart(atLeast, newsrooms) }];
  }
  if (atMost >= 2) return [{ kind: 'basis', grade: 3, reason: perhapsApart(utterances) }];
  return [{ kind: 'note', grade: 6, reason: ONE_UTTERANCE }];
}

function boundsOf(ladder: Ladder | undefined, rung: RungKind): Bounds | undefined {
  return ladder?.rungs.find(({ kind }) => kind === rung)?.bounds;
}

function checkGround(check: WeighedCheck): Ground {
  const { verdict, facts } = check;
  const party = stateHands(facts).length > 0;
  const reason = checkWords(check, party);
  if (party) return { kind: 'note', grade: 6, reason };
  if (verdict !== undefined && OUTRIGHT.has(verdict)) return { kind: 'against', grade: 5, reason };
  if (refutes(check)) return { kind: 'against', grade: 4, reason };
  if (verdict !== undefined && BORNE_OUT.has(verdict)) return { kind: 'basis', grade: 2, reason };
  if (verdict !== undefined && OPEN.has(verdict)) return { kind: 'limit', grade: 3, reason };
  return { kind: 'note', grade: 6, reason };
}

/** One ground a publisher: ten articles of one house are one voice. */
function voiceGrounds(voices: readonly Voice[]): Ground[] {
  const told = new Map<string, Ground>();
  for (const { publisher, stance, facts } of voices) {
    if (stance !== 'debunks' && stance !== 'doubts') continue;
    if (stance === 'doubts' && told.has(publisher)) continue;
    const party = stateHands(facts).length > 0;
    const kind = party ? 'note' : stance === 'debunks' ? 'against' : 'limit';
    const grade = stance === 'debunks' ? 4 : 3;
    told.set(publisher, { kind, grade, reason: voiceWords(publisher, stance, party) });
  }
  return [...told.values()];
}

function limitGrounds({ recycled, conflicts }: ClaimEvidence): Ground[] {
  const limits: Ground[] = conflicts.map((conflict) => {
    return { kind: 'limit', grade: 3, reason: differWords(conflict) };
  });
  if (recycled.length === 0) return limits;
  const oldest = recycled.reduce((most, { days }) => Math.max(most, days.min), 0);
  return [{ kind: 'limit', grade: 3, reason: olderWords(Math.floor(oldest)) }, ...limits];
}
