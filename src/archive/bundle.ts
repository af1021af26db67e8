/**
 * A few named files in one ZIP file. The same files give the same bytes, wherever and whenever. Reading
 * is total: of a file that somebody sent only known names are unpacked, each up to a stated size, into a
 * given folder and nowhere else.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { type Entry, type ZipFile as OpenZip, openPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import type { Digest } from '../domain/ids.ts';

/** A file of a bundle, packed. */
export interface BundlePart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What each file states as its time: local midnight, which is written alike in whatever zone. */
const noTime = (): Date => new Date(2000, 0, 1);
/** More entries than any bundle of ours has. */
const MOST_ENTRIES = 1000;

/** Packs files, stored as they are, in their order. */
export async function packBundle(parts: readonly BundlePart[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  const stored = { compress: false, mtime: noTime(), mode: 0o100644, forceDosTimestamp: true };
  for (const { name, bytes } of parts) {
    zip.addBuffer(Buffer.from(bytes), name, stored);
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A file as it was unpacked. */
export interface UnpackedPart {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: Digest;
}

export interface Unpacked {
  /** By their names in the bundle. */
  readonly parts: ReadonlyMap<string, UnpackedPart>;
  /** What is wrong, a sentence each. */
  readonly problems: readonly string[];
}

/**
 * Unpacks the files named in `most`, each of at most so many bytes, into `folder`, which exists and is
 * empty. A part under `a/b` is written as `b`. With `others` false, what is not named there is a problem.
 */
export async function unpackBundle(
  path: string,
  folder: string,
  most: ReadonlyMap<string, number>,
  { others = false }: { readonly others?: boolean } = {},
): Promise<Unpacked> {
  const parts = new Map<string, UnpackedPart>();
  const problems: string[] = [];
  let zip: OpenZip;
  try {
    zip = await openPromise(path, { autoClose: false, strictFileNames: true });
  } catch (error) {
    return { parts, problems: [`The file cannot be opened as a ZIP file (${messageOf(error)}).`] };
  }
  try {
    for (const entry of await entriesOf(zip)) {
      const { fileName } = entry;
      const limit = most.get(fileName);
      if (limit === undefined) {
        if (!others)
          problems.push(`The file holds ${quoted(fileName)}, which belongs to no receipt.`);
      } else if (parts.has(fileName)) problems.push(`The file holds ${fileName} twice.`);
      else {
        const done = await unpack(zip, entry, join(folder, fileName.split('/').at(-1)!), limit);
        if (typeof done === 'string') problems.push(`${fileName} ${done}.`);
        else parts.set(fileName, done);
      }
    }
  } catch (error) {
    problems.push(`The list of files cannot be read to its end (${messageOf(error)}).`);
  } finally {
    zip.close();
  }
  return { parts, problems };
}

async function entriesOf(zip: OpenZip): Promise<readonly Entry[]> {
  if (zip.entryCount > MOST_ENTRIES) {
    throw new Error(`${zip.entryCount} entries, at most ${MOST_ENTRIES} are read`);
  }
  const entries: Entry[] = [];
  // Names with `..`, a root or a backslash end the listing: yauzl refuses them.
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

/** Unpacks one entry; what is wrong with it, as the rest of a sentence, where it cannot. */
async function unpack(
  zip: OpenZip,
  entry: Entry,
  path: string,
  most: number,
): Promise<UnpackedPart | string> {
  const { uncompressedSize, crc32: stated } = entry;
  if (!entry.canDecodeFileData()) return 'is encrypted or packed by a method that is not read';
  if (uncompressedSize > most) {
    return `has ${uncompressedSize} bytes, at most ${most} are read`;
  }
  const hash = createHash('sha256');
  let bytes = 0;
  let checksum = 0;
  const tap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      checksum = crc32(chunk, checksum);
      // The size that the list states may be a lie.
      done(bytes > most ? new Error(`it grows past ${most} bytes`) : null, chunk);
    },
  });
  try {
    const stored = await zip.openReadStreamPromise(entry);
    await pipeline(stored, tap, createWriteStream(path, { flags: 'wx' }));
  } catch (error) {
    return `cannot be unpacked (${messageOf(error)})`;
  }
  if (checksum >>> 0 !== stated >>> 0) return 'does not fit the checksum that the ZIP file states';
  return { path, bytes, sha256: hash.digest('hex') as Digest };
}

const quoted = (name: string): string => `"${name.slice(0, 100)}"`;

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message.slice(0, 200) : String(error);
