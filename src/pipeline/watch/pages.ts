/** A page that is due: fetched, and what its row says afterwards. */
import { type Answer, type Fetched, headerOf } from '../../collect/web/fetched.ts';
import { because, sentenceOf, shown } from '../../collect/web/refusals.ts';
import type { Web } from '../../collect/web/web.ts';
import type { Found } from '../../domain/article.ts';
import type { ArticleId, CaptureId } from '../../domain/ids.ts';
import type { ItemFate } from '../../store/batch.ts';
import type {
  FetchOutcome,
  FetchRow,
  PageRow,
  RefusedFetch,
  SourceRow,
} from '../../store/watching.ts';
import { type Incoming, incomingOf } from '../keep.ts';
import { pageMediaType } from '../page-media.ts';
import { HELD_OFF_MS, nextLook, nextTry } from './schedule.ts';
import { unanswered } from './unanswered.ts';

/** A page and what came of asking for it. */
export interface DonePage {
  readonly page: PageRow;
  /** Absent where the watch list names its source no longer. */
  readonly source: SourceRow | undefined;
  readonly fetched: Fetched;
  /** When it was asked for. */
  readonly at: number;
}

/** Asks for a page; with what the server said the last time, so that it may answer "not modified". */
export async function fetchPage(
  web: Web,
  page: PageRow,
  source: SourceRow | undefined,
  { now, signal }: { readonly now: number; readonly signal: AbortSignal },
): Promise<DonePage> {
  const { url, etag, lastModified } = page;
  const fetched: Fetched = await web.get({
    url,
    purpose: 'page',
    signal,
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
  });
  return { page, source, fetched: isFrontPage(url, fetched) ? gone(fetched) : fetched, at: now };
}

/** Whether what came instead of a page is the site's front page, as where articles are taken down. */
function isFrontPage(asked: string, fetched: Fetched): fetched is Answer {
  if (fetched.kind !== 'answer' || fetched.redirects.length === 0) return false;
  const { pathname, search } = new URL(fetched.finalUrl);
  return pathname === '/' && search === '' && new URL(asked).pathname !== '/';
}

function gone({ url, finalUrl, redirects, status, headers, startedAt, ms }: Answer): Fetched {
  const why = because('not-found', `${shown(url)} leads to the front page ${shown(finalUrl)}`);
  const told = { url, finalUrl, redirects, status, headers, startedAt, ms };
  return { kind: 'refused', ...told, ...why, detail: sentenceOf(why) };
}

/** The item that a page is, where it was answered. */
export function itemOfPage({ page, source, fetched }: DonePage): Incoming | undefined {
  if (fetched.kind !== 'answer') return undefined;
  return incomingOf({
    ok: true,
    value: {
      place: { file: fetched.finalUrl },
      bytes: fetched.body,
      mediaType: pageMediaType(headerOf(fetched.headers, 'content-type')),
      progress: 0,
      found: foundOf(page, source, fetched.finalUrl),
    },
  });
}

/** What led to a page, as the desk keeps it beside the capture. */
function foundOf(page: PageRow, source: SourceRow | undefined, url: string): Found {
  const language = page.language ?? source?.language;
  return {
    url,
    at: page.foundAt,
    ...(source !== undefined && { via: source.url }),
    ...(page.title !== undefined && { title: page.title }),
    ...(page.published !== undefined && { published: page.published }),
    ...(source?.outlet !== undefined && { outlet: source.outlet }),
    ...(language !== undefined && { language }),
    ...(page.key !== undefined && { knownAs: page.key }),
    ...(page.origin !== undefined && { source: page.origin }),
  };
}

/** What was kept of a page: its capture, and what became of the item. */
export interface KeptPage {
  readonly capture: CaptureId;
  readonly fate: ItemFate;
  /** `Article.key` of the article, if it is one. */
  readonly key: string | undefined;
}

/** The page's row after an exchange; `kept` is there where the page was answered. */
export function pageAfter({ page, fetched, at }: DonePage, kept: KeptPage | undefined): PageRow {
  const { refusal: _passed, nextAt: _due, ...known } = page;
  switch (fetched.kind) {
    case 'not-modified':
      return seenAgain({ ...known, failures: 0, fetchedAt: at, fetches: page.fetches + 1 });
    case 'answer':
      return answered(known, fetched, at, kept!);
    case 'refused': {
      const { reason, detail, status, retryAfterMs } = fetched;
      // The host wants to be left alone, and this page was not asked for at all: that is no failure of it.
      if (reason === 'rate-limited' && status === undefined) {
        return { ...page, nextAt: at + (retryAfterMs ?? HELD_OFF_MS) };
      }
      const failures = page.failures + 1;
      const nextAt = nextTry(
        failures,
        { reason, ...(retryAfterMs !== undefined && { retryAfterMs }) },
        at,
      );
      const refusal = { reason, detail, ...(status !== undefined && { status }) };
      // A page that was had once stays kept: that it is gone now is said beside it.
      const state =
        page.article !== undefined ? 'kept' : nextAt === undefined ? 'refused' : 'waiting';
      return {
        ...known,
        state,
        failures,
        fetchedAt: at,
        refusal,
        ...(nextAt !== undefined && { nextAt }),
      };
    }
  }
}

type PageBefore = Omit<PageRow, 'refusal' | 'nextAt'>;

function answered(
  before: PageBefore,
  { headers }: Answer,
  at: number,
  { capture, fate, key }: KeptPage,
): PageRow {
  const { etag: _etag, lastModified: _modified, ...known } = before;
  const etag = headerOf(headers, 'etag');
  const lastModified = headerOf(headers, 'last-modified');
  const article: ArticleId | undefined = 'article' in fate ? fate.article : before.article;
  const fetched = {
    ...known,
    failures: 0,
    fetches: before.fetches + 1,
    fetchedAt: at,
    capture,
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    ...(article !== undefined && { article }),
    ...(key !== undefined && before.key === undefined && { key }),
  };
  if (fate.kind !== 'refused' || article !== undefined) return seenAgain(fetched);
  const refusal: RefusedFetch = { reason: fate.refusal.kind, detail: fate.refusal.detail };
  return { ...fetched, state: 'refused', refusal };
}

function seenAgain(page: PageBefore): PageRow {
  const nextAt = nextLook(page.fetches, page.fetchedAt!);
  return { ...page, state: 'kept', ...(nextAt !== undefined && { nextAt }) };
}

/** What one exchange for a page came to. */
export function fetchOfPage(done: DonePage, kept: KeptPage | undefined, isNew: boolean): FetchRow {
  const { page, fetched, at } = done;
  const { ms } = fetched;
  const common = { at, source: page.source, url: page.url, purpose: 'page' as const, ms };
  if (fetched.kind !== 'answer') return unanswered(common, fetched);
  const { fate, capture } = kept!;
  const outcome: FetchOutcome = fate.kind === 'refused' ? 'refused' : isNew ? 'new' : 'same';
  return {
    ...common,
    outcome,
    status: fetched.status,
    bytes: fetched.wire.payload.byteLength,
    capture,
    ...(fate.kind === 'refused' && { reason: fate.refusal.kind }),
  };
}
