/** The file of offices that ships with Atalaya. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Tenure } from '../../domain/tenure.ts';
import { readOfficeList, SHIPPED_OFFICES } from './office-list.ts';

const { tenures, refused } = await readOfficeList(await readFile(SHIPPED_OFFICES), {
  source: { name: '' },
});

/** An organisation of states that has no code. */
const WITHOUT_CODE = 'Secretary General of the OAS';

describe('data/offices/offices.csv', () => {
  test('is read whole, each row with its own source', () => {
    expect(refused).toEqual([]);
    expect(tenures.length).toBeGreaterThan(200);
  });

  test('every fact names a page, a state and when it began', () => {
    for (const { person, office, state, from, source } of tenures) {
      const what = `${person}, ${office}`;
      expect(source.url, what).toMatch(/^https:\/\/[a-z.]+\/\S+$/);
      expect(source.date, what).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
      expect(from, what).toBeDefined();
      if (office !== WITHOUT_CODE) expect(state, what).toBeDefined();
    }
  });

  test('what was written from general knowledge says so, with the page to check', () => {
    for (const { person, office, source } of tenures) {
      if (!source.url!.includes('wikipedia.org/')) continue;
      expect(source.name, `${person}, ${office}`).toMatch(
        /^General knowledge; to check: Wikipedia, \S/,
      );
    }
  });

  test('no beginning or end lies behind the day for which it is stated', () => {
    for (const { person, office, from, to, source } of tenures) {
      const what = `${person}, ${office}`;
      expect(from!.first <= source.date!, what).toBe(true);
      if (to !== undefined) expect(to.last.slice(0, 7) <= source.date!, what).toBe(true);
    }
  });

  test('no office is a deputy’s, an acting holder’s or one to come', () => {
    const other =
      /\b(acting|deputy|vice|elect|interim|interin[oa]|encargad[oa]|elect[oa])\b|врио/iu;
    for (const { office, officeNames } of tenures) {
      for (const name of [office, ...officeNames]) expect(name).not.toMatch(other);
    }
  });

  test('an office has the same names in each of its rows', () => {
    const names = new Map<string, string>();
    for (const { state, office, officeNames } of tenures) {
      const key = `${state} ${office}`;
      const joined = officeNames.join(';');
      expect(names.get(key) ?? joined, key).toBe(joined);
      names.set(key, joined);
    }
  });

  test('nobody leaves before beginning', () => {
    for (const { person, office, from, to } of tenures) {
      if (to !== undefined) expect(from!.first <= to.last, `${person}, ${office}`).toBe(true);
    }
  });

  test('an office has one holder at a time, but for a day', () => {
    expect(overlaps(tenures)).toEqual([]);
  });

  test('says the same of a row once', () => {
    const print = ({ person, office, state, from }: Tenure) =>
      [person, office, state, from?.first].join('|');
    expect(new Set(tenures.map(print)).size).toBe(tenures.length);
  });
});

describe('overlaps', () => {
  const table = async (...rows: readonly string[]) => {
    const text = ['person,office,state,from,to', ...rows].join('\n');
    const list = await readOfficeList(new TextEncoder().encode(text), { source: { name: 'Test' } });
    expect(list.tenures).toHaveLength(rows.length);
    return overlaps(list.tenures);
  };

  test.each([
    ['a second holder before the first has left', '2022-02-05', '2022-02-01,2023'],
    ['a first holder without an end', '', '2022-02-01,2023'],
    ['a month that begins two days behind the next one’s day', '2022-03', '2022-02-27,2023'],
  ])('are found: %s', async (_, end, next) => {
    const found = await table(`Ana Ruiz,Director,MX,2020,${end}`, `Leo Sanz,Director,MX,${next}`);
    expect(found).toEqual(['MX Director: Ana Ruiz, Leo Sanz']);
  });

  test('are none where bounds touch, by a day, or in another state', async () => {
    const rows = [
      'Ana Ruiz,Director,MX,2020,2022-02-05',
      'Leo Sanz,Director,MX,2022-02-05,2023-05',
    ];
    rows.push('Rosa Marín,Director,MX,2023,', 'Gleb Vorin,Director,CL,2021,');
    expect(await table(...rows)).toEqual([]);
  });
});

/** Offices with two holders at once even where their dates are as far apart as they can be. */
function overlaps(held: readonly Tenure[]): readonly string[] {
  const inOrder = [...held].sort((a, b) => a.from!.first.localeCompare(b.from!.first));
  return inOrder.flatMap((tenure, at) => {
    const name = `${tenure.state} ${tenure.office}`;
    const next = inOrder.slice(at + 1).find(({ state, office }) => `${state} ${office}` === name);
    if (next === undefined) return [];
    const apart = tenure.to !== undefined && tenure.to.first <= dayAfter(next.from!.last);
    return apart ? [] : [`${name}: ${tenure.person}, ${next.person}`];
  });
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
