/**
 * Published fact-checks into the desk: the bytes that state each are archived, then the check is kept
 * with its capture, batch by batch; a rerun adds nothing. A check that is stated anew replaces what was
 * known of it, while its earlier capture stays in the archive.
 */
import type { ArchiveWriter } from '../../archive/archive.ts';
import type { StatedCheck } from '../../collect/checks/read-checks.ts';
import type { Capture } from '../../domain/article.ts';
import type { CheckDraft, FactCheck } from '../../domain/checks.ts';
import { type CaptureId, captureIdOf, checkIdOf, type Digest, digestOf } from '../../domain/ids.ts';
import type { Outcome, Refusal } from '../../domain/outcome.ts';
import type { Desk } from '../desk.ts';
import { openDeskArchive } from '../desk-archive.ts';
import { originOfCheck } from './check-origin.ts';

/** Checks a batch: one transaction and one flush to the disk each. */
const BATCH = 1000;
/** A batch is also closed at this many bytes. */
const BATCH_BYTES = 32 * 1024 * 1024;
/** Refusals that are named one by one; all are counted. */
const REFUSALS_NAMED = 20;

export interface ChecksKept {
  readonly met: number;
  /** Not known before, and known but stated anew. */
  readonly added: number;
  readonly changed: number;
  readonly refused: number;
  /** The first of them. */
  readonly refusals: readonly Refusal[];
}

/** Keeps all checks. Takes the writer lock for the whole run. */
export async function keepChecks(
  desk: Desk,
  checks: AsyncIterable<Outcome<StatedCheck>>,
  onProgress?: (met: number) => void,
): Promise<ChecksKept> {
  const lock = await desk.lock('checks');
  try {
    const archive = await openDeskArchive(desk);
    try {
      return await keepAll(desk, archive, checks, onProgress);
    } finally {
      await archive.close();
    }
  } finally {
    lock.release();
  }
}

async function keepAll(
  desk: Desk,
  archive: ArchiveWriter,
  checks: AsyncIterable<Outcome<StatedCheck>>,
  onProgress: ((met: number) => void) | undefined,
): Promise<ChecksKept> {
  const kept = { met: 0, added: 0, changed: 0, refused: 0 };
  const refusals: Refusal[] = [];
  let batch: StatedCheck[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    const { added, changed } = await saveBatch(desk, archive, batch);
    kept.added += added;
    kept.changed += changed;
    batch = [];
    bytes = 0;
    onProgress?.(kept.met);
  };
  for await (const outcome of checks) {
    kept.met++;
    if (!outcome.ok) {
      kept.refused++;
      if (refusals.length < REFUSALS_NAMED) refusals.push(outcome.refusal);
      continue;
    }
    batch.push(outcome.value);
    bytes += outcome.value.bytes.byteLength;
    if (batch.length >= BATCH || bytes >= BATCH_BYTES) await flush();
  }
  await flush();
  return { ...kept, refusals };
}

async function saveBatch(
  desk: Desk,
  archive: ArchiveWriter,
  batch: readonly StatedCheck[],
): Promise<Pick<ChecksKept, 'added' | 'changed'>> {
  const stated = batch.map((one) => {
    const digest = digestOf(one.bytes);
    const capture = captureIdOf(digest);
    return { one, digest, check: factCheckOf(one.draft, capture) };
  });
  const known = await desk.store.knownChecks(stated.map(({ check }) => check.id));
  // Of a check that stands in one batch twice the last word counts, as it would in two.
  const fresh = new Map<FactCheck['id'], (typeof stated)[number]>();
  for (const one of stated) {
    if (known.get(one.check.id) !== one.check.capture) fresh.set(one.check.id, one);
    else fresh.delete(one.check.id);
  }
  const rows = [...fresh.values()];
  const captures = await archiveNew(desk, archive, rows);
  const end = archive.end();
  if (rows.length > 0) {
    await desk.store.saveChecks({
      captures,
      checks: rows.map(({ check }) => check),
      ...(end !== undefined && { archiveEnd: end }),
    });
  }
  const changed = rows.filter(({ check }) => known.has(check.id)).length;
  return { added: rows.length - changed, changed };
}

/** A check with its identity: where it is published, else by whom, when and of what; and what it checks. */
export function factCheckOf(draft: CheckDraft, capture: CaptureId): FactCheck {
  const { url, checker, checked, claimed, appearances, outlets, claim } = draft;
  const [checkedAt, claimedAt] = [checked?.earliest, claimed?.earliest];
  const told = [checker, checkedAt, claimedAt, appearances[0], outlets[0]];
  return { ...draft, id: checkIdOf(url ?? told.join('\n'), claim), capture };
}

async function archiveNew(
  desk: Desk,
  archive: ArchiveWriter,
  rows: readonly { readonly one: StatedCheck; readonly digest: Digest }[],
): Promise<Capture[]> {
  const held = await desk.store.capturesByIds(rows.map(({ digest }) => captureIdOf(digest)));
  const fresh = new Map<CaptureId, (typeof rows)[number]>();
  for (const row of rows) {
    const id = captureIdOf(row.digest);
    if (!held.has(id)) fresh.set(id, row);
  }
  const capturedAt = desk.now();
  const records = [...fresh.values()].map(({ one, digest }) => ({
    digest,
    mediaType: one.mediaType,
    capturedAt,
    target: originOfCheck(one.place),
    bytes: one.bytes,
  }));
  const places = await archive.append(records);
  return [...fresh].map(([id, { one, digest }], i) => ({
    id,
    digest,
    mediaType: one.mediaType,
    length: one.bytes.byteLength,
    capturedAt,
    origin: originOfCheck(one.place),
    record: places[i]!,
  }));
}
