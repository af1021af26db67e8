/** Lets a measure of a folder read the folder's `.tar.gz` as well. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Calls `read` with `path`, or, where `path` is a `.tar.gz`, with a temporary folder that holds its
 * contents and is removed afterwards. Throws when the system's `tar` cannot unpack the file.
 */
export async function withFolder<T>(
  path: string,
  read: (folder: string) => Promise<T>,
): Promise<T> {
  if (!/\.(tar\.gz|tgz)$/.test(path)) return read(path);
  const folder = mkdtempSync(join(tmpdir(), 'atalaya-eval-'));
  try {
    execFileSync('tar', ['-xzf', path, '-C', folder]);
    return await read(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
