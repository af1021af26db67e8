/** The ledger of presence: how many of one state are in another, against what one would expect. */
import { z } from 'zod';
import type { PresenceView } from '../domain/presence-views.ts';
import { TIE_KINDS } from '../domain/ties.ts';
import { foreign, type Ink, inkOf } from '../export/terminal/ink.ts';
import { fitLines, presenceText } from '../export/terminal/presence.ts';
import { counted, figure } from '../export/wording.ts';
import { enterReadings, type ReadingsEntered } from '../pipeline/presence/from-readings.ts';
import { type EntriesKept, keepEntries } from '../pipeline/presence/keep-entries.ts';
import { keepTies, type TiesKept } from '../pipeline/presence/keep-ties.ts';
import { fitsOf, presenceOf } from '../pipeline/presence/presence-of.ts';
import type { PairCount } from '../store/ledger.ts';
import { operation } from './operation.ts';
import { keptPresenceBasis } from './presence-kept.ts';

export interface LedgerView {
  readonly kept: readonly EntriesKept[];
  readonly ties: readonly TiesKept[];
  /** What the desk's readings brought. */
  readonly readings: ReadingsEntered;
  readonly pairs: readonly PairCount[];
  /** Absent where no two states were named. */
  readonly presence: PresenceView | undefined;
  /** Present where `fit` was asked for. */
  readonly fit: Pick<PresenceView['size'], 'fits' | 'cannotSay'> | undefined;
}

const CODE = /^[A-Za-z]{2,4}$/;
const state = z.string().regex(CODE, {
  error: ({ input }) => `"${input}" is no code of a state (two letters: RU, MX; or EU, UN, NATO)`,
});
/** What is asked for in the place of a state: how well sizes can be expected. No state has this code. */
const FIT = 'fit';
/** Pairs listed. */
const PAIRS = 30;

export const presenceOperation = operation({
  input: z.object({
    states: z
      .array(state)
      .max(2, 'name two states: who sends, and where (RU MX)')
      .default([])
      .describe('sender and host, by their codes (RU MX); fit: the models; none: what is held'),
    add: z.array(z.string()).default([]).describe('tables of counts or expulsions (CSV) to enter'),
    list: z
      .array(z.string())
      .default([])
      .describe('diplomatic lists (HTML or PDF) to count; names are not kept'),
    host: state.optional().describe('whose list it is that --list names'),
    asOf: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, { error: ({ input }) => `"${input}" is not YYYY-MM-DD` })
      .optional()
      .describe('the day that --list is stated of (YYYY-MM-DD)'),
    ties: z
      .array(z.string())
      .default([])
      .describe('tables of ties between states (trade, distance …) to keep'),
    tieKind: z
      .enum(TIE_KINDS)
      .optional()
      .describe('what a table of --ties holds, where it does not say'),
    tieYear: z.coerce
      .number()
      .int()
      .optional()
      .describe('of what year it is, where it does not say'),
  }),
  positional: 'states',
  creates: true,
  run: async (input, { desk, progress }): Promise<LedgerView> => {
    const { states, add, list, host, asOf, ties, tieKind, tieYear } = input;
    if (list.length > 0 && (host === undefined || asOf === undefined)) {
      throw new Error('--list needs --host (whose list it is) and --as-of (its day)');
    }
    const kept: EntriesKept[] = [];
    for (const file of add) kept.push(await keepEntries(desk, file, undefined));
    for (const file of list) {
      const of = { host: host!.toUpperCase(), asOf: { first: asOf!, last: asOf! } };
      kept.push(await keepEntries(desk, file, of));
    }
    const asked = {
      ...(tieKind !== undefined && { kind: tieKind }),
      ...(tieYear !== undefined && { year: tieYear }),
    };
    const keptTies: TiesKept[] = [];
    for (const file of ties) keptTies.push(await keepTies(desk, file, asked));
    const readings = await enterReadings(desk, (done, total) =>
      progress.step('entering what articles state', done, total),
    );
    const isFit = states.length === 1 && states[0]!.toLowerCase() === FIT;
    const [sender, where] = states.map((code) => code.toUpperCase());
    return {
      kept,
      ties: keptTies,
      readings,
      pairs: await desk.store.presencePairs(),
      presence:
        sender === undefined || where === undefined
          ? undefined
          : await presenceOf(desk, sender, where, await keptPresenceBasis(desk)),
      fit: isFit ? await fitsOf(desk) : undefined,
    };
  },
  text: (view, { color }) => ledgerText(view, inkOf(color)),
  failure: ({ kept, ties }) =>
    kept.length + ties.length > 0 &&
    kept.every(({ entries }) => entries === 0) &&
    ties.every((one) => one.ties === 0)
      ? 'nothing could be read of these files'
      : undefined,
});

function ledgerText({ kept, ties, readings, pairs, presence, fit }: LedgerView, ink: Ink): string {
  const lines = [
    ...kept.flatMap((one) => keptLines(one, ink)),
    ...ties.flatMap(({ file, ties: many, refused, refusals }) => [
      `${foreign(file)}: ${counted(many, 'tie')}, ${counted(refused, 'row')} refused`,
      ...refusals.map(({ line, reason }) =>
        ink.warn(`  ${foreign(file)}:${line}: ${foreign(reason)}`),
      ),
    ]),
  ];
  if (readings.added > 0) {
    lines.push(`${counted(readings.added, 'entry', 'entries')} from what articles state.`);
  }
  if (fit !== undefined) return [...lines, ...fitLines(fit, ink)].join('\n');
  if (presence !== undefined) return [...lines, presenceText(presence, ink)].join('\n');
  if (pairs.length === 0) {
    lines.push('The ledger is empty. Give it lists and tables: atalaya presence --add FILES');
  } else {
    for (const { sender, host, entries } of pairs.slice(0, PAIRS)) {
      lines.push(`  ${sender} in ${host}  ${counted(entries, 'entry', 'entries')}`);
    }
    if (pairs.length > PAIRS) lines.push(ink.dim(`  … and ${figure(pairs.length - PAIRS)} more`));
    lines.push(ink.dim('One of them: atalaya presence SENDER HOST'));
  }
  return lines.join('\n');
}

function keptLines(
  { file, rows, entries, added, refused, refusals, hints }: EntriesKept,
  ink: Ink,
): string[] {
  return [
    `${foreign(file)}: ${counted(rows, 'row')}, ${counted(entries, 'entry', 'entries')}, ${figure(added)} of them new, ${figure(refused)} refused`,
    ...refusals.map(({ line, reason }) =>
      ink.warn(`  ${foreign(file)}:${line}: ${foreign(reason)}`),
    ),
    ...hints.map(({ detail }) => ink.warn(`  look at ${foreign(detail)}`)),
  ];
}
