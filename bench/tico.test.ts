import { describe, expect, it } from 'vitest';
import { readTico, TICO_LANGUAGES } from './tico.ts';
import { runsOf } from './words.ts';

const rows = readTico();

describe('readTico', () => {
  it('reads most of the rows, each once and with all its languages', () => {
    expect(rows.length).toBeGreaterThan(2300);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const { cells } of rows) {
      for (const language of TICO_LANGUAGES) expect(cells[language]).toMatch(/[.!?…]["”»’)\]]*$/u);
    }
  });

  it('keeps the rows of a document together', () => {
    const changes = rows.filter((row, at) => row.document !== rows[at - 1]?.document).length;
    expect(changes).toBe(new Set(rows.map(({ document }) => document)).size);
  });

  it('reads no eight words in a row twice', () => {
    const owners = new Map<string, string>();
    for (const { id, cells } of rows) {
      for (const language of TICO_LANGUAGES) {
        for (const run of runsOf(cells[language], 8)) {
          expect(owners.get(run) ?? `${id} ${language}`).toBe(`${id} ${language}`);
          owners.set(run, `${id} ${language}`);
        }
      }
    }
  });
});
