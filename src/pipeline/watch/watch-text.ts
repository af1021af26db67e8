/**
 * The text of a watch list while it is edited: read, judged, kept as a draft, saved. A save replaces the
 * file whole (a rename), keeps the former text beside it as `.bak`, and is refused where the file is
 * no longer the one that was opened. A refused text stays as a draft of its writer.
 */
import { randomUUID } from 'node:crypto';
import { copyFile, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { readWatch } from '../../collect/watch-list/read-watch.ts';
import { digestOf } from '../../domain/ids.ts';
import type { WatchProblem } from '../../domain/watch.ts';

/** Longest watch list that is taken, in UTF-16 units: some ten thousand sources. */
export const LONGEST_WATCH = 4_000_000;

export interface WatchDraft {
  readonly text: string;
  /** Digest of the file's text that the draft began from. */
  readonly digest: string;
}

/** The file's text and its SHA-256; undefined where there is no such file. */
export async function openWatchText(file: string): Promise<WatchDraft | undefined> {
  const text = await textIfThere(file);
  return text === undefined ? undefined : { text, digest: digestOf(text) };
}

/** What is wrong with the text as a watch list; none where it can be used. */
export function watchProblems(text: string, file: string): readonly WatchProblem[] {
  const reading = readWatch(text, file);
  return 'problems' in reading ? reading.problems : [];
}

/** The draft that this writer left, if any. */
export async function openDraft(file: string, writer: string): Promise<WatchDraft | undefined> {
  const kept = await textIfThere(draftPath(file, writer));
  const end = kept?.indexOf('\n') ?? -1;
  if (kept === undefined || end !== 64) return undefined;
  return { digest: kept.slice(0, end), text: kept.slice(end + 1) };
}

export async function keepDraft(file: string, writer: string, draft: WatchDraft): Promise<void> {
  await replaceFile(draftPath(file, writer), `${draft.digest}\n${draft.text}`);
}

export async function dropDraft(file: string, writer: string): Promise<void> {
  await rm(draftPath(file, writer), { force: true });
}

/** Saves where the file's text still has the digest; says whether it did. */
export async function saveWatchText(file: string, { text, digest }: WatchDraft): Promise<boolean> {
  const now = await openWatchText(file);
  if ((now?.digest ?? '') !== digest) return false;
  if (now !== undefined) await copyFile(file, `${file}.bak`);
  await replaceFile(file, text);
  return true;
}

/** Beside the file; the writer's name cannot lead elsewhere. */
function draftPath(file: string, writer: string): string {
  return `${file}.draft-${encodeURIComponent(writer).replace(/[^\w%@-]/g, '_')}`;
}

/** Another file is written, flushed and put in the place of the old one, whose mode it takes. */
async function replaceFile(file: string, text: string): Promise<void> {
  const next = `${file}.${randomUUID()}.part`;
  const mode = await stat(file).then(
    (known) => known.mode & 0o777,
    () => 0o600,
  );
  try {
    const handle = await open(next, 'wx', mode);
    try {
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(next, file);
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
}

async function textIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${file} cannot be read: check the path and who may read it`, { cause: error });
  }
}
