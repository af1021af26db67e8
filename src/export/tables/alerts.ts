/** Alerts as a table. */
import type { EvidenceRef, Finding } from '../../domain/alerts.ts';
import type { ExportAlert } from '../../domain/exports.ts';
import { flag, list, number, type Table, tableOf, text, time } from './column.ts';

export const ALERTS: Table = tableOf<ExportAlert>({
  name: 'alerts',
  doc: 'One row per alert: something worth a look, never a finding that somebody did it.',
  rows: (record) => (record.kind === 'alert' ? [record] : []),
  columns: [
    text('id', 'Of the alert.', ({ view }) => view.alert.id),
    text('indicator', 'The indicator that it is one of.', ({ view }) => view.alert.indicator),
    text('indicator_title', 'Its title in English.', ({ view }) => view.indicator?.title.en),
    text('measure', 'What is measured.', ({ view }) => view.alert.measure),
    text('subject_key', 'Key of what it is measured on.', ({ view }) => view.alert.unit),
    text(
      'subject',
      'The same by name: a headline, an outlet, a pair of states.',
      ({ view }) => view.alert.subject,
    ),
    number(
      'value',
      'what `measure` counts',
      'The newest measurement.',
      ({ view }) => view.alert.value,
    ),
    number(
      'threshold',
      'what `measure` counts',
      'The value that it counts from.',
      ({ view }) => view.alert.threshold,
    ),
    text(
      'severity',
      'As the indicator states it: `low`, `medium`, `high`.',
      ({ view }) => view.alert.severity,
    ),
    text('confidence', 'How sure the measurement itself is.', ({ view }) => view.alert.confidence),
    text('state', '`new`, `acknowledged`, `assigned` or `closed`.', ({ view }) => view.alert.state),
    text('closed', 'Why it was closed.', ({ view }) => view.alert.closed),
    flag(
      'stands',
      'Whether the newest measurement still reaches the threshold.',
      ({ view }) => view.alert.stands,
    ),
    time('raised_at', 'When the desk raised it.', ({ view }) => view.alert.raisedAt),
    time('measured_at', 'When the desk last measured it.', ({ view }) => view.alert.measuredAt),
    time('evidence_at', 'The latest moment of its evidence.', ({ view }) => view.alert.at),
    list('findings', 'Codes of what speaks for it.', ({ view }) =>
      view.alert.findings.map(({ code }) => code),
    ),
    list('counter', 'Codes of what speaks against it.', ({ view }) =>
      view.alert.counter.map(({ code }) => code),
    ),
    list('rivals', 'What else would look the same, in English.', ({ view }) =>
      view.indicator?.rivals.map(({ en }) => en),
    ),
    list(
      'evidence',
      'What it rests on: articles, cascades, fact-checks, entries, sources, by kind and id.',
      ({ view }) => evidenceOf([...view.alert.findings, ...view.alert.counter]),
    ),
    text('version', 'The program that measured it.', ({ view }) => view.alert.version),
    text(
      'indicator_sha256',
      'Digest of the indicator as it stood.',
      ({ view }) => view.alert.indicatorDigest,
    ),
  ],
});

function evidenceOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.flatMap(({ refs }) => refs.map(refOf)))];
}

function refOf(ref: EvidenceRef): string {
  switch (ref.kind) {
    case 'passage':
    case 'article':
      return `article:${ref.article}`;
    case 'cascade':
      return `cascade:${ref.cascade}`;
    case 'check':
      return `check:${ref.check}`;
    case 'entry':
      return `entry:${ref.entry}`;
    case 'source':
      return `source:${ref.source}`;
  }
}
