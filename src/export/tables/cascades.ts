/** Cascades as a table. */
import type { ExportCascade } from '../../domain/exports.ts';
import type { CascadeView } from '../../domain/views.ts';
import { count, list, type Table, tableOf, text } from './column.ts';

export const CASCADES: Table = tableOf<ExportCascade>({
  name: 'cascades',
  doc: 'One row per cascade: one passage and the articles that carry it.',
  rows: (record) => (record.kind === 'cascade' ? [record] : []),
  columns: [
    text('id', 'Of the cascade.', (r) => r.cascade.id),
    text('title', 'Headline of its earliest seen member.', (r) => r.cascade.title),
    text(
      'order',
      '`established` where one member is earlier than all others, else `open` or `undated`.',
      (r) => r.cascade.order,
    ),
    list(
      'earliest',
      'The articles that are, or may be, the earliest seen; earliest seen is not source.',
      (r) => r.cascade.earliest.map(({ id }) => id),
    ),
    list('earliest_outlets', 'Their outlets by name.', (r) =>
      r.cascade.earliest.map(({ outlet }) => outlet),
    ),
    count('articles', 'articles', 'Its members.', (r) => r.cascade.articles),
    count('reach', 'publishers', 'Distinct publishers among them.', (r) => r.cascade.reach),
    list('languages', 'Their languages.', (r) => r.cascade.languages),
    count(
      'spread',
      'milliseconds',
      'From the earliest to the latest dated member.',
      (r) => r.cascade.spreadMs,
    ),
    count(
      'dropped_credits',
      'articles',
      'Members that do not say where the text came from.',
      (r) => r.cascade.droppedCredits,
    ),
    list(
      'wires',
      'News agencies that members credit; a credit does not say that the agency wrote it.',
      (r) => r.cascade.wires.map(({ name }) => name),
    ),
    count(
      'sources_min',
      'utterances',
      'At least so many first utterances stand behind it.',
      (r) => utterances(r.cascade)?.atLeast,
    ),
    count(
      'sources_max',
      'utterances',
      'At most so many first utterances stand behind it.',
      (r) => utterances(r.cascade)?.atMost,
    ),
    list(
      'checks',
      'Fact-checks that match its headline: a likeness, no verdict on the cascade.',
      (r) => r.checks.map(({ id }) => id),
    ),
  ],
});

function utterances({ ladder }: CascadeView) {
  return ladder?.rungs.find(({ kind }) => kind === 'utterances')?.bounds;
}
