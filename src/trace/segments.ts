/**
 * Segments: immutable, sorted columns of fingerprints, and at the same time their own file format.
 *
 * A segment holds the kept fingerprints of up to 65,536 texts with consecutive row numbers. Its two
 * columns are sorted by (hash, tail, row): `hashes` holds the upper 32 bits of a fingerprint,
 * `entries` its lower 16 bits and the row within the segment (16 bits each). A directory of 65,537
 * offsets says where each upper half of a hash begins, so that all segments can be joined bucket by
 * bucket (see candidates.ts). 8 bytes a fingerprint, about 1.4 kB for an article of 420 words.
 * Sorting is a radix sort: O(n).
 *
 * Layout, little-endian 32-bit words: magic, version, base row, texts, entries, checksum, directory,
 * hashes, entries.
 */
import { checksum } from './checksum.ts';
import { U32Column } from './columns.ts';
import type { Fingerprints } from './fingerprints.ts';

/** 'ATSG' */
const MAGIC = 0x47535441;
const VERSION = 1;
const HEADER_WORDS = 6;
const CHECKSUM_AT = 5;
/** Values of the upper half of a hash. */
export const BUCKETS = 65536;
/** Rows within a segment are 16 bits. */
export const SEGMENT_ROWS = 65536;
/** A segment takes no further text from so many entries on: 128 MB, whatever the texts' lengths. */
const SEGMENT_ENTRIES = 2 ** 24;

export interface Segment {
  /** Row number of the segment's first text. */
  readonly base: number;
  /** Number of texts. */
  readonly rows: number;
  readonly count: number;
  /** `directory[b]` is the first entry whose hash has the upper 16 bits b; 65,537 offsets. */
  readonly directory: Uint32Array;
  readonly hashes: Uint32Array;
  /** Lower 16 bits of the fingerprint << 16 | row within the segment. */
  readonly entries: Uint32Array;
  /** All of the above as bytes: what is written to a file or a database. */
  readonly data: Uint8Array;
}

/** Two-phase life: add texts in row order, then `finish()` once. */
export class SegmentBuilder {
  readonly base: number;
  rows = 0;
  private readonly hashes = new U32Column(1 << 16);
  private readonly entries = new U32Column(1 << 16);

  constructor(base: number) {
    this.base = base;
  }

  get full(): boolean {
    return this.rows === SEGMENT_ROWS || this.entries.length >= SEGMENT_ENTRIES;
  }

  /** Adds one text's fingerprints as the next row. Throws when the segment is full. */
  add(prints: Fingerprints): void {
    if (this.full) {
      throw new Error(
        `a segment holds at most ${SEGMENT_ROWS} texts and ${SEGMENT_ENTRIES} entries: finish it first`,
      );
    }
    const row = this.rows++;
    for (let i = 0; i < prints.count; i++) {
      this.hashes.push(prints.hashes[i]!);
      this.entries.push(((prints.tails[i]! << 16) | row) >>> 0);
    }
  }

  /** Adds all texts of a segment that begins with the next row. Throws if it does not. */
  addSegment({ base, rows, hashes, entries }: Segment): void {
    if (base !== this.base + this.rows || this.rows + rows > SEGMENT_ROWS) {
      throw new Error(
        `texts ${base} to ${base + rows - 1} cannot follow ${this.rows} texts from ${this.base} on`,
      );
    }
    for (let i = 0; i < hashes.length; i++) {
      this.hashes.push(hashes[i]!);
      // A row is in the lower half, so that the sum leaves the tail as it is.
      this.entries.push(entries[i]! + this.rows);
    }
    this.rows += rows;
  }

  finish(): Segment {
    const count = this.hashes.length;
    const words = new Uint32Array(HEADER_WORDS + BUCKETS + 1 + 2 * count);
    words.set([MAGIC, VERSION, this.base, this.rows, count, 0]);
    const segment = view(words, this.base, this.rows, count);
    sortInto(this.hashes.view(), this.entries.view(), segment);
    words[CHECKSUM_AT] = checksum(words, CHECKSUM_AT);
    return segment;
  }
}

/** Reads a segment from bytes; throws, saying what is wrong, if they are not a whole segment. */
export function segmentFrom(data: Uint8Array): Segment {
  if (data.byteLength % 4 !== 0 || data.byteLength < (HEADER_WORDS + BUCKETS + 1) * 4) {
    throw new Error(`not a trace segment: ${data.byteLength} bytes is not a possible length`);
  }
  // Not `data.slice()`: a Buffer's slice copies nothing and stays where it was.
  const aligned = data.byteOffset % 4 === 0 ? data : new Uint8Array(data);
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
  const [magic, version, base, rows, count, sum] = words as unknown as readonly number[];
  if (magic !== MAGIC) throw new Error('not a trace segment: its first four bytes are not "ATSG"');
  if (version !== VERSION) {
    throw new Error(
      `trace segment version ${version} is not ${VERSION}: run \`atalaya trace --all\``,
    );
  }
  if (words.length !== HEADER_WORDS + BUCKETS + 1 + 2 * count! || rows! > SEGMENT_ROWS) {
    throw new Error(`damaged trace segment: ${count} entries do not fit ${data.byteLength} bytes`);
  }
  if (checksum(words, CHECKSUM_AT) !== sum)
    throw new Error('damaged trace segment: its checksum does not match');
  return view(words as Uint32Array<ArrayBuffer>, base!, rows!, count!);
}

function view(
  words: Uint32Array<ArrayBuffer>,
  base: number,
  rows: number,
  count: number,
): Segment & { directory: Uint32Array; hashes: Uint32Array; entries: Uint32Array } {
  const at = HEADER_WORDS + BUCKETS + 1;
  return {
    base,
    rows,
    count,
    directory: words.subarray(HEADER_WORDS, at),
    hashes: words.subarray(at, at + count),
    entries: words.subarray(at + count, at + 2 * count),
    data: new Uint8Array(words.buffer, words.byteOffset, words.byteLength),
  };
}

/** Radix sort by hash, 16 bits a pass; entries of one hash are then sorted by insertion. */
function sortInto(hashes: Uint32Array, entries: Uint32Array, out: Segment): void {
  const count = hashes.length;
  const midHashes = new Uint32Array(count);
  const midEntries = new Uint32Array(count);
  const starts = new Uint32Array(BUCKETS + 1);
  for (let i = 0; i < count; i++) starts[(hashes[i]! & 0xffff) + 1]!++;
  for (let b = 0; b < BUCKETS; b++) starts[b + 1]! += starts[b]!;
  for (let i = 0; i < count; i++) {
    const at = starts[hashes[i]! & 0xffff]!++;
    midHashes[at] = hashes[i]!;
    midEntries[at] = entries[i]!;
  }
  const { directory } = out;
  for (let i = 0; i < count; i++) directory[(midHashes[i]! >>> 16) + 1]!++;
  for (let b = 0; b < BUCKETS; b++) directory[b + 1]! += directory[b]!;
  const next = directory.slice(0, BUCKETS);
  for (let i = 0; i < count; i++) {
    const at = next[midHashes[i]! >>> 16]!++;
    out.hashes[at] = midHashes[i]!;
    out.entries[at] = midEntries[i]!;
  }
  sortRuns(out.hashes, out.entries);
}

/** Within one hash the passes kept row order; only differing tails need sorting, which is rare. */
function sortRuns(hashes: Uint32Array, entries: Uint32Array): void {
  let begin = 0;
  for (let i = 1; i <= hashes.length; i++) {
    if (i < hashes.length && hashes[i] === hashes[begin]) continue;
    let sorted = true;
    for (let j = begin + 1; j < i && sorted; j++) sorted = entries[j]! >= entries[j - 1]!;
    if (!sorted) entries.subarray(begin, i).sort();
    begin = i;
  }
}
