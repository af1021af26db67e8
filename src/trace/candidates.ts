/**
 * Candidates: which pairs of texts share enough fingerprints to be worth aligning.
 *
 * All segments are joined bucket by bucket: a bucket holds the fingerprints with the same upper 16
 * bits, a few thousand of a million texts, so that what is compared at one time fits the processor's
 * cache. A bucket's slices of all segments are brought together by one counting pass and insertion,
 * which costs the same for one segment as for hundreds; each group of equal fingerprints yields
 * pairs:
 *
 * - rows of an outlet that repeats the fingerprint in many of its articles are boilerplate there
 *   and take no part (see boilerplate.ts); they are remembered for the aligner;
 * - up to `FULL` rows: every pair, weighted by rarity;
 * - more: each row with the `STAR` first and the last two before it, lightly weighted, so that a
 *   wire story in a thousand outlets stays connected while a common phrase needs company.
 *
 * A pair is a candidate at `ENOUGH` weight (pair-counts.ts). Growth: linear in the fingerprints, plus
 * at most FULL / 2 pairs a fingerprint. When texts are added to an index, only the buckets' entries
 * that a new text has, too, are looked at. 169 million fingerprints of a million texts are joined in
 * 16 seconds of one processor; those of a thousand new texts with all in 2.
 */
import { BoilerplateSet, boilerplateFrom, FEWEST } from './boilerplate.ts';
import { U32Column } from './columns.ts';
import { PairCounts, ROW_LIMIT } from './pair-counts.ts';
import { BUCKETS, type Segment } from './segments.ts';

/** Groups of up to this many rows yield all their pairs. */
const FULL = 50;
/** Rows that every row of a larger group is paired with. */
const STAR = 4;
/** A fingerprint in at most this many texts is evidence by itself. */
const RARE = 8;
const WEIGHT_RARE = 4;
const WEIGHT_USUAL = 2;
const WEIGHT_COMMON = 1;

/** Buckets between two reports of progress. */
const REPORT = 1024;

/** Which outlet each row belongs to (0, 1, 2 …) and how many rows each outlet has. */
export interface Outlets {
  readonly ofRow: Uint32Array;
  readonly rows: Uint32Array;
}

export interface JoinOptions {
  /** Only pairs with at least one row from here on are found: what an index gains. Default 0. */
  readonly firstNew?: number;
  /** Known from joins before; what is found is added to it. */
  readonly boilerplate?: BoilerplateSet;
  /** Called now and then with the share done, 0–1. */
  readonly onProgress?: (share: number) => void;
}

export interface Candidates {
  /** Parallel columns; `a[i] < b[i]`, sorted by a, then b, each pair once. */
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly boilerplate: BoilerplateSet;
  /** For each row 1 if this join met boilerplate of its outlet in it. */
  readonly carriers: Uint8Array;
}

/**
 * Joins all segments, which are in the order of their rows. Throws if they hold more rows than a
 * pair key can name.
 */
export function findCandidates(
  segments: readonly Segment[],
  outlets: Outlets,
  { firstNew = 0, boilerplate = new BoilerplateSet(), onProgress }: JoinOptions = {},
): Candidates {
  const last = segments[segments.length - 1];
  const rows = last === undefined ? 0 : last.base + last.rows;
  if (rows > ROW_LIMIT) {
    throw new Error(`a trace index holds at most ${ROW_LIMIT} texts, not ${rows}`);
  }
  const join = new Join(segments, outlets, firstNew, boilerplate, rows);
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    if (bucket % REPORT === 0) onProgress?.(bucket / BUCKETS);
    join.bucket(bucket);
  }
  return { ...join.pairs.found(), boilerplate, carriers: join.carriers };
}

/** The scratch of one join: a bucket's entries, rows of the group, counts by outlet. */
class Join {
  readonly pairs: PairCounts;
  readonly carriers: Uint8Array;
  private readonly segments: readonly Segment[];
  /** Segments before this one hold no new row. */
  private readonly firstSegment: number;
  private readonly outlets: Outlets;
  private readonly firstNew: number;
  private readonly boilerplate: BoilerplateSet;
  /** Whether joins before found boilerplate: then even a group of two may be of it. */
  private readonly known: boolean;
  /** Lower half of the hash << 16 | tail, and the row, in the order of the rows. */
  private readonly keys = new U32Column(4096);
  private readonly rows = new U32Column(4096);
  private sortedKeys = new Uint32Array(4096);
  private sortedRows = new Uint32Array(4096);
  private readonly starts = new Uint32Array(BUCKETS + 1);
  /** 1 for lower halves of a hash that a new text has. */
  private readonly wanted = new Uint8Array(BUCKETS);
  private readonly group = new U32Column(256);
  private readonly perOutlet: Uint32Array;
  private readonly touched = new U32Column(256);

  constructor(
    segments: readonly Segment[],
    outlets: Outlets,
    firstNew: number,
    boilerplate: BoilerplateSet,
    rows: number,
  ) {
    this.segments = segments;
    this.outlets = outlets;
    this.firstNew = firstNew;
    this.boilerplate = boilerplate;
    this.known = boilerplate.size > 0;
    const first = segments.findIndex(({ base, rows }) => base + rows > firstNew);
    this.firstSegment = first < 0 ? segments.length : first;
    this.pairs = new PairCounts(rows);
    this.carriers = new Uint8Array(rows);
    this.perOutlet = new Uint32Array(outlets.rows.length);
  }

  /** Finds the groups of one bucket of all segments. */
  bucket(bucket: number): void {
    const { segments, firstSegment } = this;
    this.keys.clear();
    this.rows.clear();
    if (firstSegment > 0 && !this.want(bucket, 1)) return;
    for (let s = 0; s < firstSegment; s++) this.gatherWanted(segments[s]!, bucket);
    for (let s = firstSegment; s < segments.length; s++) this.gather(segments[s]!, bucket);
    if (firstSegment > 0) this.want(bucket, 0);
    if (this.keys.length < 2) return;
    this.sort();
    this.groups(bucket);
  }

  /** Marks (1) or unmarks (0) what the new texts have of a bucket; false if that is nothing. */
  private want(bucket: number, mark: 0 | 1): boolean {
    const { segments, wanted } = this;
    let any = false;
    for (let s = this.firstSegment; s < segments.length; s++) {
      const { directory, hashes } = segments[s]!;
      const end = directory[bucket + 1]!;
      for (let i = directory[bucket]!; i < end; i++) wanted[hashes[i]! & 0xffff] = mark;
      any ||= end > directory[bucket]!;
    }
    return any;
  }

  private gather({ directory, hashes, entries, base }: Segment, bucket: number): void {
    const end = directory[bucket + 1]!;
    for (let i = directory[bucket]!; i < end; i++) {
      const entry = entries[i]!;
      this.keys.push(((hashes[i]! << 16) | (entry >>> 16)) >>> 0);
      this.rows.push(base + (entry & 0xffff));
    }
  }

  private gatherWanted({ directory, hashes, entries, base }: Segment, bucket: number): void {
    const { wanted } = this;
    const end = directory[bucket + 1]!;
    for (let i = directory[bucket]!; i < end; i++) {
      if (wanted[hashes[i]! & 0xffff] === 0) continue;
      const entry = entries[i]!;
      this.keys.push(((hashes[i]! << 16) | (entry >>> 16)) >>> 0);
      this.rows.push(base + (entry & 0xffff));
    }
  }

  /** Sorts by key; rows of one key keep their order. About one entry a bin, so O(n). */
  private sort(): void {
    const keys = this.keys.view();
    const rows = this.rows.view();
    const count = keys.length;
    if (this.sortedKeys.length < count) {
      this.sortedKeys = new Uint32Array(count * 2);
      this.sortedRows = new Uint32Array(count * 2);
    }
    const { sortedKeys, sortedRows, starts } = this;
    const shift = Math.max(16, Math.clz32(count));
    starts.fill(0, 0, (0xffffffff >>> shift) + 2);
    for (let i = 0; i < count; i++) starts[(keys[i]! >>> shift) + 1]!++;
    for (let bin = 1; bin <= 0xffffffff >>> shift; bin++) starts[bin]! += starts[bin - 1]!;
    for (let i = 0; i < count; i++) {
      const at = starts[keys[i]! >>> shift]!++;
      sortedKeys[at] = keys[i]!;
      sortedRows[at] = rows[i]!;
    }
    for (let i = 1; i < count; i++) {
      const key = sortedKeys[i]!;
      if (sortedKeys[i - 1]! <= key) continue;
      const row = sortedRows[i]!;
      let at = i;
      for (; at > 0 && sortedKeys[at - 1]! > key; at--) {
        sortedKeys[at] = sortedKeys[at - 1]!;
        sortedRows[at] = sortedRows[at - 1]!;
      }
      sortedKeys[at] = key;
      sortedRows[at] = row;
    }
  }

  private groups(bucket: number): void {
    const { sortedKeys, sortedRows, group } = this;
    const count = this.keys.length;
    for (let i = 0; i < count; ) {
      const key = sortedKeys[i]!;
      let end = i + 1;
      while (end < count && sortedKeys[end] === key) end++;
      if (end - i > 1) {
        group.clear();
        // A text may have the same fingerprint twice.
        for (let at = i; at < end; at++) {
          if (at === i || sortedRows[at] !== sortedRows[at - 1]) group.push(sortedRows[at]!);
        }
        if (group.length > 1) this.pair(group.view(), bucket * BUCKETS + (key >>> 16));
      }
      i = end;
    }
  }

  private pair(group: Uint32Array, hash: number): void {
    const { firstNew, pairs } = this;
    if (group[group.length - 1]! < firstNew) return;
    const size = this.dropBoilerplate(group, hash);
    if (size > FULL) {
      this.star(group, size);
      return;
    }
    const weight = size <= RARE ? WEIGHT_RARE : WEIGHT_USUAL;
    for (let j = 1; j < size; j++) {
      const b = group[j]!;
      if (b < firstNew) continue;
      for (let i = 0; i < j; i++) pairs.add(group[i]!, b, weight);
    }
  }

  private star(group: Uint32Array, size: number): void {
    for (let j = 1; j < size; j++) {
      const b = group[j]!;
      if (b < this.firstNew) continue;
      const stars = Math.min(STAR, j);
      for (let i = 0; i < stars; i++) this.pairs.add(group[i]!, b, WEIGHT_COMMON);
      for (let i = Math.max(stars, j - 2); i < j; i++) {
        this.pairs.add(group[i]!, b, WEIGHT_COMMON);
      }
    }
  }

  /** Moves the rows that remain to the front of the group and returns how many they are. */
  private dropBoilerplate(group: Uint32Array, hash: number): number {
    const { outlets, perOutlet, boilerplate, known, touched, carriers } = this;
    if (group.length < FEWEST && !known) return group.length;
    touched.clear();
    for (let i = 0; i < group.length; i++) {
      const outlet = outlets.ofRow[group[i]!]!;
      if (perOutlet[outlet]!++ === 0) touched.push(outlet);
    }
    for (const outlet of touched.view()) {
      const many = perOutlet[outlet]! >= boilerplateFrom(outlets.rows[outlet]!);
      if (many) boilerplate.add(outlet, hash);
      perOutlet[outlet] = many || (known && boilerplate.has(outlet, hash)) ? 1 : 0;
    }
    let kept = 0;
    for (let i = 0; i < group.length; i++) {
      const row = group[i]!;
      if (perOutlet[outlets.ofRow[row]!] === 1) carriers[row] = 1;
      else group[kept++] = row;
    }
    for (const outlet of touched.view()) perOutlet[outlet] = 0;
    return kept;
  }
}
