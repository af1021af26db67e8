import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArchiveRecord } from '../domain/article.ts';
import { digestOf } from '../domain/ids.ts';
import { type ArchiveEnd, openArchive, readCapture } from './archive.ts';
import { type ChainLine, chainText, readChainLine } from './chain.ts';
import { exchangeRecords } from './exchange.ts';
import type { WarcRecord } from './records.ts';
import { type Verified, verifyArchive } from './verify.ts';
import { writeRecord } from './warc.ts';

const FIRST = 'captures-00001.warc.gz';
const CHAIN = 'chain.jsonl';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'atalaya-chain-')), 'archive');
});
afterEach(() => {
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

const AT = 1_727_000_000_000;

/** A page as it is fetched: request and response. */
function fetched(text: string): readonly WarcRecord[] {
  const url = `https://a.example/${encodeURIComponent(text)}`;
  return exchangeRecords({
    url,
    finalUrl: url,
    capturedAt: AT,
    requestHead: 'GET / HTTP/1.1',
    responseHead: 'HTTP/1.1 200 OK',
    payload: Buffer.from(text),
  }).records;
}

interface Kept {
  readonly text: string;
  readonly place: ArchiveRecord;
}

/** Appends each batch of texts; gives the captures and the end to commit. */
async function append(
  batches: readonly (readonly string[])[],
  end?: ArchiveEnd,
): Promise<{ kept: Kept[]; end: ArchiveEnd | undefined }> {
  const archive = await openArchive(folder, end);
  const kept: Kept[] = [];
  for (const texts of batches) {
    const places = await archive.append(texts.flatMap(fetched));
    texts.forEach((text, i) => {
      kept.push({ text, place: places[i * 2 + 1]! });
    });
  }
  const reached = archive.end();
  await archive.close();
  return { kept, end: reached };
}

async function expectKept(kept: readonly Kept[]): Promise<void> {
  for (const { text, place } of kept) {
    const bytes = await readCapture(folder, place, digestOf(text));
    expect(Buffer.from(bytes).toString()).toBe(text);
  }
}

const chainLines = (): ChainLine[] =>
  readFileSync(join(folder, CHAIN), 'utf8')
    .trim()
    .split('\n')
    .map((text) => readChainLine(text)!);

const bytesOf = (name: string): Buffer => readFileSync(join(folder, name));

async function sound(end?: ArchiveEnd): Promise<Extract<Verified, { ok: true }>> {
  const verified = await verifyArchive(folder, end === undefined ? {} : { end });
  expect(verified).toMatchObject({ ok: true });
  return verified as Extract<Verified, { ok: true }>;
}

describe('the chain', () => {
  it('has a line a record, each over its bytes and the line before', async () => {
    const { kept, end } = await append([['one', 'two'], ['three']]);
    const lines = chainLines();
    const bytes = bytesOf(FIRST);
    let offset = 0;
    let previous = '0'.repeat(64);
    for (const [i, line] of lines.entries()) {
      const sha256 = digestOf(bytes.subarray(offset, offset + line.length));
      expect(line).toMatchObject({ n: i + 1, file: FIRST, offset, sha256, previous, at: AT });
      offset += line.length;
      previous = digestOf(chainText(line));
    }
    expect(lines.filter((_, i) => [2, 4, 6].includes(i))).toMatchObject(
      kept.map(({ place }) => place),
    );
    expect(await sound(end)).toEqual({
      ok: true,
      records: 7,
      bytes: bytes.length,
      head: { n: 7, sha256: previous },
      behind: 0,
      rebuilt: 0,
      stamps: [],
      away: [],
    });
  });

  it('is the same in whatever batches the records came', async () => {
    await append([['one', 'two'], ['three']]);
    const parted = bytesOf(CHAIN);
    rmSync(folder, { recursive: true });
    await append([['one'], ['two', 'three']]);
    expect(bytesOf(CHAIN).equals(parted)).toBe(true);
  });

  it('goes on over openings as if it had been one', async () => {
    const { end } = await append([['one'], ['two']]);
    const parted = bytesOf(CHAIN);
    rmSync(folder, { recursive: true });
    const first = await append([['one']]);
    await append([['two']], first.end);
    expect(bytesOf(CHAIN).equals(parted)).toBe(true);
    await sound(end);
  });

  it('is cut with the batches that were not committed', async () => {
    const { end } = await append([['one']]);
    await append([['never committed'], ['nor this']], end);
    appendFileSync(join(folder, CHAIN), '{"n":8,"fi');
    expect(await sound()).toMatchObject({ head: { n: 7 } });
    expect(await sound(end)).toMatchObject({ head: { n: 3 } });
    const { kept, end: after } = await append([['two']], end);
    expect(chainLines().map(({ n }) => n)).toEqual([1, 2, 3, 4, 5]);
    expect(await sound(after)).toMatchObject({ rebuilt: 0, behind: 0 });
    await expectKept(kept);
  });

  it('is made up from the files where it is lost, and says so', async () => {
    const { end } = await append([['one'], ['two'], ['three']]);
    const whole = bytesOf(CHAIN);
    const before = chainLines();
    for (const cut of [0, 5, whole.indexOf('\n') + 1, whole.length - 1]) {
      writeFileSync(join(folder, CHAIN), whole.subarray(0, cut));
      await append([], end);
      const kept = whole.subarray(0, cut).toString().split('\n').length - 1;
      expect(chainLines().map(({ previous: _, ...line }) => line)).toEqual(
        before.map(({ previous: _, ...line }, i) => (i < kept ? line : { ...line, rebuilt: true })),
      );
      const verified = await sound(end);
      expect(verified).toMatchObject({ rebuilt: 7 - kept, records: 7, bytes: end!.length });
      // The same again changes nothing.
      const once = bytesOf(CHAIN);
      await append([], end);
      expect(bytesOf(CHAIN).equals(once)).toBe(true);
    }
  });

  it('begins for an archive that is older than it, damaged places included', async () => {
    const members = fetched('old').map(writeRecord);
    mkdirSync(folder);
    writeFileSync(join(folder, FIRST), Buffer.concat([...members, Buffer.from('bad'), ...members]));
    expect(await verifyArchive(folder)).toMatchObject({ ok: false, file: CHAIN, offset: 0 });
    const end = { file: FIRST, length: bytesOf(FIRST).length };
    await append([['new']], end);
    expect(chainLines().map(({ rebuilt, length }) => [rebuilt, length])).toEqual([
      ...members.map(({ length }) => [true, length]),
      [true, 3],
      ...members.map(({ length }) => [true, length]),
      ...fetched('new').map((record) => [undefined, writeRecord(record).length]),
    ]);
    await sound();
  });

  it('is cut where the committed end stands inside a batch', async () => {
    const { kept } = await append([['one', 'two']]);
    const { file, offset, length } = kept[0]!.place;
    const end = { file, length: offset + length };
    await append([], end);
    expect(await sound(end)).toMatchObject({ records: 3, rebuilt: 0, bytes: end.length });
    await expectKept(kept.slice(0, 1));
  });

  it('stops the writer where its last line does not fit, and is left alone', async () => {
    const { end } = await append([['one'], ['two']]);
    const chain = bytesOf(CHAIN).toString();
    const lines = chain.trim().split('\n');
    const last = lines.pop()!;
    const before = lines.pop()!;
    const text = (...more: string[]): string =>
      [...lines, ...more].map((line) => `${line}\n`).join('');
    const bytes = bytesOf(FIRST);
    const changed = Buffer.from(bytes);
    changed[bytes.length - 20]! ^= 1;
    const other = chainText({ ...readChainLine(before)!, at: AT + 1 });
    for (const [file, was, becomes, what] of [
      [CHAIN, chain, text(other, last), 'line 5 of .* does not follow from the line before'],
      [CHAIN, chain, text(last), 'line 5 of .* does not follow from the line before'],
      [FIRST, bytes, changed, `line 5 of .* does not fit the bytes of ${FIRST} from \\d+ on`],
    ] as const) {
      writeFileSync(join(folder, file), becomes);
      await expect(openArchive(folder, end)).rejects.toThrow(new RegExp(what));
      expect(bytesOf(file).equals(Buffer.from(becomes))).toBe(true);
      writeFileSync(join(folder, file), was);
    }
    await sound(end);
  });
});

describe('verifyArchive', () => {
  it('finds changed bytes, wherever they are', async () => {
    const { end } = await append([['one'], ['two', 'three']]);
    const { head } = await sound(end);
    for (const [name, step] of [
      [FIRST, 23],
      [CHAIN, 5],
    ] as const) {
      const bytes = bytesOf(name);
      for (let at = 0; at < bytes.length; at += step) {
        const changed = Buffer.from(bytes);
        changed[at]! ^= 0x02;
        writeFileSync(join(folder, name), changed);
        const found = await verifyArchive(folder, { end: end! });
        // Nothing follows the last line: what is changed there shows in the head, which is stamped.
        if (found.ok) {
          expect(found.head.sha256).not.toBe(head.sha256);
          expect([name, at > bytes.lastIndexOf('\n', bytes.length - 2)]).toEqual([CHAIN, true]);
        } else if (name === FIRST) expect(found.file).toBe(FIRST);
      }
      writeFileSync(join(folder, name), bytes);
    }
    await sound(end);
  });

  it('names the record that was changed', async () => {
    const { kept, end } = await append([['one', 'two', 'three']]);
    const bytes = bytesOf(FIRST);
    const { offset, length } = kept[1]!.place;
    bytes[offset + length - 6]! ^= 0xff;
    writeFileSync(join(folder, FIRST), bytes);
    expect(await verifyArchive(folder, { end: end! })).toEqual({
      ok: false,
      file: FIRST,
      offset,
      what: 'the record is damaged: the gzip member does not fit its checksum',
    });
  });

  it('finds a record that was exchanged for another sound one', async () => {
    const { kept } = await append([['one', 'two']]);
    const { offset, length } = kept[0]!.place;
    const bytes = bytesOf(FIRST);
    const other = writeRecord(fetched('0ne')[1]!);
    writeFileSync(
      join(folder, FIRST),
      Buffer.concat([bytes.subarray(0, offset), other, bytes.subarray(offset + length)]),
    );
    expect(await verifyArchive(folder)).toMatchObject({ ok: false, file: FIRST });
  });

  it('finds lines and files that are missing, added or in another order', async () => {
    const { end } = await append([['one']]);
    const lines = bytesOf(CHAIN).toString().trim().split('\n');
    const [a, b, c] = lines as [string, string, string];
    for (const [text, offset] of [
      [[a, c], 2],
      [[b, c], 1],
      [[a, c, b], 2],
      [[a, b, b, c], 3],
      [[a, '', b, c], 2],
      [[a, b], 3],
      [[], 1],
    ] as const) {
      writeFileSync(join(folder, CHAIN), text.map((line) => `${line}\n`).join(''));
      expect(await verifyArchive(folder, { end: end! })).toMatchObject({
        ok: false,
        file: CHAIN,
        offset,
      });
    }
    writeFileSync(join(folder, CHAIN), `${lines.join('\n')}\n`);
    truncateSync(join(folder, FIRST), end!.length - 1);
    const what = `the file ends here, but the chain knows of ${end!.length} bytes`;
    expect(await verifyArchive(folder)).toMatchObject({ offset: end!.length - 1, what });
    rmSync(join(folder, FIRST));
    expect(await verifyArchive(folder)).toMatchObject({ file: FIRST, what: 'the file is missing' });
  });

  it('counts what stands behind the last line, and tells how far it is', async () => {
    await append([['one'], ['two']]);
    appendFileSync(join(folder, FIRST), 'half a record');
    writeFileSync(join(folder, 'captures-00002.warc.gz'), 'torn');
    const seen: number[] = [];
    const verified = await verifyArchive(folder, { onProgress: (bytes) => seen.push(bytes) });
    expect(verified).toMatchObject({ ok: true, behind: 17 });
    expect(seen).toEqual(chainLines().map(({ offset, length }) => offset + length));
  });

  it('finds nothing wrong with an archive in which nothing was ever written', async () => {
    mkdirSync(folder);
    expect(await sound()).toMatchObject({ records: 0, bytes: 0, head: { n: 0 } });
  });
});

describe('a crash', () => {
  it('at any byte of files and chain loses no committed record, and the chain holds', async () => {
    const first = await append([['one'], ['two', 'three']]);
    const second = await append([['four'], ['five', 'six']], first.end);
    const full = { [FIRST]: bytesOf(FIRST).length, [CHAIN]: bytesOf(CHAIN).length };
    const copy = `${folder}-whole`;
    cpSync(folder, copy, { recursive: true });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: first.end!.length, max: full[FIRST]! }),
        fc.integer({ min: 0, max: full[CHAIN]! }),
        fc.constantFrom(Buffer.alloc(0), Buffer.alloc(700), Buffer.from('half a line')),
        async (captures, chain, rubbish) => {
          rmSync(folder, { recursive: true });
          cpSync(copy, folder, { recursive: true });
          truncateSync(join(folder, FIRST), captures);
          truncateSync(join(folder, CHAIN), chain);
          // After a power cut a file may be as long as it was without having its last bytes.
          appendFileSync(join(folder, CHAIN), rubbish);
          appendFileSync(join(folder, FIRST), rubbish);
          const after = await append([['seven']], first.end);
          await expectKept([...first.kept, ...after.kept]);
          const verified = await sound(after.end);
          expect(verified).toMatchObject({ records: 9, bytes: after.end!.length, behind: 0 });
        },
      ),
      { numRuns: 30 },
    );
    expect(second.kept).toHaveLength(3);
    expect(existsSync(copy)).toBe(true);
  });
});

describe('readChainLine', () => {
  it('reads what chainText writes, and nothing else', () => {
    const sha256 = digestOf('x');
    const line: ChainLine = {
      n: 1,
      file: FIRST,
      offset: 0,
      length: 9,
      sha256,
      previous: sha256,
      at: AT,
    };
    const text = chainText(line);
    expect(readChainLine(text)).toEqual(line);
    expect(readChainLine(chainText({ ...line, rebuilt: true }))).toEqual({
      ...line,
      rebuilt: true,
    });
    for (const bad of [
      '',
      'null',
      '[]',
      '{}',
      `${text} `,
      text.replace('{', '{"more":1,'),
      text.replace(FIRST, '../../etc/passwd'),
      text.replace('"offset":0', '"offset":-1'),
      text.replace('"length":9', '"length":1.5'),
      text.replace(sha256, sha256.toUpperCase()),
      text.replace('"n":1', '"n":"1"'),
    ]) {
      expect(readChainLine(bad)).toBeUndefined();
    }
  });
});
