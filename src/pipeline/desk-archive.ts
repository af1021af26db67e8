/** The archive of a desk, open for writing behind what its store has committed. */
import { type ArchiveWriter, openArchive } from '../archive/archive.ts';
import type { Desk } from './desk.ts';

/** Throws where committed bytes are missing, or the chain's end does not fit them. One writer at a time: lock first. */
export async function openDeskArchive(desk: Desk): Promise<ArchiveWriter> {
  const { archiveFolder, archiveFileBytes, store } = desk;
  return openArchive(archiveFolder, await store.archiveEnd(), archiveFileBytes);
}
