/**
 * The walls, read from the table in ARCHITECTURE.md: which folder may import which, no circle, no
 * impurity in a pure folder, no package outside the folder that owns it, no file over the limit.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');
const PAGE = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
const MOST_LINES = 400;
/** Folders in which judgement must be repeatable from a file. */
const PURE = new Set(['domain', 'text', 'trace', 'read', 'judge', 'presence', 'warn', 'export']);
/** Clock, chance, network, disk, environment. */
const IMPURE =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b|\bprocess\.|\bfetch\(|\bsetTimeout\b|from 'node:(?:fs|net|http|https|os|child_process|worker_threads|process)/;

/** Rows of the first table whose header begins with `header`: the cells in backquotes of each. */
function tableRows(header: string): string[][] {
  const lines = PAGE.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${header}`));
  const rows = lines.slice(start + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end).map((row) => row.split('|').slice(1, -1));
}

const quoted = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((m) => m[1]!);

const WALLS = new Map(
  tableRows('folder').map(([name, may]) => [quoted(name!)[0]!, new Set(quoted(may!))]),
);
const OWNERS = new Map(
  tableRows('package').flatMap(([names, owner]) =>
    quoted(names!).map((name) => [name, quoted(owner!)] as const),
  ),
);

const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join(SRC, file));
const PRODUCT = FILES.filter((file) => !/\.(test|fixture|contract)\.ts$/.test(file));

const IMPORT = /(?:^(?:import|export)\b[^'`;]*?\bfrom |^import |\bimport\()'([^']+)'/gm;

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)]
    .map((match) => match[1]!)
    .filter((specifier) => !specifier.startsWith('$'));

/** The folder of `src` that a file is in; '' for files at the top. */
function roomOf(file: string): string {
  const parts = relative(SRC, file).split('/');
  return parts.length === 1 ? '' : parts[0]!;
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

describe('the walls', () => {
  it('are a table that names every folder, and only folders that exist', () => {
    const rooms = new Set(FILES.map(roomOf).filter((room) => room !== ''));
    expect([...WALLS.keys()].sort()).toEqual([...rooms].sort());
  });

  it('hold for every import', () => {
    const broken: string[] = [];
    for (const file of PRODUCT) {
      const room = roomOf(file);
      if (room === '') continue;
      for (const specifier of importsOf(file).filter((s) => s.startsWith('.'))) {
        const target = roomOf(resolve(dirname(file), specifier));
        if (target !== room && !WALLS.get(room)!.has(target)) {
          broken.push(`${relative(ROOT, file)} imports ${specifier}`);
        }
      }
    }
    expect(broken).toEqual([]);
  });

  it('leave no way round: no import circle', () => {
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        circles.push(
          [...path.slice(path.indexOf(file)), file].map((f) => relative(SRC, f)).join(' > '),
        );
        return;
      }
      state.set(file, 'open');
      for (const specifier of importsOf(file).filter((s) => s.startsWith('.'))) {
        visit(resolve(dirname(file), specifier), [...path, file]);
      }
      state.set(file, 'done');
    };
    for (const file of PRODUCT) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('keep packages in the folder that owns them', () => {
    const broken: string[] = [];
    for (const file of PRODUCT) {
      const foreign = importsOf(file).filter((s) => !s.startsWith('.') && !s.startsWith('node:'));
      for (const name of foreign.map(packageOf)) {
        if (!OWNERS.get(name)?.includes(roomOf(file) || 'config.ts')) {
          broken.push(`${relative(ROOT, file)} imports ${name}`);
        }
      }
    }
    expect(broken).toEqual([]);
  });

  it('give every dependency an owner and a reason', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect([...OWNERS.keys()].sort()).toEqual(Object.keys(dependencies).sort());
  });
});

describe('a pure folder', () => {
  it('knows no clock, chance, network or disk', () => {
    const broken = PRODUCT.filter(
      (file) => PURE.has(roomOf(file)) && IMPURE.test(readFileSync(file, 'utf8')),
    );
    expect(broken.map((file) => relative(ROOT, file))).toEqual([]);
  });
});

describe('the environment', () => {
  it('is read by main.ts alone, through config.ts', () => {
    const readers = PRODUCT.filter((file) => readFileSync(file, 'utf8').includes('process.env'));
    expect(readers.map((file) => relative(SRC, file))).toEqual(['main.ts']);
  });
});

describe('a file', () => {
  it(`has at most ${MOST_LINES} lines`, () => {
    const long = FILES.filter(
      (file) => readFileSync(file, 'utf8').split('\n').length > MOST_LINES + 1,
    );
    expect(long.map((file) => relative(ROOT, file))).toEqual([]);
  });
});
