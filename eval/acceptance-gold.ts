/**
 * The gold of the acceptance set: one JSON object a line, as `data/reading/README.md` says. A phrase
 * is an exact part of the record's text; here it becomes a span. What is wrong with a line is said
 * with file, line and field, and no record of that line is returned.
 */
import { z } from 'zod';
import {
  CUE_POLARITIES,
  EVENT_KINDS,
  EVENT_STATUSES,
  PLOVER_TYPES,
  PRESENCE_MEASURES,
  PRESENCE_SCOPES,
  PRESENCE_UNITS,
  QUOTE_MODES,
  READ_LANGUAGES,
  STALENESS_KINDS,
  STANCES,
} from '../src/domain/reading.ts';

/** What of an attribution may be left unasked, where two answers can be defended. */
const SLOTS = ['role', 'venue', 'uttered', 'via'] as const;

/** A code of a state for a party, with a question mark where it may be left out. */
export const PARTY_STATE = /^([A-Z]{2}|NATO)(\??)$/;

const filled = z.string().min(1);
const phrase = z.union([
  filled,
  z.strictObject({
    text: filled,
    nth: z.int().min(1).optional(),
    optional: z.boolean().optional(),
  }),
]);
/** One right answer, or a list of right answers. */
const oneOf = <T extends z.ZodType>(value: T) => z.union([value, z.array(value).min(2)]);

const optional = z.literal(true).optional();
const bound = z.number().nonnegative().nullable();

const attribution = z.strictObject({
  source: phrase.nullable(),
  cue: phrase.nullable(),
  content: z.array(phrase).min(1),
  mode: oneOf(z.enum(QUOTE_MODES)),
  polarity: oneOf(z.enum(CUE_POLARITIES)),
  entityName: filled.nullable().optional(),
  role: phrase.optional(),
  former: z.boolean().optional(),
  venue: phrase.optional(),
  uttered: oneOf(filled).optional(),
  via: z.array(phrase).min(1).optional(),
  within: z.int().min(0).optional(),
  unscored: z.array(z.enum(SLOTS)).optional(),
  optional,
});

const event = z.strictObject({
  trigger: phrase,
  type: oneOf(z.enum(PLOVER_TYPES)),
  kind: oneOf(z.enum(EVENT_KINDS)),
  status: oneOf(z.enum(EVENT_STATUSES)),
  actors: z.array(phrase),
  recipients: z.array(phrase),
  date: oneOf(filled).optional(),
  place: phrase.optional(),
  optional,
});

const count = z.strictObject({
  trigger: phrase,
  measure: oneOf(z.enum(PRESENCE_MEASURES)),
  number: z.tuple([bound, bound]).nullable(),
  unit: oneOf(z.enum(PRESENCE_UNITS)),
  scope: oneOf(z.enum(PRESENCE_SCOPES)),
  sender: z.string().regex(PARTY_STATE).optional(),
  host: z.string().regex(PARTY_STATE).optional(),
  asOf: oneOf(filled).optional(),
  status: oneOf(z.enum(EVENT_STATUSES)),
  optional,
});

const position = z.strictObject({
  trigger: phrase,
  stance: oneOf(z.enum(STANCES)),
  holder: phrase,
  towards: phrase,
  optional,
});

const record = z.strictObject({
  id: filled,
  language: z.enum(READ_LANGUAGES),
  published: z.iso.date(),
  outlet: filled,
  url: z.url().regex(/^https:\/\/[a-z0-9-]+\.example\//),
  invented: z.literal(true),
  text: filled,
  gold: z.strictObject({
    attributions: z.array(attribution),
    events: z.array(event),
    counts: z.array(count),
    positions: z.array(position),
    staleness: z.array(
      z.strictObject({ trigger: phrase, kind: oneOf(z.enum(STALENESS_KINDS)), optional }),
    ),
    dates: z.array(z.strictObject({ trigger: phrase, value: oneOf(filled), optional })),
  }),
});

/** A record as it stands in the file. */
export type GoldRecord = z.infer<typeof record>;
export type GoldPhrase = z.infer<typeof phrase>;
export type GoldAttribution = z.infer<typeof attribution>;
export type GoldEvent = z.infer<typeof event>;
export type GoldCount = z.infer<typeof count>;
export type GoldPosition = z.infer<typeof position>;
export type GoldSlot = (typeof SLOTS)[number];

export interface GoldFile {
  readonly records: readonly GoldRecord[];
  /** One sentence for each fault, with file, line and field. */
  readonly faults: readonly string[];
}

/** Reads the lines of `content`; `file` is named in the faults. Blank lines are left out. */
export function readGold(file: string, content: string): GoldFile {
  const records: GoldRecord[] = [];
  const faults: string[] = [];
  const ids = new Set<string>();
  content.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const read = readLine(line);
    const found = Array.isArray(read) ? read : faultsOf(read);
    if (!Array.isArray(read) && ids.has(read.id)) found.push(`id: "${read.id}" stands twice`);
    faults.push(...found.map((fault) => `${file}, line ${index + 1}, ${fault}`));
    if (found.length > 0 || Array.isArray(read)) return;
    ids.add(read.id);
    records.push(read);
  });
  return { records, faults };
}

/** The record of a line, or what is wrong with it. */
function readLine(line: string): GoldRecord | string[] {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return ['the line: is not JSON'];
  }
  const parsed = record.safeParse(value);
  if (parsed.success) return parsed.data;
  return parsed.error.issues.map((issue) => `${pathOf(issue.path)}: ${issue.message}`);
}

function pathOf(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
  return steps.join('').replace(/^\./, '') || 'the line';
}

/** Phrases that the text does not hold, and numbers that point nowhere. */
function faultsOf({ text, gold }: GoldRecord): string[] {
  const faults: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (
      typeof value === 'string' ||
      (value !== null && typeof value === 'object' && 'text' in value)
    ) {
      const given = value as GoldPhrase;
      if (typeof given === 'string' && PARTY_STATE.test(given)) return;
      if (findPhrase(text, given) === undefined) {
        faults.push(`${path}: "${textOf(given)}" does not stand in the text${nthOf(given)}`);
      }
    } else if (Array.isArray(value)) {
      value.forEach((item, i) => {
        visit(item, `${path}[${i}]`);
      });
    }
  };
  const look = (items: readonly object[], part: string, keys: readonly string[]) => {
    items.forEach((item, i) => {
      for (const key of keys) {
        visit((item as Record<string, unknown>)[key] ?? undefined, `gold.${part}[${i}].${key}`);
      }
    });
  };
  look(gold.attributions, 'attributions', ['source', 'cue', 'content', 'role', 'venue', 'via']);
  look(gold.attributions, 'attributions', ['entityName']);
  look(gold.events, 'events', ['trigger', 'actors', 'recipients', 'place']);
  look(gold.counts, 'counts', ['trigger']);
  look(gold.positions, 'positions', ['trigger', 'holder', 'towards']);
  look(gold.staleness, 'staleness', ['trigger']);
  look(gold.dates, 'dates', ['trigger']);
  gold.attributions.forEach(({ within }, i) => {
    if (within !== undefined && (within >= gold.attributions.length || within === i)) {
      faults.push(`gold.attributions[${i}].within: ${within} is no other attribution`);
    }
  });
  return faults;
}

const textOf = (given: GoldPhrase): string => (typeof given === 'string' ? given : given.text);
const nthOf = (given: GoldPhrase): string =>
  typeof given === 'string' || given.nth === undefined ? '' : ` ${given.nth} times`;

/** Where a phrase stands in the text, half-open in UTF-16 units; `undefined`: nowhere. */
export function findPhrase(
  text: string,
  given: GoldPhrase,
): { readonly begin: number; readonly end: number } | undefined {
  const words = textOf(given);
  let begin = -1;
  for (let n = typeof given === 'string' ? 1 : (given.nth ?? 1); n > 0; n--) {
    begin = text.indexOf(words, begin + 1);
    if (begin === -1) return undefined;
  }
  return { begin, end: begin + words.length };
}
