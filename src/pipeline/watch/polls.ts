/**
 * A source that is due: asked, and what its answer names told apart into what is new, what has changed
 * and what was said before.
 */
import { type Answer, type Fetched, headerOf } from '../../collect/web/fetched.ts';
import type { Store } from '../../store/store.ts';
import type { EntryRow, FetchRow, PageRow, RefusedFetch, SourceRow } from '../../store/watching.ts';
import { entryOf, type Named } from './named.ts';
import { nextPoll } from './schedule.ts';

/** A source and what came of asking it. */
export interface DonePoll {
  readonly source: SourceRow;
  /** When it was asked. */
  readonly at: number;
  /** Every exchange, the source's own first; none for a source that is itself the page. */
  readonly exchanges: readonly Fetched[];
  readonly named: readonly Named[];
  /** Why what came is of no use, though the server answered. */
  readonly refusal?: RefusedFetch;
  /** Whether it was read only in part: then it is read again, changed or not. */
  readonly damaged: boolean;
}

/** What a poll brings to save. */
export interface PollNews {
  readonly source: SourceRow;
  readonly entries: readonly EntryRow[];
  readonly pages: readonly PageRow[];
  readonly fetches: readonly FetchRow[];
  /** Answers that named something new: evidence. */
  readonly evidence: readonly Answer[];
}

/** On a sitemap's first poll only what is dated so recently is fetched; what was there before is not. */
const BACKLOG_MS = 3 * 86_400_000;

/** Tells what is new in a poll. */
export async function newsOf(store: Store, poll: DonePoll): Promise<PollNews> {
  const { source, at, exchanges, named } = poll;
  if (source.kind === 'page') return ownPage(store, poll);
  const unique = new Map<string, { entry: EntryRow; named: Named }>();
  for (const one of named) {
    const entry = entryOf(source.id, one, at);
    if (entry !== undefined && !unique.has(entry.content)) {
      unique.set(entry.content, { entry, named: one });
    }
  }
  const all = [...unique.values()];
  const earlier = await store.earlierEntries(all.map(({ entry }) => entry));
  const news = all.flatMap((one, i) =>
    earlier[i]!.said ? [] : [{ ...one, before: earlier[i]!.url }],
  );
  const known = await store.pagesByUrls(
    news.flatMap(({ entry, before }) => (before === undefined ? [entry.url] : [entry.url, before])),
  );
  const pages = new Map<string, PageRow>();
  let passed = 0;
  for (const { entry, named: one, before } of news) {
    const page = known.get(entry.url) ?? (before === undefined ? undefined : known.get(before));
    if (page !== undefined) pages.set(page.url, dueAgain(page, at));
    else if (isBacklog(source, one, at)) passed++;
    else pages.set(entry.url, newPage(source, entry, one));
  }
  const fetches = exchanges.map((fetched) => fetchOf(poll, fetched, news.length > 0));
  return {
    source: sourceAfter(poll, { fresh: news.length, passed }),
    entries: news.map(({ entry }) => entry),
    pages: [...pages.values()],
    fetches,
    evidence: news.length === 0 ? [] : exchanges.filter((one) => one.kind === 'answer'),
  };
}

/** A source that is itself the page: due again each time. */
async function ownPage(store: Store, poll: DonePoll): Promise<PollNews> {
  const { source, at } = poll;
  const entry = entryOf(source.id, { url: source.url }, at);
  const known = entry && (await store.pagesByUrls([entry.url])).get(entry.url);
  const page = known !== undefined ? dueAgain(known, at) : entry && newPage(source, entry, {});
  return {
    source: sourceAfter(poll, { fresh: known === undefined ? 1 : 0, passed: 0 }),
    entries: [],
    pages: page === undefined ? [] : [page],
    fetches: [],
    evidence: [],
  };
}

/** A page that is known and now spoken of otherwise is looked at again, whatever came of it before. */
function dueAgain(page: PageRow, at: number): PageRow {
  return { ...page, state: page.state === 'kept' ? 'kept' : 'waiting', failures: 0, nextAt: at };
}

function newPage(source: SourceRow, { url, at }: EntryRow, named: Omit<Named, 'url'>): PageRow {
  const { title, published, language, origin } = named;
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

/** A sitemap lists years: the watch begins with what is new on its first day. */
function isBacklog({ kind, answeredAt }: SourceRow, { published }: Named, at: number): boolean {
  if (kind !== 'sitemap' || answeredAt !== undefined) return false;
  const stated = published === undefined ? Number.NaN : Date.parse(published);
  return Number.isNaN(stated) || stated < at - BACKLOG_MS;
}

/** The source's row after a poll. */
function sourceAfter(
  { source, at, exchanges, refusal: useless, damaged }: DonePoll,
  { fresh, passed }: { readonly fresh: number; readonly passed: number },
): SourceRow {
  const { refusal: _passed, movedTo: _moved, etag, lastModified, ...known } = source;
  const first = exchanges[0];
  const same = first?.kind === 'answer' ? {} : { etag, lastModified };
  const refusal = useless ?? (first?.kind === 'refused' ? refusalOf(first) : undefined);
  const failures = refusal === undefined ? 0 : source.failures + 1;
  const retryAfterMs = first?.kind === 'refused' ? first.retryAfterMs : undefined;
  const movedTo = first === undefined || first.kind === 'refused' ? undefined : first.permanent;
  return {
    ...known,
    polls: source.polls + 1,
    failures,
    polledAt: at,
    nextAt: nextPoll(source.every, failures, at, retryAfterMs),
    entries: source.entries + fresh,
    ...(first !== undefined && { ms: first.ms }),
    ...(refusal === undefined ? { answeredAt: at } : { refusal }),
    ...defined(refusal === undefined && !damaged ? { ...same, ...validators(first) } : {}),
    ...(fresh > 0 && { newAt: at }),
    ...(passed > 0 && { passed: (source.passed ?? 0) + passed }),
    ...(movedTo !== undefined && { movedTo }),
  };
}

function refusalOf(fetched: Extract<Fetched, { kind: 'refused' }>): RefusedFetch {
  const { reason, detail, status } = fetched;
  return { reason, detail, ...(status !== undefined && { status }) };
}

/** What the server wants to be told the next time. */
interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

function validators(fetched: Fetched | undefined): Validators {
  if (fetched?.kind !== 'answer') return {};
  const { headers } = fetched;
  return { etag: headerOf(headers, 'etag'), lastModified: headerOf(headers, 'last-modified') };
}

const defined = ({ etag, lastModified }: Validators) => ({
  ...(etag !== undefined && { etag }),
  ...(lastModified !== undefined && { lastModified }),
});

function fetchOf({ source, at, refusal }: DonePoll, fetched: Fetched, isNew: boolean): FetchRow {
  const purpose = source.kind === 'sitemap' ? 'sitemap' : 'feed';
  const common = { at, source: source.id, url: fetched.url, purpose, ms: fetched.ms } as const;
  switch (fetched.kind) {
    case 'refused': {
      const { reason, status } = fetched;
      return {
        ...common,
        outcome: 'refused',
        reason,
        bytes: 0,
        ...(status !== undefined && { status }),
      };
    }
    case 'not-modified':
      return { ...common, outcome: 'not-modified', status: 304, bytes: 0 };
    case 'answer': {
      const { status, wire } = fetched;
      const answered = { ...common, status, bytes: wire.payload.byteLength };
      if (refusal !== undefined) return { ...answered, outcome: 'refused', reason: refusal.reason };
      return { ...answered, outcome: isNew ? 'new' : 'same' };
    }
  }
}
