import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RawItem } from '../domain/article.ts';
import { type Disk, inputBytes, localDisk } from './disk.ts';
import { type ReadOptions, readInputs } from './inputs.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inputs-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function items(paths: string | readonly string[], options: ReadOptions = {}) {
  const found: RawItem[] = [];
  for await (const item of readInputs(typeof paths === 'string' ? [paths] : paths, options)) {
    if (!item.ok) throw new Error(item.refusal.detail);
    found.push(item.value);
  }
  return found;
}
const text = (item: RawItem | undefined): string => Buffer.from(item?.bytes ?? []).toString();
const texts = async (path: string) => (await items(path)).map(text);

async function* pieces(content: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < content.length; i += size) yield content.subarray(i, i + size);
}

const ONE = '{"text":"uno, ñandú"}';
const TWO = '{"text":"a \\"quote\\" ] } and more"}';

describe('readInputs, formats', () => {
  it('gives the bytes of each line of JSON Lines without its end', async () => {
    const path = file('a.jsonl', `${ONE}\r\n\n  ${TWO} \n${ONE}`);
    const found = await items(path);
    expect(found.map(text)).toEqual([ONE, `  ${TWO} `, ONE]);
    expect(found.map(({ place }) => place)).toEqual([
      { file: path, line: 1 },
      { file: path, line: 3 },
      { file: path, line: 4 },
    ]);
    expect(found[0]?.mediaType).toBe('application/json');
  });

  it('gives the elements of a JSON list, numbered', async () => {
    const found = await items(file('a.json', ` [ ${ONE} ,\n${TWO},[1,2], 3 ]\n`));
    expect(found.map(text)).toEqual([ONE, TWO, '[1,2]', '3 '].map((s) => s.trim()));
    expect(found.map(({ place }) => place.line)).toEqual([1, 2, 3, 4]);
  });

  it('gives one object of a .json file, or one a line, or several on many lines', async () => {
    expect(await texts(file('b.json', ONE))).toEqual([ONE]);
    expect(await texts(file('c.json', `${ONE}\n${TWO}\n`))).toEqual([ONE, TWO]);
    const spread = '{\n  "text": "a"\n}';
    expect(await texts(file('d.json', `${spread}\n${spread}\n`))).toEqual([spread, spread]);
  });

  it.each([
    [',', 'a.csv'],
    [';', 'b.csv'],
    ['\t', 'c.tsv'],
  ])('gives the rows of a table split by %j under their header', async (delimiter, name) => {
    const header = ['id', 'text', '"a, b; c"'].join(delimiter);
    const rows = [
      `1${delimiter}"two\nlines, ""quoted"""${delimiter}`,
      `2${delimiter}b${delimiter}`,
    ];
    const path = file(name, `${header}\r\n${rows[0]}\r\n\r\n${rows[1]}`);
    const found = await items(path);
    expect(found.map(text)).toEqual(rows.map((row) => `${header}\n${row}`));
    expect(found.map(({ place }) => place.line)).toEqual([2, 5]);
    expect(found[0]?.mediaType).toBe('text/csv; header=present');
  });

  it('takes a table without usual names if a mapping names its text', async () => {
    const path = file('own.csv', 'nota,cuerpo_nota\n1,hola\n');
    expect(await items(path, { fields: { text: 'cuerpo_nota' } })).toHaveLength(1);
  });

  it.each([
    ['a.html', 'text/html'],
    ['a.HTM', 'text/html'],
    ['a.txt', 'text/plain'],
    ['a.md', 'text/markdown'],
  ])('gives %s whole', async (name, mediaType) => {
    const content = '\ufeff<p>Hola,\r\n mundo';
    const found = await items(file(name, content));
    expect(found.map(text)).toEqual([content]);
    expect(found[0]?.mediaType).toBe(mediaType);
    expect(found[0]?.place).not.toHaveProperty('line');
  });

  it('reads each format packed, with or without its ending', async () => {
    const packed = gzipSync(`${ONE}\n${TWO}\n`);
    for (const name of ['a.jsonl.gz', 'b.jsonl', 'c.gz', 'd']) {
      expect(await texts(file(name, packed))).toEqual([ONE, TWO]);
    }
    const members = Buffer.concat([gzipSync(`${ONE}\n`), gzipSync(`${TWO}\n`)]);
    expect(await texts(file('members.jsonl.gz', members))).toEqual([ONE, TWO]);
    expect(await texts(file('a.html.gz', gzipSync('<p>x')))).toEqual(['<p>x']);
  });

  it.each([
    [`${ONE}\n${TWO}\n`, 'application/json', 2],
    [`[${ONE},${TWO}]`, 'application/json', 2],
    ['title,text\na,b\nc,d\n', 'text/csv; header=present', 2],
    ['<!DOCTYPE html><html><body>x', 'text/html', 1],
    ['Just words.', 'text/plain', 1],
    [gzipSync(ONE), 'application/json', 1],
  ])('tells what standard input holds: %.20s', async (content, mediaType, count) => {
    for (const size of [1, 7, 100_000]) {
      const found = await items('-', { stdin: pieces(Buffer.from(content), size) });
      expect(found).toHaveLength(count);
      expect(found[0]?.mediaType).toBe(mediaType);
      expect(found[0]?.place.file).toBe('-');
    }
  });

  it('says in which character set a line stood', async () => {
    const bytes = iconv.encode(`${ONE}\n`, 'utf16-be', { addBOM: true });
    const found = await items(file('wide.jsonl', bytes));
    expect(text(found[0])).toBe(ONE);
    expect(found[0]?.mediaType).toBe('application/json; original-charset=utf-16be');
    const marked = await items(file('marked.csv', '\ufefftext\nx\n'));
    expect(text(marked[0])).toBe('text\nx');
  });
});

describe('readInputs, walking', () => {
  it('reads folders in sorted order, hidden files left out, and inputs as given', async () => {
    const top = join(folder, 'tree');
    mkdirSync(join(top, 'b', 'deep'), { recursive: true });
    mkdirSync(join(top, '.git'));
    for (const name of ['c.txt', 'a.txt', 'b/2.txt', 'b/deep/1.txt', '.hidden.txt', '.git/x.txt']) {
      writeFileSync(join(top, name), name);
    }
    const found = await items([top, join(top, 'a.txt')]);
    expect(found.map(text)).toEqual(['a.txt', 'b/2.txt', 'b/deep/1.txt', 'c.txt', 'a.txt']);
    expect(found[1]?.place.file).toBe(join(top, 'b/2.txt'));
  });

  it('counts progress in the bytes of the files as they lie, up to their sum', async () => {
    const paths = [
      file('p.jsonl.gz', gzipSync(`${ONE}\n`.repeat(5000))),
      file('q.jsonl', `${ONE}\n`.repeat(50_000)),
    ];
    const progress = (await items(paths)).map((item) => item.progress);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(await inputBytes(paths));
    expect(new Set(progress).size).toBeGreaterThan(5);
  });

  it('sums the bytes of what can be read', async () => {
    const paths = [file('n.txt', '12345'), '-', join(folder, 'absent')];
    expect(await inputBytes(paths)).toBe(5);
  });

  it('closes a file that is left in the middle', async () => {
    let closed = 0;
    const disk: Disk = {
      ...localDisk,
      async *read() {
        try {
          for (;;) yield Buffer.from(`${ONE}\n`.repeat(5000));
        } finally {
          closed++;
        }
      },
    };
    for await (const item of readInputs([file('endless.jsonl', ONE)], { disk })) {
      expect(item.ok).toBe(true);
      break;
    }
    expect(closed).toBe(1);
  });
});
