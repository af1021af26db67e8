/** An old statement, or an old passage, that an article brings as if it were new. Value: days, at least. */
import type { Observation } from '../../domain/alerts.ts';
import type { ArticleId } from '../../domain/ids.ts';
import type { Evidence, Recycled, RoleStanding } from '../../domain/judgement.ts';
import type { Moment } from '../../domain/moment.ts';
import { finding, where } from './finding.ts';

export interface RecycledFacts {
  readonly unit: string;
  readonly subject: string;
  readonly article: ArticleId;
  readonly outlet: string;
  readonly at: Moment | undefined;
  readonly recycled: Recycled;
  readonly role?: { readonly standing: RoleStanding; readonly stated: Evidence };
}

export function observeRecycled(facts: RecycledFacts): Observation {
  const { unit, subject, article, outlet, at, recycled, role } = facts;
  const { min, max } = recycled.days;
  const passages = recycled.evidence.map((one) => ({ kind: 'passage', ...one }) as const);
  return {
    measure: 'recycled-statement',
    unit,
    subject,
    value: min,
    at: at?.earliest ?? 0,
    findings: [
      finding('uttered-before', { outlet, days: min, reason: recycled.reason }, [
        { kind: 'article', article },
        ...passages,
      ]),
      ...where(role?.standing === 'held-then-not-now', () =>
        finding('role-not-held', { outlet }, [{ kind: 'passage', ...role!.stated }]),
      ),
    ],
    counter: where(max === null || max > 2 * min, () =>
      finding('age-uncertain', { least: min, most: max ?? '' }),
    ),
    confidence: recycled.reason === 'role-ended' ? 'likely' : 'very likely',
  };
}
