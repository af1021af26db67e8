/** The newest count of one state's staff in each host, of one unit and scope: like with like. */
import { type LedgerEntry, SEVERAL_STATES } from '../../domain/ledger.ts';
import type { MapSeriesView, PresenceMapView } from '../../domain/presence-views.ts';
import type { PresenceScope, PresenceUnit, StateCode } from '../../domain/reading.ts';
import { isEarlier } from '../../presence/like-with-like.ts';
import { standing } from '../../presence/superseding.ts';
import { entryView } from './entry-view.ts';

/** What may be asked for; nothing is chosen where no series has it. */
export interface SeriesAsked {
  readonly unit?: PresenceUnit | undefined;
  readonly scope?: PresenceScope | undefined;
}

/** `held`: all entries of `sender`. Of several series that fit, the one with most hosts is chosen. */
export function newestCounts(
  held: readonly LedgerEntry[],
  sender: StateCode,
  asked: SeriesAsked,
): PresenceMapView {
  const levels = standing(held).filter(
    ({ measure, number, host }) =>
      measure === 'level' && number !== undefined && host !== SEVERAL_STATES,
  );
  const stated = levels.filter(({ unit, scope }) => unit !== 'unstated' && scope !== 'unstated');
  const series = seriesOf(stated);
  const chosen = series.find(
    ({ unit, scope }) =>
      (asked.unit === undefined || unit === asked.unit) &&
      (asked.scope === undefined || scope === asked.scope),
  );
  const byHost = new Map<StateCode, LedgerEntry[]>();
  for (const entry of stated) {
    if (entry.unit !== chosen?.unit || entry.scope !== chosen.scope) continue;
    const known = byHost.get(entry.host);
    if (known === undefined) byHost.set(entry.host, [entry]);
    else known.push(entry);
  }
  const counts = [...byHost]
    .map(([host, entries]) => ({ host, entries: newestOf(entries).map(entryView) }))
    .sort((a, b) => (a.host < b.host ? -1 : 1));
  return { sender, series, chosen, counts, unstated: levels.length - stated.length };
}

function seriesOf(entries: readonly LedgerEntry[]): MapSeriesView[] {
  const found = new Map<string, { readonly entry: LedgerEntry; readonly hosts: Set<StateCode> }>();
  for (const entry of entries) {
    const key = `${entry.unit} ${entry.scope}`;
    const known = found.get(key) ?? { entry, hosts: new Set() };
    known.hosts.add(entry.host);
    found.set(key, known);
  }
  return [...found]
    .sort(([a, one], [b, other]) => other.hosts.size - one.hosts.size || (a < b ? -1 : 1))
    .map(
      ([
        ,
        {
          entry: { unit, scope },
          hosts,
        },
      ]) => ({ unit, scope, hosts: hosts.size }),
    );
}

/** Those that no other one is surely later than; undated ones only where nothing is dated. */
function newestOf(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const dated = entries.filter(({ asOf }) => asOf !== undefined);
  if (dated.length === 0) return [...entries];
  // What begins latest is what others are surely earlier than: linear instead of pair by pair.
  const last = dated.reduce((a, b) => (a.asOf!.first >= b.asOf!.first ? a : b));
  return dated.filter(({ asOf }) => !isEarlier(asOf, last.asOf));
}
