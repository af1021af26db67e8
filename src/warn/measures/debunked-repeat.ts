/** Publishers that repeat a claim after it was debunked: surely later, and without doubting it. */
import type { Observation } from '../../domain/alerts.ts';
import type { ArticleId, CheckId } from '../../domain/ids.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Span } from '../../domain/span.ts';
import { finding, greatestOf, where } from './finding.ts';

export interface DebunkEcho {
  readonly article: ArticleId;
  readonly outlet: string;
  readonly publisher: string;
  readonly at: Moment | undefined;
  /** Whether it repeats the claim without doubting it. */
  readonly amplifies: boolean;
  readonly span: Span;
  /** Against the check; positive: the check was there first. */
  readonly days: { readonly min: number; readonly max: number };
}

export interface DebunkFacts {
  readonly unit: string;
  readonly subject: string;
  readonly check: {
    readonly id: CheckId;
    readonly checker: string;
    readonly url?: string;
    readonly at: Moment | undefined;
    /** 0–1: how surely it is the same claim. */
    readonly confidence: number;
    readonly verdict: string;
  };
  readonly echoes: readonly DebunkEcho[];
}

/** A match below it is told as doubtful. */
const SURE_MATCH = 0.6;

export function observeDebunked({ unit, subject, check, echoes }: DebunkFacts): Observation {
  const after = echoes.filter(({ amplifies, days }) => amplifies && days.min > 0);
  const doubting = echoes.filter(({ amplifies, days }) => !amplifies && days.min > 0);
  const publishers = new Set(after.map(({ publisher }) => publisher)).size;
  const times = after.flatMap(({ at }) => (at === undefined ? [] : [at.earliest]));
  const { id, checker, verdict, confidence } = check;
  const days = after.reduce((least, one) => Math.min(least, one.days.min), after[0]?.days.min ?? 0);
  const refs = (list: readonly DebunkEcho[]) =>
    list.map(({ article, span }) => ({ kind: 'passage', article, span }) as const);
  return {
    measure: 'debunked-repeat',
    unit,
    subject,
    value: publishers,
    at: greatestOf(times),
    findings: [
      finding('claim-debunked', { checker, verdict }, [{ kind: 'check', check: id }]),
      finding('repeated-after', { publishers, days: Math.floor(days) }, refs(after)),
    ],
    counter: [
      ...where(doubting.length > 0, () =>
        finding('some-debunk', { articles: doubting.length }, refs(doubting)),
      ),
      ...where(confidence < SURE_MATCH, () =>
        finding('check-uncertain', { percent: Math.round(confidence * 100) }, [
          { kind: 'check', check: id },
        ]),
      ),
    ],
    confidence: confidence < SURE_MATCH ? 'roughly even chance' : 'very likely',
  };
}
