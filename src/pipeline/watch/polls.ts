/**
 * A source that is due: asked, and what its answer names told apart into what is new and what was said
 * before. That is done as soon as the answer is read, so that of a thousand feeds that say the same
 * again nothing is held until the step is saved.
 */
import { type Answer, type Fetched, headerOf } from '../../collect/web/fetched.ts';
import type { Store } from '../../store/store.ts';
import type { EntryRow, FetchRow, RefusedFetch, SourceRow } from '../../store/watching.ts';
import { entryOf, type Named } from './named.ts';
import { HELD_OFF_MS, nextPoll } from './schedule.ts';
import { unanswered } from './unanswered.ts';

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
  /** Whether it was read only in part, or is an index: then it is read again, changed or not. */
  readonly damaged: boolean;
  /** Of the exchanges those that were answered with something else than a sitemap. */
  readonly unread?: readonly Answer[];
}

/** What a source says of a page, as the page's row keeps it. */
export type Stated = Pick<Named, 'title' | 'published' | 'language' | 'origin'>;

/** A poll of which only what is new is left. */
export interface SiftedPoll {
  readonly source: SourceRow;
  readonly at: number;
  /** The source's row after it, but for what is new. */
  readonly after: SourceRow;
  readonly news: readonly {
    readonly entry: EntryRow;
    readonly named: Stated;
    /** Where the same name led before, if it was given. */
    readonly before: string | undefined;
  }[];
  readonly fetches: readonly FetchRow[];
  /** The answers, where they named something new. */
  readonly evidence: readonly Answer[];
}

/**
 * Tells what is new in a poll. No other poll of the same source may be under way or wait to be saved:
 * only entries of the same source are looked up.
 */
export async function siftPoll(store: Store, poll: DonePoll): Promise<SiftedPoll> {
  const { source, at, exchanges, named } = poll;
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
    earlier[i]!.said
      ? []
      : [{ entry: one.entry, named: statedOf(one.named), before: earlier[i]!.url }],
  );
  return {
    source,
    at,
    after: sourceAfter(poll),
    news,
    fetches: exchanges.map((fetched) => fetchOf(poll, fetched, news.length > 0)),
    evidence: news.length === 0 ? [] : exchanges.filter((one) => one.kind === 'answer'),
  };
}

/** Copied, for a title that was cut from a feed's text holds the whole text in memory. */
const statedOf = ({ title, published, language, origin }: Named): Stated =>
  structuredClone({ title, published, language, origin });

/** The source's row after a poll, but for what is new. */
function sourceAfter({ source, at, exchanges, refusal: useless, damaged }: DonePoll): SourceRow {
  const { refusal: _passed, movedTo: _moved, etag, lastModified, ...known } = source;
  const first = exchanges[0];
  if (first?.kind === 'refused' && first.reason === 'rate-limited' && first.status === undefined) {
    // Its host wants to be left alone, and it was not asked at all: that is no failure of it.
    const nextAt = at + (first.retryAfterMs ?? HELD_OFF_MS);
    return { ...source, nextAt, refusal: refusalOf(first) };
  }
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
    ...(first !== undefined && { ms: first.ms }),
    ...(refusal === undefined ? { answeredAt: at } : { refusal }),
    ...defined(refusal === undefined && !damaged ? { ...same, ...validators(first) } : {}),
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

function fetchOf(
  { source, at, refusal, unread }: DonePoll,
  fetched: Fetched,
  isNew: boolean,
): FetchRow {
  const purpose = source.kind === 'sitemap' ? 'sitemap' : 'feed';
  const common = { at, source: source.id, url: fetched.url, purpose, ms: fetched.ms } as const;
  if (fetched.kind !== 'answer') return unanswered(common, fetched);
  const { status, wire } = fetched;
  const answered = { ...common, status, bytes: wire.payload.byteLength };
  const reason = unread?.includes(fetched) ? 'not-a-sitemap' : refusal?.reason;
  if (reason !== undefined) return { ...answered, outcome: 'refused', reason };
  return { ...answered, outcome: isNew ? 'new' : 'same' };
}
