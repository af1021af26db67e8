/**
 * Candidates: which pairs of texts share enough fingerprints to be worth aligning.
 *
 * All segments are joined bucket by bucket: a bucket holds the fingerprints with the same upper 16
 * bits, so that what is merged at one time fits the processor's cache, and a range of buckets is an
 * independent job. Within a bucket the sorted slices are merged, and each group of equal
 * fingerprints yields pairs:
 *
 * - rows of an outlet that repeats the fingerprint in many of its articles are boilerplate there
 *   and take no part (by evidence, not by a list of phrases); they are remembered for the aligner;
 * - up to `FULL` rows: every pair, weighted by rarity;
 * - more: each row with the `STAR` first and the last two before it, lightly weighted, so that a
 *   wire story in a thousand outlets stays connected while a common phrase needs company.
 *
 * A pair is a candidate at `ENOUGH` weight. Growth: linear in the fingerprints, plus at most
 * FULL / 2 pairs a fingerprint; the pairs are sorted, O(p log p).
 */
import { F64Column, U32Column } from './columns.ts';
import type { Segment } from './segments.ts';

/** Groups of up to this many rows yield all their pairs. */
const FULL = 50;
/** Rows that every row of a larger group is paired with. */
const STAR = 4;
/** A fingerprint in at most this many texts is evidence by itself. */
const RARE = 8;
const ENOUGH = 4;
const WEIGHT_RARE = 3;
const WEIGHT_USUAL = 1;
const WEIGHT_COMMON = 0;

/** An outlet's fingerprint is boilerplate in this share of its articles, within these bounds. */
const BOILERPLATE_SHARE = 0.02;
const BOILERPLATE_LEAST = 5;
const BOILERPLATE_MOST = 40;
/** Of an outlet with few articles: in nearly all of them, and in no fewer than four. */
const BOILERPLATE_FEW = 4;
const BOILERPLATE_FEW_SHARE = 0.75;

/** Rows are 25 bits within a pair key, so that two rows and a weight fit a double. */
const ROW_LIMIT = 2 ** 25;

/** Which outlet each row belongs to (0, 1, 2 …) and how many rows each outlet has. */
export interface Outlets {
  readonly ofRow: Uint32Array;
  readonly rows: Uint32Array;
}

export interface Candidates {
  /** Parallel columns; `a[i] < b[i]`, sorted by a, then b, each pair once. */
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** Keys (see `boilerplateKey`) of fingerprints that are boilerplate at an outlet. */
  readonly boilerplate: ReadonlySet<number>;
}

/** One number for an outlet and the upper 32 bits of a fingerprint. */
export function boilerplateKey(outlet: number, hash: number): number {
  return outlet * 2 ** 32 + hash;
}

/** From how many of its `articles` on an outlet's fingerprint is boilerplate. */
export function boilerplateFrom(articles: number): number {
  const few = Math.max(BOILERPLATE_FEW, Math.ceil(articles * BOILERPLATE_FEW_SHARE));
  if (few <= BOILERPLATE_LEAST) return few;
  const share = Math.ceil(articles * BOILERPLATE_SHARE);
  return Math.min(BOILERPLATE_MOST, Math.max(BOILERPLATE_LEAST, share));
}

/**
 * Joins all segments. With `firstNew`, only pairs with at least one row from `firstNew` on are
 * found: what an index gains when texts are added.
 */
export function findCandidates(
  segments: readonly Segment[],
  outlets: Outlets,
  firstNew = 0,
): Candidates {
  const last = segments[segments.length - 1];
  if (last !== undefined && last.base + last.rows > ROW_LIMIT) {
    throw new Error(`a trace index holds at most ${ROW_LIMIT} texts, not ${last.base + last.rows}`);
  }
  const join = new Join(segments, outlets, firstNew);
  for (let bucket = 0; bucket < 65536; bucket++) join.bucket(bucket);
  return { ...countPairs(join.keys.view()), boilerplate: join.boilerplate };
}

/** The scratch of one join: heads of the merge, rows of the group, counts by outlet. */
class Join {
  readonly keys = new F64Column(1 << 16);
  readonly boilerplate = new Set<number>();
  private readonly segments: readonly Segment[];
  private readonly outlets: Outlets;
  private readonly firstNew: number;
  private readonly heads: Uint32Array;
  private readonly tails: Uint32Array;
  private readonly group = new U32Column(256);
  private readonly perOutlet: Uint32Array;
  private readonly touched = new U32Column(256);

  constructor(segments: readonly Segment[], outlets: Outlets, firstNew: number) {
    this.segments = segments;
    this.outlets = outlets;
    this.firstNew = firstNew;
    this.heads = new Uint32Array(segments.length);
    this.tails = new Uint32Array(segments.length);
    this.perOutlet = new Uint32Array(outlets.rows.length);
  }

  /** Merges one bucket of all segments; group by group, k comparisons a group. */
  bucket(bucket: number): void {
    const { segments, heads, tails, group } = this;
    for (let s = 0; s < segments.length; s++) {
      heads[s] = segments[s]!.directory[bucket]!;
      tails[s] = segments[s]!.directory[bucket + 1]!;
    }
    for (;;) {
      let hash = -1;
      let tail = 0;
      for (let s = 0; s < segments.length; s++) {
        const head = heads[s]!;
        if (head === tails[s]) continue;
        const h = segments[s]!.hashes[head]!;
        const t = segments[s]!.entries[head]! >>> 16;
        if (hash < 0 || h < hash || (h === hash && t < tail)) {
          hash = h;
          tail = t;
        }
      }
      if (hash < 0) return;
      group.clear();
      for (let s = 0; s < segments.length; s++) this.take(s, hash, tail);
      if (group.length > 1) this.pair(group.view(), hash);
    }
  }

  /** Moves the rows of one segment that carry the fingerprint into the group, each once. */
  private take(s: number, hash: number, tail: number): void {
    const { hashes, entries, base } = this.segments[s]!;
    const end = this.tails[s]!;
    let head = this.heads[s]!;
    let before = -1;
    while (head < end && hashes[head] === hash && entries[head]! >>> 16 === tail) {
      const row = base + (entries[head]! & 0xffff);
      if (row !== before) this.group.push(row);
      before = row;
      head++;
    }
    this.heads[s] = head;
  }

  private pair(group: Uint32Array, hash: number): void {
    const { firstNew, keys } = this;
    let size = group.length;
    if (group[size - 1]! < firstNew) return;
    if (size >= BOILERPLATE_FEW) size = this.dropBoilerplate(group, hash);
    if (size > FULL) {
      this.star(group, size);
      return;
    }
    const weight = size <= RARE ? WEIGHT_RARE : WEIGHT_USUAL;
    for (let j = 1; j < size; j++) {
      const b = group[j]!;
      if (b < firstNew) continue;
      for (let i = 0; i < j; i++) keys.push(pairKey(group[i]!, b, weight));
    }
  }

  private star(group: Uint32Array, size: number): void {
    for (let j = 1; j < size; j++) {
      const b = group[j]!;
      if (b < this.firstNew) continue;
      const stars = Math.min(STAR, j);
      for (let i = 0; i < stars; i++) this.keys.push(pairKey(group[i]!, b, WEIGHT_COMMON));
      for (let i = Math.max(stars, j - 2); i < j; i++) {
        this.keys.push(pairKey(group[i]!, b, WEIGHT_COMMON));
      }
    }
  }

  /** Moves the rows that remain to the front of the group and returns how many they are. */
  private dropBoilerplate(group: Uint32Array, hash: number): number {
    const { outlets, perOutlet, boilerplate, touched } = this;
    touched.clear();
    for (let i = 0; i < group.length; i++) {
      const outlet = outlets.ofRow[group[i]!]!;
      if (perOutlet[outlet]!++ === 0) touched.push(outlet);
    }
    let kept = 0;
    for (let i = 0; i < group.length; i++) {
      const outlet = outlets.ofRow[group[i]!]!;
      if (perOutlet[outlet]! >= boilerplateFrom(outlets.rows[outlet]!)) {
        boilerplate.add(boilerplateKey(outlet, hash));
      } else group[kept++] = group[i]!;
    }
    for (const outlet of touched.view()) perOutlet[outlet] = 0;
    return kept;
  }
}

function pairKey(a: number, b: number, weight: number): number {
  return (a * ROW_LIMIT + b) * 4 + weight;
}

/** Sorts the keys and sums the weights of equal pairs. A weight code w counts w + 1. */
function countPairs(keys: Float64Array): { a: Uint32Array; b: Uint32Array } {
  keys.sort();
  const a = new U32Column(1024);
  const b = new U32Column(1024);
  let i = 0;
  while (i < keys.length) {
    const pair = Math.floor(keys[i]! / 4);
    let sum = 0;
    while (i < keys.length && Math.floor(keys[i]! / 4) === pair) {
      sum += (keys[i]! % 4) + 1;
      i++;
    }
    if (sum < ENOUGH) continue;
    a.push(Math.floor(pair / ROW_LIMIT));
    b.push(pair % ROW_LIMIT);
  }
  return { a: a.view(), b: b.view() };
}
