/**
 * Files, folders, standard input and bodies of the web as published fact-checks, each with the bytes
 * that state it. Told by content: ClaimReview as JSON-LD (JSON, JSON Lines, pages), Data Commons feeds,
 * answers of the Google Fact Check Tools API, tables and JSON Lines with known columns. Streams: what is
 * held at once is one record (at most `maxItemBytes`) and the memory for repeats (32 MiB at most).
 */
import type { CheckDraft } from '../../domain/checks.ts';
import type { Doubt, Outcome, Place } from '../../domain/outcome.ts';
import { type Peeked, peek } from '../chunks.ts';
import { type Disk, findFiles, localDisk } from '../disk.ts';
import { gunzip, isGzip } from '../gunzip.ts';
import { KnownAddresses } from '../lists/known-addresses.ts';
import { BrokenInput, refused, refusedRead } from '../refusals.ts';
import { checkDraft } from './check-draft.ts';
import { type CheckRecord, recordsOf } from './check-records.ts';

/** A fact-check as a source states it. */
export interface StatedCheck {
  readonly draft: CheckDraft;
  /** The record that states it: a JSON value, a table's header and row, a page. */
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly place: Place;
  /** What of it could not be read as stated. */
  readonly doubts: readonly Doubt[];
  /** Bytes of all inputs consumed once this check is read; compressed if they are. */
  readonly progress: number;
}

/** Bytes that are at hand: an answer of the web under its address. */
export interface CheckSource {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array> | Uint8Array;
}

/** What was read, at the end; nothing is left out unsaid. */
export interface CheckCounts {
  readonly checks: number;
  readonly refused: number;
  /** Ratings of pictures and videos, passed over: they state no claim. */
  readonly mediaReviews: number;
  /** Checks given although the same claim at the same address was given before. */
  readonly repeated: number;
  /** Checks given although their list marks them as not fully its own. */
  readonly uncanonical: number;
}

export interface CheckOptions {
  /** Milliseconds since the epoch: nothing is published after it. */
  readonly now: number;
  /** What the path `-` reads; without it `-` is refused. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly disk?: Disk;
  /** Longest record in bytes; default 16 MiB. */
  readonly maxItemBytes?: number;
  /** Called once, when all has been read or reading is given up. */
  readonly onEnd?: (counts: CheckCounts) => void;
}

const MAX_ITEM_BYTES = 16 * 1024 * 1024;

type Item = Outcome<StatedCheck>;

interface Run {
  readonly options: CheckOptions;
  readonly known: KnownAddresses;
  readonly counts: { -readonly [K in keyof CheckCounts]: CheckCounts[K] };
  /** Input bytes consumed so far. */
  consumed: number;
}

/**
 * The checks of `inputs` (files, folders, `-`, bytes at hand) in order. What cannot be read comes as a
 * refusal in its place, and reading goes on; nothing is thrown for the inputs' faults.
 */
export async function* readChecks(
  inputs: readonly (string | CheckSource)[],
  options: CheckOptions,
): AsyncGenerator<Item> {
  const counts = { checks: 0, refused: 0, mediaReviews: 0, repeated: 0, uncanonical: 0 };
  const run: Run = { options, known: new KnownAddresses(), counts, consumed: 0 };
  try {
    for (const input of inputs) {
      for await (const item of readInput(input, run)) {
        counts[item.ok ? 'checks' : 'refused']++;
        yield item;
      }
    }
  } finally {
    options.onEnd?.({ ...counts });
  }
}

async function* readInput(input: string | CheckSource, run: Run): AsyncGenerator<Item> {
  const { stdin, disk = localDisk } = run.options;
  if (typeof input !== 'string') {
    const { name, bytes } = input;
    yield* readStream(name, bytes instanceof Uint8Array ? once(bytes) : bytes, run);
  } else if (input !== '-') {
    for await (const found of findFiles(disk, input)) {
      if (found.ok) yield* readStream(found.value.path, disk.read(found.value.path), run);
      else yield found;
    }
  } else if (stdin !== undefined) yield* readStream('-', stdin, run);
  else {
    const detail = 'standard input (-) is not connected; pipe a file into it or name a file.';
    yield refused('unreadable-file', { file: '-' }, detail);
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** One source from its first byte; every fault of it ends as a refusal. */
async function* readStream(
  file: string,
  source: AsyncIterable<Uint8Array>,
  run: Run,
): AsyncGenerator<Item> {
  const opened: Peeked[] = [];
  let records = 0;
  try {
    const packed = await peek(metered(source, run), 2);
    opened.unshift(packed);
    const plain = isGzip(packed.head) ? gunzip(packed.chunks) : packed.chunks;
    const maxBytes = run.options.maxItemBytes ?? MAX_ITEM_BYTES;
    for await (const batch of recordsOf(file, plain, { maxBytes, opened })) {
      for (const record of batch) {
        records++;
        yield* itemsOf(file, record, run);
      }
    }
    if (records === 0) {
      const detail = `${file} holds no fact-check; check that the right file was saved.`;
      yield refused('empty-file', { file }, detail);
    }
  } catch (error) {
    if (error instanceof BrokenInput) {
      yield refused(error.kind, { file }, `${file}: ${error.message}`);
    } else yield refusedRead(error, file);
  } finally {
    for (const stream of opened) await stream.close();
  }
}

async function* metered(source: AsyncIterable<Uint8Array>, run: Run): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    run.consumed += chunk.length;
    yield chunk;
  }
}

/** The checks of one record, or the refusal of it. */
function* itemsOf(file: string, record: CheckRecord, run: Run): Generator<Item> {
  const { line, bytes, mediaType, found, sample } = record;
  const place: Place = line === undefined ? { file } : { file, line };
  const where = line === undefined ? file : `${file}:${line}`;
  if ('kind' in found) {
    yield refused(found.kind, place, `${where}: ${found.what}`, sample);
    return;
  }
  run.counts.mediaReviews += found.mediaReviews;
  // A page from the web that does not say where it stands: there.
  const own = mediaType === 'text/html' && /^https?:\/\//i.test(file) ? file : undefined;
  for (const fields of found.checks) {
    const read = checkDraft({ ...fields, url: fields.url ?? own }, run.options.now);
    if (read === undefined) {
      const detail = `${where}: no claim is stated; fill in "claim", or "claimReviewed" of a ClaimReview.`;
      yield refused('no-text', place, detail, sample);
      continue;
    }
    const { draft } = read;
    const doubts = [...record.doubts, ...read.doubts];
    if (found.uncanonical) run.counts.uncanonical++;
    if (run.known.has(`${draft.url ?? draft.checker}\n${draft.claim}`)) run.counts.repeated++;
    const value = { draft, bytes, mediaType, place, doubts, progress: run.consumed };
    yield { ok: true, value };
  }
}
