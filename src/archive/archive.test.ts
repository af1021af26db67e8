import {
  appendFileSync,
  createReadStream,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArchiveRecord } from '../domain/article.ts';
import { digestOf } from '../domain/ids.ts';
import { type ArchiveEnd, openArchive, readCapture } from './archive.ts';
import { readWarc } from './read-warc.ts';
import type { ResourceRecord } from './records.ts';

const FIRST = 'captures-00001.warc.gz';
const SECOND = 'captures-00002.warc.gz';
const GIB = 1024 ** 3;

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'atalaya-archive-')), 'archive');
});
afterEach(() => {
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

function record(text: string): ResourceRecord {
  const bytes = Buffer.from(text);
  const target = `file:${text.slice(0, 5)}.txt`;
  return {
    digest: digestOf(bytes),
    mediaType: 'text/plain',
    capturedAt: 1_727_000_000_000,
    target,
    bytes,
  };
}

/** Appends texts to an archive whose committed end is `end`; gives the places and the new end. */
async function append(
  texts: readonly string[],
  end?: ArchiveEnd,
): Promise<{ places: ArchiveRecord[]; end: ArchiveEnd }> {
  const archive = await openArchive(folder, end);
  try {
    const places = await archive.append(texts.map(record));
    const last = places.at(-1)!;
    return { places, end: { file: last.file, length: last.offset + last.length } };
  } finally {
    await archive.close();
  }
}

const read = async (place: ArchiveRecord, text: string): Promise<string> =>
  Buffer.from(await readCapture(folder, place, digestOf(text))).toString();

/** Length of what stands before a file's first capture: the record that says who wrote it. */
async function infoBytes(file: string): Promise<number> {
  for await (const entry of readWarc(createReadStream(join(folder, file)))) {
    if (entry.kind === 'record' && entry.type === 'warcinfo') return entry.length!;
    break;
  }
  throw new Error(`${file} does not begin with a warcinfo record`);
}

describe('openArchive', () => {
  it('appends records one behind the other and finds each at its place', async () => {
    const { places, end } = await append(['first text', 'second text', 'third text']);
    expect(places.map(({ file }) => file)).toEqual([FIRST, FIRST, FIRST]);
    expect(places[0]!.offset).toBe(await infoBytes(FIRST));
    expect(places[1]!.offset).toBe((await infoBytes(FIRST)) + places[0]!.length);
    expect(end.length).toBe(readFileSync(join(folder, FIRST)).length);
    expect(await read(places[1]!, 'second text')).toBe('second text');
    expect(await read(places[2]!, 'third text')).toBe('third text');
  });

  it('goes on where an earlier run ended, byte for byte as if it had been one', async () => {
    const { end } = await append(['first text']);
    const { places } = await append(['second text'], end);
    const parted = readFileSync(join(folder, FIRST));
    expect(await read(places[0]!, 'second text')).toBe('second text');
    rmSync(folder, { recursive: true });
    await append(['first text', 'second text']);
    expect(readFileSync(join(folder, FIRST)).equals(parted)).toBe(true);
  });

  it('writes nothing for no records', async () => {
    const archive = await openArchive(folder, undefined);
    expect(await archive.append([])).toEqual([]);
    await archive.close();
    expect(readFileSync(join(folder, FIRST))).toHaveLength(0);
  });

  it('cuts the torn end that an interrupted run left behind', async () => {
    const { places, end } = await append(['first text']);
    await append(['never committed'], end);
    appendFileSync(join(folder, FIRST), 'half a rec');
    const after = await append(['second text'], end);
    expect(await read(places[0]!, 'first text')).toBe('first text');
    expect(await read(after.places[0]!, 'second text')).toBe('second text');
    expect(readFileSync(join(folder, FIRST))).toHaveLength(after.end.length);
  });

  it('cuts everything where nothing was ever committed', async () => {
    await append(['never committed']);
    const { places, end } = await append(['first text']);
    expect(places[0]!.offset).toBe(await infoBytes(FIRST));
    expect(readFileSync(join(folder, FIRST))).toHaveLength(end.length);
  });

  it('appends nothing behind what somebody else wrote meanwhile, which the next opening cuts', async () => {
    const { end, places } = await append(['one']);
    const archive = await openArchive(folder, end);
    const [two] = await archive.append([record('two')]);
    appendFileSync(join(folder, FIRST), Buffer.from([0x1f, 0x8b, 8]));
    const length = readFileSync(join(folder, FIRST)).length;
    await expect(archive.append([record('three')])).rejects.toThrow(/something else writes to it/);
    expect(readFileSync(join(folder, FIRST)).length).toBe(length);
    await expect(archive.append([record('three')])).rejects.toThrow(/failed before/);
    const known = archive.end()!;
    await archive.close();
    const { places: later } = await append(['three'], known);
    for (const [place, text] of [
      [places[0]!, 'one'],
      [two!, 'two'],
      [later[0]!, 'three'],
    ] as const) {
      expect(await read(place, text)).toBe(text);
    }
  });

  it('refuses to write behind a file that lost committed records, and leaves it alone', async () => {
    const { end } = await append(['first text', 'second text']);
    truncateSync(join(folder, FIRST), 40);
    await expect(openArchive(folder, end)).rejects.toThrow(
      `${join(folder, FIRST)} has 40 bytes, but the store knows of ${end.length}: restore the archive from a backup`,
    );
    expect(readFileSync(join(folder, FIRST))).toHaveLength(40);
  });

  it('begins a new file once one is full, and cuts what a crash left in it', async () => {
    await append(['first text']);
    // A hole on the disk: as long as a full file, without its bytes.
    truncateSync(join(folder, FIRST), GIB);
    writeFileSync(join(folder, SECOND), 'a torn beginning');
    const { places, end } = await append(['second text', 'third text'], {
      file: FIRST,
      length: GIB,
    });
    expect(places.map(({ file }) => file)).toEqual([SECOND, SECOND]);
    expect(places[0]!.offset).toBe(await infoBytes(SECOND));
    expect(await read(places[1]!, 'third text')).toBe('third text');
    const next = await append(['fourth text'], end);
    expect(next.places[0]).toMatchObject({ file: SECOND, offset: end.length });
    expect(readdirSync(folder).sort()).toEqual([FIRST, SECOND, 'chain.jsonl']);
  });
});

describe('readCapture', () => {
  it('names file and byte of a damaged record', async () => {
    const { places } = await append(['first text', 'second text']);
    const path = join(folder, FIRST);
    const bytes = readFileSync(path);
    bytes[places[1]!.offset + 30]! ^= 0x10;
    writeFileSync(path, bytes);
    expect(await read(places[0]!, 'first text')).toBe('first text');
    await expect(read(places[1]!, 'second text')).rejects.toThrow(
      `${path} is damaged at byte ${places[1]!.offset}: restore the archive from a backup`,
    );
  });

  it('refuses a record that was exchanged for another sound one', async () => {
    const { places } = await append(['first text', 'second text']);
    const failure = await read(places[1]!, 'first text').catch((error: Error) => error);
    expect(failure).toMatchObject({ message: expect.stringContaining(FIRST) });
    expect((failure as Error).cause).toMatchObject({
      message: expect.stringContaining(`expected SHA-256 ${digestOf('first text')}`),
    });
  });

  it('refuses a file that ends before the record does', async () => {
    const { places, end } = await append(['first text']);
    const path = join(folder, FIRST);
    truncateSync(path, end.length - 1);
    await expect(read(places[0]!, 'first text')).rejects.toThrow(
      `${path} ends before byte ${end.length}, the archive is cut: restore it from a backup`,
    );
  });

  it('names a file that is gone', async () => {
    const { places } = await append(['first text']);
    rmSync(join(folder, FIRST));
    await expect(read(places[0]!, 'first text')).rejects.toThrow(join(folder, FIRST));
  });
});
