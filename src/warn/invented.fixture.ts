/** Invented indicators, and invented facts of every measure, near to firing: for tests. */
import type { Indicator, MeasureKind } from '../domain/alerts.ts';
import type { ArticleId, CaptureId, CascadeId, CheckId, EntryId } from '../domain/ids.ts';
import type { Moment } from '../domain/moment.ts';
import type { DayFacts } from './measures/daily.ts';
import type { PickupEcho } from './measures/state-pickup.ts';
import type { MeasureFacts } from './observe.ts';

export const DAY = 86_400_000;
/** A Monday. */
export const AT = Date.UTC(2024, 0, 1);

const worded = { en: 'Invented', es: 'Inventado' };

export function indicatorOf(measure: MeasureKind, more: Partial<Indicator> = {}): Indicator {
  return {
    id: `invented-${measure}`,
    measure,
    title: worded,
    why: worded,
    severity: 'medium',
    threshold: 2,
    lookBackDays: 90,
    windowDays: 7,
    baselineDays: 84,
    rivals: [],
    clears: [],
    enabled: true,
    ...more,
  };
}

export function moment(earliest: number, latest = earliest): Moment {
  return { earliest, latest, precision: 'second', zone: 'stated' };
}

export const article = (name: string): ArticleId => `article of ${name}` as ArticleId;

export function pickupEcho(publisher: string, more: Partial<PickupEcho> = {}): PickupEcho {
  return {
    article: article(publisher),
    publisher,
    outlet: `Outlet ${publisher}`,
    at: moment(AT + DAY),
    credit: 'dropped',
    local: true,
    passage: { begin: 0, end: 9 },
    ...more,
  };
}

/** Counts of days in a row, from `AT` on. */
export function daysOf(counts: readonly number[]): DayFacts[] {
  return counts.map((count, i) => {
    const day = new Date(AT + i * DAY).toISOString().slice(0, 10);
    return { day, count, articles: count > 0 ? [article(day)] : [] };
  });
}

export const evenDays = (days: number, count: number): number[] => Array(days).fill(count);

const span = { begin: 3, end: 40 };
const days = daysOf([...evenDays(84, 1), ...evenDays(7, 9)]);
const outlet = 'Radio Valdoria';

/** Facts of each measure; every one of them is above a threshold of 2, with something against it. */
export const FACTS: readonly MeasureFacts[] = [
  {
    measure: 'state-pickup',
    facts: {
      cascade: 'c1' as CascadeId,
      subject: 'Invented headline',
      origin: { article: article('origin'), outlet, at: moment(AT), state: 'XV', orderOpen: true },
      echoes: [
        pickupEcho('a.example'),
        pickupEcho('b.example'),
        pickupEcho('c.example', { credit: 'kept' }),
      ],
    },
  },
  {
    measure: 'debunked-repeat',
    facts: {
      unit: 'cascade:c1',
      subject: 'Invented claim',
      check: {
        id: 'k' as CheckId,
        checker: 'Verifica',
        at: moment(AT),
        confidence: 0.5,
        verdict: 'false',
      },
      echoes: ['a', 'b', 'c'].map((publisher) => ({
        article: article(publisher),
        outlet: publisher,
        publisher,
        at: moment(AT + 3 * DAY),
        amplifies: publisher !== 'c',
        span,
        days: { min: 3, max: 3 },
      })),
    },
  },
  {
    measure: 'lone-utterance',
    facts: {
      unit: 'cascade:c1',
      subject: 'Invented claim',
      speaker: 'Ivo Kallstrom',
      office: 'ambassador',
      statement: { article: article('a'), span },
      utterances: { atLeast: 1, atMost: 2 },
      publishers: { atLeast: 3, atMost: 4 },
      articles: 5,
      at: moment(AT),
      previouslyKnown: false,
      official: true,
      checks: 0,
    },
  },
  {
    measure: 'recycled-statement',
    facts: {
      unit: 'article:a',
      subject: 'Invented headline',
      article: article('a'),
      outlet,
      at: moment(AT),
      recycled: {
        reason: 'stated-date',
        days: { min: 90, max: null },
        evidence: [{ article: article('a'), span }],
      },
      role: { standing: 'held-then-not-now', stated: { article: article('a'), span } },
    },
  },
  { measure: 'presence-above', facts: { sender: 'XV', host: 'XS', view: presence() } },
  {
    measure: 'displacement',
    facts: {
      sender: 'XV',
      host: 'XS',
      unit: 'diplomats',
      expelled: { atLeast: 12, atMost: 14 },
      places: 3,
      grown: { atLeast: 9, atMost: null },
      unobservedShare: 0.25,
      unverified: true,
      sentences: [],
      rivals: [],
      expulsions: ['e1' as EntryId],
      growth: ['e2' as EntryId],
      at: AT,
    },
  },
  { measure: 'official-warnings', facts: { unit: 'topic:XV', subject: 'Valdoria', days } },
  {
    measure: 'source-silent',
    facts: {
      source: 'radio',
      outlet,
      namedAt: Array.from({ length: 30 }, (_, i) => AT + i * DAY),
      polledAt: AT + 60 * DAY,
      answeredAt: AT + 60 * DAY,
      now: AT + 60 * DAY,
    },
  },
  { measure: 'burst', facts: { unit: 'topic:XV', subject: 'Valdoria', days } },
];

function presence(): Extract<MeasureFacts, { measure: 'presence-above' }>['facts']['view'] {
  const entry = (id: string, count: string, day: string) => ({
    id: id as EntryId,
    count,
    asOf: { first: day, last: day },
    kind: 'official-list' as const,
    source: { name: 'Invented list' },
    stated: undefined,
    note: undefined,
    evidence: { capture: 'f1' as CaptureId },
  });
  const reading = { count: '72', unit: 'diplomats', scope: 'mission', reason: undefined } as const;
  return {
    series: [
      {
        measure: 'level',
        unit: 'diplomats',
        scope: 'mission',
        unverified: { source: 'Invented list', stated: 'staff' },
        entries: [entry('e1', '40', '2023-06-01'), entry('e2', '72', '2024-01-01')],
        differing: [],
        steps: [
          {
            from: 'e1' as EntryId,
            to: 'e2' as EntryId,
            kind: 'step',
            direction: 'up',
            sentence: '-',
          },
        ],
        changes: [],
      },
    ],
    size: {
      sentence: '-',
      readings: (['above', 'above', 'divided'] as const).map((verdict) => ({
        ...reading,
        entry: 'e2' as EntryId,
        verdict,
        expected: [],
      })),
      fits: [],
      cannotSay: [],
    },
  };
}
