/** Events that readings find as a table. */
import type { ExportReading } from '../../domain/exports.ts';
import type { EventView, PartyView } from '../../domain/reading-views.ts';
import { count, list, spanColumns, type Table, tableOf, text } from './column.ts';

interface EventRow {
  readonly record: ExportReading;
  readonly event: EventView;
  readonly place: number;
  readonly pairs: readonly number[] | undefined;
}

export const EVENTS: Table = tableOf<EventRow>({
  name: 'events',
  doc: 'One row per event that an article tells; only what `happened` is told as having happened.',
  rows: (record) => (record.kind === 'reading' ? eventRows(record) : []),
  columns: [
    text('article', 'The article that tells it.', (r) => r.record.article.id),
    text('outlet', 'Its outlet by name.', (r) => r.record.article.outlet),
    text('reader', 'What read it: `name@version`.', (r) => r.record.reading.reader),
    count('place', 'events', 'Its place among the events of this reading, from 0.', (r) => r.place),
    text('type', 'PLOVER type of event.', (r) => r.event.type),
    text('kind', 'The finer kind that the desk counts.', (r) => r.event.kind),
    text(
      'status',
      '`happened`, `negated`, `hypothetical` or `planned`, as told.',
      (r) => r.event.status,
    ),
    text('words', 'The words that name the deed.', (r) => r.event.text),
    ...spanColumns<EventRow>('', 'these words', (r) => ({ span: r.event.span, pairs: r.pairs })),
    list('actors', 'Who does it, in the words of the article.', (r) => wordsOf(r.event.actors)),
    list('actor_states', 'The states that these belong to, ISO 3166-1 alpha-2, where known.', (r) =>
      statesOf(r.event.actors),
    ),
    list('recipients', 'To whom it is done, in the words of the article.', (r) =>
      wordsOf(r.event.recipients),
    ),
    list('recipient_states', 'The states that these belong to, where known.', (r) =>
      statesOf(r.event.recipients),
    ),
    text('location', 'Where, as stated.', (r) => r.event.place?.text),
    text('date', 'When, as stated.', (r) => r.event.date?.text),
    text('date_value', 'What that time stands for, as a TIMEX3 value.', (r) => r.event.date?.value),
    text('sentence', 'The sentence, at most 55 words of it.', (r) => r.event.sentence.text),
    ...spanColumns<EventRow>('sentence_', 'the sentence', (r) => ({
      span: r.event.sentence.span,
      pairs: r.pairs,
    })),
    count(
      'hidden_words',
      'words',
      'Words of the sentence that are cut off.',
      (r) => r.event.sentence.hiddenWords,
    ),
    count(
      'told',
      'statements',
      'The place in `statements` of the one that tells it; absent: the article itself does.',
      (r) => r.event.told,
    ),
  ],
});

function eventRows(record: ExportReading): readonly EventRow[] {
  const pairs = record.pairs[record.article.id];
  return record.reading.events.map((event, place) => ({ record, event, place, pairs }));
}

function wordsOf(parties: readonly PartyView[]): readonly string[] {
  return parties.map((party) => party.text);
}

function statesOf(parties: readonly PartyView[]): readonly string[] {
  return [...new Set(parties.flatMap(({ state }) => (state === undefined ? [] : [state])))];
}
