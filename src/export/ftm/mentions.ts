/**
 * What an article names. Organisations, places and states are mentions; a person is one only where the
 * article names it as the source of a statement; an office is a `Position` without any holder.
 */
import type { ExportReading } from '../../domain/exports.ts';
import type { MentionKind } from '../../domain/reading.ts';
import type { ReadingView, StatementView } from '../../domain/reading-views.ts';
import { countriesOf } from './countries.ts';
import { articleEntityId, entity, type FtmEntity, ftmId, nameValue } from './entity.ts';

type Named = ReadingView['named'][number];

/** The model has no schema of its own for a state or a place: these two stay open. */
const DETECTED: Readonly<Partial<Record<MentionKind, string>>> = {
  organisation: 'Organization',
  person: 'Person',
};
const OPEN: ReadonlySet<MentionKind> = new Set(['organisation', 'place', 'state']);

/**
 * Mentions, and offices with their links to the article. `offices` holds the ids of those written so
 * far and grows: an office is one entity, however many articles name it.
 */
export function* mentionEntities(
  { article, reading }: ExportReading,
  offices: Set<string>,
): Generator<FtmEntity> {
  const document = articleEntityId(article.id);
  const speaking = speakersOf(reading.statements);
  const met = new Set<string>();
  for (const named of reading.named) {
    const name = nameValue(named.name);
    if (name === '' || met.has(named.entity)) continue;
    met.add(named.entity);
    if (named.kind === 'office') {
      yield* officeEntities(named, name, document, reading.reader, offices);
    } else if (OPEN.has(named.kind) || (named.kind === 'person' && speaking.has(named.entity))) {
      yield entity(ftmId('mention', document, reading.reader, named.entity), 'Mention', {
        document: [document],
        name: [name],
        detectedSchema: [DETECTED[named.kind]],
        // A person's state is the desk's own guess of a nationality: it is not written.
        contextCountry: named.kind === 'person' ? [] : countriesOf([named.state]),
      });
    }
  }
}

function* officeEntities(
  named: Named,
  name: string,
  document: string,
  reader: string,
  offices: Set<string>,
): Generator<FtmEntity> {
  const id = ftmId('office', named.entity);
  if (!offices.has(id)) {
    offices.add(id);
    yield entity(id, 'Position', { name: [name], country: countriesOf([named.state]) });
  }
  yield entity(ftmId('names-office', document, reader, named.entity), 'Documentation', {
    document: [document],
    entity: [id],
    role: ['names the office'],
  });
}

/** Who is named as the source of a statement, directly or as the one through whom it came. */
function speakersOf(statements: readonly StatementView[]): Set<string> {
  const speaking = new Set<string>();
  for (const { source, via } of statements) {
    for (const speaker of [source, ...via]) {
      if (speaker?.entity !== undefined) speaking.add(speaker.entity);
    }
  }
  return speaking;
}
