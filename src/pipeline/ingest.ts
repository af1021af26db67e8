/**
 * Ingest: input items to captures to articles, in batches.
 *
 * Each batch is archived first, then extracted, then committed with the fate of every item. A kill
 * at any instant leaves whole batches behind; the next run meets the same items, knows them by id
 * and goes on. Memory is that of one batch.
 */
import { openArchive } from '../archive/archive.ts';
import { inputBytes } from '../collect/disk.ts';
import { type DraftOptions, draftOf } from '../collect/draft.ts';
import { type ReadOptions, readInputs } from '../collect/inputs.ts';
import type { Article, Capture, RawItem } from '../domain/article.ts';
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
import type { Batch, ItemFate, ItemRow } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { articleOf } from './identify.ts';

/** Items a batch: one transaction and one flush to the disk each. */
const BATCH_ITEMS = 1000;
/** A batch is also closed at this many bytes. */
const BATCH_BYTES = 32 * 1024 * 1024;

export interface IngestOptions extends ReadOptions, Omit<DraftOptions, 'now'> {
  /** Called after each batch: items so far, bytes of input consumed and in all (0: not known). */
  readonly onProgress?: (items: number, bytes: number, allBytes: number) => void;
}

/** Items met in this run, and how many of them were new to the desk. */
export interface IngestResult {
  readonly items: number;
  readonly newItems: number;
  readonly newArticles: number;
  /** Items of this run that are refused, now or by an earlier run. */
  readonly refused: number;
}

/** An input item with its identity. */
interface Incoming {
  readonly id: ItemId;
  readonly place: Place;
  readonly raw: RawItem | undefined;
  readonly digest: Digest | undefined;
  readonly refusal: Refusal | undefined;
}

/** Reads all inputs into the desk. Takes the writer lock for the whole run. */
export async function ingest(
  desk: Desk,
  inputs: readonly string[],
  options: IngestOptions = {},
): Promise<IngestResult> {
  const lock = await desk.lock('ingest');
  try {
    const archive = await openArchive(desk.archiveFolder, await desk.store.archiveEnd());
    try {
      return await ingestAll(desk, archive, inputs, options);
    } finally {
      await archive.close();
    }
  } finally {
    lock.release();
  }
}

type Archive = Awaited<ReturnType<typeof openArchive>>;
type Fates = Awaited<ReturnType<Desk['store']['knownItems']>>;

async function ingestAll(
  desk: Desk,
  archive: Archive,
  inputs: readonly string[],
  options: IngestOptions,
): Promise<IngestResult> {
  const result = { items: 0, newItems: 0, newArticles: 0, refused: 0 };
  const allBytes = await inputBytes(inputs);
  let batch: Incoming[] = [];
  let bytes = 0;
  let consumed = 0;
  const flush = async (): Promise<void> => {
    const { saved, newItems, refused } = await ingestBatch(desk, archive, batch, options);
    result.refused += refused;
    result.items += batch.length;
    result.newItems += newItems;
    result.newArticles += saved.articles.length;
    batch = [];
    bytes = 0;
    options.onProgress?.(result.items, consumed, allBytes);
  };
  for await (const outcome of readInputs(inputs, options)) {
    const incoming = identified(outcome);
    batch.push(incoming);
    bytes += incoming.raw?.bytes.byteLength ?? 0;
    consumed = incoming.raw?.progress ?? consumed;
    if (batch.length >= BATCH_ITEMS || bytes >= BATCH_BYTES) await flush();
  }
  if (batch.length > 0) await flush();
  return result;
}

function identified(outcome: Outcome<RawItem>): Incoming {
  if (!outcome.ok) {
    const { refusal } = outcome;
    const content = `${refusal.kind}\n${refusal.value ?? ''}`;
    return {
      id: itemIdOf(refusal.place.file, refusal.place.line, content),
      place: refusal.place,
      raw: undefined,
      digest: undefined,
      refusal,
    };
  }
  const { value: raw } = outcome;
  const digest = digestOf(raw.bytes);
  return {
    id: itemIdOf(raw.place.file, raw.place.line, digest),
    place: raw.place,
    raw,
    digest,
    refusal: undefined,
  };
}

async function ingestBatch(
  desk: Desk,
  archive: Archive,
  incoming: readonly Incoming[],
  options: IngestOptions,
): Promise<{ readonly saved: Batch; readonly newItems: number; readonly refused: number }> {
  const { store } = desk;
  const known = await store.knownItems(incoming.map((item) => item.id));
  const fresh = freshOf(incoming, known);
  const { captures, added } = await archiveNew(desk, archive, fresh);
  const drafted = await draftAll(desk, fresh, captures, options);
  const items = drafted.items.filter(({ id, fate }) => fate.kind !== known.get(id));
  const saved: Batch = { captures: added, articles: drafted.articles, items };
  if (items.length > 0) await store.saveBatch(saved);
  const fates = new Map([...known, ...items.map(({ id, fate }) => [id, fate.kind] as const)]);
  return {
    saved,
    newItems: items.filter(({ id }) => !known.has(id)).length,
    refused: incoming.filter(({ id }) => fates.get(id) === 'refused').length,
  };
}

/** Items not met before, and those refused before: a field named now may make them readable. */
function freshOf(incoming: readonly Incoming[], known: Fates): Incoming[] {
  const seen = new Set<ItemId>();
  return incoming.filter(({ id, raw }) => {
    const again = known.has(id) && (known.get(id) !== 'refused' || raw === undefined);
    if (again || seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

/** Archives bytes that the desk does not hold yet; gives the captures of all items. */
async function archiveNew(
  desk: Desk,
  archive: Archive,
  items: readonly Incoming[],
): Promise<{ captures: Map<CaptureId, Capture>; added: Capture[] }> {
  const ids = items.flatMap(({ digest }) => (digest === undefined ? [] : [captureIdOf(digest)]));
  const captures = new Map(await desk.store.capturesByIds(ids));
  const fresh = new Map<CaptureId, { raw: RawItem; digest: Digest }>();
  for (const { raw, digest } of items) {
    if (raw === undefined || digest === undefined) continue;
    const id = captureIdOf(digest);
    if (!captures.has(id) && !fresh.has(id)) fresh.set(id, { raw, digest });
  }
  const capturedAt = desk.now();
  const places = await archive.append(
    [...fresh.values()].map(({ raw, digest }) => ({
      digest,
      mediaType: raw.mediaType,
      capturedAt,
      target: originOf(raw.place),
      bytes: raw.bytes,
    })),
  );
  const added = [...fresh].map(([id, { raw, digest }], i) => ({
    id,
    digest,
    mediaType: raw.mediaType,
    length: raw.bytes.byteLength,
    capturedAt,
    origin: originOf(raw.place),
    record: places[i]!,
  }));
  for (const capture of added) captures.set(capture.id, capture);
  return { captures, added };
}

/** An item that became an article, before it is known whether the desk has that article. */
interface Drafted {
  readonly item: Incoming;
  readonly article: Article;
  readonly doubts: readonly Doubt[];
}

async function draftAll(
  desk: Desk,
  items: readonly Incoming[],
  captures: ReadonlyMap<CaptureId, Capture>,
  options: IngestOptions,
): Promise<Pick<Batch, 'articles' | 'items'>> {
  const rows: ItemRow[] = [];
  const drafted: Drafted[] = [];
  for (const item of items) {
    if (item.refusal !== undefined) {
      rows.push(rowOf(item, { kind: 'refused', refusal: item.refusal }));
      continue;
    }
    const draft = draftOf(item.raw!, { ...options, now: desk.now() });
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

const originOf = ({ file, line }: Place): string =>
  line === undefined ? `file:${file}` : `file:${file}#${line}`;
