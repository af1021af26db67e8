/** `retrieval FILE`: is the translation of a sentence found among all sentences of a language? */
import { existsSync } from 'node:fs';
import type { Measure } from './measure.ts';
import type { Retrieval } from './retrieval.ts';
import { drawTable, fraction } from './table.ts';

/** The measure of cross-language retrieval; `retrieve` is the program on one file. */
export function retrievalMeasure(retrieve: (file: string) => Promise<Retrieval>): Measure {
  return {
    name: 'retrieval',
    argument: 'FILE',
    summary: 'translations found, on aligned text (TSV, one column a language)',
    run: async (path) => {
      if (!existsSync(path)) {
        const expected = 'TSV (plain or .gz) with language codes as header';
        return { kind: 'absent', place: path, expected };
      }
      const figures = await retrieve(path);
      const rows = Object.entries(figures.accuracy1).map(([direction, accuracy]) => [
        direction,
        fraction(accuracy),
        fraction(figures.recall10[direction] ?? null),
      ]);
      const table = drawTable(['direction', 'accuracy@1', 'recall@10'], rows);
      return {
        kind: 'measured',
        table: `${table}\n${figures.candidates} candidates.`,
        figures: { ...figures },
      };
    },
  };
}
