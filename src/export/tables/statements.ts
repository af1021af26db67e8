/** Attributed statements of readings as a table. */
import type { ExportReading } from '../../domain/exports.ts';
import type { StatementView } from '../../domain/reading-views.ts';
import { count, flag, list, spanColumns, type Table, tableOf, text } from './column.ts';
import { shownPieces, spanText } from './pieces.ts';

interface StatementRow {
  readonly record: ExportReading;
  readonly statement: StatementView;
  readonly place: number;
  readonly pairs: readonly number[] | undefined;
}

export const STATEMENTS: Table = tableOf<StatementRow>({
  name: 'statements',
  doc: 'One row per attributed statement: who says what, in the words of the article.',
  rows: (record) => (record.kind === 'reading' ? statementRows(record) : []),
  columns: [
    text('article', 'The article that carries it.', (r) => r.record.article.id),
    text('outlet', 'Its outlet by name.', (r) => r.record.article.outlet),
    text('reader', 'What read it: `name@version`.', (r) => r.record.reading.reader),
    count(
      'place',
      'statements',
      'Its place among the statements of this reading, from 0.',
      (r) => r.place,
    ),
    text(
      'source',
      'The words for who says it; absent where the text states nobody.',
      (r) => r.statement.source?.text,
    ),
    text(
      'source_form',
      'Whether these words name, describe or stand for them: `named`, `described`, `pronoun`, `unstated`.',
      (r) => r.statement.source?.form,
    ),
    text(
      'source_name',
      'The fullest name that the article itself gives them.',
      (r) => r.statement.source?.name,
    ),
    text(
      'source_entity',
      'The key that all spellings and scripts of that name share.',
      (r) => r.statement.source?.entity,
    ),
    text('role', 'Their role, as the article states it.', (r) => r.statement.role?.text),
    flag(
      'role_former',
      'Whether the article calls it a former role.',
      (r) => r.statement.role?.former,
    ),
    text('cue', 'The words that attribute it.', (r) => r.statement.cue?.text),
    text(
      'polarity',
      'What the cue says of the speaker’s stance to the content.',
      (r) => r.statement.cue?.polarity,
    ),
    text('mode', '`direct`, `indirect` or `mixed`.', (r) => r.statement.mode),
    list(
      'content',
      'What is said: the first pieces in the words of the article, together at most 55 words.',
      (r) => shownPieces(r.statement.content).map((piece) => piece.text),
    ),
    list(
      'content_spans',
      'Where all its pieces stand in the text, begin-end in code points.',
      (r) => r.statement.content.map(({ span }) => spanText(span, r.pairs)),
    ),
    count('hidden_words', 'words', 'Words of the shown pieces that are cut off.', (r) =>
      hiddenWords(r.statement),
    ),
    ...spanColumns<StatementRow>(
      'cue_',
      'the cue',
      (r) => r.statement.cue && { span: r.statement.cue.span, pairs: r.pairs },
    ),
    text('venue', 'Where it was said, as stated.', (r) => r.statement.venue?.text),
    text('uttered', 'When it was said, as stated.', (r) => r.statement.uttered?.text),
    text(
      'uttered_value',
      'What that time stands for, as a TIMEX3 value.',
      (r) => r.statement.uttered?.value,
    ),
    list('via', 'Through whom it reached the article, nearest first.', (r) =>
      r.statement.via.map((speaker) => speaker.text),
    ),
    count(
      'within',
      'statements',
      'The place of the statement inside whose content it stands.',
      (r) => r.statement.within,
    ),
  ],
});

function statementRows(record: ExportReading): readonly StatementRow[] {
  const pairs = record.pairs[record.article.id];
  return record.reading.statements.map((statement, place) => ({ record, statement, place, pairs }));
}

function hiddenWords(statement: StatementView): number {
  return shownPieces(statement.content).reduce((sum, piece) => sum + piece.hiddenWords, 0);
}
