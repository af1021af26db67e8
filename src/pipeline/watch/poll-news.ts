/**
 * What is saved of a poll: of all that a source names now for the first time, which pages become due.
 */
import type { Answer } from '../../collect/web/fetched.ts';
import type { Store } from '../../store/store.ts';
import type { EntryRow, FetchRow, PageRow, SourceRow } from '../../store/watching.ts';
import { announced, dueNow, isRewritten, moved, newPage, watchedBy } from './announced.ts';
import { entryOf } from './named.ts';
import type { SiftedPoll, Stated } from './polls.ts';

/** What a poll brings to save. */
export interface PollNews {
  readonly source: SourceRow;
  readonly entries: readonly EntryRow[];
  readonly pages: readonly PageRow[];
  readonly fetches: readonly FetchRow[];
  /** Answers that named something new: evidence. */
  readonly evidence: readonly Answer[];
}

const DAY = 86_400_000;
/** On a sitemap's first poll only what is dated so recently is fetched; what was there before is not. */
const BACKLOG_MS = 3 * DAY;
/** Later, what is dated so long before the last answer was there: a part of an index that was broken. */
const LATE_MS = 30 * DAY;

/** What a poll brings to save; asks the store which pages it knows. `active`: ids of watched sources. */
export async function newsOf(
  store: Store,
  poll: SiftedPoll,
  active: ReadonlySet<string>,
): Promise<PollNews> {
  const { source, at, news, fetches, evidence } = poll;
  if (source.kind === 'page') return ownPage(store, poll, active);
  const known = await store.pagesByUrls(
    news.flatMap(({ entry, before }) => (before === undefined ? [entry.url] : [entry.url, before])),
  );
  const pages = new Map<string, PageRow>();
  let passed = 0;
  for (const { entry, named: stated, before } of news) {
    const former = before === undefined ? undefined : known.get(before);
    const isSame = former !== undefined && isRewritten(former, entry.url, stated);
    const page = known.get(entry.url) ?? (isSame ? former : undefined);
    if (page !== undefined) {
      const row = announced(page, { source, at, stated, named: before !== undefined });
      pages.set(page.url, watchedBy(row, source, active));
    } else if (former === undefined && isBacklog(source, stated, at)) passed++;
    else {
      const fresh = newPage(source, entry.url, at, stated);
      const rows = former === undefined ? [fresh] : moved(former, fresh);
      for (const row of rows) pages.set(row.url, row);
    }
  }
  return {
    source: withNews(poll, news.length, passed),
    entries: news.map(({ entry }) => entry),
    pages: [...pages.values()],
    fetches,
    evidence,
  };
}

/** A source that is itself the page: due again each time. */
async function ownPage(
  store: Store,
  poll: SiftedPoll,
  active: ReadonlySet<string>,
): Promise<PollNews> {
  const { source, at } = poll;
  const entry = entryOf(source.id, { url: source.url }, at);
  const known = entry && (await store.pagesByUrls([entry.url])).get(entry.url);
  const page =
    known === undefined
      ? entry && newPage(source, entry.url, at, {})
      : watchedBy(dueNow(known, at), source, active);
  return {
    source: withNews(poll, known === undefined ? 1 : 0, 0),
    entries: [],
    pages: page === undefined ? [] : [page],
    fetches: [],
    evidence: [],
  };
}

/** The source's row with so many new entries, of which so many are too old to be fetched. */
function withNews({ after, at }: SiftedPoll, fresh: number, passed: number): SourceRow {
  return {
    ...after,
    entries: after.entries + fresh,
    ...(fresh > 0 && { newAt: at }),
    ...(passed > 0 && { passed: (after.passed ?? 0) + passed }),
  };
}

/** A sitemap lists years: the watch begins with what is new on its first day. */
function isBacklog({ kind, answeredAt }: SourceRow, { published }: Stated, at: number): boolean {
  if (kind !== 'sitemap') return false;
  const stated = published === undefined ? Number.NaN : Date.parse(published);
  if (answeredAt !== undefined) return stated < Math.min(at, answeredAt) - LATE_MS;
  return Number.isNaN(stated) || stated < at - BACKLOG_MS;
}
