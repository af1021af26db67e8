/** The shape of an alert with its log and what shows it; who handled it stays on the desk it left. */
import type { AlertPassage, AlertView } from '../../domain/alert-views.ts';
import {
  ALERT_ACTIONS,
  ALERT_STATES,
  type Alert,
  type AlertEvent,
  CLOSE_REASONS,
  type EvidenceRef,
  FINDINGS,
  type Finding,
  type Indicator,
  MEASURES,
  SEVERITIES,
} from '../../domain/alerts.ts';
import { ESTIMATES } from '../../domain/judgement.ts';
import type { Worded } from '../../domain/worded.ts';
import { alertId, articleId, cascadeId, checkId, entryId, memberName, span } from './parts.ts';
import {
  dictionary,
  flag,
  list,
  Misfit,
  maybe,
  member,
  number,
  object,
  oneOf,
  optional,
  type Shape,
  text,
} from './shape.ts';

type RefOf<K extends EvidenceRef['kind']> = Extract<EvidenceRef, { readonly kind: K }>;

const ref: Shape<EvidenceRef> = oneOf<EvidenceRef>('kind', {
  passage: object<RefOf<'passage'>>({ kind: member(['passage']), article: articleId, span }),
  article: object<RefOf<'article'>>({ kind: member(['article']), article: articleId }),
  cascade: object<RefOf<'cascade'>>({ kind: member(['cascade']), cascade: cascadeId }),
  check: object<RefOf<'check'>>({ kind: member(['check']), check: checkId }),
  entry: object<RefOf<'entry'>>({ kind: member(['entry']), entry: entryId }),
  source: object<RefOf<'source'>>({ kind: member(['source']), source: text }),
});

function figure(value: unknown): string | number {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new Misfit('a text or a number', value);
}

const finding: Shape<Finding> = object<Finding>({
  code: member(FINDINGS),
  figures: dictionary(figure),
  refs: list(ref),
});

const worded: Shape<Worded> = object<Worded>({ en: text, es: text });

const indicator: Shape<Indicator> = object<Indicator>({
  id: text,
  measure: member(MEASURES),
  title: worded,
  why: worded,
  severity: member(SEVERITIES),
  threshold: number,
  lookBackDays: number,
  windowDays: number,
  baselineDays: number,
  rivals: list(worded),
  clears: list(worded),
  enabled: flag,
});

const alert: Shape<Alert> = object<Alert>({
  id: alertId,
  measure: member(MEASURES),
  unit: text,
  subject: text,
  value: number,
  at: number,
  findings: list(finding),
  counter: list(finding),
  confidence: member(ESTIMATES),
  indicator: text,
  severity: member(SEVERITIES),
  threshold: number,
  raisedAt: number,
  measuredAt: number,
  state: member(ALERT_STATES),
  assignee: maybe(text),
  closed: maybe(member(CLOSE_REASONS)),
  stands: flag,
  version: text,
  indicatorDigest: text,
});

const event: Shape<AlertEvent> = object<AlertEvent>({
  alert: alertId,
  at: number,
  by: text,
  action: member(ALERT_ACTIONS),
  assignee: optional(text),
  reason: optional(member(CLOSE_REASONS)),
  note: optional(text),
  value: optional(number),
});

const passage: Shape<AlertPassage> = object<AlertPassage>({
  ref,
  quote: optional(text),
  before: optional(text),
  after: optional(text),
  language: optional(text),
  article: optional(memberName),
  label: text,
});

export const alertView: Shape<AlertView> = object<AlertView>({
  alert,
  indicator: maybe(indicator),
  events: list(event),
  passages: list(passage),
});
