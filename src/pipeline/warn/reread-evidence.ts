/** Evidence read again from the records of a WARC file alone, as `reread` does it, and in no desk. */
import { join } from 'node:path';
import { readCapture } from '../../archive/archive.ts';
import { readChecks } from '../../collect/checks/read-checks.ts';
import { draftOf } from '../../collect/draft.ts';
import type { Article, Capture, RawItem } from '../../domain/article.ts';
import {
  type ArticleId,
  type CaptureId,
  type CheckId,
  captureIdOf,
  type EntryId,
} from '../../domain/ids.ts';
import type { LedgerEntry } from '../../domain/ledger.ts';
import { type ArchivedItem, archivedItems, type FoundAgain } from '../archived-items.ts';
import { articleOf } from '../identify.ts';
import { optionsIn } from '../ingest-options.ts';
import { factCheckOf } from '../judge/keep-checks.ts';
import { listAskedIn } from '../presence/presence-origin.ts';
import { readEntries } from '../presence/read-entries.ts';

export interface RereadEvidence {
  readonly captures: ReadonlyMap<CaptureId, Capture>;
  /** Those asked for that came out again. */
  readonly articles: ReadonlyMap<ArticleId, Article>;
  readonly checks: ReadonlyMap<CheckId, CaptureId>;
  /** Each with the capture that states it. */
  readonly entries: ReadonlyMap<EntryId, CaptureId>;
  /** Records that cannot be read, a sentence each. */
  readonly damaged: readonly string[];
}

/**
 * Reads `file` in `folder`; of articles only those in `wanted` are held, so that memory is theirs. Never
 * throws for what the records hold. What a language is told by is not asked: no id rests on it.
 */
export async function rereadEvidence(
  folder: string,
  file: string,
  wanted: ReadonlySet<ArticleId>,
): Promise<RereadEvidence> {
  const captures = new Map<CaptureId, Capture>();
  const articles = new Map<ArticleId, Article>();
  const checks = new Map<CheckId, CaptureId>();
  const entries = new Map<EntryId, CaptureId>();
  const ledger: LedgerEntry[] = [];
  const damaged: string[] = [];
  for await (const one of archivedItems(join(folder, file), file)) {
    if ('damage' in one) {
      damaged.push(`${one.damage}.`);
      continue;
    }
    if ('again' in one) {
      const found = await foundAgain(folder, one, captures);
      if (found !== undefined) take(articles, wanted, found.raw, found.capture);
      continue;
    }
    if (!captures.has(one.capture.id)) captures.set(one.capture.id, one.capture);
    if (one.raw !== undefined) take(articles, wanted, one.raw, captures.get(one.capture.id)!);
    for (const id of await checksIn(one)) checks.set(id, one.capture.id);
    for (const entry of await entriesIn(one, ledger)) {
      entries.set(entry.id, one.capture.id);
      ledger.push(entry);
    }
  }
  return { captures, articles, checks, entries, damaged };
}

/** Bytes of an earlier record that stood at another address as well. */
async function foundAgain(
  folder: string,
  { again: found, digest, mediaType }: FoundAgain,
  captures: ReadonlyMap<CaptureId, Capture>,
): Promise<{ readonly raw: RawItem; readonly capture: Capture } | undefined> {
  const capture = captures.get(captureIdOf(digest));
  if (capture === undefined) return undefined;
  const bytes = await readCapture(folder, capture.record, digest).catch(() => undefined);
  if (bytes === undefined) return undefined;
  return { raw: { place: { file: found.url }, bytes, mediaType, progress: 0, found }, capture };
}

function take(
  articles: Map<ArticleId, Article>,
  wanted: ReadonlySet<ArticleId>,
  raw: RawItem,
  capture: Capture,
): void {
  const draft = draftOf(raw, { ...optionsIn(raw.mediaType), now: capture.capturedAt });
  if (!draft.ok) return;
  const article = articleOf(draft.value, capture, draft.value.language ?? 'und');
  if (wanted.has(article.id)) articles.set(article.id, article);
}

async function checksIn({ capture, check }: ArchivedItem): Promise<CheckId[]> {
  if (check === undefined) return [];
  const ids: CheckId[] = [];
  const source = { name: capture.origin, bytes: check };
  for await (const one of readChecks([source], { now: capture.capturedAt })) {
    if (one.ok) ids.push(factCheckOf(one.value.draft, capture.id).id);
  }
  return ids;
}

async function entriesIn(
  { capture, ledger }: ArchivedItem,
  held: readonly LedgerEntry[],
): Promise<readonly LedgerEntry[]> {
  if (ledger === undefined) return [];
  const name = ledger.file.split(/[/\\]/).at(-1)!;
  const asked = { name, list: listAskedIn(capture.mediaType), trustIds: true };
  return (await readEntries(ledger.bytes, asked, held)).entries;
}
