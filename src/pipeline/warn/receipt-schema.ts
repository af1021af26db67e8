/**
 * The form of a receipt that somebody sent, as far as it is computed with. Numbers are bounded so that no
 * facts make a machine compute for hours or fill its memory.
 */
import { z } from 'zod';
import { FINDINGS, MEASURES, SEVERITIES } from '../../domain/alerts.ts';
import { RECEIPT_VERSION } from '../../warn/receipt.ts';
import type { BundledReceipt } from './bundled-receipt.ts';

/** Ten years. */
const MOST_DAYS = 3660;
/** Warnings times days looked back on: the work of their measure, some seconds at this size. */
const MOST_WARNING_WORK = 2_000_000;
/** The last moment that a date can have, milliseconds. */
const MOST_MOMENT = 8.64e15;

const id = z.string().regex(/^[0-9a-f]{16}$/);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string().max(1_000_000);
const count = z.number().int().min(0).max(1e9);
const days = z.number().int().min(0).max(MOST_DAYS);
const at = z.number().min(-MOST_MOMENT).max(MOST_MOMENT);
const place = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const span = z.object({ begin: place, end: place });
const moment = z.object({ earliest: at, latest: at });
const daySpan = z.object({ min: z.number(), max: z.number() });
const bounds = z.object({ atLeast: z.number(), atMost: z.number() });
const range = z.object({ atLeast: z.number(), atMost: z.number().nullable() });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const list = <T extends z.ZodType>(one: T): z.ZodArray<T> => z.array(one).max(100_000);
const evidence = z.object({ article: id, span });

const pickup = z.object({
  cascade: id,
  subject: text,
  origin: z.object({
    article: id,
    outlet: text,
    at: moment.optional(),
    state: text,
    orderOpen: z.boolean(),
  }),
  echoes: list(
    z.object({
      article: id,
      publisher: text,
      outlet: text,
      at: moment.optional(),
      credit: text,
      local: z.boolean(),
      passage: span,
    }),
  ),
});

const debunk = z.object({
  unit: text,
  subject: text,
  check: z.object({
    id,
    checker: text,
    at: moment.optional(),
    confidence: z.number(),
    verdict: text,
  }),
  echoes: list(
    z.object({
      article: id,
      outlet: text,
      publisher: text,
      at: moment.optional(),
      amplifies: z.boolean(),
      span,
      days: daySpan,
    }),
  ),
});

const lone = z.object({
  unit: text,
  subject: text,
  speaker: text,
  office: text.optional(),
  statement: evidence,
  utterances: bounds,
  publishers: bounds,
  articles: count,
  at: moment.optional(),
  previouslyKnown: z.boolean(),
  official: z.boolean(),
  checks: count,
});

const recycled = z.object({
  unit: text,
  subject: text,
  article: id,
  outlet: text,
  at: moment.optional(),
  recycled: z.object({
    reason: text,
    days: z.object({ min: z.number(), max: z.number().nullable() }),
    evidence: list(evidence),
  }),
  role: z.object({ standing: text, stated: evidence }).optional(),
});

const series = z.object({
  measure: text,
  unverified: z.object({}).optional(),
  entries: list(z.object({ id, count: text.optional(), asOf: z.object({ last: day }).optional() })),
  steps: list(z.object({ from: id, to: id, kind: text, direction: text })),
});

const presence = z.object({
  sender: text,
  host: text,
  view: z.object({
    series: list(series),
    size: z.object({ readings: list(z.object({ entry: id, verdict: text })) }),
  }),
});

const displacement = z.object({
  sender: text,
  host: text,
  unit: text,
  expelled: range,
  places: count,
  grown: range,
  unobservedShare: z.number().optional(),
  unverified: z.boolean(),
  expulsions: list(id),
  growth: list(id),
  at,
});

const daily = z.object({
  unit: text,
  subject: text,
  days: z.array(z.object({ day, count, articles: list(id) })).max(4 * MOST_DAYS),
});

const silence = z.object({
  source: text,
  outlet: text,
  namedAt: list(at),
  polledAt: at.optional(),
  answeredAt: at.optional(),
  now: at,
});

const facts = z.discriminatedUnion('measure', [
  z.object({ measure: z.literal('state-pickup'), facts: pickup }),
  z.object({ measure: z.literal('debunked-repeat'), facts: debunk }),
  z.object({ measure: z.literal('lone-utterance'), facts: lone }),
  z.object({ measure: z.literal('recycled-statement'), facts: recycled }),
  z.object({ measure: z.literal('presence-above'), facts: presence }),
  z.object({ measure: z.literal('displacement'), facts: displacement }),
  z.object({ measure: z.literal('official-warnings'), facts: daily }),
  z.object({ measure: z.literal('source-silent'), facts: silence }),
  z.object({ measure: z.literal('burst'), facts: daily }),
]);

const worded = z.object({ en: text, es: text });

const indicator = z.object({
  id: text,
  measure: z.enum(MEASURES),
  title: worded,
  why: worded,
  severity: z.enum(SEVERITIES),
  threshold: z.number(),
  lookBackDays: days,
  windowDays: days,
  baselineDays: days,
  rivals: list(worded),
  clears: list(worded),
  enabled: z.boolean(),
});

const ref = z.discriminatedUnion('kind', [
  evidence.extend({ kind: z.literal('passage') }),
  z.object({ kind: z.literal('article'), article: id }),
  z.object({ kind: z.literal('cascade'), cascade: id }),
  z.object({ kind: z.literal('check'), check: id }),
  z.object({ kind: z.literal('entry'), entry: id }),
  z.object({ kind: z.literal('source'), source: text }),
]);

const findings = list(z.object({ code: z.enum(FINDINGS), refs: list(ref) }));

const alert = z.object({
  id,
  indicator: text,
  measure: z.enum(MEASURES),
  unit: text,
  subject: text,
  severity: z.enum(SEVERITIES),
  value: z.number(),
  threshold: z.number(),
  at,
  measuredAt: at,
  findings,
  counter: findings,
});

const chainHead = z.object({ n: count, sha256: digest });

const receipt = z
  .object({
    schema: z.literal(RECEIPT_VERSION),
    version: text,
    writtenBy: text,
    alert,
    indicator,
    indicatorDigest: digest,
    facts,
    verdict: z.object({ value: z.number(), fires: z.boolean() }),
    remarks: list(text),
    articles: list(z.object({ id, capture: id, outlet: text, title: text, url: text.optional() })),
    passages: list(
      z.object({ article: id, span, quote: text, hiddenWords: count, sha256: digest }),
    ),
    checks: list(z.object({ id, capture: id })),
    entries: list(z.object({ id, capture: id.optional(), words: text })),
    captures: list(z.object({ id, digest, origin: text, capturedAt: at })),
    records: list(
      z.object({
        n: count,
        file: text,
        offset: place,
        length: place,
        sha256: digest,
        copiedTo: place,
      }),
    ),
    log: list(z.object({ at })),
    chainHead,
  })
  .refine(
    ({ facts: of, indicator: { lookBackDays } }) =>
      of.measure !== 'official-warnings' ||
      lookBackDays * of.facts.days.reduce((sum, one) => sum + one.count, 0) <= MOST_WARNING_WORK,
    { path: ['facts'], error: 'more warnings than can be computed with' },
  );

const manifest = z.object({
  format: z.literal('atalaya-receipt'),
  version: z.number().int(),
  alert: id,
  chainHead,
  parts: z.array(z.object({ name: text, bytes: place, sha256: digest })).max(100),
});

export type StatedManifest = z.infer<typeof manifest>;

/** Why something cannot be read: the rest of a sentence about the file. */
export interface Unreadable {
  readonly unreadable: string;
}

/** Reads `receipt.json`. The value keeps its own order of keys: a digest is taken of parts of it. */
export function readReceipt(json: string): BundledReceipt | Unreadable {
  const value = parsed(json);
  const stated = (value as { readonly schema?: unknown } | undefined)?.schema;
  if (typeof stated === 'number' && stated > RECEIPT_VERSION) {
    const unreadable = `is of version ${stated}, this program reads version ${RECEIPT_VERSION}: take a newer one`;
    return { unreadable };
  }
  return whole(receipt.safeParse(value)) ?? (value as BundledReceipt);
}

export function readManifest(json: string): StatedManifest | Unreadable {
  const value = parsed(json);
  return whole(manifest.safeParse(value)) ?? (value as StatedManifest);
}

function whole(result: z.ZodSafeParseResult<unknown>): Unreadable | undefined {
  if (result.success) return undefined;
  const [issue] = result.error.issues;
  const where = issue!.path.join('.').slice(0, 100);
  const what = issue!.message.slice(0, 200);
  return {
    unreadable: `has not the form of a receipt (${where === '' ? what : `${where}: ${what}`})`,
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
