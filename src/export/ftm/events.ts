/** Events that the text tells as happened. Parties are states: whoever else acts stays in the passage. */
import type { ExportReading } from '../../domain/exports.ts';
import type { EventView, PartyView } from '../../domain/reading-views.ts';
import { timexDate } from '../linked/calendar.ts';
import { countriesOf } from './countries.ts';
import {
  addressValue,
  articleEntityId,
  entity,
  type FtmEntity,
  ftmId,
  nameValue,
  ownText,
  placeValue,
  stringValue,
  textValue,
} from './entity.ts';
import { statementId, timeWords } from './statements.ts';

/** Events of the reading that happened, each with the link to its article. */
export function* eventEntities(record: ExportReading): Generator<FtmEntity> {
  const document = articleEntityId(record.article.id);
  for (const [place, event] of record.reading.events.entries()) {
    // Planned, negated and considered deeds would be read as deeds: the model has no word for them.
    if (event.status !== 'happened') continue;
    const id = ftmId('event', record.article.id, record.reading.reader, place);
    yield eventEntity(id, document, record, event);
    yield entity(`${id}-link`, 'Documentation', {
      document: [document],
      entity: [id],
      role: ['tells the event'],
    });
  }
}

function eventEntity(
  id: string,
  document: string,
  record: ExportReading,
  event: EventView,
): FtmEntity {
  const { date, told } = event;
  return entity(id, 'Event', {
    name: [nameValue(event.text) || event.kind],
    summary: [
      ownText(
        `${event.type} (${event.kind}); by: ${statesOf(event.actors)}; to: ${statesOf(event.recipients)}`,
      ),
    ],
    description: [textValue(event.sentence.text)],
    keywords: [`PLOVER:${event.type}`, `kind:${event.kind}`],
    date: [timexDate(date?.value)],
    country: countriesOf([...event.actors, ...event.recipients].map((party) => party.state)),
    location: [event.place && placeValue(event.place.text)],
    proof: [document],
    publisher: [stringValue(record.article.outlet)],
    sourceUrl: [addressValue(record.article.url)],
    notes: [
      date && `When, as stated: ${timeWords(date)}`,
      told === undefined
        ? 'Told by the article itself'
        : `Told by a source of the article, not by the article itself: ${statementId(record, told)}`,
      `Read by ${stringValue(record.reading.reader)}`,
    ],
  });
}

function statesOf(parties: readonly PartyView[]): string {
  const states = parties.flatMap(({ state }) => (state === undefined ? [] : [stringValue(state)]));
  return states.length > 0 ? [...new Set(states)].join(', ') : 'no state named';
}
