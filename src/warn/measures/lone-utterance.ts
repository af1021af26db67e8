/** An official's new claim that many carry: one utterance behind it, and nothing else. */
import type { Observation } from '../../domain/alerts.ts';
import type { ArticleId } from '../../domain/ids.ts';
import type { Bounds } from '../../domain/judgement.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Span } from '../../domain/span.ts';
import { finding, where } from './finding.ts';

export interface LoneFacts {
  readonly unit: string;
  readonly subject: string;
  readonly speaker: string;
  readonly office?: string;
  readonly statement: { readonly article: ArticleId; readonly span: Span };
  readonly utterances: Bounds;
  readonly publishers: Bounds;
  readonly articles: number;
  readonly at: Moment | undefined;
  /** Whether the passage was seen long before. */
  readonly previouslyKnown: boolean;
  readonly official: boolean;
  /** Fact-checks that match it. */
  readonly checks: number;
}

export function observeLone(facts: LoneFacts): Observation {
  const { unit, subject, speaker, office, statement, utterances, publishers, articles } = facts;
  const counts = facts.official && !facts.previouslyKnown && utterances.atLeast <= 1;
  const further = utterances.atMost > 1;
  return {
    measure: 'lone-utterance',
    unit,
    subject,
    value: counts ? publishers.atLeast : 0,
    at: facts.at?.earliest ?? 0,
    findings: [
      finding('one-utterance', { speaker, office: office ?? '' }, [
        { kind: 'passage', ...statement },
      ]),
      finding('carried-by', { publishers: publishers.atLeast, articles }),
    ],
    counter: where(further, () =>
      finding('further-utterance-possible', { utterances: utterances.atMost }),
    ),
    confidence: further ? 'roughly even chance' : 'likely',
  };
}
