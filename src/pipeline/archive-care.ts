/** Care of a desk's evidence: checked against its chain, stamped, packed for others. */
import { randomBytes } from 'node:crypto';
import { type Stamped, stampArchive } from '../archive/stamps.ts';
import { openStored, storedFiles } from '../archive/stored-file.ts';
import { type Verified, verifyArchive } from '../archive/verify.ts';
import { type WaczPage, type WrittenWacz, writeWacz } from '../archive/write-wacz.ts';
import { postBytes } from '../collect/web/post.ts';
import type { Desk } from './desk.ts';

export type { Stamped, Verified, WrittenWacz };

/** Holds the whole archive against its chain, as far as the desk has committed it. */
export async function verifyDesk(
  desk: Desk,
  onProgress: (bytes: number) => void,
): Promise<Verified> {
  const end = await desk.store.archiveEnd();
  return verifyArchive(desk.archiveFolder, { onProgress, ...(end !== undefined && { end }) });
}

/** Asks a time-stamping authority (RFC 3161) to vouch for the chain's head. */
export async function stampDesk(desk: Desk, url: string): Promise<Stamped> {
  const lock = await desk.lock('timestamp');
  try {
    return await stampArchive(desk.archiveFolder, {
      url,
      nonce: randomBytes(16),
      post: postQuery,
    });
  } finally {
    lock.release();
  }
}

/** Sends a query; where that fails for a reason beneath, says that one. */
async function postQuery(address: string, body: Uint8Array): Promise<Uint8Array> {
  try {
    return await postBytes(address, body, {
      contentType: 'application/timestamp-query',
      accept: 'application/timestamp-reply',
    });
  } catch (error) {
    const { cause } = error as Error;
    throw cause instanceof Error && cause.message !== '' ? cause : error;
  }
}

/** Packs the archive as WACZ, with the desk's articles as its pages. */
export async function packDesk(desk: Desk, out: string, title: string): Promise<WrittenWacz> {
  const end = await desk.store.archiveEnd();
  if (end === undefined) throw new Error(`the desk in ${desk.folder} holds no capture yet`);
  const files = (await storedFiles(desk.archiveFolder)).filter(({ name }) => name <= end.file);
  const warcFiles: { path: string; length?: number }[] = [];
  for (const { name, path } of files) {
    // What was moved and cannot be reached would be left out in silence.
    await (await openStored(desk.archiveFolder, name)).close();
    warcFiles.push({ path, ...(name === end.file && { length: end.length }) });
  }
  const pages: WaczPage[] = [];
  for await (const { url, capturedAt, title: name } of desk.store.articles()) {
    if (url !== undefined) pages.push({ url, capturedAt, title: name });
  }
  return writeWacz(out, { warcFiles, pages, title, now: desk.now() });
}
