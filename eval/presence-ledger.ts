/**
 * What the room says of one pair of states, from tables of counts and expulsions as the desk imports them:
 * groups of like entries, steps against the noise of lists, expected sizes, displacement. In lines.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPresenceTable } from '../src/collect/presence/presence-table.ts';
import type { EntryDraft } from '../src/domain/ledger.ts';
import { PRESENCE_UNITS, type PresenceUnit } from '../src/domain/reading.ts';
import { listPairs, noiseFloorOf } from '../src/presence/change/noise-floor.ts';
import { judgeSteps, type Step, type StepQuestion } from '../src/presence/change/step.ts';
import { type Displacement, displacementOf } from '../src/presence/displacement.ts';
import { displacementSentences, RIVAL_WORDS } from '../src/presence/displacement-wording.ts';
import { type LikeGroup, likeWithLike } from '../src/presence/like-with-like.ts';
import type { CannotSay, Expectation } from '../src/presence/model/expected-size.ts';
import type { Pair } from '../src/presence/model/predictors.ts';
import { reconciliationsOf } from '../src/presence/reconciliation.ts';
import { readSizes, sizeSentence } from '../src/presence/size-readings.ts';

const TABLES = [
  'staff_counts_from_press.csv',
  'expulsions_of_russian_staff.csv',
  'staff_counts_from_diplomatic_lists.csv',
];
/** The year of expulsions that is looked at. */
const PERIOD = { first: '2022-02-24', last: '2022-12-31' };

/** The entries of the tables that are there. */
export async function readLedger(directory: string): Promise<EntryDraft[]> {
  const all: EntryDraft[] = [];
  for (const table of TABLES) {
    const file = join(directory, table);
    if (!existsSync(file)) continue;
    const { entries } = await readPresenceTable(readFileSync(file), { name: table });
    for (const { draft } of entries) all.push(draft);
  }
  return all;
}

/** Everything that can be said of a pair, one finding a line. */
export function linesOf(
  entries: readonly EntryDraft[],
  pair: Pair,
  expectations: (unit: PresenceUnit) => readonly (Expectation | CannotSay)[],
): string[] {
  const { sender, host } = pair;
  const groups = likeWithLike(entries);
  const readings = readSizes(groups, pair, expectations);
  const displaced = displacementOf(entries, { sender, unit: 'diplomats', period: PERIOD });
  return [
    `${sender} in ${host}: ${sizeSentence(readings)}`,
    ...readings.map(({ entry, verdict, expected, reason }) => {
      const ranges = expected.map(({ set, size }) => `${size.low}–${size.high} (${set})`);
      return `  ${wordsOf(entry)}: ${verdict}; ${reason ?? `expected ${ranges.join(', ')}`}`;
    }),
    ...stepLines(groups, sender),
    ...reconciliationsOf(entries).map(({ whole, parts, remainder }) => {
      const rest = remainder === undefined ? '' : ` + ${remainder.count} as words state`;
      return `Adds up: ${wordsOf(whole)} = ${parts.map(wordsOf).join(' + ')}${rest}`;
    }),
    ...(displaced === undefined ? [] : displacementLines(displaced)),
  ];
}

/** Steps from the first to the last of each group of the sender, corrected for all of one unit together. */
function stepLines(groups: readonly LikeGroup<EntryDraft>[], sender: string): string[] {
  return PRESENCE_UNITS.flatMap((unit) => {
    const alike = groups.filter((group) => group.unit === unit && group.measure === 'level');
    const asked = alike.flatMap(({ sender: whose, entries }) => {
      const dated = entries.filter(({ asOf, kind }) => asOf && kind !== 'official-list');
      const [before, after] = [dated[0], dated.at(-1)];
      if (whose !== sender || before === undefined || after === undefined) return [];
      return before === after ? [] : [{ before, after }];
    });
    if (asked.length === 0) return [];
    const floor = noiseFloorOf(listPairs(alike));
    const noise =
      floor === undefined
        ? 'unknown'
        : `${floor.pairs} pairs, dispersion ${floor.dispersion.toFixed(3)}`;
    const steps = judgeSteps(asked, floor).map((step, i) => stepLine(asked[i]!, step));
    return [`Noise of lists of ${unit}: ${noise}.`, ...steps];
  });
}

function stepLine({ before, after }: StepQuestion, step: Step | undefined): string {
  const pair = `Step in ${before.host}: ${wordsOf(before)} -> ${wordsOf(after)}`;
  if (step === undefined) return `${pair}: no numbers.`;
  const { ratio, p } = step.counts;
  const lists = step.asLargeInLists?.toFixed(3) ?? 'unknown';
  return `${pair}: ${step.kind} (ratio ${ratio.low.toFixed(2)}–${ratio.high.toFixed(2)}, p ${p.toPrecision(2)}, as large in lists ${lists}, corrected ${step.p.toFixed(3)})`;
}

function displacementLines(found: Displacement<EntryDraft>): string[] {
  const grown = found.grown.map(
    ({ host, atLeast, atMost }) => `${host} ${atLeast}–${atMost ?? 'open'}`,
  );
  return [
    ...displacementSentences(found),
    `  growth: ${grown.join(', ')}`,
    ...found.rivals.map((rival) => `  or: ${RIVAL_WORDS[rival]}`),
  ];
}

function wordsOf({ number, unit, scope, asOf, source }: EntryDraft): string {
  return `${number?.min ?? '?'} ${unit} (${scope}, ${asOf?.first.slice(0, 7) ?? 'undated'}, ${source.name})`;
}
