/**
 * A page that the desk knows, when a source speaks of it: whether and when it is asked for again, by
 * which source it is watched, and at which address. Pure rules over rows.
 */
import type { PageRow, SourceRow } from '../../store/watching.ts';
import type { Stated } from './polls.ts';
import { nextAnnounced } from './schedule.ts';

/** A source speaks of a page. */
interface Announcement {
  readonly source: SourceRow;
  readonly at: number;
  readonly stated: Stated;
  /** Whether the source gave it the same name before. */
  readonly named: boolean;
}

/**
 * The row of a known page after an announcement. That a second source names it too is no change; nor
 * does a page that waits for its time (a host's wish, the next try) come sooner for it.
 */
export function announced(page: PageRow, { source, at, stated, named }: Announcement): PageRow {
  if (page.state === 'waiting') return page;
  const isOld = page.state === 'kept' && page.source !== source.id && !named;
  if (isOld && !isLater(stated.published, page.fetchedAt)) return page;
  const state = page.state === 'kept' ? 'kept' : 'waiting';
  return { ...page, state, nextAt: Math.min(page.nextAt ?? Infinity, nextAnnounced(page, at)) };
}

/** A page that is due now, whatever came of it before. */
export function dueNow(page: PageRow, at: number): PageRow {
  return { ...page, state: page.state === 'kept' ? 'kept' : 'waiting', failures: 0, nextAt: at };
}

/** A page whose own source is watched no longer goes over to the one that speaks of it. */
export function watchedBy(page: PageRow, source: SourceRow, active: ReadonlySet<string>): PageRow {
  return active.has(page.source) ? page : { ...page, source: source.id };
}

/** A page that waits to be asked for the first time. */
export function newPage(
  source: Pick<SourceRow, 'id'>,
  url: string,
  at: number,
  stated: Stated,
): PageRow {
  const { title, published, language, origin } = stated;
  return {
    url,
    host: new URL(url).host,
    source: source.id,
    state: 'waiting',
    nextAt: at,
    foundAt: at,
    failures: 0,
    fetches: 0,
    ...(title !== undefined && { title }),
    ...(published !== undefined && { published }),
    ...(language !== undefined && { language }),
    ...(origin !== undefined && { origin }),
  };
}

/**
 * Whether `url` is but another way to write the address of `page`, under the same name: a feed may
 * add a new number to all its addresses at each visit, and the page is asked for where it was.
 */
export function isRewritten({ url: before, published }: PageRow, url: string, stated: Stated) {
  const [old, now] = [new URL(before), new URL(url)];
  const isSamePath = old.host === now.host && old.pathname === now.pathname;
  return isSamePath && !isOtherDay(published, stated.published);
}

/**
 * The rows of a page that a source names elsewhere now: at its new address it is the same article,
 * unless it is dated otherwise (some feeds give one id and one title to every day's column); at its
 * old one it is asked for no more.
 */
export function moved(page: PageRow, fresh: PageRow): PageRow[] {
  if (isOtherDay(page.published, fresh.published)) return [fresh];
  const { key, article, foundAt, state } = page;
  const heir = {
    ...fresh,
    foundAt,
    ...(key !== undefined && { key }),
    ...(article !== undefined && { article }),
  };
  if (state !== 'kept') return [heir];
  const { nextAt: _due, ...rest } = page;
  return [heir, rest];
}

function isOtherDay(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return false;
  const [first, second] = [Date.parse(a), Date.parse(b)];
  // What cannot be read and differs is another day; the same moment may be written in two ways.
  return Number.isNaN(first) || Number.isNaN(second) || first !== second;
}

function isLater(stated: string | undefined, than: number | undefined): boolean {
  return stated !== undefined && than !== undefined && Date.parse(stated) > than;
}
