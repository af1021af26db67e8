/** The sources of a watch list, and those that the desk knows already. */
import type { WatchSource } from '../../domain/watch.ts';
import type { SourceRow, WatchStep } from '../../store/watching.ts';
import type { Desk } from '../desk.ts';

/** What a step saves where nothing came from the web. */
const NOTHING: WatchStep = {
  captures: [],
  articles: [],
  items: [],
  sources: [],
  entries: [],
  pages: [],
  fetches: [],
};

/** How many sources a watch list brought (those switched off apart), changed, or names no longer. */
export interface SyncedSources {
  readonly added: number;
  readonly changed: number;
  readonly dropped: number;
}

/**
 * Makes the desk's sources those of the watch list. A source keeps its cursor for as long as it keeps
 * its id and its address; one that is named no longer is switched off, never deleted.
 */
export async function syncSources(
  desk: Desk,
  listed: readonly WatchSource[],
  nameOf: (outlet: string) => string | undefined,
): Promise<SyncedSources> {
  const known = new Map((await desk.store.sources()).map((row) => [row.id, row] as const));
  const now = desk.now();
  const rows: SourceRow[] = [];
  const result = { added: 0, changed: 0, dropped: 0 };
  for (const source of listed) {
    const before = known.get(source.id);
    known.delete(source.id);
    const row = rowOf(source, before, { now, outlet: nameOf(source.outlet) });
    if (before === undefined) result.added += source.enabled ? 1 : 0;
    else if (!STATED.every((field) => row[field] === before[field])) result.changed++;
    // Asked in what is the future now: the clock was put back, and it would wait until that is past.
    else if ((before.polledAt ?? 0) <= now) continue;
    rows.push(row);
  }
  for (const row of known.values()) {
    if (!row.active || row.id === BY_HAND) continue;
    rows.push({ ...row, active: false });
    result.dropped++;
  }
  if (rows.length > 0) await saveRows(desk, { sources: rows });
  return result;
}

/** What the watch list says of a source. */
const STATED = ['kind', 'url', 'every', 'active', 'outlet', 'language'] as const;

/** The source of pages that a person asked for. */
export const BY_HAND = 'by-hand';

/** Saves rows under the writer lock. */
export async function saveRows(
  desk: Desk,
  rows: Partial<Pick<WatchStep, 'sources' | 'pages'>>,
): Promise<void> {
  const lock = await desk.lock('watch');
  try {
    await desk.store.saveWatch({ ...NOTHING, ...rows });
  } finally {
    lock.release();
  }
}

function rowOf(
  { id, kind, url, language, everyMs, enabled }: WatchSource,
  before: SourceRow | undefined,
  { now, outlet }: { readonly now: number; readonly outlet: string | undefined },
): SourceRow {
  const stated = {
    id,
    kind,
    url,
    every: everyMs,
    active: enabled,
    ...(outlet !== undefined && { outlet }),
    ...(language !== undefined && { language }),
  };
  // Another address is another source: what was seen there says nothing of what is seen here.
  if (before === undefined || before.url !== url || before.kind !== kind) {
    return { ...stated, nextAt: now, polls: 0, failures: 0, entries: before?.entries ?? 0 };
  }
  const { outlet: _outlet, language: _language, ...kept } = before;
  const sooner = Math.min(before.nextAt, (before.polledAt ?? now) + everyMs);
  const isAhead = (before.polledAt ?? 0) > now;
  const nextAt = isAhead ? now : before.failures > 0 ? before.nextAt : sooner;
  return { ...kept, ...stated, nextAt };
}
