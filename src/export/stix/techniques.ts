/**
 * Techniques of DISARM 1.6 (identifiers and names as facts) and the evidence that each of them needs.
 * A technique is a name for a way of doing, attached to a report or a narrative, never to an outlet, a
 * state or a person; where a part of its evidence is missing, it is not attached at all. T0128.004,
 * Launder Information Assets, is about accounts and channels that change hands: no reprint shows that,
 * so it is not in the table, and neither is anything else that the desk cannot see.
 */
import type { AlertView } from '../../domain/alert-views.ts';
import type { CloseReason, FindingCode, MeasureKind } from '../../domain/alerts.ts';
import type { CascadeView, EchoView } from '../../domain/views.ts';

export interface Technique {
  readonly id: keyof typeof TECHNIQUES;
  readonly name: string;
  /** The tactic's short name, as DISARM's phases are called. */
  readonly tactic: string;
}

/** Name and tactic of every technique that can be attached. */
export const TECHNIQUES = {
  'T0023.001': ['Reframe Context', 'develop-content'],
  'T0084.001': ['Use Copypasta', 'develop-content'],
  'T0084.002': ['Plagiarise Content', 'develop-content'],
  'T0084.003': ['Deceptively Labelled or Translated', 'develop-content'],
  T0118: ['Amplify Existing Narrative', 'maximise-exposure'],
} as const satisfies Readonly<Record<string, readonly [name: string, tactic: string]>>;

/** A technique and what shows it, in one sentence. */
export interface Attached {
  readonly technique: Technique;
  readonly evidence: string;
}

/** What an alert must have found, and must not have found, for a technique. */
const OF_ALERTS: readonly {
  readonly measure: MeasureKind;
  readonly technique: Technique['id'];
  readonly needs: readonly FindingCode[];
  readonly without: readonly FindingCode[];
  readonly evidence: string;
}[] = [
  {
    measure: 'state-pickup',
    technique: 'T0084.002',
    needs: ['state-outlet-earliest', 'picked-up-unattributed'],
    without: ['order-open'],
    evidence:
      'The earliest seen is an outlet that a list states to be of a state, and publishers of the host carried the wording without naming a source; the order is established.',
  },
  {
    measure: 'debunked-repeat',
    technique: 'T0118',
    needs: ['claim-debunked', 'repeated-after'],
    without: ['check-uncertain'],
    evidence:
      'A fact-check refuted the claim, and publishers repeated it after that without doubting it; that the check is of the same claim is not in doubt.',
  },
  {
    measure: 'recycled-statement',
    technique: 'T0023.001',
    needs: ['uttered-before', 'role-not-held'],
    without: ['age-uncertain'],
    evidence:
      'A statement is brought that was made earlier, with a role that its speaker did not hold any more.',
  },
];

/** Least share of the evidence for a parent, and least number of other houses, that count. */
const SURE_PARENT = 0.8;
const COPYING_HOUSES = 3;

/** Reasons for closing that take back what an alert said. */
const TAKEN_BACK: readonly (CloseReason | undefined)[] = ['explained', 'not-confirmed', 'error'];

/** The techniques that an alert bears out; none where it does not stand, or people found it wanting. */
export function alertTechniques({ alert }: AlertView): readonly Attached[] {
  if (!alert.stands || TAKEN_BACK.includes(alert.closed)) return [];
  const found = new Set(
    alert.findings.map(({ code, refs }) => (refs.length > 0 ? code : undefined)),
  );
  const against = new Set(alert.counter.map(({ code }) => code));
  return OF_ALERTS.filter(
    ({ measure, needs, without }) =>
      measure === alert.measure &&
      needs.every((code) => found.has(code)) &&
      !without.some((code) => against.has(code)),
  ).map(({ technique, evidence }) => ({ technique: techniqueOf(technique), evidence }));
}

/** The techniques that the copies of a cascade bear out; none where the order is open. */
export function cascadeTechniques({ echoes, order, earliest }: CascadeView): readonly Attached[] {
  if (order !== 'established') return [];
  const attached: Attached[] = [];
  const source = earliest[0]?.domain;
  const copies = new Set(
    echoes.filter((echo) => isBareCopy(echo)).map(({ article }) => article.domain),
  );
  if (source !== undefined) copies.delete(source);
  if (copies.size >= COPYING_HOUSES) {
    attached.push({
      technique: techniqueOf('T0084.001'),
      evidence: `${copies.size} other houses carry the text, nearly as it was, and none of these copies names where it came from.`,
    });
  }
  const altered = echoes.filter((echo) => isAlteredTranslation(echo));
  if (altered.length > 0) {
    attached.push({
      technique: techniqueOf('T0084.003'),
      evidence: `${altered.length} ${altered.length === 1 ? 'translation alters' : 'translations alter'} what is claimed, against a parent that is sure to ${SURE_PARENT * 100} % at least.`,
    });
  }
  return attached;
}

function isBareCopy({ copyType, credit, parent, passages }: EchoView): boolean {
  const copied = copyType === 'verbatim' || copyType === 'edited' || copyType === 'cut';
  return copied && credit === 'dropped' && parent !== undefined && passages.length > 0;
}

function isAlteredTranslation({ copyType, alterations, parent }: EchoView): boolean {
  return (
    copyType === 'translated' && alterations.length > 0 && (parent?.confidence ?? 0) >= SURE_PARENT
  );
}

function techniqueOf(id: Technique['id']): Technique {
  const [name, tactic] = TECHNIQUES[id];
  return { id, name, tactic };
}
