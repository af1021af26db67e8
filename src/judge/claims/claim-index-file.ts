/**
 * An index of fact-checks as columns of one buffer, which is its own file format: `packClaimIndex`
 * lays it out, `readClaimIndex` opens it without reading more than the checksum does. O(bytes).
 *
 * Layout, little-endian 32-bit words: magic, version, checksum, seven counts, then the columns of
 * `ClaimIndex` in the order in which `view` takes them, each filled up to whole words.
 */
import { fillTable, slotsFor, type TermTable } from './term-table.ts';

/** 'ATCI' */
const MAGIC = 0x49435441;
const VERSION = 1;
const CHECKSUM_AT = 2;
const COUNTS_AT = 3;
const HEADER_WORDS = 10;
/** Texts kept of each check: id, claim, title. */
const KEPT = 3;

/** The number that ends a field in `sequence`, so that no phrase is seen across it; no term has it. */
export const FIELD_END = 0;

export interface ClaimIndex extends TermTable {
  readonly size: number;
  /** Primary tags. */
  readonly languages: readonly string[];
  /** Number into `languages`, one a check. */
  readonly languageOf: Uint8Array;
  readonly idf: Float32Array;
  /** Postings of term t: `postings[t] … postings[t + 1]`. */
  readonly postings: Uint32Array;
  readonly rows: Uint32Array;
  /** BM25F's weighted, length-normalised frequencies. */
  readonly weights: Float32Array;
  /** Words of each check in order, without the body: `words[r] … words[r + 1]` of `sequence`. */
  readonly words: Uint32Array;
  readonly sequence: Uint32Array;
  /** UTF-8 of id, claim and title of each check, then of the languages, one a line. */
  readonly texts: Uint8Array;
  readonly textStarts: Uint32Array;
  /** All of the above as bytes: what is written to a file or a database. */
  readonly data: Uint8Array;
}

/** What a builder has gathered, by the names of `ClaimIndex`. */
export type ClaimColumns = Pick<
  ClaimIndex,
  | 'languageOf'
  | 'idf'
  | 'postings'
  | 'rows'
  | 'weights'
  | 'words'
  | 'sequence'
  | 'texts'
  | 'textStarts'
> & { readonly terms: ReadonlyMap<string, number> };

interface Counts {
  readonly size: number;
  readonly terms: number;
  readonly entries: number;
  readonly sequence: number;
  readonly units: number;
  readonly slots: number;
  readonly bytes: number;
}

/** Lays columns out in one buffer; terms are numbered in the map's order. */
export function packClaimIndex(columns: ClaimColumns): ClaimIndex {
  let units = 0;
  for (const key of columns.terms.keys()) units += key.length;
  const counts: Counts = {
    size: columns.languageOf.length,
    terms: columns.terms.size,
    entries: columns.rows.length,
    sequence: columns.sequence.length,
    units,
    slots: slotsFor(columns.terms.size),
    bytes: columns.texts.length,
  };
  const words = new Uint32Array(wordsOf(counts));
  words.set([MAGIC, VERSION, 0, ...Object.values(counts)]);
  const parts = partsOf(words, counts);
  for (const name of COPIED) parts[name].set(columns[name]);
  fillTable(parts, columns.terms.keys());
  words[CHECKSUM_AT] = checksum(words);
  return view(words, counts);
}

const COPIED = [
  ...(['postings', 'idf', 'rows', 'weights', 'words', 'sequence'] as const),
  ...(['textStarts', 'languageOf', 'texts'] as const),
];

/** Opens an index from bytes; throws, saying what is wrong, if they are not a whole index. */
export function readClaimIndex(data: Uint8Array): ClaimIndex {
  if (data.byteLength % 4 !== 0 || data.byteLength < HEADER_WORDS * 4) {
    throw new Error(
      `not an index of fact-checks: ${data.byteLength} bytes is not a possible length`,
    );
  }
  // Not `data.slice()`: a Buffer's slice copies nothing and stays where it was.
  const aligned = data.byteOffset % 4 === 0 ? data : new Uint8Array(data);
  const words = new Uint32Array(
    aligned.buffer as ArrayBuffer,
    aligned.byteOffset,
    aligned.byteLength / 4,
  );
  if (words[0] !== MAGIC) {
    throw new Error('not an index of fact-checks: its first four bytes are not "ATCI"');
  }
  if (words[1] !== VERSION) {
    throw new Error(`index of fact-checks: version ${words[1]} is not ${VERSION}: build it again`);
  }
  const [size, terms, entries, sequence, units, slots, bytes] = words.subarray(
    COUNTS_AT,
    HEADER_WORDS,
  ) as unknown as readonly number[];
  const counts = {
    ...{ size: size!, terms: terms!, entries: entries!, sequence: sequence! },
    ...{ units: units!, slots: slots!, bytes: bytes! },
  };
  if (words.length !== wordsOf(counts)) {
    const whole = 4 * wordsOf(counts);
    throw new Error(`damaged index of fact-checks: ${data.byteLength} bytes, not ${whole}`);
  }
  if (words[CHECKSUM_AT] !== checksum(words)) {
    throw new Error('damaged index of fact-checks: its checksum does not match');
  }
  return view(words, counts);
}

/** Identifier, claim and title of a check by its row; the title is empty where there is none. */
export const idOf = (index: ClaimIndex, row: number): string => textAt(index, KEPT * row);
export const claimOf = (index: ClaimIndex, row: number): string => textAt(index, KEPT * row + 1);
export const titleOf = (index: ClaimIndex, row: number): string => textAt(index, KEPT * row + 2);

/** Keeps a byte order mark: it is part of the text. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const textAt = ({ texts, textStarts }: Pick<ClaimIndex, 'texts' | 'textStarts'>, at: number) =>
  decoder.decode(texts.subarray(textStarts[at]!, textStarts[at + 1]!));

function view(words: Uint32Array<ArrayBuffer>, counts: Counts): ClaimIndex {
  const parts = partsOf(words, counts);
  const languages = textAt(parts, KEPT * counts.size).split('\n');
  const data = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
  return { size: counts.size, languages, ...parts, data };
}

function partsOf({ buffer, byteOffset, byteLength }: Uint32Array<ArrayBuffer>, counts: Counts) {
  let at = byteOffset + 4 * HEADER_WORDS;
  const take = (bytes: number): number => {
    const from = at;
    at += 4 * Math.ceil(bytes / 4);
    return from;
  };
  const ints = (count: number) => new Uint32Array(buffer, take(4 * count), count);
  const floats = (count: number) => new Float32Array(buffer, take(4 * count), count);
  const parts = {
    postings: ints(counts.terms + 1),
    idf: floats(counts.terms),
    rows: ints(counts.entries),
    weights: floats(counts.entries),
    words: ints(counts.size + 1),
    sequence: ints(counts.sequence),
    keyStarts: ints(counts.terms + 1),
    slots: ints(counts.slots),
    soundHeads: ints(counts.terms),
    textStarts: ints(KEPT * counts.size + 2),
    keys: new Uint16Array(buffer, take(2 * counts.units), counts.units),
    languageOf: new Uint8Array(buffer, take(counts.size), counts.size),
    texts: new Uint8Array(buffer, take(counts.bytes), counts.bytes),
  };
  if (at !== byteOffset + byteLength) throw new Error(`columns end at ${at}, not with the buffer`);
  return parts;
}

function wordsOf({ size, terms, entries, sequence, units, slots, bytes }: Counts): number {
  const ints = 4 * terms + 2 + 2 * entries + (size + 1) + sequence + slots + KEPT * size + 2;
  return HEADER_WORDS + ints + Math.ceil(units / 2) + Math.ceil(size / 4) + Math.ceil(bytes / 4);
}

/** Every step is one to one, so that a change of any one word changes the sum for certain. */
function checksum(words: Uint32Array): number {
  let sum = 1;
  for (let i = 0; i < words.length; i++) {
    if (i === CHECKSUM_AT) continue;
    sum = Math.imul(sum ^ words[i]!, 0x9e3779b1);
    sum ^= sum >>> 15;
  }
  return sum >>> 0;
}
