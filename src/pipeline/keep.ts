/**
 * Items become evidence, then articles: their bytes are archived first, then read, and what the store
 * is to save of both comes back in one piece. Whoever calls decides when it is saved: together with
 * whatever must not be saved without it.
 */
import type { ArchiveWriter } from '../archive/archive.ts';
import { recordIdOf, type WarcRecord } from '../archive/records.ts';
import { type DraftOptions, draftOf } from '../collect/draft.ts';
import type { Article, Capture, Draft, RawItem } from '../domain/article.ts';
import {
  type ArticleId,
  type CaptureId,
  captureIdOf,
  type Digest,
  digestOf,
  type ItemId,
  itemIdOf,
} from '../domain/ids.ts';
import type { Doubt, Outcome, Place, Refusal } from '../domain/outcome.ts';
import type { ArchiveEnd, Batch, ItemFate, ItemRow } from '../store/batch.ts';
import type { Desk } from './desk.ts';
import { fieldsOfFound, fieldsOfSame } from './found-fields.ts';
import { articleOf } from './identify.ts';

/** An item with its identity: bytes, or why there are none. */
export interface Incoming {
  readonly id: ItemId;
  readonly place: Place;
  readonly raw: RawItem | undefined;
  readonly digest: Digest | undefined;
  readonly refusal: Refusal | undefined;
}

/** How items are archived and read. */
export interface KeepOptions extends Omit<DraftOptions, 'now'> {
  /**
   * The records of an item whose bytes the desk does not hold yet; the last is the capture's. A
   * `resource` record where not given.
   */
  readonly recordsOf?: (raw: RawItem, digest: Digest, capturedAt: number) => readonly WarcRecord[];
  /**
   * The records of an item whose bytes the desk holds from another address. A `metadata` record where
   * not given.
   */
  readonly againOf?: (raw: RawItem, earlier: Capture, capturedAt: number) => readonly WarcRecord[];
  /** Records that go with these items but stand for no capture of their own. */
  readonly revisits?: readonly WarcRecord[];
  /** Captures that are archived and not saved yet. */
  readonly held?: ReadonlyMap<CaptureId, Capture>;
  /** Reads items, in their order; in this thread where not given. */
  readonly draftAll?: (
    items: readonly RawItem[],
    options: DraftOptions,
  ) => Promise<readonly Outcome<Draft>[]>;
}

/** The identity of an item as it came in. */
export function incomingOf(outcome: Outcome<RawItem>): Incoming {
  if (!outcome.ok) {
    const { refusal } = outcome;
    const { file, line } = refusal.place;
    const id = itemIdOf(file, line, `${refusal.kind}\n${refusal.value ?? ''}`);
    return { id, place: refusal.place, raw: undefined, digest: undefined, refusal };
  }
  const { value: raw } = outcome;
  const digest = digestOf(raw.bytes);
  const id = itemIdOf(raw.place.file, raw.place.line, digest);
  return { id, place: raw.place, raw, digest, refusal: undefined };
}

/** Where the desk got an item: the address of a page, `file:<path>#<line>` of a file's. */
export function originOf({ place: { file, line }, found }: RawItem): string {
  if (found !== undefined) return found.url;
  return line === undefined ? `file:${file}` : `file:${file}#${line}`;
}

/** Archives and reads items, all met for the first time (or refused before); gives what to save. */
export async function keep(
  desk: Desk,
  archive: ArchiveWriter,
  items: readonly Incoming[],
  options: KeepOptions,
): Promise<Batch> {
  const { captures, added, archiveEnd } = await archiveItems(desk, archive, items, options);
  const drafted = await readItems(desk, items, captures, options);
  return { captures: added, ...drafted, ...(archiveEnd !== undefined && { archiveEnd }) };
}

export interface Archived {
  /** Of all items, new or known. */
  readonly captures: ReadonlyMap<CaptureId, Capture>;
  /** The new ones, to be saved. */
  readonly added: readonly Capture[];
  readonly archiveEnd: ArchiveEnd | undefined;
}

/** Archives bytes that the desk does not hold yet; gives the captures of all items. */
export async function archiveItems(
  desk: Desk,
  archive: ArchiveWriter,
  items: readonly Incoming[],
  {
    recordsOf = resourceOf,
    againOf = sameBytesOf,
    revisits = [],
    held = new Map(),
  }: Pick<KeepOptions, 'recordsOf' | 'againOf' | 'revisits' | 'held'>,
): Promise<Archived> {
  const ids = items.flatMap(({ digest }) => (digest === undefined ? [] : [captureIdOf(digest)]));
  const captures = new Map([...held, ...(await desk.store.capturesByIds(ids))]);
  const fresh = new Map<CaptureId, { raw: RawItem; digest: Digest }>();
  for (const { raw, digest } of items) {
    if (raw === undefined || digest === undefined) continue;
    const id = captureIdOf(digest);
    if (!captures.has(id) && !fresh.has(id)) fresh.set(id, { raw, digest });
  }
  const capturedAt = desk.now();
  const records = [...fresh.values()].map(({ raw, digest }) => recordsOf(raw, digest, capturedAt));
  const places = await archive.append([...records.flat(), ...revisits]);
  const added: Capture[] = [];
  let next = 0;
  for (const [at, [id, { raw, digest }]] of [...fresh].entries()) {
    next += records[at]!.length;
    const record = places[next - 1]!;
    const { mediaType, bytes } = raw;
    const origin = originOf(raw);
    added.push({ id, digest, mediaType, length: bytes.byteLength, capturedAt, origin, record });
  }
  for (const capture of added) captures.set(capture.id, capture);
  // Behind the captures: these say of bytes which stand before them where else they were found.
  const elsewhere = items.flatMap(({ raw, digest }) => {
    const earlier = digest === undefined ? undefined : captures.get(captureIdOf(digest));
    if (raw?.found === undefined || earlier === undefined) return [];
    return earlier.origin === raw.found.url ? [] : againOf(raw, earlier, capturedAt);
  });
  if (elsewhere.length > 0) await archive.append(elsewhere);
  return { captures, added, archiveEnd: archive.end() };
}

function resourceOf(raw: RawItem, digest: Digest, capturedAt: number): WarcRecord[] {
  const { mediaType, bytes, found } = raw;
  const target = originOf(raw);
  const resource: WarcRecord = { digest, mediaType, capturedAt, target, bytes };
  if (found === undefined) return [resource];
  const fields = fieldsOfFound(found);
  const concurrentTo = recordIdOf(resource);
  return [{ kind: 'metadata', capturedAt, target, fields, concurrentTo }, resource];
}

/** That bytes of another address stood here too: without it nothing in the archive would say so. */
function sameBytesOf(
  { found, mediaType }: RawItem,
  { digest }: Capture,
  capturedAt: number,
): WarcRecord[] {
  if (found === undefined) return [];
  const fields = [...fieldsOfFound(found), ...fieldsOfSame({ digest, mediaType })];
  return [{ kind: 'metadata', capturedAt, target: found.url, fields }];
}

/** An item that became an article, before it is known whether the desk has that article. */
interface Drafted {
  readonly item: Incoming;
  readonly article: Article;
  readonly doubts: readonly Doubt[];
}

/** Reads archived items: articles, and what became of every item. */
export async function readItems(
  desk: Desk,
  items: readonly Incoming[],
  captures: ReadonlyMap<CaptureId, Capture>,
  { draftAll = draftHere, fields, timezone }: KeepOptions,
): Promise<Pick<Batch, 'articles' | 'items'>> {
  const readable = items.filter(({ refusal }) => refusal === undefined);
  const drafts = await draftAll(
    readable.map(({ raw }) => raw!),
    {
      now: desk.now(),
      ...(fields !== undefined && { fields }),
      ...(timezone !== undefined && { timezone }),
    },
  );
  const rows: ItemRow[] = [];
  for (const item of items) {
    const { refusal } = item;
    if (refusal !== undefined) rows.push(rowOf(item, { kind: 'refused', refusal }));
  }
  const drafted: Drafted[] = [];
  for (const [at, draft] of drafts.entries()) {
    const item = readable[at]!;
    if (!draft.ok) {
      rows.push(rowOf(item, { kind: 'refused', refusal: draft.refusal }));
      continue;
    }
    const { value } = draft;
    const language = value.language ?? (await desk.detectLanguage(value.text));
    const article = articleOf(value, captures.get(captureIdOf(item.digest!))!, language);
    drafted.push({ item, article, doubts: value.doubts });
  }
  const merged = await mergeKnown(desk, drafted);
  return { articles: merged.articles, items: [...rows, ...merged.items] };
}

async function draftHere(
  items: readonly RawItem[],
  options: DraftOptions,
): Promise<Outcome<Draft>[]> {
  return items.map((item) => draftOf(item, options));
}

/** Tells new articles from those that the desk or the batch has already. */
async function mergeKnown(
  { store }: Desk,
  drafted: readonly Drafted[],
): Promise<Pick<Batch, 'articles' | 'items'>> {
  const ids = drafted.map(({ article }) => article.id);
  const captureOf = new Map<ArticleId, CaptureId>(await store.knownArticles(ids));
  const articles: { article: Article; doubts: readonly Doubt[] }[] = [];
  const items: ItemRow[] = [];
  for (const { item, article, doubts } of drafted) {
    const { id, captureId } = article;
    const known = captureOf.get(id);
    if (known === undefined) {
      captureOf.set(id, captureId);
      articles.push({ article, doubts });
      items.push(rowOf(item, { kind: 'article', article: id }));
    } else if (known === captureId) items.push(rowOf(item, { kind: 'same-bytes' }));
    else items.push(rowOf(item, { kind: 'same-article', article: id }));
  }
  return { articles, items };
}

function rowOf({ id, place, digest }: Incoming, fate: ItemFate): ItemRow {
  const capture = digest === undefined ? undefined : captureIdOf(digest);
  return { id, file: place.file, line: place.line, capture, fate };
}
