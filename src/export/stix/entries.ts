/** Entries of the ledger of presence: a note each, on the two states. Counts only, as stated, never added. */
import { codePoint, type ExportEntry } from '../../domain/exports.ts';
import type { Desk } from './desk.ts';
import { deskProperties } from './extensions.ts';
import { excerptOf, nameOf } from './foreign.ts';
import { packed } from './identifiers.ts';
import { isNew, type Known, lookUp } from './known.ts';
import { present, type StixObject, type StixProperties, whole } from './object.ts';
import { note, sourceReference, sourceWords } from './relations.ts';
import { firstOf } from './stamps.ts';
import { stateId, stateObjects } from './states.ts';

/** The states, where they were not emitted yet, and the entry's note. */
export function* entryObjects(desk: Desk, known: Known, record: ExportEntry): Iterable<StixObject> {
  const { sender, host, entry } = record;
  yield* stateObjects(desk, known, [sender, host]);
  const refs = [stateId(sender), stateId(host)].filter((id) => id !== undefined);
  const evidence = entry.evidence;
  const report =
    'article' in evidence ? lookUp('report', known.reports, evidence.article) : undefined;
  if (report !== undefined) refs.push(report);
  const abstract = `Presence of ${nameOf(sender, '?')} in ${nameOf(host, '?')}: entry ${entry.id}`;
  const created = firstOf(dayOf(entry.asOf?.first), dayOf(entry.source.date));
  const made = note(
    desk,
    { abstract, content: wordsOf(record), refs },
    { created },
    {
      lang: 'en',
      external_references: [sourceReference(entry.source)],
      extensions: deskProperties(detailsOf(record)),
    },
  );
  known.entries.set(entry.id, packed(made.id));
  if (isNew(known, made.id)) yield made;
}

/** The first moment of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; undefined for anything else. */
function dayOf(day: string | undefined): number | undefined {
  return day !== undefined && /^\d{4}(-\d\d){0,2}$/.test(day) ? Date.parse(day) : undefined;
}

function wordsOf({ measure, unit, scope, entry }: ExportEntry): string[] {
  const { count, asOf, kind, source, stated, note: remark } = entry;
  const lines = [
    `${measure}: ${count === undefined ? 'a direction only' : nameOf(count, '?')} (unit: ${unit}; scope: ${scope}).`,
    `As of: ${asOf === undefined ? 'not stated' : `${nameOf(asOf.first, '?')} to ${nameOf(asOf.last, '?')}`}.`,
    `Counted by: ${kind}; stated by ${sourceWords(source)}.`,
  ];
  const [words, remarked] = [excerptOf(stated), excerptOf(remark)];
  if (words !== undefined) lines.push(`In the source’s words: “${words}”`);
  if (remarked !== undefined) lines.push(`Note: ${remarked}`);
  lines.push('Not to be added to or compared with counts of another unit or scope.');
  return lines;
}

function detailsOf({
  sender,
  host,
  measure,
  unit,
  scope,
  bounds,
  entry,
  pairs,
}: ExportEntry): StixProperties {
  const { evidence } = entry;
  const spot =
    'article' in evidence
      ? {
          article: evidence.article,
          begin: whole(codePoint(evidence.span.begin, pairs[evidence.article])),
          end: whole(codePoint(evidence.span.end, pairs[evidence.article])),
        }
      : { line: whole(evidence.line) };
  return present({
    entry: entry.id,
    ...{ sender: nameOf(sender, '?'), host: nameOf(host, '?') },
    ...{ measure, unit, scope },
    number_min: whole(bounds?.min),
    number_max: whole(bounds?.max),
    ...spot,
  });
}
