/**
 * Gzip members one by one (RFC 1952), as a stream: where each begins and ends in the stored bytes, its
 * plain bytes as they come, its checksum. A damaged member is passed over and the next one is looked
 * for; zlib's own reader would stop for good there, and take a stream that was cut for a whole one.
 * Memory is bounded: the stored bytes of the member being read are kept for the search up to `KEEP`.
 */
import { constants, crc32, createInflateRaw, type InflateRaw, inflateRawSync } from 'node:zlib';
import type { StoredBytes } from './stored-bytes.ts';

/** A piece of what a stored file holds. Offsets and lengths are in stored bytes. */
export type Piece =
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly offset: number }
  | { readonly kind: 'end'; readonly offset: number; readonly length: number }
  | {
      readonly kind: 'break';
      readonly offset: number;
      readonly reason: string;
      readonly torn: boolean;
    };

/** Stored bytes fed at once: they can grow a thousandfold. */
const SLICE = 32 * 1024;
/** Stored bytes of one member behind which the next one is not looked for anew after a break. */
const KEEP = 16 * 1024 * 1024;
/** Past this many plain bytes, a member that grew by more than `MOST_GROWTH` is a bomb. */
const BOMB_BYTES = 256 * 1024 * 1024;
const MOST_GROWTH = 200;
/** A file in which this many places look like a member and are none is not searched further. */
const MOST_TRIALS = 10_000;
/** Stored bytes of broken members, read again in search of the next, in all. */
const MOST_REREAD = 1024 ** 3;
/** Stored bytes of a trial: enough for a WARC head to show. */
const TRIAL_BYTES = 512;
const MOST_TRIAL_PLAIN = 1024 * 1024;
/** A member of at most so many bytes, stored and plain, is inflated in one call. */
const SMALL = 64 * 1024;
const SMALL_PLAIN = 8 * 1024 * 1024;
/** A file whose first member is damaged shows another one within this many bytes. */
const SEARCHED = 1024 * 1024;
const LONGEST_HEAD = 64 * 1024;

const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);

/** Whether the bytes, which may be few, begin as a gzip member does. */
export const beginsMember = (bytes: Buffer): boolean =>
  bytes.length > 0 && bytes.subarray(0, 3).equals(MAGIC.subarray(0, bytes.length));

/** All pieces of a file of gzip members. Total: damage is a `break`, after which reading goes on. */
export async function* readMembers(stored: StoredBytes): AsyncGenerator<Piece> {
  let trials = 0;
  let reread = 0;
  while (await stored.reach(1)) {
    const offset = stored.offset;
    const small = await smallMember(stored);
    if (small !== undefined) {
      yield { kind: 'bytes', bytes: small.bytes, offset };
      yield { kind: 'end', offset, length: small.length };
      stored.drop(small.length);
      continue;
    }
    const member = new Member(stored);
    let failure: Failure | undefined;
    for (;;) {
      const step = await member.step();
      if (step.kind === 'bytes') {
        for (const bytes of step.pieces) yield { kind: 'bytes', bytes, offset };
        continue;
      }
      if (step.kind === 'failed') failure = step;
      break;
    }
    member.close();
    if (failure === undefined) {
      yield { kind: 'end', offset, length: member.length };
      stored.drop(offset + member.length - stored.offset);
      continue;
    }
    yield { kind: 'break', offset, reason: failure.reason, torn: failure.torn };
    // Damage often shows only far behind where it is, after other members were eaten: so the search
    // begins at the broken one, unless a file that mocks it has had the same bytes read too often.
    reread += member.read;
    const from = reread > MOST_REREAD ? member.read : 1;
    stored.drop(Math.max(0, offset + from - stored.offset));
    trials = await seekMember(stored, trials);
    if (trials > MOST_TRIALS) {
      const reason = 'too many places look like a gzip member and are none: the rest is not read';
      yield { kind: 'break', offset: stored.offset, reason, torn: false };
      return;
    }
  }
}

/**
 * A member that stands whole and sound in the window, in one call: three times as fast as in slices,
 * whose calls go through zlib's threads. All else is left to `Member`.
 */
async function smallMember(
  stored: StoredBytes,
): Promise<{ readonly bytes: Buffer; readonly length: number } | undefined> {
  await stored.reach(SMALL);
  const window = stored.window.subarray(0, SMALL);
  const head = headLengthOf(window);
  if (head === undefined) return undefined;
  const inflated = inflateStart(window.subarray(head), SMALL_PLAIN);
  if (inflated === undefined) return undefined;
  const { bytes, consumed } = inflated;
  const end = head + consumed;
  const isSound =
    end + 8 <= window.length &&
    window.readUInt32LE(end) === crc32(bytes) &&
    window.readUInt32LE(end + 4) === bytes.length;
  return isSound ? { bytes, length: end + 8 } : undefined;
}

/** What the beginning of a bare stream inflates to; undefined where it is damaged or grows past `most`. */
function inflateStart(
  stream: Buffer,
  most: number,
): { readonly bytes: Buffer; readonly consumed: number } | undefined {
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: most, info: true };
  try {
    // With `info` the call gives its engine too, which @types/node does not know.
    const { buffer, engine } = inflateRawSync(stream, options) as unknown as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    return { bytes: buffer, consumed: engine.bytesWritten };
  } catch {
    return undefined;
  }
}

interface Failure {
  readonly kind: 'failed';
  readonly reason: string;
  readonly torn: boolean;
}

type Step =
  | { readonly kind: 'bytes'; readonly pieces: readonly Buffer[] }
  | { readonly kind: 'done' }
  | Failure;

const failed = (reason: string, torn = false): Failure => ({ kind: 'failed', reason, torn });

const TORN = 'the file ends in the middle of a gzip member';

/** One member being inflated from the window's beginning. */
class Member {
  /** Stored bytes of the member that are read. */
  length = 0;
  private readonly stored: StoredBytes;
  private readonly offset: number;
  private engine: InflateRaw | undefined;
  private pieces: Buffer[] = [];
  private error: Error | undefined;
  private headLength = 0;
  private fed = 0;
  private plain = 0;
  private checksum = 0;

  constructor(stored: StoredBytes) {
    this.stored = stored;
    this.offset = stored.offset;
  }

  /** The next plain bytes, or how the member ended. */
  async step(): Promise<Step> {
    this.engine ??= await this.begin();
    if (this.engine === undefined) return failed(...(await this.headFault()));
    const engine = this.engine;
    // A stream that has ended takes nothing more; its trailer always stands behind it.
    if (engine.bytesWritten < this.fed) return this.end(engine.bytesWritten);
    const at = this.offset + this.headLength + this.fed - this.stored.offset;
    await this.stored.reach(at + 1);
    const slice = this.stored.window.subarray(at, at + SLICE);
    if (slice.length === 0) return failed(TORN, true);
    await written(engine, slice);
    this.fed += slice.length;
    if (this.error !== undefined)
      return failed(`the gzip member is damaged (${this.error.message})`);
    const pieces = this.taken();
    if (this.plain > BOMB_BYTES && this.plain > this.fed * MOST_GROWTH) {
      return failed('the gzip member grows more than 200 times: it is taken for a bomb');
    }
    this.forget();
    return { kind: 'bytes', pieces };
  }

  /** Stored bytes that were looked at. */
  get read(): number {
    return Math.max(1, this.headLength + this.fed);
  }

  close(): void {
    this.engine?.destroy();
  }

  private async begin(): Promise<InflateRaw | undefined> {
    await this.stored.reach(SLICE);
    const head = headLengthOf(this.stored.window);
    if (head === undefined) return undefined;
    this.headLength = head;
    const engine = createInflateRaw({ chunkSize: 64 * 1024 });
    engine.on('data', (piece: Buffer) => this.pieces.push(piece));
    engine.on('error', (error) => {
      this.error = error;
    });
    return engine;
  }

  private async headFault(): Promise<[reason: string, torn: boolean]> {
    const { window } = this.stored;
    if (beginsMember(window) && !(await this.stored.reach(LONGEST_HEAD))) return [TORN, true];
    return ['no gzip member begins here', false];
  }

  private taken(): Buffer[] {
    const done = this.pieces;
    this.pieces = [];
    for (const piece of done) {
      this.checksum = crc32(piece, this.checksum);
      this.plain += piece.length;
    }
    return done;
  }

  private async end(consumed: number): Promise<Step> {
    const at = this.offset + this.headLength + consumed - this.stored.offset;
    if (!(await this.stored.reach(at + 8))) return failed(TORN, true);
    this.length = this.headLength + consumed + 8;
    const { window } = this.stored;
    const sound =
      window.readUInt32LE(at) === this.checksum >>> 0 &&
      window.readUInt32LE(at + 4) === this.plain % 2 ** 32;
    return sound ? { kind: 'done' } : failed('the gzip member does not fit its checksum');
  }

  /** Stored bytes far behind are let go. */
  private forget(): void {
    const behind = this.offset + this.headLength + this.fed - this.stored.offset;
    if (behind > 2 * KEEP) this.stored.drop(behind - KEEP);
  }
}

/** Done when the engine has handed on all that follows from `slice`, or has failed. */
function written(engine: InflateRaw, slice: Buffer): Promise<void> {
  return new Promise((resolve) => {
    engine.once('close', resolve);
    engine.write(slice, () => {
      engine.removeListener('close', resolve);
      resolve();
    });
  });
}

/** Bytes of a member's head; undefined where the window does not begin with one. */
function headLengthOf(window: Buffer): number | undefined {
  const flags = window[3];
  if (!beginsMember(window) || flags === undefined || (flags & 0xe0) !== 0) return undefined;
  let at = 10;
  if ((flags & 4) !== 0) {
    if (window.length < at + 2) return undefined;
    at += 2 + window.readUInt16LE(at);
  }
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const end = window.indexOf(0, at);
    if (end < 0) return undefined;
    at = end + 1;
  }
  if ((flags & 2) !== 0) at += 2;
  return at <= window.length ? at : undefined;
}

/** Whether the file holds gzip members, though its first bytes may be damaged. */
export async function holdsMembers(stored: StoredBytes): Promise<boolean> {
  await stored.reach(MAGIC.length);
  if (beginsMember(stored.window)) return true;
  if (stored.window.toString('latin1', 0, 3) === 'WAR') return false;
  await stored.reach(SEARCHED);
  return stored.window.includes(MAGIC);
}

/** Moves the window to the next member that holds a WARC head, or to the end; gives the trials made. */
async function seekMember(stored: StoredBytes, before: number): Promise<number> {
  let trials = before;
  while (await stored.reach(MAGIC.length)) {
    const found = stored.window.indexOf(MAGIC);
    if (found < 0) {
      stored.drop(stored.window.length - MAGIC.length + 1);
      await stored.reach(SLICE);
      continue;
    }
    stored.drop(found);
    await stored.reach(TRIAL_BYTES);
    if (holdsWarc(stored.window.subarray(0, TRIAL_BYTES))) return trials;
    trials++;
    if (trials > MOST_TRIALS) return trials;
    stored.drop(1);
  }
  stored.drop(stored.window.length);
  return trials;
}

function holdsWarc(member: Buffer): boolean {
  const head = headLengthOf(member);
  if (head === undefined) return false;
  const start = inflateStart(member.subarray(head), MOST_TRIAL_PLAIN);
  return start?.bytes.toString('latin1', 0, 5) === 'WARC/';
}
