/**
 * WARC files of others, as a stream: a gzip member a record, one gzip over all, or plain; WARC 0.18,
 * 1.0 and 1.1. Total: a damaged record is an entry that says so, and reading goes on at the next gzip
 * member or WARC head. A file that ends inside a record ends with a `torn` entry. Memory is that of
 * one record, which is bounded, and a window of stored bytes.
 */
import { checkDigest, type DigestCheck } from './digests.ts';
import { holdsMembers, type Piece, readMembers } from './gzip-members.ts';
import { firstValue, type Header, readHeaders } from './header-lines.ts';
import { type HttpMessage, readMessage } from './http-message.ts';
import { PlainBytes } from './plain-bytes.ts';
import { StoredBytes } from './stored-bytes.ts';

/** Where an entry stands. */
export interface WarcPlace {
  /** In the stored bytes: where its gzip member begins; in a plain file, where it begins itself. */
  readonly offset: number;
  /** Where it begins in the plain bytes of that member; 0 in a plain file. */
  readonly within: number;
}

/** A record as it stands in the file. */
export interface WarcFileRecord extends WarcPlace {
  readonly kind: 'record';
  /** Stored bytes; absent where the record has no gzip member to itself. */
  readonly length: number | undefined;
  /** `1.1`. */
  readonly version: string;
  /** WARC-Type in lower case: `response`, `resource`, …; foreign files may hold any word. */
  readonly type: string;
  readonly headers: readonly Header[];
  readonly id: string | undefined;
  readonly target: string | undefined;
  /** Milliseconds since the epoch. */
  readonly date: number | undefined;
  readonly block: Uint8Array;
  readonly blockDigest: DigestCheck;
  /** Of a block that is an HTTP message; its body is what `bodyOf` makes of it. */
  readonly http: HttpMessage | undefined;
}

export type WarcEntry =
  | WarcFileRecord
  | (WarcPlace & { readonly kind: 'damaged' | 'torn'; readonly reason: string });

export interface ReadWarcOptions {
  /** A longer block is passed over and said to be damaged; bytes. */
  readonly mostBlockBytes?: number;
}

/** No page or file of an article is longer; a crawler's film is, and is not read. */
const MOST_BLOCK_BYTES = 128 * 1024 * 1024;
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

/** Reads records in the order of the file. */
export async function* readWarc(
  chunks: AsyncIterable<Uint8Array>,
  { mostBlockBytes = MOST_BLOCK_BYTES }: ReadWarcOptions = {},
): AsyncGenerator<WarcEntry> {
  const stored = new StoredBytes(chunks);
  try {
    await stored.reach(4);
    if (stored.window.subarray(0, 4).equals(ZSTD)) {
      yield {
        kind: 'damaged',
        ...START,
        reason: 'zstd is not read: recompress the file with gzip',
      };
      return;
    }
    const zipped = await holdsMembers(stored);
    const plain = new PlainBytes(zipped ? readMembers(stored) : readPlain(stored));
    yield* readRecords(plain, zipped, mostBlockBytes);
  } finally {
    await stored.close();
  }
}

const START: WarcPlace = { offset: 0, within: 0 };

/** A plain file is one member that begins at 0. */
async function* readPlain(stored: StoredBytes): AsyncGenerator<Piece> {
  while (await stored.reach(1)) {
    yield { kind: 'bytes', bytes: stored.window, offset: 0 };
    stored.drop(stored.window.length);
  }
}

async function* readRecords(
  plain: PlainBytes,
  zipped: boolean,
  mostBlockBytes: number,
): AsyncGenerator<WarcEntry> {
  for (let next = await plain.next(); next !== 'end'; next = await plain.next()) {
    if (next === 'break') {
      const { offset, reason, torn } = plain.takeBreak()!;
      yield { kind: torn ? 'torn' : 'damaged', offset, within: 0, reason };
      continue;
    }
    const start = plain.position;
    const found = plain.place();
    const place = zipped ? found : { offset: found.within, within: 0 };
    const record = await readOne(plain, mostBlockBytes);
    if (record.kind !== 'record') {
      yield { ...record, ...place };
      continue;
    }
    const length = zipped ? await plain.memberLength(start) : plain.position - start;
    // The member's checksum comes last: only now is it known whether the record is sound.
    if (zipped && place.within === 0 && length === undefined && plain.isBroken) {
      yield { ...faultOf(plain, CUT), ...place };
    } else yield { ...record, ...place, length };
  }
}

type Fault = { readonly kind: 'damaged' | 'torn'; readonly reason: string };
type Found = Omit<WarcFileRecord, keyof WarcPlace | 'length'> | Fault;

const CUT = 'the record is shorter than its head states';
const NO_HEAD: Fault = { kind: 'damaged', reason: 'no WARC head begins here' };

async function readOne(plain: PlainBytes, mostBlockBytes: number): Promise<Found> {
  const head = await plain.head();
  if (head.kind === 'cut') return faultOf(plain, CUT);
  const version =
    head.kind === 'head' ? /^WARC\/(\d+\.\d+)[ \t]*\r?\n/.exec(head.text)?.[1] : undefined;
  if (head.kind === 'none' || version === undefined) {
    await plain.seekRecord(head.kind === 'none' ? 1 : 0);
    return NO_HEAD;
  }
  const headers = readHeaders(head.text.slice(head.text.indexOf('\n') + 1));
  const stated = firstValue(headers, 'content-length') ?? '';
  if (!/^\d{1,15}$/.test(stated)) {
    await plain.seekRecord(0);
    return { kind: 'damaged', reason: `Content-Length is "${stated.slice(0, 40)}", not a number` };
  }
  const length = Number(stated);
  if (length > mostBlockBytes) return passOver(plain, length, mostBlockBytes);
  const block = await plain.take(length);
  if (block === undefined) return faultOf(plain, CUT);
  if (!(await plain.endOfRecord())) {
    if (plain.isBroken) return faultOf(plain, CUT);
    await plain.seekRecord(0);
    return { kind: 'damaged', reason: `no record ends after the ${length} bytes that are stated` };
  }
  return recordOf(version, headers, block);
}

async function passOver(plain: PlainBytes, length: number, most: number): Promise<Fault> {
  if (!(await plain.skip(length))) return faultOf(plain, CUT);
  if (!(await plain.endOfRecord())) await plain.seekRecord(0);
  return { kind: 'damaged', reason: `the block has ${length} bytes, at most ${most} are read` };
}

/** Why the bytes of a record ended: as the gzip members say it, else that the file did. */
function faultOf(plain: PlainBytes, reason: string): Fault {
  const broken = plain.takeBreak();
  if (broken !== undefined) {
    return { kind: broken.torn ? 'torn' : 'damaged', reason: broken.reason };
  }
  plain.dropHeld();
  return plain.ended
    ? { kind: 'torn', reason: 'the file ends in the middle of a record' }
    : { kind: 'damaged', reason };
}

function recordOf(version: string, headers: readonly Header[], block: Buffer): Found {
  const type = (firstValue(headers, 'warc-type') ?? '').toLowerCase();
  const mediaType = firstValue(headers, 'content-type') ?? '';
  const target = firstValue(headers, 'warc-target-uri');
  return {
    kind: 'record',
    version,
    type,
    headers,
    id: bare(firstValue(headers, 'warc-record-id')),
    target: bare(target),
    date: timeOf(firstValue(headers, 'warc-date')),
    block,
    blockDigest: checkDigest(block, firstValue(headers, 'warc-block-digest')),
    http: /^application\/http\b/i.test(mediaType) ? readMessage(block) : undefined,
  };
}

/** WARC 1.0's grammar put addresses in angle brackets, and some tools obeyed. */
const bare = (value: string | undefined): string | undefined => value?.replace(/^<(.*)>$/s, '$1');

/** A W3C date of any precision, with up to nine digits of a second; WARC 0.18 files hold 14 digits too. */
function timeOf(value: string | undefined): number | undefined {
  const digits = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(value ?? '');
  const text = digits
    ? `${digits[1]}-${digits[2]}-${digits[3]}T${digits[4]}:${digits[5]}:${digits[6]}Z`
    : (value ?? '').replace(/(\.\d{3})\d+/, '$1');
  if (!/^\d{4}(?:-|$)/.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}
