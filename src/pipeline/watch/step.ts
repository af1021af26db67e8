/**
 * One step of a watch: exchanges that are done become evidence, articles and rows, in one piece. What
 * is archived here and not saved by the caller is cut from the archive at its next opening, and what
 * it came from is still due: so nothing is lost, and nothing is there twice.
 */
import type { ArchiveWriter } from '../../archive/archive.ts';
import type { WarcRecord } from '../../archive/records.ts';
import { canonicalUrl } from '../../collect/address.ts';
import { type Answer, headerOf } from '../../collect/web/fetched.ts';
import type { Capture, RawItem } from '../../domain/article.ts';
import { type ArticleId, type CaptureId, captureIdOf, type ItemId } from '../../domain/ids.ts';
import type { ItemFate } from '../../store/batch.ts';
import type { FetchRow, PageRow, WatchStep } from '../../store/watching.ts';
import type { Desk } from '../desk.ts';
import { type Incoming, incomingOf, type KeepOptions } from '../keep.ts';
import { keepByTurns } from './by-turns.ts';
import { type DonePage, fetchOfPage, itemOfPage, type KeptPage, pageAfter } from './pages.ts';
import { newsOf, type PollNews } from './poll-news.ts';
import type { SiftedPoll } from './polls.ts';
import { recordsOfAnswer, recordsOfRevisit, recordsOfSameBytes } from './records.ts';

/** What came back and is to be kept. */
export interface Done {
  readonly pages: readonly DonePage[];
  readonly polls: readonly SiftedPoll[];
}

/** A page that was answered, as an item; `known`: what became of it when it came before. */
interface AnsweredPage {
  readonly done: DonePage;
  readonly item: Incoming;
  readonly known: ItemFate['kind'] | undefined;
}

/** Archives and reads what came back; gives what is to be saved. */
export async function stepOf(
  desk: Desk,
  archive: ArchiveWriter,
  { pages, polls }: Done,
  draftAll: KeepOptions['draftAll'],
): Promise<WatchStep> {
  const news: PollNews[] = [];
  const active = polls.length === 0 ? new Set<string>() : await activeSources(desk);
  for (const poll of polls) news.push(await newsOf(desk.store, poll, active));
  const answered = await answeredPages(desk, pages);
  const fresh = freshItems(answered);
  const evidence = news
    .flatMap((one) => one.evidence)
    .map((answer) => [itemOf(answer), answer] as const);
  const { archived, read } = await keepByTurns(
    desk,
    archive,
    { evidence: evidence.map(([item]) => item), pages: fresh },
    {
      ...recordsIn(answered, evidence),
      revisits: await revisits(desk, pages, answered),
      ...(draftAll !== undefined && { draftAll }),
    },
  );
  const { added, archiveEnd } = archived;
  const rows = await pageRows(desk, pages, answered, read);
  return {
    captures: added,
    ...read,
    ...(archiveEnd !== undefined && { archiveEnd }),
    sources: news.map(({ source }) => source),
    entries: news.flatMap(({ entries }) => entries),
    pages: [...news.flatMap((one) => one.pages), ...rows.pages],
    fetches: [...news.flatMap(({ fetches }) => fetches), ...rows.fetches],
  };
}

async function activeSources({ store }: Desk): Promise<ReadonlySet<string>> {
  const sources = await store.sources();
  return new Set(sources.flatMap(({ id, active }) => (active ? [id] : [])));
}

async function answeredPages({ store }: Desk, pages: readonly DonePage[]): Promise<AnsweredPage[]> {
  const ends = new Map<DonePage, string>();
  for (const done of pages) {
    const end = done.fetched.kind === 'answer' ? canonicalUrl(done.fetched.finalUrl) : undefined;
    if (end !== undefined && end !== done.page.url) ends.set(done, end);
  }
  const others = await store.pagesByUrls([...ends.values()]);
  const items = pages.flatMap((done) => {
    const other = others.get(ends.get(done) ?? '');
    const item = itemOfPage(leadsElsewhere(done, other) ? withoutKey(done) : done);
    return item === undefined ? [] : [{ done, item }];
  });
  const known = await store.knownItems(items.map(({ item }) => item.id));
  return items.map(({ done, item }) => ({ done, item, known: known.get(item.id) }));
}

/** Whether a page was redirected to another article that the desk knows: it is no version of it. */
function leadsElsewhere({ page: { key } }: DonePage, other: PageRow | undefined): boolean {
  return key !== undefined && other?.key !== undefined && other.key !== key;
}

function withoutKey(done: DonePage): DonePage {
  const { key: _key, ...page } = done.page;
  return { ...done, page };
}

/** Items not met before; the same bytes at the same address may have come twice in one step. */
function freshItems(answered: readonly AnsweredPage[]): Incoming[] {
  const fresh = new Map<ItemId, Incoming>();
  for (const { item, known } of answered)
    if (known === undefined && !fresh.has(item.id)) fresh.set(item.id, item);
  return [...fresh.values()];
}

/** A feed or a sitemap: archived like a page, but never read as an article. */
function itemOf({ finalUrl, body, headers }: Answer): Incoming {
  const mediaType = headerOf(headers, 'content-type');
  const raw: RawItem = {
    place: { file: finalUrl },
    bytes: body,
    mediaType: (mediaType ?? 'application/octet-stream').replace(/[\r\n]/g, ' '),
    progress: 0,
    found: { url: finalUrl },
  };
  return incomingOf({ ok: true, value: raw });
}

function recordsIn(
  answered: readonly AnsweredPage[],
  evidence: readonly (readonly [Incoming, Answer])[],
): Required<Pick<KeepOptions, 'recordsOf' | 'againOf'>> {
  const answerOf = new Map<RawItem, readonly [Answer, boolean]>();
  for (const { item, done } of answered) answerOf.set(item.raw!, [done.fetched as Answer, true]);
  for (const [item, answer] of evidence) answerOf.set(item.raw!, [answer, false]);
  return {
    recordsOf: (raw, _digest, capturedAt) => {
      const [answer, isPage] = answerOf.get(raw)!;
      return recordsOfAnswer(answer, capturedAt, isPage ? raw.found : undefined);
    },
    againOf: (raw, earlier, capturedAt) => {
      const [answer, isPage] = answerOf.get(raw)!;
      return isPage ? recordsOfSameBytes(answer, raw, capturedAt, earlier) : [];
    },
  };
}

/** That a page was still the same is evidence too. */
async function revisits(
  desk: Desk,
  pages: readonly DonePage[],
  answered: readonly AnsweredPage[],
): Promise<WarcRecord[]> {
  const same = new Map<DonePage, CaptureId>();
  for (const { done, item, known } of answered) {
    if (known !== undefined) same.set(done, captureIdOf(item.digest!));
  }
  for (const done of pages) {
    const { fetched, page } = done;
    if (fetched.kind === 'not-modified' && page.capture !== undefined) same.set(done, page.capture);
  }
  const captures: ReadonlyMap<CaptureId, Capture> = await desk.store.capturesByIds([
    ...same.values(),
  ]);
  const capturedAt = desk.now();
  return [...same].flatMap(([{ fetched }, id]) => {
    const capture = captures.get(id);
    if (capture === undefined || fetched.kind === 'refused') return [];
    return recordsOfRevisit(fetched, capturedAt, capture);
  });
}

async function pageRows(
  { store }: Desk,
  pages: readonly DonePage[],
  answered: readonly AnsweredPage[],
  read: Pick<WatchStep, 'articles' | 'items'>,
): Promise<{ readonly pages: PageRow[]; readonly fetches: FetchRow[] }> {
  const fates = new Map(read.items.map(({ id, fate }) => [id, fate] as const));
  const itemOfDone = new Map(answered.map((one) => [one.done, one] as const));
  const keyOf = await keysOf(store, read);
  const rows: PageRow[] = [];
  const fetches: FetchRow[] = [];
  for (const done of pages) {
    const one = itemOfDone.get(done);
    const fate = one && (fates.get(one.item.id) ?? fateBefore(one));
    const kept = one && fate && keptPage(one.item, fate, keyOf);
    rows.push(pageAfter(done, kept));
    fetches.push(fetchOfPage(done, kept, one !== undefined && one.known === undefined));
  }
  return { pages: rows, fetches };
}

/** What the same bytes came to the last time. */
function fateBefore({ done: { page }, item, known }: AnsweredPage): ItemFate {
  if (known !== 'refused') return { kind: 'same-bytes' };
  const detail = page.refusal?.detail ?? `${item.place.file} was refused before`;
  const refusal = { kind: 'not-an-article' as const, place: item.place, detail };
  return { kind: 'refused', refusal };
}

function keptPage(
  { digest }: Incoming,
  fate: ItemFate,
  keyOf: ReadonlyMap<ArticleId, string>,
): KeptPage {
  const key = 'article' in fate ? keyOf.get(fate.article) : undefined;
  return { capture: captureIdOf(digest!), fate, key };
}

/** The keys of the articles that these items became. */
async function keysOf(
  store: Desk['store'],
  { articles, items }: Pick<WatchStep, 'articles' | 'items'>,
): Promise<ReadonlyMap<ArticleId, string>> {
  const keys = new Map(articles.map(({ article }) => [article.id, article.key] as const));
  const others = items.flatMap(({ fate }) =>
    fate.kind === 'same-article' && !keys.has(fate.article) ? [fate.article] : [],
  );
  if (others.length === 0) return keys;
  for (const [id, { key }] of await store.articlesByIds(others)) keys.set(id, key);
  return keys;
}
