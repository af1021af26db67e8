import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shippedTies } from './shipped-ties.ts';

const FOLDER = new URL('../../../../data/ties/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.csv'));
const README = readFileSync(new URL('README.md', FOLDER), 'utf8');

test('every shipped file is read whole, and the page states its rows', async () => {
  const read = await shippedTies();
  expect(read.map(({ file }) => file).sort()).toEqual(FILES.sort());
  for (const { file, rows, refused } of read) {
    expect(refused).toEqual([]);
    expect(README).toContain(`| \`${file}\` | ${rows} |`);
  }
});

test('they are small', () => {
  const bytes = FILES.map((file) => statSync(new URL(file, FOLDER)).size);
  expect(bytes.reduce((a, b) => a + b, 0)).toBeLessThan(400_000);
});

test('they hold what they are said to', async () => {
  const ties = (await shippedTies()).flatMap((one) => one.ties);
  const tieValue = (kind: string, from: string, year: number, to?: string) =>
    ties.find((t) => t.kind === kind && t.from === from && t.year === year && t.to === to)?.value;
  expect(tieValue('gdp', 'US', 2023)).toBeGreaterThan(2e13);
  expect(tieValue('population', 'MX', 2023)).toBeGreaterThan(1e8);
  expect(tieValue('export-share', 'MX', 2023, 'US')).toBeGreaterThan(50);
  const points = ties.filter((t) => t.kind === 'ideal-point' && t.from === 'RU');
  expect(points.map((t) => t.year)).toEqual([2015, 2016, 2017, 2018, 2019]);
});
