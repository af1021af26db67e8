/** Entries of the ledger of presence as notes: aggregate counts, each with unit, scope, day and source. */
import type { ExportEntry } from '../../domain/exports.ts';
import { MEASURE_WORDS, SCOPE_WORDS, UNIT_WORDS } from '../reading-wording.ts';
import { countriesOf } from './countries.ts';
import {
  addressValue,
  entity,
  type FtmEntity,
  ftmId,
  linkTo,
  ownName,
  ownText,
  stringValue,
} from './entity.ts';

/** One entry. It is a statement of its source, and comparable to none of another unit or scope. */
export function entryEntity(record: ExportEntry, written: ReadonlySet<string>): FtmEntity {
  const { sender, host, measure, unit, scope, entry } = record;
  const pair = `${stringValue(sender)} in ${stringValue(host)}`;
  const count = entry.count === undefined ? 'no number stated' : stringValue(entry.count);
  const series = `${MEASURE_WORDS[measure]}, ${UNIT_WORDS[unit]}, ${SCOPE_WORDS[scope]}`;
  const article = 'article' in entry.evidence ? linkTo(entry.evidence.article, written) : undefined;
  return entity(ftmId('presence', entry.id), 'Note', {
    name: [ownName(`${pair}: ${series}: ${count}`)],
    description: [ownText(`${pair}: ${series}: ${count}; ${daysWords(record)}`)],
    country: countriesOf([sender, host]),
    keywords: ['presence', `measure:${measure}`, `unit:${unit}`, `scope:${scope}`],
    publisher: [stringValue(entry.source.name)],
    sourceUrl: [addressValue(entry.source.url)],
    entity: [article],
    proof: [article],
    notes: [
      `Counts of another unit or scope are never to be added to it or compared with it`,
      ownText(
        `Source: ${stringValue(entry.source.name)} (${entry.kind}), ${stringValue(entry.source.date ?? 'date not stated')}`,
      ),
      entry.stated && `In the source's words: ${stringValue(entry.stated)}`,
      entry.note && `Note: ${stringValue(entry.note)}`,
      boundsWords(record),
    ],
  });
}

function daysWords({ entry }: ExportEntry): string {
  if (entry.asOf === undefined) return 'day not stated';
  const first = stringValue(entry.asOf.first);
  const last = stringValue(entry.asOf.last);
  return first === last ? `as of ${first}` : `as of a day between ${first} and ${last}`;
}

function boundsWords({ bounds }: ExportEntry): string | undefined {
  if (bounds === undefined) return undefined;
  return `Bounds, both inclusive: ${bounds.min} to ${bounds.max ?? 'no upper end'}`;
}
