/**
 * The answer that a model is asked for: four lists, every text in them a quotation from the article.
 * The schema is sent along where the server takes one. What comes back is foreign: items that do not
 * fit are counted and left out, the rest survives.
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
  STANCES,
} from '../domain/reading.ts';
import { type Refused, refuse } from './reading-refusals.ts';

/** Items of one list that are looked at; a window has hardly thirty. */
const MOST_ITEMS = 100;
/** Quotations of one part: pieces of content, actors. */
const MOST_PARTS = 12;
/** Longest answer that is parsed, in UTF-16 units; what is asked for has some 20,000 at most. */
const MOST_UNITS = 200_000;

const words = z.string().min(1);
const maybe = z.string().nullish();
const several = z.array(z.string()).max(MOST_PARTS).nullish();
const place = z.int().nullish();
const hints = { paragraph: place, nth: place };

const attribution = z.object({
  source: maybe,
  cue: maybe,
  content: z.array(words).min(1).max(MOST_PARTS),
  mode: z.enum(QUOTE_MODES).nullish(),
  polarity: z.enum(CUE_POLARITIES).nullish(),
  form: z.enum(['named', 'described', 'pronoun']).nullish(),
  named: maybe,
  role: maybe,
  former: maybe,
  venue: maybe,
  uttered: maybe,
  via: several,
  ...hints,
});
export type AttributionItem = z.infer<typeof attribution>;

const event = z.object({
  words,
  type: z.enum(PLOVER_TYPES),
  kind: z.enum(EVENT_KINDS),
  status: z.enum(EVENT_STATUSES),
  actors: several,
  recipients: several,
  place: maybe,
  date: maybe,
  ...hints,
});
export type EventItem = z.infer<typeof event>;

const count = z.object({
  words,
  measure: z.enum(PRESENCE_MEASURES),
  min: z.number().nonnegative().nullish(),
  max: z.number().nonnegative().nullish(),
  unit: z.enum(PRESENCE_UNITS),
  scope: z.enum(PRESENCE_SCOPES),
  sender: maybe,
  host: maybe,
  date: maybe,
  status: z.enum(EVENT_STATUSES),
  ...hints,
});
export type CountItem = z.infer<typeof count>;

const position = z.object({
  words,
  stance: z.enum(STANCES),
  holder: words,
  towards: words,
  ...hints,
});
export type PositionItem = z.infer<typeof position>;

const ITEMS = { attributions: attribution, events: event, counts: count, positions: position };
type List = keyof typeof ITEMS;
const LISTS = Object.keys(ITEMS) as List[];

/** What of an answer is of the agreed form; nothing of it is looked up yet. */
export interface AnswerItems {
  readonly attributions: readonly AttributionItem[];
  readonly events: readonly EventItem[];
  readonly counts: readonly CountItem[];
  readonly positions: readonly PositionItem[];
}

const BOUNDS = ['minimum', 'maximum', 'minItems', 'maxItems', 'minLength'] as const;

const { $schema: _dialect, ...schema } = z.toJSONSchema(
  z.object({
    attributions: z.array(attribution),
    events: z.array(event),
    counts: z.array(count),
    positions: z.array(position),
  }),
  {
    override: ({ jsonSchema }) => {
      for (const bound of BOUNDS) {
        delete jsonSchema[bound];
      }
      if (jsonSchema.properties === undefined) return;
      jsonSchema.required = Object.keys(jsonSchema.properties);
      jsonSchema.additionalProperties = false;
    },
  },
);

/**
 * The JSON Schema of an answer, as `response_format` wants it: every field required, none besides,
 * and no bounds, which strict servers refuse; the bounds are kept when the answer is read.
 */
export const ANSWER_SCHEMA: unknown = schema;

/**
 * The items of an answer's text, which is JSON, perhaps in a code fence or behind a model's thoughts.
 * `undefined` where it is not of the agreed form at all; single items that are not are counted in
 * `refused`.
 */
export function itemsIn(answer: string, refused: Refused): AnswerItems | undefined {
  const lists = answer.length > MOST_UNITS ? undefined : jsonIn(answer);
  if (lists === undefined || !LISTS.some((list) => Array.isArray(lists[list]))) return undefined;
  const of = <T>(list: List): T[] => validItems(lists[list], ITEMS[list], refused) as T[];
  return {
    attributions: of('attributions'),
    events: of('events'),
    counts: of('counts'),
    positions: of('positions'),
  };
}

/** The object that a text holds: the whole of it, or what stands from its first `{` to its last `}`. */
function jsonIn(answer: string): Record<string, unknown> | undefined {
  const said = answer.slice(answer.lastIndexOf('</think>') + 1);
  for (const text of [answer, said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1)]) {
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
    } catch {
      // Not JSON as it stands.
    }
  }
  return undefined;
}

function validItems(list: unknown, schema: z.ZodType, refused: Refused): unknown[] {
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) {
    refuse(refused, 'malformed');
    return [];
  }
  refuse(refused, 'too-many', Math.max(0, list.length - MOST_ITEMS));
  return list.slice(0, MOST_ITEMS).flatMap((item: unknown) => {
    const { success, data, error } = schema.safeParse(item);
    if (success) return [data];
    refuse(refused, isUnknownValue(error, item) ? 'unknown-value' : 'malformed');
    return [];
  });
}

/** Whether all that is wrong with an item are words where one of a list was asked for. */
const isUnknownValue = ({ issues }: z.ZodError, item: unknown): boolean =>
  issues.every(
    ({ code, path: [field] }) =>
      code === 'invalid_value' &&
      typeof (item as Record<PropertyKey, unknown>)[field!] === 'string',
  );
