/** From an article back to the bytes it was read from. */
import { readCapture } from '../archive/archive.ts';
import type { Article, Capture } from '../domain/article.ts';
import type { Desk } from './desk.ts';

export interface Evidence {
  readonly capture: Capture;
  /** The bytes as they came in; their SHA-256 was checked against the digest. */
  readonly bytes: Uint8Array;
}

/** Reads and checks the capture of an article; throws if the archive lost or changed it. */
export async function evidenceOf(desk: Desk, article: Article): Promise<Evidence> {
  const captures = await desk.store.capturesByIds([article.captureId]);
  const capture = captures.get(article.captureId);
  if (capture === undefined) throw new Error(`article ${article.id} has no capture in this desk`);
  const bytes = await readCapture(desk.archiveFolder, capture.record, capture.digest);
  return { capture, bytes };
}
