/** What stands between a command line and its first word: little, whatever the desk can do. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');
/** What is loaded before anything runs; types are gone by then, and `import(` waits until it is called. */
const LOADED = /^(?:import|export)\b(?! type )[^'`;]*?\bfrom '([^']+)'|^import '([^']+)'/gm;

/** All files and packages that loading a file loads. */
function loadedBy(file: string): { files: string[]; packages: string[] } {
  const files = new Set<string>();
  const packages = new Set<string>();
  const load = (path: string): void => {
    if (files.has(path)) return;
    files.add(path);
    for (const [, from, alone] of readFileSync(path, 'utf8').matchAll(LOADED)) {
      const specifier = from ?? alone!;
      if (specifier.startsWith('.')) load(resolve(dirname(path), specifier));
      else if (!specifier.startsWith('node:')) packages.add(specifier);
    }
  };
  load(join(SRC, file));
  return { files: [...files].map((path) => relative(SRC, path)), packages: [...packages] };
}

describe('the start of the program', () => {
  it('loads the list of commands and what reads flags, and no room behind them', () => {
    const { files, packages } = loadedBy('main.ts');
    expect(files).toContain('operations/catalogue.ts');
    expect(
      files.filter((file) => /^(?:store|trace|read|judge|collect|export)\//.test(file)),
    ).toEqual([]);
    expect(files.length).toBeLessThan(20);
    expect(packages).toEqual(['zod']);
  });

  it('loads no PostgreSQL and no way to the web for a desk in a folder', () => {
    const { files, packages } = loadedBy('configured-desk.ts');
    expect(files).toContain('store/sqlite/sqlite.ts');
    expect(files.filter((file) => /^(?:store\/postgres|collect|models)\//.test(file))).toEqual([]);
    expect(packages).toEqual(['better-sqlite3']);
  });
});
