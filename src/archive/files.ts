/** The archive's files: numbered from 1, in the order in which they were written. */
import { readdir } from 'node:fs/promises';

export const captureFile = (number: number): string =>
  `captures-${String(number).padStart(5, '0')}.warc.gz`;

export const isCaptureFile = (name: string): boolean => /^captures-\d{5}\.warc\.gz$/.test(name);

/** The file that follows. */
export const nextCaptureFile = (name: string): string =>
  captureFile(Number(/\d+/.exec(name)![0]) + 1);

/** The archive's own files in their order. */
export async function captureFiles(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter(isCaptureFile).sort();
}
