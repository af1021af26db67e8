import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getSurt } from 'warcio/utils';
import { ZipFile } from 'yazl';
import { digestOf } from '../domain/ids.ts';
import { openArchive } from './archive.ts';
import { sortLines, surtOf } from './cdxj.ts';
import { exchangeRecords } from './exchange.ts';
import { readWacz, type WaczEntry } from './read-wacz.ts';
import { readRecord } from './warc.ts';
import { type WrittenWacz, writeWacz } from './write-wacz.ts';

const AT = Date.UTC(2024, 8, 23, 14, 5, 6);
const WARC = 'captures-00001.warc.gz';
const TEXTS = ['<p>uno</p>', '<p>dos</p>', '<p>tres</p>'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atalaya-wacz-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const addressOf = (text: string): string => `https://www.a.example/${text.slice(3, 6)}?b=2&a=1`;

/** An archive of three pages; gives its end. */
async function archived(): Promise<number> {
  const archive = await openArchive(folder, undefined);
  for (const [i, text] of TEXTS.entries()) {
    const { records } = exchangeRecords({
      url: addressOf(text),
      finalUrl: addressOf(text),
      capturedAt: AT + i * 1000,
      requestHead: 'GET / HTTP/1.1',
      responseHead:
        'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip',
      payload: gzipSync(text),
    });
    await archive.append(records);
  }
  await archive.close();
  return archive.end()!.length;
}

const pages = TEXTS.map((text, i) => ({
  url: addressOf(text),
  capturedAt: AT + i * 1000,
  title: `Título ${i}`,
}));

const write = (out: string, length?: number): Promise<WrittenWacz> => {
  const source = { path: join(folder, WARC), ...(length === undefined ? {} : { length }) };
  return writeWacz(out, { warcFiles: [source], pages, title: 'Una colección', now: AT });
};

async function entriesOf(path: string): Promise<WaczEntry[]> {
  const entries: WaczEntry[] = [];
  for await (const entry of readWacz(path)) entries.push(entry);
  return entries;
}

const problems = (entries: readonly WaczEntry[]): readonly [string | undefined, string][] =>
  entries.flatMap((entry) =>
    entry.kind === 'problem' ? [[entry.file, entry.reason] as const] : [],
  ) as [string | undefined, string][];

/** A ZIP file of these texts. */
async function zipOf(files: readonly (readonly [string, Uint8Array | string])[]): Promise<string> {
  const zip = new ZipFile();
  for (const [name, text] of files) zip.addBuffer(Buffer.from(text as string), name);
  zip.end();
  const path = join(folder, 'made.wacz');
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

const about = (resources: readonly unknown[]): string =>
  JSON.stringify({ wacz_version: '1.1.1', title: 'Made', resources });

describe('writeWacz and readWacz', () => {
  it('give back what was archived, without a doubt', async () => {
    await archived();
    const out = join(folder, 'out.wacz');
    expect(await write(out)).toMatchObject({ indexed: 3, unplaced: 0, damaged: 0 });
    const entries = await entriesOf(out);
    expect(problems(entries)).toEqual([]);
    expect(entries[0]).toEqual({ kind: 'package', title: 'Una colección', version: '1.1.1' });
    expect(entries.flatMap((e) => (e.kind === 'page' ? [e.page] : []))).toEqual(pages);
    const types = entries.flatMap((e) =>
      e.kind === 'warc' && e.entry.kind === 'record' ? [e.entry.type] : [],
    );
    expect(types).toEqual(['warcinfo', ...TEXTS.flatMap(() => ['request', 'response'])]);
  });

  it('index each capture at its place in the package, sorted', async () => {
    await archived();
    const out = join(folder, 'out.wacz');
    await write(out);
    const zip = readFileSync(out);
    const lines = zip.toString('latin1').match(/example,a\)\/\S+ \d{14} \{.*\}/g)!;
    const index = lines.map((line) => {
      const [, key, json] = /^(\S+ \d{14}) (\{.*\})$/.exec(line)!;
      return { key, fields: JSON.parse(json!) as Record<string, string> };
    });
    expect(index.map(({ key }) => key)).toEqual([
      'example,a)/dos?a=1&b=2 20240923140507',
      'example,a)/tre?a=1&b=2 20240923140508',
      'example,a)/uno?a=1&b=2 20240923140506',
    ]);
    const bytes = readFileSync(join(folder, WARC));
    const at = zip.indexOf(bytes);
    expect(at).toBeGreaterThan(0);
    for (const [i, n] of [1, 2, 0].entries()) {
      const { fields } = index[i]!;
      expect(fields).toMatchObject({
        url: addressOf(TEXTS[n]!),
        mime: 'text/html',
        status: '200',
        filename: WARC,
      });
      expect(fields['digest']).toBe(`sha256:${digestOf(gzipSync(TEXTS[n]!))}`);
      const begin = at + Number(fields['offset']);
      const member = zip.subarray(begin, begin + Number(fields['length']));
      expect(Buffer.from(readRecord(member, digestOf(TEXTS[n]!)).bytes).toString()).toBe(TEXTS[n]);
    }
  });

  it('give the same bytes for the same input, and nothing of what is not committed', async () => {
    const length = await archived();
    const [a, b] = [join(folder, 'a.wacz'), join(folder, 'b.wacz')];
    await write(a);
    writeFileSync(
      join(folder, WARC),
      Buffer.concat([readFileSync(join(folder, WARC)), Buffer.from('torn')]),
    );
    await write(b, length);
    expect(readFileSync(a).equals(readFileSync(b))).toBe(true);
    expect(await write(b)).toMatchObject({ indexed: 3, damaged: 1 });
  });

  it('leave nothing behind where a file is missing', async () => {
    const out = join(folder, 'out.wacz');
    await expect(write(out)).rejects.toThrow(WARC);
    const twice = [{ path: '/a/x.warc.gz' }, { path: '/b/x.warc.gz' }];
    await expect(writeWacz(out, { warcFiles: twice, pages, title: '', now: AT })).rejects.toThrow(
      'two WARC files are named x.warc.gz: rename one',
    );
    expect(() => readFileSync(out)).toThrow();
  });
});

describe('readWacz', () => {
  it('finds each file that was changed, and reads it all the same', async () => {
    await archived();
    const out = join(folder, 'out.wacz');
    await write(out);
    const sound = readFileSync(out);
    for (const [marked, file] of [
      ['example,a)/dos', 'indexes/index.cdx'],
      ['"title":"T', 'pages/pages.jsonl'],
      ['"title": "Una', 'datapackage.json'],
    ] as const) {
      const changed = Buffer.from(sound);
      changed[sound.indexOf(marked) + marked.length - 1]! ^= 1;
      writeFileSync(out, changed);
      const entries = await entriesOf(out);
      expect(problems(entries).map(([name]) => name)).toEqual([file]);
      expect(entries.filter(({ kind }) => kind === 'warc')).toHaveLength(7);
    }
  });

  it('says what is missing, what nobody vouches for, and what is no page', async () => {
    const path = await zipOf([
      [
        'datapackage.json',
        about([
          { path: 'archive/a.warc.gz', hash: 'sha256:00' },
          { path: 'pages/pages.jsonl' },
          'no resource',
          { name: 'no path' },
        ]),
      ],
      [
        'pages/pages.jsonl',
        '{"format":"json-pages-1.0"}\n\n{"url":"https://a.example/","ts":"yesterday"}\nno json\n[]\n{"title":"no url"}',
      ],
      ['extra.txt', 'x'],
    ]);
    const entries = await entriesOf(path);
    expect(entries).toContainEqual({
      kind: 'page',
      page: { url: 'https://a.example/', capturedAt: undefined, title: undefined },
    });
    expect(problems(entries)).toEqual([
      ['archive/a.warc.gz', 'the package lists this file, but does not hold it'],
      ['pages/pages.jsonl', 'the package states no digest of it that can be checked'],
      ['extra.txt', 'the package holds this file, but does not list it: nothing vouches for it'],
      ['pages/pages.jsonl', 'line 4 is no page'],
      ['pages/pages.jsonl', 'line 5 is no page'],
      ['pages/pages.jsonl', 'line 6 is no page'],
    ]);
  });

  it('refuses paths that lead out of the package', async () => {
    const path = await zipOf([
      ['datapackage.json', '{}'],
      ['archive/xxxx.warc.gz', 'x'],
    ]);
    const sound = readFileSync(path).toString('latin1');
    for (const name of [
      '../../xxxxxx.warc.gz',
      '/rchive/xxxx.warc.gz',
      'archive\\xxxx.warc.gz',
      'C:chive/xxxx.warc.gz',
    ]) {
      writeFileSync(path, Buffer.from(sound.replaceAll('archive/xxxx.warc.gz', name), 'latin1'));
      const entries = await entriesOf(path);
      expect([name, entries.length, problems(entries)[0]?.[1]]).toEqual([
        name,
        1,
        expect.stringContaining('the list of files cannot be read'),
      ]);
    }
  });

  it('refuses bombs, doubled names and what is no ZIP file', async () => {
    const bomb = await zipOf([['archive/a.warc', Buffer.alloc(70 * 1024 * 1024)]]);
    expect(problems(await entriesOf(bomb))).toEqual([[undefined, expect.stringContaining('bomb')]]);
    const twice = await zipOf([
      ['a', '1'],
      ['a', '2'],
    ]);
    expect(problems(await entriesOf(twice))).toEqual([[undefined, 'the package holds a twice']]);
    writeFileSync(twice, 'no ZIP');
    expect(problems(await entriesOf(twice))).toEqual([
      [undefined, expect.stringContaining('cannot be opened')],
    ]);
    expect(problems(await entriesOf(join(folder, 'nothing.wacz')))).toHaveLength(1);
  });

  it('reads any change of a package without a throw', async () => {
    await archived();
    const out = join(folder, 'out.wacz');
    await write(out);
    const sound = readFileSync(out);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sound.length - 1),
        fc.nat(255),
        fc.boolean(),
        async (at, byte, cut) => {
          const changed = Buffer.from(sound);
          changed[at] = byte;
          writeFileSync(out, cut ? changed.subarray(0, at) : changed);
          const entries = await entriesOf(out);
          if (cut) expect(problems(entries)).toHaveLength(1);
          else expect(entries.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('surtOf', () => {
  it('agrees with another program', () => {
    for (const address of [
      'https://www.A.example/Path/?b=2&a=1',
      'http://www2.news.a.example:8080/x',
      'http://a.example',
      'https://a.example/?',
      'https://xn--espaa-rta.example/%C3%B1?q=%20',
      'urn:pageinfo:https://a.example/',
      'file:a.jsonl#1',
    ]) {
      expect(surtOf(address)).toBe(getSurt(address));
    }
    expect(surtOf('file:a b.jsonl')).toBe('file:a%20b.jsonl');
  });
});

describe('sortLines', () => {
  it('sorts by bytes, not by the units of strings', () => {
    const lines = ['b', 'a~', 'a b', 'Z', '\u{1F600}', '\uFFFD'];
    expect(sortLines(lines)).toBe('Z\na b\na~\nb\n\uFFFD\n\u{1F600}\n');
  });
});
