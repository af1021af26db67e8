/** The file of offices that ships with Atalaya. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Tenure } from '../../domain/tenure.ts';
import { readOfficeList, SHIPPED_OFFICES } from './office-list.ts';

const { tenures, refused } = await readOfficeList(await readFile(SHIPPED_OFFICES), {
  source: { name: '' },
});

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
      expect([state, from], what).not.toContain(undefined);
    }
  });

  test('nobody leaves before beginning', () => {
    for (const { person, office, from, to } of tenures) {
      if (to !== undefined) expect(from!.first <= to.last, `${person}, ${office}`).toBe(true);
    }
  });

  test('an office has one holder at a time, but for a day', () => {
    const offices = new Map<string, Tenure[]>();
    for (const tenure of tenures) {
      const name = `${tenure.state} ${tenure.office}`;
      offices.set(name, [...(offices.get(name) ?? []), tenure]);
    }
    for (const [name, held] of offices) {
      const inOrder = [...held].sort((a, b) => a.from!.first.localeCompare(b.from!.first));
      for (const [at, tenure] of inOrder.entries()) {
        const next = inOrder[at + 1];
        if (next === undefined) continue;
        expect(tenure.to, `${name}: ${tenure.person} has no end`).toBeDefined();
        // As far apart as their bounds allow.
        const sure = dayAfter(next.from!.last);
        expect(tenure.to!.first <= sure, `${name}: ${tenure.person}, ${next.person}`).toBe(true);
      }
    }
  });

  test('says the same of a row once', () => {
    const print = ({ person, office, state, from }: Tenure) =>
      [person, office, state, from?.first].join('|');
    expect(new Set(tenures.map(print)).size).toBe(tenures.length);
  });
});

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
