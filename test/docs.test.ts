/** The docs are held to the code: every command, flag, setting and table; the README's commands. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serveOperation } from '../src/api/serve.ts';
import type { ServeOptions } from '../src/api/serve-input.ts';
import { flagsOf } from '../src/cli/arguments.ts';
import { loadIndicators } from '../src/collect/indicators/load-indicators.ts';
import { readWatch } from '../src/collect/watch-list/read-watch.ts';
import { OPERATIONS } from '../src/operations/list.ts';
import type { Operation } from '../src/operations/operation.ts';
import { TABLES } from '../src/store/sqlite/schema.ts';

const ROOT = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
/** The server is no part of the list that it serves; only its flags are asked for here. */
const serve = serveOperation({} as ServeOptions);
const operations = [...OPERATIONS, serve] as unknown as readonly Operation[];
const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].concat(
  readdirSync(join(ROOT, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
);

describe('docs/commands.md', () => {
  const rows = read('docs/commands.md')
    .split('\n')
    .filter((line) => /^\| `[a-z-]+` \|/.test(line));

  it('lists the operations in order', () => {
    expect(rows.map((row) => /`([a-z-]+)`/.exec(row)![1])).toEqual(operations.map((o) => o.name));
  });

  it.each(operations.map((o) => [o.name, o] as const))('names every flag of %s', (name, o) => {
    const row = rows.find((line) => line.startsWith(`| \`${name}\``))!;
    const flags = [...row.split('|')[2]!.matchAll(/`(--[a-z-]+)`/g)].map((m) => m[1]);
    expect(flags).toEqual(flagsOf(o).map((flag) => `--${flag.name}`));
  });

  it('names every setting', () => {
    const settings = [...read('src/config.ts').matchAll(/^ {2}([A-Z_]+):/gm)].map((m) => m[1]!);
    expect(settings.length).toBeGreaterThan(0);
    for (const setting of settings)
      expect(read('docs/commands.md')).toContain(`| \`${setting}\` |`);
  });
});

describe('an operation', () => {
  it.each(operations.map((o) => [o.name, o] as const))('%s describes every input', (_name, o) => {
    for (const flag of flagsOf(o)) expect(flag.description, flag.name).not.toBe('');
    expect(o.summary).toMatch(/^[A-Z].*[^.]$/);
  });
});

describe('docs/tables.md', () => {
  it('lists the tables', () => {
    const listed = [...read('docs/tables.md').matchAll(/^\| `(\w+)` \|/gm)].map((m) => m[1]);
    expect(listed).toEqual(TABLES);
  });
});

describe('the README', () => {
  const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;

  it('shows commands that exist', () => {
    const named = [...read('README.md').matchAll(/npx atalaya (\w+)/g)].map((m) => m[1]!);
    for (const name of named) expect(operations.map((o) => o.name)).toContain(name);
    for (const [, script] of read('README.md').matchAll(/npm run (?:-s )?(\w+)/g)) {
      expect(Object.keys(scripts)).toContain(script);
    }
  });

  it('shows first what .ci/run runs', () => {
    expect(read('README.md')).toContain('npm ci && npm run demo');
    expect(read('README.md')).toContain('npm ci && npm test');
    for (const command of ['npm ci', 'npm test', 'npm run -s demo']) {
      expect(read('.ci/run')).toContain(command);
    }
  });
});

describe('a page', () => {
  /** Lines of its blocks that run the program: name and arguments, without what a comment says. */
  const callsOf = (page: string): string[] =>
    [...read(page).matchAll(/^```(?:sh)?\n(.*?)^```$/gms)]
      .flatMap(([, block]) => block!.split(/\n|&&|;/))
      .flatMap((line) => /^(?:\s*[A-Z_]+=\S+)*\s*(?:npx )?atalaya (.+)$/.exec(line)?.[1] ?? [])
      .map((call) => call.replace(/\s#.*$/, ''));

  it.each(pages)('%s shows watch lists and indicators that can be meant', (page) => {
    const shipped = read('data/indicators/indicators.yaml');
    for (const [, block] of read(page).matchAll(/^```yaml\n(.*?)^```$/gms)) {
      const loaded = /^host:/m.test(block!)
        ? readWatch(block!, page)
        : /^indicators:/m.test(block!)
          ? loadIndicators(shipped, block, page)
          : {};
      expect('problems' in loaded ? loaded.problems : []).toEqual([]);
    }
  });

  it.each(pages)('%s runs commands that exist, with flags that they have', (page) => {
    for (const call of callsOf(page)) {
      const [name, ...rest] = call.split(/\s+/);
      const operation = operations.find((one) => one.name === name);
      expect(operation?.name, call).toBe(name);
      const known = [
        ...flagsOf(operation!).map((flag) => flag.name),
        'desk',
        'json',
        'out',
        'help',
      ];
      for (const flag of rest.filter((word) => word.startsWith('--'))) {
        expect(known, call).toContain(flag.slice(2).split('=')[0]);
      }
    }
  });

  it.each(pages)('%s links only to what exists', (page) => {
    for (const [, target] of read(page).matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
      expect(existsSync(resolve(ROOT, dirname(page), target!)), target).toBe(true);
    }
  });

  it.each(pages)('%s names no path of a machine', (page) => {
    expect(read(page)).not.toMatch(/\/(?:work|root|home|tmp|Users)\//);
  });
});
