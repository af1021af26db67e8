/** Attributed statements as notes: the words, who said them in the article's words, and nothing more. */
import type { ExportReading } from '../../domain/exports.ts';
import type { StatementView, TimeView } from '../../domain/reading-views.ts';
import { POLARITY_WORDS } from '../reading-wording.ts';
import {
  addressValue,
  articleEntityId,
  entity,
  type FtmEntity,
  ftmId,
  ownName,
  ownText,
  passageValues,
  speakerWords,
  stringValue,
} from './entity.ts';
import { languageOf } from './languages.ts';

/** The id of a statement of a reading, by its place. */
export function statementId({ article, reading }: ExportReading, place: number): string {
  return ftmId('statement', article.id, reading.reader, place);
}

/** Every statement of the reading, each with the link to its article. */
export function* statementEntities(record: ExportReading): Generator<FtmEntity> {
  for (const [place, statement] of record.reading.statements.entries()) {
    const id = statementId(record, place);
    yield statementEntity(id, record, statement);
    yield entity(`${id}-link`, 'Documentation', {
      document: [articleEntityId(record.article.id)],
      entity: [id],
      role: ['carries the statement'],
    });
  }
}

function statementEntity(id: string, record: ExportReading, statement: StatementView): FtmEntity {
  const { article, reading } = record;
  const { source, cue, role, venue, uttered, via, within, mode } = statement;
  const place = statement.content.map(({ span }) => `${span.begin}–${span.end}`).join(', ');
  return entity(id, 'Note', {
    name: [ownName(`Statement of ${speakerWords(source)}`)],
    description: passageValues(statement.content.map(({ text }) => text)),
    summary: [
      ownText(
        `${speakerWords(source)}: ${cue === undefined ? 'no cue' : `“${stringValue(cue.text)}” (${POLARITY_WORDS[cue.polarity]})`}, ${mode} speech`,
      ),
    ],
    entity: [articleEntityId(article.id)],
    proof: [articleEntityId(article.id)],
    publisher: [stringValue(article.outlet)],
    sourceUrl: [addressValue(article.url)],
    notes: [
      role && `Role as stated: ${stringValue(role.text)}${role.former ? ' (a former one)' : ''}`,
      venue && `Where, as stated: ${stringValue(venue.text)}`,
      uttered && `When, as stated: ${timeWords(uttered)}`,
      ...via.map((speaker) => `Through: ${speakerWords(speaker)}`),
      within === undefined ? undefined : `Inside the statement ${statementId(record, within)}`,
      place === '' ? undefined : ownText(`Characters of the extracted text (UTF-16): ${place}`),
      ownText(
        `Read by ${stringValue(reading.reader)}; language of the article: ${languageOf(article.language) ?? 'not known'}`,
      ),
    ],
  });
}

/** `“on Monday”, read as 2024-09-23`. */
export function timeWords({ text, value }: TimeView): string {
  return `“${stringValue(text)}”, read as ${stringValue(value)}`;
}
