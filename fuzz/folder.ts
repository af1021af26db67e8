/** A folder of this process for targets that read files, and a watch on what stands beside what they write. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from './target.ts';

let root: string | undefined;

/** Made when it is first needed, gone when the process ends. */
function rootFolder(): string {
  if (root === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'atalaya-fuzz-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    root = made;
  }
  return root;
}

/** Writes a case's bytes as a file and gives its path. */
export function fileOf(name: string, bytes: Uint8Array): string {
  const path = join(rootFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

/**
 * Calls `use` with an empty folder, three levels down in one that is watched: what is written into it may
 * be of the given names only, and nothing may be written above it.
 */
export async function inFolder(
  names: readonly string[],
  use: (folder: string) => Promise<Fault>,
): Promise<Fault> {
  const outer = mkdtempSync(join(rootFolder(), 'outer-'));
  const inner = join(outer, 'a', 'b', 'inner');
  mkdirSync(inner, { recursive: true });
  try {
    const fault = await use(inner);
    const allowed = new Set(['a', join('a', 'b'), join('a', 'b', 'inner')]);
    for (const name of names) allowed.add(join('a', 'b', 'inner', name));
    const found = readdirSync(outer, { recursive: true, encoding: 'utf8' });
    const stray = found.find((path) => !allowed.has(path));
    return stray === undefined ? fault : `wrote ${JSON.stringify(stray)}, which was not asked for`;
  } finally {
    rmSync(outer, { recursive: true, force: true });
  }
}
