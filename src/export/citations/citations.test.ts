import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExportRecord } from '../../domain/exports.ts';
import type { Moment } from '../../domain/moment.ts';
import { article, dayOf, minuteAt, START } from '../invented.fixture.ts';
import { DAY, HOUR } from '../moments.ts';
import { poisoned, RECORDS, writtenBy } from '../tables/invented-records.fixture.ts';
import { csl } from './csl.ts';
import { ris } from './ris.ts';

type View = ReturnType<typeof article>;
const recordOf = (view: View): ExportRecord => ({
  kind: 'article',
  article: view,
  mediaType: 'text/html',
  length: 1,
});

async function risLines(view: View): Promise<string[]> {
  return (await writtenBy(ris, [recordOf(view)])).toString().split('\r\n');
}

async function items(
  records: readonly ExportRecord[] = RECORDS,
): Promise<Record<string, unknown>[]> {
  return JSON.parse((await writtenBy(csl, records)).toString());
}

const wide = (from: number, to: number, precision: Moment['precision']): Moment => ({
  ...{ earliest: START + from, latest: START + to, precision, zone: 'unknown' },
});
const WORKED = article('Diario Bahía', {
  title: 'Nadie\r\nER  - preguntó',
  language: 'es',
  authors: ['Invented, Ana', ' ', 'Bay Wire'],
  published: dayOf(START),
});

describe('ris', () => {
  test('states what the article states, one field a line', async () => {
    expect(await risLines(WORKED)).toEqual([
      'TY  - NEWS',
      `ID  - ${WORKED.id}`,
      'TI  - Nadie ER - preguntó',
      'T2  - Diario Bahía',
      'AU  - Invented, Ana',
      'AU  - Bay Wire',
      'PY  - 2024',
      'DA  - 2024/09/23/',
      'Y2  - 2024/09/26/',
      'UR  - https://diario-bah-a.example/2024/09/port-workers',
      'LA  - es',
      `N1  - Published: 23 Sep 2024 (day only). Captured 2024-09-26T06:00:00.000Z, SHA-256 ${WORKED.capture.digest}.`,
      'ER  - ',
      '',
      '',
    ]);
  });

  test('takes an account on a platform for no newspaper, and invents neither date nor address', async () => {
    const lines = await risLines(
      article('x', {
        domain: 't.me/x',
        published: undefined,
        url: 'javascript:1',
        language: 'und',
      }),
    );
    expect(lines[0]).toBe('TY  - ELEC');
    expect(lines.map((line) => line.slice(0, 2))).toEqual([
      'TY',
      'ID',
      'TI',
      'T2',
      'Y2',
      'N1',
      'ER',
      '',
      '',
    ]);
  });

  test.each([
    [wide(-DAY * 100, DAY * 100, 'year'), '2024///'],
    [wide(-DAY * 15, DAY * 15, 'month'), '2024/09//'],
    // The 23rd in any zone begins on the 22nd, UTC.
    [wide(-20 * HOUR, 30 * HOUR - 1, 'day'), '2024/09/23/'],
    [minuteAt(START), '2024/09/23/'],
  ])('says as much of the date as is stated: %o', async (published, wanted) => {
    expect(await risLines(article('x', { published }))).toContain(`DA  - ${wanted}`);
  });
});

describe('csl', () => {
  test('has an item for each article', async () => {
    expect(await items([recordOf(WORKED)])).toEqual([
      {
        id: WORKED.id,
        type: 'article-newspaper',
        title: 'Nadie ER - preguntó',
        'container-title': 'Diario Bahía',
        author: [{ literal: 'Invented, Ana' }, { literal: 'Bay Wire' }],
        issued: { 'date-parts': [[2024, 9, 23]] },
        accessed: { 'date-parts': [[2024, 9, 26]] },
        URL: 'https://diario-bah-a.example/2024/09/port-workers',
        language: 'es',
        note: expect.stringContaining(WORKED.capture.digest),
      },
    ]);
    expect((await items()).map(({ type }) => type)).toEqual([
      'article-newspaper',
      'article-newspaper',
      'webpage',
    ]);
  });

  test('has date parts by precision, and none for what is undated', async () => {
    const views = [
      wide(-DAY * 100, DAY * 100, 'year'),
      wide(-DAY * 15, DAY * 15, 'month'),
      undefined,
    ];
    const made = await items(views.map((published) => recordOf(article('x', { published }))));
    expect(made.map(({ issued }) => issued)).toEqual([
      { 'date-parts': [[2024]] },
      { 'date-parts': [[2024, 9]] },
      undefined,
    ]);
  });

  test('of an empty desk is an empty array', async () => {
    expect(await items([RECORDS[0]!])).toEqual([]);
  });
});

const CSL_KEYS = /^(id|type|title|container-title|author|issued|accessed|URL|language|note)$/;

test('hostile texts end no line, no field and no item', async () => {
  const texts = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({
        unit: fc.constantFrom('\r', '\n', 'ER  - ', 'TY  - X', '\u2028', '\0', '\ud800', '"', ' '),
        maxLength: 9,
      }),
    ),
    { minLength: 1, maxLength: 30 },
  );
  await fc.assert(
    fc.asyncProperty(texts, async (hostile) => {
      const records = poisoned(RECORDS, hostile);
      const decoder = new TextDecoder('utf-8', { fatal: true });
      const lines = decoder
        .decode(await writtenBy(ris, records))
        .split(/\r\n|[\r\n\u0085\u2028\u2029]/);
      expect(lines.filter((line) => !/^[A-Z][A-Z0-9] {2}- |^$/.test(line))).toEqual([]);
      expect(lines.filter((line) => line.startsWith('TY  - '))).toHaveLength(3);
      expect(lines.filter((line) => line === 'ER  - ')).toHaveLength(3);
      const made = await items(records);
      expect(made).toHaveLength(3);
      for (const item of made) {
        for (const key of Object.keys(item)) expect(key).toMatch(CSL_KEYS);
        expect(JSON.stringify(item).isWellFormed()).toBe(true);
      }
    }),
  );
});
