/** Tables of presence: every row gives entries with bounds and days, or is refused. */
import { readPresenceTable } from '../../src/collect/presence/presence-table.ts';
import { inBytes } from '../mutate/bytes.ts';
import { CELL_MUTATORS, LINE_MUTATORS } from '../mutate/lines.ts';
import { mutated } from '../mutate/pick.ts';
import { TEXT_MUTATORS } from '../mutate/text.ts';
import { boundsFault, daysFault, sentenceFault } from '../rules.ts';
import { PRESENCE_TABLES } from '../seeds/tables.ts';
import type { BytesTarget, Fault } from '../target.ts';

const MUTATORS = [...CELL_MUTATORS, ...CELL_MUTATORS, ...LINE_MUTATORS, ...TEXT_MUTATORS];

async function check(bytes: Uint8Array): Promise<Fault> {
  const { rows, entries, refused } = await readPresenceTable(bytes);
  for (const { line, reason } of refused) {
    if (!(line >= 1)) return `a row is refused at line ${line}`;
    const fault = sentenceFault('the reason', reason);
    if (fault !== undefined) return fault;
  }
  for (const { draft, line } of entries) {
    if (!(line >= 1)) return `an entry stands at line ${line}`;
    const fault = boundsFault('an entry', draft.number) ?? daysFault('the day', draft.asOf);
    if (fault !== undefined) return fault;
    if (!/^(?:[A-Z]{2}|[A-Z]{4,})$/.test(draft.sender)) return `the sender is ${draft.sender}`;
  }
  const told = new Set([...entries, ...refused].map(({ line }) => line)).size;
  return told < rows && refused.length + entries.length < rows
    ? `${rows} rows, ${told} told of`
    : undefined;
}

export const presence: BytesTarget = {
  kind: 'bytes',
  name: 'presence',
  weight: 10,
  make: (chance) => inBytes(mutated(PRESENCE_TABLES, MUTATORS, chance), chance),
  check,
};
