/** Members of cascades, and the passages that they share, as tables. */
import type { ExportCascade } from '../../domain/exports.ts';
import type { EchoView, PassageView } from '../../domain/views.ts';
import { count, list, number, spanColumns, type Table, tableOf, text } from './column.ts';

interface EchoRow {
  readonly record: ExportCascade;
  readonly echo: EchoView;
  /** The longest of its passages. */
  readonly passage: PassageView | undefined;
}

export const ECHOES: Table = tableOf<EchoRow>({
  name: 'echoes',
  doc: 'One row per member of a cascade. Its parent is a lead: read it with its confidence, its reason and its rivals.',
  rows: (record) =>
    record.kind === 'cascade' ? record.cascade.echoes.map((echo) => rowOf(record, echo)) : [],
  columns: [
    text('cascade', 'The cascade.', (r) => r.record.cascade.id),
    text('article', 'The member.', (r) => r.echo.article.id),
    text('outlet', 'Its outlet by name.', (r) => r.echo.article.outlet),
    text(
      'role',
      '`earliest` (also for each of several that may be), `echo` or `undated`.',
      (r) => r.echo.role,
    ),
    text(
      'parent',
      'The article most likely taken from, among those known to be earlier.',
      (r) => r.echo.parent?.article,
    ),
    text('parent_outlet', 'Its outlet by name.', (r) => r.echo.parent?.outlet),
    text(
      'reason',
      'Why this one: it is named, it shares most, or it is the earliest.',
      (r) => r.echo.parent?.reason,
    ),
    number(
      'confidence',
      'share from 0 to 1',
      'The share of the evidence that speaks for this parent against its rivals.',
      (r) => r.echo.parent?.confidence,
    ),
    list('rivals', 'Other earlier articles that could be the parent, most likely first.', (r) =>
      r.echo.parent?.rivals.map(({ article }) => article),
    ),
    list('rival_outlets', 'Their outlets by name.', (r) =>
      r.echo.parent?.rivals.map(({ outlet }) => outlet),
    ),
    list(
      'both_credit',
      'Agencies that the echo and this parent both credit, and that may stand behind both.',
      (r) => r.echo.parent?.bothCredit.map(({ name }) => name),
    ),
    count(
      'lag_min',
      'milliseconds',
      'Behind the parent by at least so much; negative: perhaps before it.',
      (r) => r.echo.parent?.lag.min,
    ),
    count(
      'lag_max',
      'milliseconds',
      'Behind the parent by at most so much.',
      (r) => r.echo.parent?.lag.max,
    ),
    text(
      'compared_with',
      'The article that its passages are compared with.',
      (r) => r.echo.comparedWith?.article,
    ),
    text(
      'copy_type',
      '`verbatim`, `edited`, `cut`, `paraphrased` or `translated`.',
      (r) => r.echo.copyType,
    ),
    text(
      'credit',
      'Whether it names where the text came from: `kept`, `dropped`, `unknown`.',
      (r) => r.echo.credit,
    ),
    text('credit_text', 'The words that do so.', (r) => r.echo.creditText),
    text(
      'credit_in',
      'Where these stand: in the text, among the authors, in an address.',
      (r) => r.echo.creditIn,
    ),
    text(
      'title_from',
      'Headline of the compared article, where the two differ.',
      (r) => r.echo.title?.from,
    ),
    text('title_to', 'Headline of this one, where the two differ.', (r) => r.echo.title?.to),
    list(
      'alterations',
      'Changes that alter what is claimed: kind, words before, words after.',
      (r) => r.echo.alterations.map(({ kind, from, to }) => `${kind}: ${from} → ${to}`),
    ),
    count(
      'passages',
      'passages',
      'Shared passages; all of them are rows of `passages`.',
      (r) => r.echo.passages.length,
    ),
    count(
      'passage_words',
      'words',
      'Words that the longest of them shares.',
      (r) => r.passage?.words,
    ),
    ...sidesOf<EchoRow>((r) => r.passage, fromPairs, toPairs),
  ],
});

interface PassageRow extends EchoRow {
  readonly passage: PassageView;
  readonly place: number;
}

export const PASSAGES: Table = tableOf<PassageRow>({
  name: 'passages',
  doc: 'One row per passage that a member of a cascade shares with the article it is compared with.',
  rows: (record) =>
    record.kind === 'cascade'
      ? record.cascade.echoes.flatMap((echo) => passageRows(record, echo))
      : [],
  columns: [
    text('cascade', 'The cascade.', (r) => r.record.cascade.id),
    text('article', 'The member.', (r) => r.echo.article.id),
    text(
      'compared_with',
      'The article that it is compared with.',
      (r) => r.echo.comparedWith?.article,
    ),
    count('place', 'passages', 'Place among the passages of this member, from 0.', (r) => r.place),
    count('words', 'words', 'Words that both sides share.', (r) => r.passage.words),
    count(
      'hidden_words',
      'words',
      'Words of it that the shown text leaves out.',
      (r) => r.passage.hiddenWords,
    ),
    ...sidesOf<PassageRow>((r) => r.passage, fromPairs, toPairs),
  ],
});

type PairsOf<R> = (row: R) => readonly number[] | undefined;

/** Both sides of a passage: where they stand and what they say. */
function sidesOf<R>(of: (row: R) => PassageView | undefined, from: PairsOf<R>, to: PairsOf<R>) {
  return [
    ...spanColumns<R>('from_', 'the compared side', (r) => placed(of(r)?.from, from(r))),
    text<R>('from_text', 'Its words, at most 55.', (r) => of(r)?.from.text),
    ...spanColumns<R>('to_', 'the side of this member', (r) => placed(of(r)?.to, to(r))),
    text<R>('to_text', 'Its words, at most 55.', (r) => of(r)?.to.text),
  ];
}

function placed(side: PassageView['from'] | undefined, pairs: readonly number[] | undefined) {
  return side && { span: side.span, pairs };
}

function fromPairs({ record, echo }: EchoRow) {
  return echo.comparedWith && record.pairs[echo.comparedWith.article];
}

function toPairs({ record, echo }: EchoRow) {
  return record.pairs[echo.article.id];
}

function rowOf(record: ExportCascade, echo: EchoView): EchoRow {
  const longest = echo.passages.reduce<PassageView | undefined>(
    (best, passage) => (best === undefined || passage.words > best.words ? passage : best),
    undefined,
  );
  return { record, echo, passage: longest };
}

function passageRows(record: ExportCascade, echo: EchoView): readonly PassageRow[] {
  return echo.passages.map((passage, place) => ({ record, echo, passage, place }));
}
