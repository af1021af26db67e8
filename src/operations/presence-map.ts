/** The ledger as it stands: one pair of states, or one state's staff in all hosts. Nothing is entered. */
import { z } from 'zod';
import type { PresenceMapView, PresenceView } from '../domain/presence-views.ts';
import { PRESENCE_SCOPES, PRESENCE_UNITS } from '../domain/reading.ts';
import { SCOPE_WORDS, UNIT_WORDS } from '../export/reading-wording.ts';
import { columns, foreign, type Ink, inkOf } from '../export/terminal/ink.ts';
import { presenceText } from '../export/terminal/presence.ts';
import { counted } from '../export/wording.ts';
import { newestCounts } from '../pipeline/presence/newest-counts.ts';
import { presenceOf } from '../pipeline/presence/presence-of.ts';
import type { PairCount } from '../store/ledger.ts';
import { operation } from './operation.ts';
import { keptPresenceBasis } from './presence-kept.ts';

const state = z.string().regex(/^[A-Za-z]{2,4}$/, {
  error: ({ input }) => `"${input}" is no code of a state (two letters: RU, MX; or EU, UN, NATO)`,
});

export interface PairsView {
  /** Pairs of states with entries, most first. */
  readonly pairs: readonly PairCount[];
}

export const presencePairsOperation = operation({
  input: z.object({}),
  creates: false,
  remote: { role: 'reader', changes: false },
  run: async (_input, { desk }): Promise<PairsView> => ({
    pairs: await desk.store.presencePairs(),
  }),
  text: ({ pairs }) =>
    pairs.length === 0
      ? 'The ledger is empty.'
      : columns(
          pairs.map(({ sender, host, entries }) => [`${sender} in ${host}`, String(entries)]),
          [1],
        ),
});

export const presencePairOperation = operation({
  input: z.object({
    sender: state.describe('whose staff, by its code (RU)'),
    host: state.describe('where, by its code (MX)'),
  }),
  positional: 'sender',
  creates: false,
  remote: { role: 'reader', changes: false },
  run: async ({ sender, host }, { desk }): Promise<PresenceView> => {
    const basis = await keptPresenceBasis(desk);
    return presenceOf(desk, sender.toUpperCase(), host.toUpperCase(), basis);
  },
  text: (view, { color }) => presenceText(view, inkOf(color)),
});

export const presenceMapOperation = operation({
  input: z.object({
    sender: state.describe('whose staff, by its code (RU)'),
    unit: z
      .enum(PRESENCE_UNITS)
      .optional()
      .describe('who is counted; default: what most hosts have'),
    scope: z.enum(PRESENCE_SCOPES).optional().describe('of what part of the presence'),
  }),
  positional: 'sender',
  creates: false,
  remote: { role: 'reader', changes: false },
  run: async ({ sender, unit, scope }, { desk }): Promise<PresenceMapView> => {
    const code = sender.toUpperCase();
    return newestCounts(await desk.store.entries(code), code, { unit, scope });
  },
  text: (view, { color }) => mapText(view, inkOf(color)),
});

function mapText({ sender, chosen, counts, series, unstated }: PresenceMapView, ink: Ink): string {
  const left = `${counted(unstated, 'count')} of ${sender} without a stated unit or scope stand beside no others.`;
  if (chosen === undefined) return [`No count of ${sender} can be compared.`, left].join('\n');
  const rows = counts.flatMap(({ host, entries }) =>
    entries.map(({ count, asOf, source }) => [
      `  ${host}`,
      count ?? '–',
      asOf === undefined ? 'undated' : asOf.last,
      foreign(source.name),
    ]),
  );
  const others = series
    .filter((one) => one !== chosen)
    .map(({ unit, scope, hosts }) => `--unit ${unit} --scope ${scope} (${counted(hosts, 'host')})`);
  return [
    ink.bold(`${sender}: ${UNIT_WORDS[chosen.unit]}, ${SCOPE_WORDS[chosen.scope]}`),
    columns(rows),
    ...(others.length === 0 ? [] : [ink.dim(`Others, never to be mixed: ${others.join('; ')}`)]),
    ...(unstated === 0 ? [] : [ink.dim(left)]),
  ].join('\n');
}
