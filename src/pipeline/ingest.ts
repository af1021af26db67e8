/**
 * Ingest: input items to captures to articles, in batches.
 *
 * Each batch is archived first, then extracted, then committed with the fate of every item. A kill
 * at any instant leaves whole batches behind; the next run meets the same items, knows them by id
 * and goes on. Memory is that of one batch.
 */
import type { ArchiveWriter } from '../archive/archive.ts';
import { inputBytes } from '../collect/disk.ts';
import type { DraftOptions } from '../collect/draft.ts';
import { type ReadOptions, readInputs } from '../collect/inputs.ts';
import type { RawItem } from '../domain/article.ts';
import type { ItemId } from '../domain/ids.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Batch } from '../store/batch.ts';
import type { Desk } from './desk.ts';
import { openDeskArchive } from './desk-archive.ts';
import { withOptions } from './ingest-options.ts';
import { type Incoming, incomingOf, keep } from './keep.ts';
import { isWebArchive, readWebArchive } from './warc-inputs.ts';

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

/** Reads all inputs into the desk. Takes the writer lock for the whole run. */
export async function ingest(
  desk: Desk,
  inputs: readonly string[],
  options: IngestOptions = {},
): Promise<IngestResult> {
  return ingestItems(desk, itemsOf(inputs, options), options, await inputBytes(inputs));
}

/** The same for items that come from elsewhere; `allBytes` of them, 0: not known. */
export async function ingestItems(
  desk: Desk,
  items: AsyncIterable<Outcome<RawItem>>,
  options: IngestOptions,
  allBytes = 0,
): Promise<IngestResult> {
  const lock = await desk.lock('ingest');
  try {
    const archive = await openDeskArchive(desk);
    try {
      return await ingestAll(desk, archive, items, options, allBytes);
    } finally {
      await archive.close();
    }
  } finally {
    lock.release();
  }
}

type Fates = Awaited<ReturnType<Desk['store']['knownItems']>>;

async function ingestAll(
  desk: Desk,
  archive: ArchiveWriter,
  items: AsyncIterable<Outcome<RawItem>>,
  options: IngestOptions,
  allBytes: number,
): Promise<IngestResult> {
  const result = { items: 0, newItems: 0, newArticles: 0, refused: 0 };
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
  for await (const outcome of items) {
    const incoming = incomingOf(withReading(outcome, options));
    batch.push(incoming);
    bytes += incoming.raw?.bytes.byteLength ?? 0;
    consumed = incoming.raw?.progress ?? consumed;
    if (batch.length >= BATCH_ITEMS || bytes >= BATCH_BYTES) await flush();
  }
  if (batch.length > 0) await flush();
  return result;
}

/** An item says how it is read, so that its capture alone tells how to read it again. */
function withReading(outcome: Outcome<RawItem>, options: IngestOptions): Outcome<RawItem> {
  if (!outcome.ok) return outcome;
  const mediaType = withOptions(outcome.value.mediaType, options);
  return { ok: true, value: { ...outcome.value, mediaType } };
}

/** Web archives, in folders too, are taken apart by the archive's own reader, all else by its format. */
function itemsOf(
  inputs: readonly string[],
  options: ReadOptions,
): AsyncGenerator<Outcome<RawItem>> {
  const takenApart = (path: string) => (isWebArchive(path) ? readWebArchive(path) : undefined);
  return readInputs(inputs, { ...options, takenApart });
}

async function ingestBatch(
  desk: Desk,
  archive: ArchiveWriter,
  incoming: readonly Incoming[],
  options: IngestOptions,
): Promise<{ readonly saved: Batch; readonly newItems: number; readonly refused: number }> {
  const { store } = desk;
  const known = await store.knownItems(incoming.map((item) => item.id));
  const fresh = freshOf(incoming, known);
  const batch = await keep(desk, archive, fresh, options);
  const items = batch.items.filter(({ id, fate }) => fate.kind !== known.get(id));
  const saved: Batch = { ...batch, items };
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
