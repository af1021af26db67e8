/**
 * The litany: every bad input that the desk is promised to survive, as a small file in a folder of
 * its own. Each is refused or doubted by its kind, in one sentence, and reading goes on.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '../domain/article.ts';
import type { Refusal } from '../domain/outcome.ts';
import { type Disk, localDisk } from './disk.ts';
import { draftOf } from './draft.ts';
import { type ReadOptions, readInputs } from './inputs.ts';

const NOW = Date.UTC(2025, 0, 1);
const RU =
  'Министр заявил, что переговоры продолжатся в следующем месяце, несмотря на разногласия.';
const GOOD = '{"id":"1","text":"A text.","published":"2024-09-23T14:05:00Z","domain":"a.example"}';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function read(
  path: string,
  options: ReadOptions = {},
): Promise<{ drafts: Draft[]; refusals: Refusal[] }> {
  const drafts: Draft[] = [];
  const refusals: Refusal[] = [];
  for await (const item of readInputs([path], options)) {
    const outcome = item.ok ? draftOf(item.value, { now: NOW }) : item;
    if (outcome.ok) drafts.push(outcome.value);
    else refusals.push(outcome.refusal);
  }
  for (const { detail } of refusals) expect(detail).toMatch(/^\S.{20,}[.]$/s);
  return { drafts, refusals };
}

/** What a disk says where the test runs as root, whom no mode keeps out. */
function failing(code: string, where: 'stat' | 'list' | 'read'): Disk {
  const fail = (): never => {
    throw Object.assign(new Error(`${code}: refused`), { code });
  };
  return { ...localDisk, [where]: where === 'read' ? fail : async () => fail() };
}

describe('JSON', () => {
  it('names file, line and value of a broken line and reads the next', async () => {
    const path = file('broken.jsonl', `${GOOD}\n{"text": "cut${'x'.repeat(500)}\n${GOOD}\n`);
    const { drafts, refusals } = await read(path);
    expect(drafts).toHaveLength(2);
    expect(refusals).toMatchObject([{ kind: 'broken-json', place: { file: path, line: 2 } }]);
    expect(refusals[0]?.detail).toContain(`${path}:2`);
    expect(refusals[0]?.value).toHaveLength(200);
  });

  it('refuses what is no object', async () => {
    const { drafts, refusals } = await read(file('list.jsonl', `[1]\n"text"\n3\nnull\n${GOOD}`));
    expect(drafts).toHaveLength(1);
    expect(refusals.map(({ kind }) => kind)).toEqual(new Array(4).fill('not-an-object'));
  });

  it('refuses an element, and a list that breaks off, and keeps the others', async () => {
    const { drafts, refusals } = await read(file('cut.json', `[${GOOD}, {"a": nope}, ${GOOD}`));
    expect(drafts).toHaveLength(2);
    expect(refusals.map(({ kind }) => kind)).toEqual(['broken-json', 'broken-json']);
    expect(refusals[0]?.place.line).toBe(2);
  });

  it('refuses an object without text', async () => {
    const { refusals } = await read(file('title.jsonl', '{"title":"Only a title","text":" "}'));
    expect(refusals).toMatchObject([{ kind: 'no-text', value: 'Only a title' }]);
  });

  it('survives a deep nest', async () => {
    const { refusals } = await read(file('deep.jsonl', `{"text":${'['.repeat(90_000)}\n`));
    expect(refusals).toHaveLength(1);
  });
});

describe('size', () => {
  it('refuses a line of 50 MB without holding it, and reads the next', async () => {
    const path = file('long.jsonl', `${GOOD}\n{"text":"${'x'.repeat(50_000_000)}"}\n${GOOD}\n`);
    const { drafts, refusals } = await read(path);
    expect(drafts).toHaveLength(2);
    expect(refusals).toMatchObject([{ kind: 'line-too-long', place: { line: 2 } }]);
    expect(refusals[0]?.value).toMatch(/^\{"text":"xxx/);
  });

  it('refuses a long element of a list, and a long row, and reads on', async () => {
    const list = file('long.json', `[${GOOD},{"text":"${'x'.repeat(900)}"},${GOOD}]`);
    expect(await read(list, { maxItemBytes: 400 })).toMatchObject({
      drafts: [{}, {}],
      refusals: [{ kind: 'line-too-long', place: { line: 2 } }],
    });
    const rows = file('long.csv', `text,url\none,\n${'x'.repeat(900)},\ntwo,\n`);
    expect(await read(rows, { maxItemBytes: 400 })).toMatchObject({
      drafts: [{ text: 'one' }, { text: 'two' }],
      refusals: [{ kind: 'line-too-long', place: { line: 3 } }],
    });
  });

  it('refuses a page over the limit', async () => {
    const path = file('long.html', `<html><body>${'word '.repeat(500)}</body></html>`);
    const { refusals } = await read(path, { maxItemBytes: 1000 });
    expect(refusals).toMatchObject([{ kind: 'file-too-large' }]);
  });
});

describe('files', () => {
  it.each([
    ['empty.jsonl', ''],
    ['blank.jsonl', '\n \r\n'],
    ['empty.json', '[]'],
    ['header.csv', 'title,text\n'],
    ['empty.html', ''],
    ['empty.png', ''],
    ['empty.jsonl.gz', gzipSync('')],
  ])('refuses %s as empty', async (name, content) => {
    const { drafts, refusals } = await read(file(name, content));
    expect(drafts).toEqual([]);
    expect(refusals.map(({ kind }) => kind)).toEqual(['empty-file']);
  });

  it.each([
    ['image.png', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0', 'latin1')],
    ['feed.xml', '<?xml version="1.0"?><rss></rss>'],
    ['paper.pdf', '%PDF-1.7 text'],
    ['program.py', 'print("hello")'],
    ['paper.txt', Buffer.from('%PDF-1.7 text')],
    ['archive.tar.gz', gzipSync(Buffer.alloc(2000))],
  ])('refuses %s as of unknown format', async (name, content) => {
    const { refusals } = await read(file(name, content));
    expect(refusals.map(({ kind }) => kind)).toEqual(['unknown-format']);
  });

  it('refuses what does not exist', async () => {
    const { refusals } = await read(join(folder, 'absent.jsonl'));
    expect(refusals).toMatchObject([{ kind: 'unreadable-file' }]);
    expect(refusals[0]?.detail).toContain('does not exist');
  });

  it.each(['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'EIO'])('refuses %s in one way', async (code) => {
    const path = file('fine.jsonl', GOOD);
    for (const where of ['stat', 'read'] as const) {
      const { refusals } = await read(path, { disk: failing(code, where) });
      expect(refusals).toMatchObject([{ kind: 'unreadable-file', place: { file: path } }]);
    }
  });

  it('refuses a folder without permission and reads the rest', async () => {
    const inner = join(folder, 'tree', 'closed');
    mkdirSync(inner, { recursive: true });
    writeFileSync(join(folder, 'tree', 'open.jsonl'), GOOD);
    writeFileSync(join(inner, 'in.jsonl'), GOOD);
    const disk: Disk = {
      ...localDisk,
      list: (path) => (path === inner ? failing('EACCES', 'list') : localDisk).list(path),
    };
    const { drafts, refusals } = await read(join(folder, 'tree'), { disk });
    expect(drafts).toHaveLength(1);
    expect(refusals).toMatchObject([{ kind: 'unreadable-file', place: { file: inner } }]);
    expect(refusals[0]?.detail).toContain('permissions');
  });

  it.skipIf(process.getuid?.() === 0)('refuses a closed folder on a real disk', async () => {
    const path = join(folder, 'locked');
    mkdirSync(path);
    chmodSync(path, 0o000);
    const { refusals } = await read(path);
    chmodSync(path, 0o700);
    expect(refusals).toMatchObject([{ kind: 'unreadable-file' }]);
  });

  it('refuses standard input that is not connected', async () => {
    const { refusals } = await read('-');
    expect(refusals).toMatchObject([{ kind: 'unreadable-file', place: { file: '-' } }]);
  });
});

describe('gzip', () => {
  // Lines that differ, so that the packed file is larger than one slice.
  const lines = Array.from({ length: 20_000 }, (_, i) =>
    JSON.stringify({ text: `Text ${i} ${(i * 2_654_435_761) % 4_294_967_296}`, id: i }),
  );
  const packed = gzipSync(lines.join('\n'));

  it('yields what comes before the cut of a truncated file, then one refusal', async () => {
    const path = file('cut.jsonl.gz', packed.subarray(0, packed.length >> 1));
    const { drafts, refusals } = await read(path);
    expect(drafts.length).toBeGreaterThan(5000);
    expect(drafts.length).toBeLessThan(15_000);
    expect(drafts.every(({ text }, i) => text.startsWith(`Text ${i} `))).toBe(true);
    expect(refusals).toMatchObject([{ kind: 'truncated-gzip', place: { file: path } }]);
  });

  it('yields what comes before the damage of a broken file, then one refusal', async () => {
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, packed.length >> 1, (packed.length >> 1) + 200);
    const { drafts, refusals } = await read(file('broken.jsonl.gz', damaged));
    expect(drafts.length).toBeGreaterThan(1000);
    // The last lines before the damage shows may be garbled; each is refused by its own kind.
    expect(refusals.at(-1)?.kind).toBe('broken-gzip');
  });

  it.each([3, 12, 20])('refuses a file cut after %i bytes once', async (length) => {
    for (const name of ['stub.jsonl.gz', 'stub.html.gz', 'stub.gz', 'stub.png.gz']) {
      const { drafts, refusals } = await read(file(name, packed.subarray(0, length)));
      expect(drafts).toEqual([]);
      expect(refusals.map(({ kind }) => kind)).toEqual(['truncated-gzip']);
    }
  });
});

describe('encodings', () => {
  const line = JSON.stringify({ text: RU, domain: 'a.example', published: '2024-09-23' });

  it.each([
    ['utf16le', true, []],
    ['utf16-be', true, []],
    ['utf16le', false, ['guessed-charset']],
    ['utf16-be', false, ['guessed-charset']],
    ['win1251', false, ['guessed-charset']],
    ['koi8-r', false, ['guessed-charset']],
    ['utf8', true, []],
  ])('reads JSON Lines in %s (mark: %s)', async (encoding, addBOM, doubts) => {
    const bytes = iconv.encode(`${line}\r\n${line}\r\n`, encoding, { addBOM });
    const { drafts, refusals } = await read(file('encoded.jsonl', bytes));
    expect(refusals).toEqual([]);
    expect(drafts.map(({ text }) => text)).toEqual([RU, RU]);
    const kinds = drafts[0]?.doubts.map(({ kind }) => kind);
    expect(kinds?.filter((kind) => kind !== 'assumed-zone')).toEqual(doubts);
  });

  it('reads Latin-1 as what it is sent as: windows-1252', async () => {
    const text = 'El presidente declaró: “mañana será otro día” – según la agencia española.';
    const { drafts } = await read(file('latin.txt', iconv.encode(text, 'windows-1252')));
    expect(drafts[0]?.text).toBe(text);
    expect(drafts[0]?.doubts).toContainEqual({ kind: 'guessed-charset', value: 'windows-1252' });
  });

  it('keeps a text with a few invalid bytes and says how many', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`{"text":"${RU}`),
      Buffer.from([0xff, 0x80]),
      Buffer.from('"}\n'),
    ]);
    const { drafts } = await read(file('invalid.jsonl', bytes));
    expect(drafts[0]?.text).toBe(`${RU}\ufffd\ufffd`);
    expect(drafts[0]?.doubts).toContainEqual({
      kind: 'replaced-bytes',
      value: expect.stringMatching(/^2 of /),
    });
  });

  it('refuses what is in no character set', async () => {
    const broken = Buffer.alloc(600, Buffer.from([0xd0, 0x9f, 0xff, 0xd1, 0x80, 0x61]));
    const bytes = Buffer.concat([Buffer.from('{"text":"'), broken, Buffer.from('"}')]);
    const { refusals } = await read(file('rubbish.jsonl', bytes));
    expect(refusals).toMatchObject([{ kind: 'invalid-encoding' }]);
  });
});

describe('tables', () => {
  it('keeps rows with too many or too few fields where the text is there', async () => {
    const path = file('ragged.csv', 'id,text,url\n1,one\n2,two,https://a.example/2,extra\n3\n');
    const { drafts, refusals } = await read(path);
    expect(drafts.map(({ text }) => text)).toEqual(['one', 'two']);
    for (const { doubts } of drafts) expect(doubts).toContainEqual({ kind: 'ragged-row' });
    expect(refusals).toMatchObject([{ kind: 'ragged-row', place: { line: 4 }, value: '3' }]);
  });

  it('loses one line to a quote that is never closed', async () => {
    const path = file('quote.csv', 'id,text\n1,one\n2,"two\n3,three\n4,four\n');
    const { drafts, refusals } = await read(path);
    expect(drafts.map(({ text }) => text)).toEqual(['one', 'three', 'four']);
    expect(refusals).toMatchObject([{ kind: 'ragged-row', place: { line: 3 }, value: '2,"two' }]);
  });

  it('refuses a table without a header once', async () => {
    const { drafts, refusals } = await read(file('bare.csv', '1,one\n2,two\n3,three\n'));
    expect(drafts).toEqual([]);
    expect(refusals).toMatchObject([{ kind: 'no-header' }]);
    expect(refusals[0]?.detail).toContain('found: 1, one');
  });
});

describe('dates', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 'epoch-date'],
    [0, 'epoch-date'],
    ['2025-01-03', 'future-date'],
    [1_999_999_999, 'future-date'],
    ['soon', 'unreadable-date'],
    ['', 'no-date'],
    [null, 'no-date'],
  ])('keeps an article dated %j without a date', async (published, kind) => {
    const { drafts } = await read(file('d.jsonl', JSON.stringify({ text: 'x', published })));
    expect(drafts[0]).not.toHaveProperty('published');
    expect(drafts[0]?.doubts.map((doubt) => doubt.kind)).toContain(kind);
  });
});

describe('pages', () => {
  it.each([
    ['<html><title>Log in</title><body><form>Name Password</form></body></html>'],
    [`<html><title>Just a moment...</title><body><p>${'please wait '.repeat(30)}</body></html>`],
    [`<html><title>404 Not Found</title><body><p>${'nothing here '.repeat(30)}</body></html>`],
    [`<html><title>Страница не найдена</title><body>${'ищите дальше '.repeat(30)}</body></html>`],
    ['<html><body>'],
    ['<'],
  ])('refuses %.40s as no article', async (html) => {
    const { refusals } = await read(file('notice.html', html));
    expect(refusals).toMatchObject([{ kind: 'not-an-article' }]);
  });

  it('survives a page nested deeper than the stack', async () => {
    const html = `<html><body>${'<div>'.repeat(50_000)}${'word '.repeat(50)}</body></html>`;
    const { drafts, refusals } = await read(file('deep.html', html));
    expect(drafts.length + refusals.length).toBe(1);
  });
});
