import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { retrieval } from './retrieval.ts';

/** Invented sentences. */
const UNITS = [
  ['en', 'es-MX', 'ru', 'note'],
  [
    'The government announced new sanctions against the bank.',
    'El gobierno anunció nuevas sanciones contra el banco.',
    'Правительство объявило о новых санкциях против банка.',
    'x',
  ],
  [
    'Three hospitals in the capital have no water.',
    'Tres hospitales de la capital no tienen agua.',
    'В трёх больницах столицы нет воды.',
    'x',
  ],
  [
    'The president will travel to Germany in March.',
    'El presidente viajará a Alemania en marzo.',
    'Президент поедет в Германию в марте.',
    'x',
  ],
  [
    'Scientists found a virus in the river.',
    'Los científicos encontraron un virus en el río.',
    'Учёные нашли вирус в реке.',
    'x',
  ],
  ['The church was built in 1744.', 'La iglesia fue construida en 1744.', '', 'x'],
];

const folder = mkdtempSync(join(tmpdir(), 'atalaya-retrieval-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(rows: readonly (readonly string[])[]): string {
  const path = join(folder, 'units.tsv');
  writeFileSync(path, `${rows.map((row) => row.join('\t')).join('\n')}\n`);
  return path;
}

describe('retrieval', () => {
  test('finds the translations of plain sentences with the shipped models', async () => {
    const { accuracy1, recall10, candidates } = await retrieval(fileOf(UNITS));
    const directions = ['en-es', 'es-en', 'en-ru', 'ru-en', 'es-ru', 'ru-es'];
    expect(Object.keys(accuracy1).sort()).toEqual(directions.sort());
    for (const direction of directions) {
      expect(accuracy1[direction], direction).toBe(1);
      expect(recall10[direction], direction).toBe(1);
    }
    expect(candidates).toBe(5);
  }, 30_000);

  test('says which languages it needs', async () => {
    await expect(
      retrieval(
        fileOf([
          ['en', 'xx'],
          ['a', 'b'],
        ]),
      ),
    ).rejects.toThrow('fewer than two languages of de, en, es');
  }, 30_000);
});
