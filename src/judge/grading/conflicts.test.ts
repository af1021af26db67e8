import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId, CascadeId, CheckId } from '../../domain/ids.ts';
import type { Party, PresenceCount, Reading } from '../../domain/reading.ts';
import type { Cascade, Echo } from '../../domain/trace.ts';
import { alike } from '../../domain/worded.ts';
import { type Comparable, conflictsOf } from './conflicts.ts';
import { rangeConflicts } from './differences.ts';

const NOTHING: Comparable = {
  cascades: [],
  readings: [],
  checks: [],
  utterances: [],
  textOf: () => undefined,
};
const SPAN = { begin: 3, end: 9 };
const party = (state: string | undefined): Party => ({
  span: SPAN,
  text: 'x',
  entity: undefined,
  state,
});

function count(min: number, more: Partial<PresenceCount> = {}): PresenceCount {
  return {
    span: SPAN,
    text: 'x',
    measure: 'level',
    number: { min, max: min },
    unit: 'diplomats',
    scope: 'embassy',
    sender: party('RU'),
    host: party('MX'),
    asOf: undefined,
    status: 'happened',
    told: undefined,
    ...more,
  };
}

function reading(article: string, counts: PresenceCount[], day?: string): Reading {
  const days = day === undefined ? undefined : { first: day, last: day };
  return {
    article: article as ArticleId,
    reader: 'test@1',
    mentions: [],
    dates: [{ span: SPAN, text: 'x', type: 'DATE', value: day ?? 'X', basis: 'absolute', days }],
    attributions: [],
    events: [],
    counts,
    positions: [],
    staleness: [],
    refused: {},
  };
}

const ofCounts = (...given: readonly (readonly [Reading, string | undefined])[]) =>
  conflictsOf({ ...NOTHING, readings: given.map(([reading, year]) => ({ reading, year })) });

describe('conflicts of counts', () => {
  it('keeps both numbers with their passages, lowest first', () => {
    const found = ofCounts(
      [reading('a', [count(85)]), '2024'],
      [reading('b', [count(49)]), '2024'],
      [reading('c', [count(85)]), '2024'],
    );
    expect(found).toEqual([
      {
        kind: 'count',
        subject: {
          en: 'level of diplomats of RU in MX, embassy, 2024',
          es: 'nivel de diplomáticos de RU en MX, en la embajada, 2024',
        },
        sides: [
          { value: alike('49'), evidence: [{ article: 'b', span: SPAN }], checks: [] },
          {
            value: alike('85'),
            evidence: [
              { article: 'a', span: SPAN },
              { article: 'c', span: SPAN },
            ],
            checks: [],
          },
        ],
      },
    ]);
  });

  it.each<[string, Partial<PresenceCount>]>([
    ['unit', { unit: 'staff' }],
    ['scope', { scope: 'country' }],
    ['measure', { measure: 'cap' }],
    ['sender', { sender: party('US') }],
    ['host', { host: party('CO') }],
    ['sender that is not known', { sender: party(undefined) }],
    ['status', { status: 'planned' }],
    ['bounds that touch', { number: { min: 40, max: null } }],
    ['direction only', { number: undefined }],
    ['date of its own', { asOf: 0 }],
  ])('compares like with like only: another %s is no conflict', (_, more) => {
    const other = reading('b', [count(49, more)], '2024-03-01');
    expect(ofCounts([reading('a', [count(85)]), '2024'], [other, '2024'])).toEqual([]);
  });

  it('compares no units that are not stated, and no other years', () => {
    const unstated = [85, 49].map((n) => reading(`r${n}`, [count(n, { unit: 'unstated' })]));
    expect(ofCounts(...unstated.map((one) => [one, '2024'] as const))).toEqual([]);
    const two = [reading('a', [count(85)]), reading('b', [count(49)])] as const;
    expect(ofCounts([two[0], '2024'], [two[1], '2020'])).toEqual([]);
    expect(ofCounts([two[0], undefined], [two[1], undefined])).toEqual([]);
  });

  it('takes the stated date before the year of publication', () => {
    const at = (article: string, n: number) =>
      reading(article, [count(n, { asOf: 0 })], '2024-03-01');
    const [found] = ofCounts([at('a', 85), '2024'], [at('b', 49), '2025']);
    expect(found!.subject.en).toBe('level of diplomats of RU in MX, embassy, 2024-03-01');
  });
});

describe('conflicts of checks and of days', () => {
  it('shows different results, each with its checks, and knows none in words it does not know', () => {
    const check = (id: string, verdict: Comparable['checks'][number]['verdict']) => ({
      check: id as CheckId,
      verdict,
    });
    const checks = [check('1', 'true'), check('2', 'false'), check('3', 'true')];
    expect(conflictsOf({ ...NOTHING, checks })).toEqual([
      {
        kind: 'verdict',
        subject: { en: 'result of the fact-checks', es: 'resultado de las verificaciones' },
        sides: [
          { value: { en: 'false', es: 'falso' }, evidence: [], checks: ['2'] },
          { value: { en: 'true', es: 'cierto' }, evidence: [], checks: ['1', '3'] },
        ],
      },
    ]);
    const unknown = [check('1', 'true'), check('2', 'other'), check('3', undefined)];
    expect(conflictsOf({ ...NOTHING, checks: unknown })).toEqual([]);
  });

  it('shows days of one utterance that exclude one another', () => {
    const day = (utterance: string, first: string, last = first) => ({
      utterance,
      name: 'A. Speaker',
      days: { first, last },
      evidence: { article: first as ArticleId, span: SPAN },
    });
    const utterances = [
      day('u', '2022-01-01', '2022-12-31'),
      day('u', '2022-03-24'),
      day('u', '2023-03-24'),
      day('v', '2020-01-01'),
      day('u', 'not a day'),
    ];
    const [found, ...rest] = conflictsOf({ ...NOTHING, utterances });
    expect(rest).toEqual([]);
    expect(found!.sides.map(({ value }) => value.en)).toEqual([
      '2022-01-01 to 2022-12-31',
      '2022-03-24',
      '2023-03-24',
    ]);
    expect(found!.sides[0]!.value.es).toBe('de 2022-01-01 a 2022-12-31');
    expect(found!.subject.es).toBe('día de la declaración: A. Speaker');
  });
});

describe('conflicts of figures', () => {
  const texts = new Map([
    ['p', 'Invented: 12 posts and 12 officers came to Valdoria in spring.'],
    ['x', 'So: 12 posts and 15 officers came to Valdoria in spring.'],
    ['y', 'Yes: 12 posts and 15 officers came to Valdoria in spring.'],
  ]);
  const whole = (id: string) => ({ begin: 0, end: texts.get(id)!.length });
  const echo = (id: string, to: string): Echo => ({
    article: id as ArticleId,
    parent: {
      article: 'p' as ArticleId,
      reason: 'earliest',
      confidence: 1,
      rivals: [],
      lag: { min: 1, max: 1 },
    },
    copyType: 'edited',
    credit: 'unknown',
    creditPlace: undefined,
    change: {
      title: undefined,
      added: [],
      removed: [],
      alterations: [
        { kind: 'hedge-removed', from: 'may', to: '' },
        { kind: 'figure-changed', from: '12', to },
      ],
    },
    passages: [{ a: whole('p'), b: whole(id), words: 9, aWords: 11, bWords: 10 }],
    comparedWith: 'p' as ArticleId,
  });
  const of = (echoes: Echo[], textOf: Comparable['textOf'] = (id) => texts.get(id)) =>
    conflictsOf({
      ...NOTHING,
      cascades: [{ id: 'c' as CascadeId, echoes, earliest: [], reach: 1 } satisfies Cascade],
      textOf,
    });

  it('point at the very figure in each text, once for all echoes that changed it', () => {
    const [found, ...rest] = of([echo('x', '15'), echo('y', '15')]);
    expect(rest).toEqual([]);
    expect(found!.sides.map(({ value }) => value.en)).toEqual(['12', '15']);
    const places = found!.sides.flatMap(({ evidence }) => evidence);
    expect(places.map(({ article }) => article)).toEqual(['p', 'x', 'y']);
    const behind = places.map(({ article, span }) => texts.get(article)!.slice(span.begin));
    expect(behind.map((text) => text.slice(2, 11))).toEqual(Array(3).fill(' officers'));
    expect(behind.map((text) => text.slice(0, 2))).toEqual(['12', '15', '15']);
  });

  it('are none without the texts, or where the words do not stand there', () => {
    expect(of([echo('x', '15')], () => undefined)).toEqual([]);
    expect(of([echo('x', '16')])).toEqual([]);
    expect(of([{ ...echo('x', '15'), parent: undefined }])).toEqual([]);
  });
});

describe('rangeConflicts', () => {
  it('shows an item exactly where some other one excludes it (the naive comparison)', () => {
    const range = fc.tuple(fc.constantFrom('k', 'l'), fc.nat(20), fc.nat(6));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), (drawn) => {
        const items = drawn.map(([key, low, width], i) => ({
          key,
          subject: alike(key),
          value: alike(`${low} to ${low + width}`),
          low,
          high: low + width,
          evidence: [{ article: String(i) as ArticleId, span: SPAN }],
        }));
        const naive = items.filter((one) =>
          items.some((other) => {
            const apart = one.high < other.low || other.high < one.low;
            return other.key === one.key && apart;
          }),
        );
        const shown = rangeConflicts('count', items).flatMap(({ sides }) =>
          sides.flatMap(({ evidence }) => evidence.map(({ article }) => Number(article))),
        );
        expect(shown.sort((a, b) => a - b)).toEqual(naive.map((one) => items.indexOf(one)));
      }),
    );
  });

  it('takes a million items in its stride', () => {
    const items = Array.from({ length: 1_000_000 }, (_, i) => ({
      key: 'k',
      subject: alike('k'),
      value: alike(String(i % 7)),
      low: i % 7,
      high: i % 7,
      evidence: [],
    }));
    expect(rangeConflicts('count', items)[0]!.sides).toHaveLength(7);
  });
});
