/**
 * The items of a step, archived and read by turns: while a crew reads those that are archived, the next
 * ones are being archived. Nothing is read before its evidence is on the disk.
 */
import type { ArchiveWriter } from '../../archive/archive.ts';
import type { Capture, Draft } from '../../domain/article.ts';
import type { CaptureId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Desk } from '../desk.ts';
import {
  type Archived,
  archiveItems,
  type Incoming,
  type KeepOptions,
  readItems,
} from '../keep.ts';

/** Items archived in one go, some 100 ms of packing: smaller ones cost more flushes of the disk. */
const TURN = 50;

/** What a step archives. */
export interface ToKeep {
  /** Items that are archived alone: feeds, sitemaps. */
  readonly evidence: readonly Incoming[];
  /** Items that are archived and read. */
  readonly pages: readonly Incoming[];
}

/** Archives the evidence, then archives and reads the pages; gives what is to be saved of both. */
export async function keepByTurns(
  desk: Desk,
  archive: ArchiveWriter,
  { evidence, pages }: ToKeep,
  options: KeepOptions,
): Promise<{
  readonly archived: Archived;
  readonly read: Awaited<ReturnType<typeof readItems>>;
}> {
  const { revisits = [], draftAll, ...records } = options;
  const captures = new Map<CaptureId, Capture>();
  const added: Capture[] = [];
  const archiveMore = async (items: readonly Incoming[], more: KeepOptions = {}): Promise<void> => {
    const part = await archiveItems(desk, archive, items, { ...records, held: captures, ...more });
    for (const [id, capture] of part.captures) captures.set(id, capture);
    added.push(...part.added);
  };
  const drafts: Promise<readonly Outcome<Draft>[]>[] = [];
  await archiveMore(evidence);
  for (let begin = 0; begin < pages.length; begin += TURN) {
    const turn = pages.slice(begin, begin + TURN);
    await archiveMore(turn);
    if (draftAll === undefined) continue;
    const draft = draftAll(
      turn.map(({ raw }) => raw!),
      { now: desk.now() },
    );
    // It may fail before it is waited for; that is not an unhandled failure.
    draft.catch(() => {});
    drafts.push(draft);
  }
  await archiveMore([], { revisits });
  const read = await readItems(
    desk,
    pages,
    captures,
    draftAll === undefined ? {} : { draftAll: async () => (await Promise.all(drafts)).flat() },
  );
  return { archived: { captures, added, archiveEnd: archive.end() }, read };
}
