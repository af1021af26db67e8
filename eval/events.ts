/**
 * `events FILE`: the reader's main event of each record against the gold of PLOVER records.
 *
 * *Main event*: of the events that the reader finds in a record's text the first that happened in
 * reading order, else the first; official statements (`STATEMENT`), which PLOVER has dropped, only if
 * there is no other.
 *
 * *Type*: right where the main event's, told as PLOVER tells it, is the record's. PLOVER has no status:
 * a deed of cooperation that is planned or held possible is its AGREE, one of conflict its THREATEN, and
 * cooperation that is denied its REJECT. ACCUSE is the later name of DISAPPROVE; they count as one.
 *
 * *Countries*: the set of alpha-3 codes of the main event's actors and recipients against the set of
 * the record's sources and targets, summed over records. Codes of no state (IGO, NGO, IMG …) and
 * unions are left out on both sides; ITL and JAP are what the data writes for ITA and JPN.
 */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { PloverType, PoliticalEvent } from '../src/domain/reading.ts';
import { shippedLexicon, shippedWeights } from '../src/pipeline/reading-data.ts';
import { openCompletion } from '../src/read/attributions/complete.ts';
import { openEnglishAttributions } from '../src/read/attributions/find-english.ts';
import { openDates } from '../src/read/dates/dates.ts';
import { documentOf } from '../src/read/document.ts';
import { openDeeds } from '../src/read/events/deeds.ts';
import { openMentions } from '../src/read/mentions/mentions.ts';
import { openStates } from '../src/read/mentions/states.ts';
import { openEnglishTagger } from '../src/read/tagging/english.ts';
import type { Answer, Measure } from './measure.ts';
import { drawTable, fraction } from './table.ts';

const EXPECTED = 'a JSON array of PLOVER gold records: event, text, source, target, each with code';

/** The measure of the product's own events. */
export const events: Measure = {
  name: 'events',
  argument: 'FILE',
  summary: 'PLOVER gold records: type of the main event, countries of actors and recipients',
  run: async (path) => {
    if (!existsSync(path)) return { kind: 'absent', place: path, expected: EXPECTED };
    const records = readPlover(readFileSync(path, 'utf8'));
    if (records.length === 0) return { kind: 'absent', place: path, expected: EXPECTED };
    const read = openEnglishReading();
    const started = performance.now();
    const found = records.map(({ text }) => read(text));
    return answerOf(records, found, (performance.now() - started) / 1000);
  },
};

/** Reads the events of an English text, with all that they rest on. */
export function openEnglishReading(): (text: string) => PoliticalEvent[] {
  const tag = openEnglishTagger();
  const mentionsIn = openMentions(shippedLexicon, shippedWeights);
  const datesIn = openDates(shippedLexicon);
  const find = openEnglishAttributions(shippedLexicon);
  const complete = openCompletion(shippedLexicon);
  const deedsIn = openDeeds(shippedLexicon);
  return (text) => {
    const doc = tag(documentOf({ text, language: 'en' }));
    const mentions = mentionsIn(doc);
    const dates = datesIn(doc);
    return deedsIn(doc, mentions, dates, complete(doc, find(doc), mentions, dates)).events;
  };
}

/** A record as it is measured. */
export interface PloverRecord {
  readonly id: string;
  readonly type: string;
  readonly text: string;
  /** Codes of sources and targets as they stand. */
  readonly codes: readonly string[];
}

const parties = z
  .array(z.object({ code: z.string().optional() }))
  .catch([])
  .default([]);
const recordSchema = z.object({
  id: z.string().default(''),
  event: z.string(),
  text: z.string(),
  source: parties,
  target: parties,
});

/** The records that have a text; what is none (`DOCUMENT`) is passed over. Throws on broken JSON. */
export function readPlover(json: string): PloverRecord[] {
  const raw: unknown = JSON.parse(json);
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((item: unknown) => {
    const parsed = recordSchema.safeParse(item);
    if (!parsed.success) return [];
    const { id, event, text, source, target } = parsed.data;
    const codes = [...source, ...target].flatMap(({ code }) => code ?? []);
    return [{ id, type: event, text, codes }];
  });
}

/** The event that stands for the text, if there is one. */
export function mainEvent(found: readonly PoliticalEvent[]): PoliticalEvent | undefined {
  const deeds = found.filter(({ type }) => type !== 'STATEMENT');
  return deeds[0] ?? found[0];
}

const COOPERATION: ReadonlySet<PloverType> = new Set([
  ...(['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE', 'RETREAT'] as const),
]);
const CONFLICT: ReadonlySet<PloverType> = new Set([
  ...(['SANCTION', 'COERCE', 'ASSAULT', 'FIGHT', 'PROTEST', 'MOBILIZE'] as const),
]);

/** An event's type as PLOVER tells it: what is only intended has a type of its own there. */
export function ploverTypeOf({ type, status }: PoliticalEvent): string {
  if (type === 'ACCUSE') return 'DISAPPROVE';
  if (status === 'planned' || status === 'hypothetical') {
    if (COOPERATION.has(type)) return 'AGREE';
    if (CONFLICT.has(type)) return 'THREATEN';
  }
  if (status === 'negated' && COOPERATION.has(type)) return 'REJECT';
  return type;
}

const MISSPELT: Readonly<Record<string, string>> = { ITL: 'ITA', JAP: 'JPN' };

function answerOf(
  records: readonly PloverRecord[],
  found: readonly (readonly PoliticalEvent[])[],
  seconds: number,
): Answer {
  const { entries, alpha3Of } = openStates(shippedLexicon, 'en');
  const known = new Set(entries.flatMap(({ alpha3 }) => alpha3 ?? []));
  const types = new Map<string, { right: number; all: number }>();
  const country = { right: 0, gold: 0, answered: 0 };
  let right = 0;
  for (const [i, { type, codes }] of records.entries()) {
    const main = mainEvent(found[i]!);
    const wanted = type === 'ACCUSE' ? 'DISAPPROVE' : type;
    const isRight = main !== undefined && ploverTypeOf(main) === wanted;
    const tally = types.get(wanted) ?? { right: 0, all: 0 };
    types.set(wanted, { right: tally.right + (isRight ? 1 : 0), all: tally.all + 1 });
    if (isRight) right++;
    const gold = new Set(
      codes.map((code) => MISSPELT[code] ?? code).filter((one) => known.has(one)),
    );
    const own = countriesOf(main, alpha3Of);
    country.gold += gold.size;
    country.answered += own.size;
    for (const code of own) if (gold.has(code)) country.right++;
  }
  const p = country.answered === 0 ? 0 : country.right / country.answered;
  const r = country.gold === 0 ? 0 : country.right / country.gold;
  const accuracy = right / records.length;
  const rows = [...types]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, tally]) => [type, String(tally.right), String(tally.all)]);
  const figures = {
    eventType: { accuracy },
    country: { p, r },
    records: records.length,
    textsPerSecond: records.length / seconds,
  };
  const summary = `type ${fraction(accuracy)}, countries P ${fraction(p)} R ${fraction(r)}, ${records.length} records`;
  return {
    kind: 'measured',
    table: `${drawTable(['type', 'right', 'of'], rows)}\n${summary}`,
    figures,
  };
}

/** The states of actors and recipients, as alpha-3. */
export function countriesOf(
  main: PoliticalEvent | undefined,
  alpha3Of: (code: string) => string | undefined,
): Set<string> {
  const sides = main === undefined ? [] : [...main.actors, ...main.recipients];
  return new Set(
    sides.flatMap(({ state }) => (state === undefined ? [] : (alpha3Of(state) ?? []))),
  );
}
