/** Moving a desk between the two databases. */
import { z } from 'zod';
import { counted, figure } from '../export/wording.ts';
import { moveDesk } from '../pipeline/move.ts';
import type { Copied } from '../store/copy/copy-desk.ts';
import { operation } from './operation.ts';

export const moveOperation = operation({
  input: z.object({
    to: z
      .enum(['postgresql', 'sqlite'])
      .describe('where to; the other one is left as it is, and compared row by row'),
  }),
  positional: 'to',
  creates: true,
  deskless: 'always',
  run: async ({ to }, { place, progress }): Promise<Copied> => {
    if (place === undefined) throw new Error('a desk is moved at a terminal of its machine only');
    return moveDesk(place, to, (stage, rows) => progress.step(stage, rows, 0));
  },
  text: ({ from, to, tables, rows }) =>
    [
      `Moved ${counted(rows, 'row')} from ${from} to ${to}; all are the same on both sides.`,
      ...tables
        .filter((table) => table.rows > 0)
        .map(
          ({ table, rows: n, digest }) =>
            `  ${table.padEnd(18)} ${figure(n).padStart(12)}  ${digest}`,
        ),
      'The one that was moved from is left as it is: remove it once you have a backup.',
    ].join('\n'),
});
