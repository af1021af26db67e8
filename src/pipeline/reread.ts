/**
 * Reading again from the archive alone: everything behind the capture is made anew in another desk.
 * The WARC files are taken over byte for byte, so that every capture keeps its digest, its id and its
 * place; articles get the ids that their bytes give them. Linear in the archive; memory is that of a
 * batch.
 */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { readCapture } from '../archive/archive.ts';
import { CHAIN_FILE } from '../archive/chain.ts';
import { openStored, type StoredFile, storedFiles } from '../archive/stored-file.ts';
import { readChecks } from '../collect/checks/read-checks.ts';
import type { Capture, RawItem } from '../domain/article.ts';
import type { FactCheck } from '../domain/checks.ts';
import { type CaptureId, captureIdOf } from '../domain/ids.ts';
import type { ArchiveEnd } from '../store/batch.ts';
import { type ArchivedItem, archivedItems, type FoundAgain } from './archived-items.ts';
import { type Crew, gatherCrew } from './crew.ts';
import type { Desk } from './desk.ts';
import { draftWith } from './draft-pages.ts';
import { optionsIn } from './ingest-options.ts';
import { factCheckOf } from './judge/keep-checks.ts';
import { incomingOf, readItems } from './keep.ts';
import { rereadEntries } from './presence/reread-entries.ts';

/** Captures read and saved at a time. */
const BATCH = 500;

export interface RereadResult {
  readonly files: number;
  readonly captures: number;
  readonly articles: number;
  readonly checks: number;
  /** Entries of the ledger from tables and lists. */
  readonly entries: number;
  /** Items that became no article and rows that became no entry, now as before. */
  readonly refused: number;
  /** Records that could not be read, with their places; none in a sound archive. */
  readonly damaged: readonly string[];
}

/**
 * Makes the desk, which must be empty, from the archive in `folder`. Takes the writer lock. `onProgress`
 * is called with bytes done, of so many.
 */
export async function rereadArchive(
  desk: Desk,
  folder: string,
  onProgress?: (done: number, total: number) => void,
): Promise<RereadResult> {
  if ((await desk.store.archiveEnd()) !== undefined) {
    throw new Error(`the desk in ${desk.folder} is not empty: name a new one with --desk`);
  }
  const lock = await desk.lock('reread');
  const crew = gatherCrew(availableParallelism());
  try {
    const files = await takeOver(folder, desk.archiveFolder);
    return await rereadFiles(desk, crew, files, onProgress);
  } finally {
    await crew.close();
    lock.release();
  }
}

interface OwnFile {
  readonly name: string;
  readonly bytes: number;
}

/** Copies the archive's files; gives them in their order. */
async function takeOver(from: string, to: string): Promise<OwnFile[]> {
  const stored = await filesIn(from);
  // What was moved and cannot be reached is told before anything is written.
  for (const { name } of stored) await (await openStored(from, name)).close();
  await mkdir(to, { recursive: true });
  const files: OwnFile[] = [];
  for (const { name, path } of stored) {
    await copyFile(path, join(to, name));
    files.push({ name, bytes: (await stat(join(to, name))).size });
  }
  await copyFile(join(from, CHAIN_FILE), join(to, CHAIN_FILE)).catch(() => undefined);
  return files;
}

async function filesIn(folder: string): Promise<readonly StoredFile[]> {
  const files = existsSync(folder) ? await storedFiles(folder) : [];
  if (files.length > 0) return files;
  throw new Error(`there is no archive in ${folder}: name a desk's folder "archive"`);
}

async function rereadFiles(
  desk: Desk,
  crew: Crew,
  files: readonly OwnFile[],
  onProgress: ((done: number, total: number) => void) | undefined,
): Promise<RereadResult> {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const result = { captures: 0, articles: 0, checks: 0, entries: 0, refused: 0 };
  const damaged: string[] = [];
  let before = 0;
  let batch: (ArchivedItem | FoundAgain)[] = [];
  const flush = async (end: ArchiveEnd): Promise<void> => {
    const saved = await saveBatch(desk, crew, batch, end);
    result.captures += saved.captures;
    result.articles += saved.articles;
    result.checks += saved.checks;
    result.entries += saved.entries;
    result.refused += saved.refused;
    batch = [];
    onProgress?.(before + end.length, total);
  };
  for (const { name, bytes } of files) {
    let sound = bytes;
    for await (const one of archivedItems(join(desk.archiveFolder, name), name)) {
      if ('damage' in one) {
        damaged.push(one.damage);
        if (one.torn) sound = one.offset;
        continue;
      }
      batch.push(one);
      if ('again' in one) continue;
      const { offset, length } = one.capture.record;
      if (batch.length >= BATCH) await flush({ file: name, length: offset + length });
    }
    // What is torn stands behind the end, and is cut at the next opening.
    await flush({ file: name, length: sound });
    before += bytes;
  }
  return { files: files.length, ...result, damaged };
}

async function saveBatch(
  desk: Desk,
  crew: Crew,
  batch: readonly (ArchivedItem | FoundAgain)[],
  archiveEnd: ArchiveEnd,
): Promise<Omit<RereadResult, 'files' | 'damaged'>> {
  const items = batch.flatMap((one) => ('again' in one ? [] : [one]));
  // Bytes of a table may be archived more than once: the first record is the capture, as it was.
  const held = await desk.store.capturesByIds(items.map(({ capture }) => capture.id));
  const added = new Map<CaptureId, Capture>();
  for (const { capture } of items) {
    if (!held.has(capture.id) && !added.has(capture.id)) added.set(capture.id, capture);
  }
  const { captures, raws } = await rawItems(desk, batch, new Map([...held, ...added]));
  await desk.store.saveBatch({
    captures: [...added.values()],
    articles: [],
    items: [],
    archiveEnd,
  });
  const checks = await saveChecks(desk, items);
  const ledger = await rereadEntries(desk, items);
  let articles = 0;
  let refused = ledger.refused;
  for (const group of groupsOf(raws)) {
    const incoming = group.map((raw) => incomingOf({ ok: true, value: raw }));
    const read = await readItems(desk, incoming, captures, {
      ...optionsIn(group[0]!.mediaType),
      draftAll: (drafts, options) => draftWith(crew, drafts, options),
    });
    // Before the next group is read: it may hold the same article.
    await desk.store.saveBatch({ captures: [], ...read });
    articles += read.articles.length;
    refused += read.items.filter(({ fate }) => fate.kind === 'refused').length;
  }
  return { captures: added.size, articles, checks, entries: ledger.entries, refused };
}

/** Reads the fact-checks of a batch again, each from the bytes that state it; a later one replaces an earlier. */
async function saveChecks(desk: Desk, items: readonly ArchivedItem[]): Promise<number> {
  const checks: FactCheck[] = [];
  for (const { capture, check } of items) {
    if (check === undefined) continue;
    const source = { name: capture.origin, bytes: check };
    for await (const one of readChecks([source], { now: capture.capturedAt })) {
      if (one.ok) checks.push(factCheckOf(one.value.draft, capture.id));
    }
  }
  if (checks.length > 0) await desk.store.saveChecks({ captures: [], checks });
  return checks.length;
}

/** What is to be read of a batch, in its order, and the captures that it stands in. */
async function rawItems(
  desk: Desk,
  batch: readonly (ArchivedItem | FoundAgain)[],
  known: ReadonlyMap<CaptureId, Capture>,
): Promise<{
  readonly captures: ReadonlyMap<CaptureId, Capture>;
  readonly raws: readonly RawItem[];
}> {
  const ids = batch.flatMap((one) => ('again' in one ? [captureIdOf(one.digest)] : []));
  const captures = new Map([...(await desk.store.capturesByIds(ids)), ...known]);
  const raws: RawItem[] = [];
  for (const one of batch) {
    if (!('again' in one)) {
      if (one.raw !== undefined) raws.push(one.raw);
      continue;
    }
    // Where its record is damaged, that has been said already.
    const capture = captures.get(captureIdOf(one.digest));
    if (capture === undefined) continue;
    const bytes = await readCapture(desk.archiveFolder, capture.record, one.digest);
    const { again: found, mediaType } = one;
    raws.push({ place: { file: found.url }, bytes, mediaType, progress: 0, found });
  }
  return { captures, raws };
}

/** Runs of items that were read with the same options. */
function groupsOf(items: readonly RawItem[]): RawItem[][] {
  const groups: RawItem[][] = [];
  let last = '';
  for (const item of items) {
    const options = JSON.stringify(optionsIn(item.mediaType));
    if (groups.length === 0 || options !== last) groups.push([]);
    groups.at(-1)!.push(item);
    last = options;
  }
  return groups;
}
