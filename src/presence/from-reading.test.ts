/** Invented readings. */
import { describe, expect, test } from 'vitest';
import type { ArticleId } from '../domain/ids.ts';
import type { Party, PresenceCount, Reading } from '../domain/reading.ts';
import { type EntryArticle, entriesOfReading } from './from-reading.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const article: EntryArticle = {
  id: 'a1' as ArticleId,
  outlet: 'Invented Gazette',
  url: 'https://gazette.example/1',
  published: {
    earliest: Date.UTC(2024, 8, 23) - 14 * HOUR,
    latest: Date.UTC(2024, 8, 23) + DAY - 1 + 12 * HOUR,
    precision: 'day',
    zone: 'unknown',
  },
};
const party = (state: string | undefined): Party => ({
  span: { begin: 0, end: 1 },
  text: 'x',
  entity: undefined,
  state,
});
const count = (given: Partial<PresenceCount> = {}): PresenceCount => ({
  span: { begin: 10, end: 22 },
  text: '12 diplomats',
  measure: 'level',
  number: { min: 12, max: 12 },
  unit: 'diplomats',
  scope: 'embassy',
  sender: party('FJ'),
  host: party('TO'),
  asOf: undefined,
  status: 'happened',
  told: undefined,
  ...given,
});
const readingOf = (...counts: PresenceCount[]): Reading => ({
  article: article.id,
  reader: 'invented@1',
  mentions: [],
  dates: [
    {
      span: { begin: 0, end: 4 },
      text: '2022',
      type: 'DATE',
      value: '2022',
      basis: 'absolute',
      days: { first: '2022-01-01', last: '2022-12-31' },
    },
    {
      span: { begin: 5, end: 9 },
      text: 'once',
      type: 'DATE',
      value: 'PAST_REF',
      basis: 'unresolved',
      days: undefined,
    },
  ],
  attributions: [],
  events: [],
  counts,
  positions: [],
  staleness: [],
  refused: {},
});

describe('entriesOfReading', () => {
  test('a count that says all', () => {
    expect(entriesOfReading(readingOf(count({ asOf: 0 })), article)).toEqual({
      entries: [
        {
          draft: {
            sender: 'FJ',
            host: 'TO',
            measure: 'level',
            number: { min: 12, max: 12 },
            unit: 'diplomats',
            scope: 'embassy',
            asOf: { first: '2022-01-01', last: '2022-12-31' },
            kind: 'press',
            source: {
              name: 'Invented Gazette',
              url: 'https://gazette.example/1',
              date: '2024-09-23',
            },
          },
          evidence: { article: 'a1', span: { begin: 10, end: 22 } },
        },
      ],
      refused: [],
    });
  });

  test('what the text does not state stays unstated: no day, no unit; its words are kept', () => {
    const { entries } = entriesOfReading(
      readingOf(count({ unit: 'unstated', text: '12 people', asOf: 1, told: 0 })),
      article,
    );
    expect(entries[0]?.draft).not.toHaveProperty('asOf');
    expect(entries[0]?.draft).toMatchObject({
      stated: '12 people',
      note: 'told by a source of the article',
    });
  });

  test('a direction alone is an entry', () => {
    const { entries } = entriesOfReading(
      readingOf(count({ measure: 'rise', number: undefined })),
      article,
    );
    expect(entries[0]?.draft).not.toHaveProperty('number');
  });

  test.each([
    ['not-happened', { status: 'planned' }],
    ['not-happened', { status: 'negated' }],
    ['not-happened', { status: 'hypothetical' }],
    ['no-sender', { sender: undefined }],
    ['no-sender', { sender: party(undefined) }],
    ['no-host', { host: party(undefined) }],
    ['one-state', { host: party('FJ') }],
    ['no-number', { number: undefined }],
  ] as const)('refuses: %s %j', (reason, given) => {
    expect(entriesOfReading(readingOf(count(), count(given)), article)).toMatchObject({
      entries: [{ draft: { sender: 'FJ' } }],
      refused: [{ count: 1, reason }],
    });
  });

  test('the source is dated as wide as it was published', () => {
    const dated = (precision: 'month' | 'year') =>
      entriesOfReading(readingOf(count()), {
        ...article,
        published: { ...article.published!, precision },
      }).entries[0]?.draft.source.date;
    expect([dated('month'), dated('year')]).toEqual(['2024-09', '2024']);
    const undated = entriesOfReading(readingOf(count()), {
      ...article,
      published: undefined,
      url: undefined,
    });
    expect(undated.entries[0]?.draft.source).toEqual({ name: 'Invented Gazette' });
  });
});
