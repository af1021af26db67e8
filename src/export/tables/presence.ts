/** The ledger of presence as a table. */
import type { ExportEntry } from '../../domain/exports.ts';
import { count, spanColumns, type Table, tableOf, text } from './column.ts';

export const PRESENCE: Table = tableOf<ExportEntry>({
  name: 'presence',
  doc: 'One row per entry of the ledger. Rows of different unit or scope are never added or compared; rows of one day by different sources are not added either.',
  rows: (record) => (record.kind === 'entry' ? [record] : []),
  columns: [
    text('id', 'Of the entry.', (r) => r.entry.id),
    text('sender', 'Whose staff: ISO 3166-1 alpha-2.', (r) => r.sender),
    text('host', 'Where it is; `SEVERAL` for a total over several states.', (r) => r.host),
    text('measure', 'Whether it is a level, a change or a cap.', (r) => r.measure),
    text('unit', 'What is counted.', (r) => r.unit),
    text('scope', 'Where it is counted.', (r) => r.scope),
    count(
      'min',
      'what `unit` says',
      'At least so many; fewer than three people are 1 to 2.',
      (r) => r.bounds?.min,
    ),
    count(
      'max',
      'what `unit` says',
      'At most so many; absent where no upper end is stated.',
      (r) => r.bounds?.max ?? undefined,
    ),
    text(
      'count',
      'The number as shown; absent where only a direction is stated.',
      (r) => r.entry.count,
    ),
    text('as_of_first', 'First day that it is stated of.', (r) => r.entry.asOf?.first),
    text('as_of_last', 'Last day that it is stated of.', (r) => r.entry.asOf?.last),
    text(
      'kind',
      'Who counted: `official-list`, `ministry`, `press` or `dataset`.',
      (r) => r.entry.kind,
    ),
    text('source', 'Who states it.', (r) => r.entry.source.name),
    text('source_url', 'Where it is stated.', (r) => r.entry.source.url),
    text(
      'source_date',
      'When it was stated: a year, a month or a day.',
      (r) => r.entry.source.date,
    ),
    text('stated', "Unit and scope in the source's own words.", (r) => r.entry.stated),
    text('note', 'What the source or the desk notes of it.', (r) => r.entry.note),
    text(
      'article',
      'The article that states it, where one of the desk does.',
      (r) => passageOf(r)?.article,
    ),
    ...spanColumns<ExportEntry>('', 'the passage that states it', passageOf),
    text('capture', 'The captured file that states it, else.', (r) => fileOf(r)?.capture),
    count('line', 'lines', 'Its line in that file, from 1.', (r) => fileOf(r)?.line),
  ],
});

function passageOf({ entry, pairs }: ExportEntry) {
  const { evidence } = entry;
  return 'article' in evidence ? { ...evidence, pairs: pairs[evidence.article] } : undefined;
}

function fileOf({ entry: { evidence } }: ExportEntry) {
  return 'capture' in evidence ? evidence : undefined;
}
