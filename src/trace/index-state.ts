/**
 * The state of a trace index: what is known of all its rows together, beside their segments. Which
 * outlet each row is of, which rows carry their outlet's boilerplate, and what that boilerplate is.
 * It grows with the index; as bytes it is 4 a row, 8 a fingerprint of boilerplate, and the names.
 *
 * Layout, little-endian 32-bit words: magic, version, checksum, rows, rows of the last whole trace,
 * boilerplate keys, bytes of the names; a word a row (outlet << 1 | carries boilerplate); the keys
 * (outlet, hash); the outlets' names as JSON in UTF-8, filled up with spaces.
 */
import { BoilerplateSet } from './boilerplate.ts';
import type { Outlets } from './candidates.ts';
import { checksum } from './checksum.ts';
import { U32Column } from './columns.ts';

/** 'ATST' */
const MAGIC = 0x54535441;
const VERSION = 1;
const HEADER_WORDS = 7;
const CHECKSUM_AT = 2;

export class IndexState {
  /** Names of the outlets by number. */
  readonly domains: string[] = [];
  boilerplate = new BoilerplateSet();
  /** Rows that there were when the index was last made as a whole. */
  wholeRows = 0;
  private readonly numbers = new Map<string, number>();
  private readonly ofRow = new U32Column();
  private readonly perOutlet = new U32Column();
  private carrying = new Uint8Array(0);

  get rows(): number {
    return this.ofRow.length;
  }

  /** Adds the next row, an article of `domain`. */
  add(domain: string): void {
    let outlet = this.numbers.get(domain);
    if (outlet === undefined) {
      outlet = this.domains.push(domain) - 1;
      this.numbers.set(domain, outlet);
      this.perOutlet.push(0);
    }
    this.ofRow.push(outlet);
    this.perOutlet.view()[outlet]!++;
  }

  /** The outlets of all rows; valid until the next `add`. */
  outlets(): Outlets {
    return { ofRow: this.ofRow.view(), rows: this.perOutlet.view() };
  }

  /** Marks rows, by index, that carry their outlet's boilerplate. */
  carry(carriers: Uint8Array): void {
    const known = this.carrying;
    this.carrying = carriers.slice();
    for (let row = 0; row < known.length; row++) this.carrying[row]! |= known[row]!;
  }

  /** For each outlet with boilerplate: how many rows carry some, and the first of them. */
  carriers(): { readonly domain: string; readonly rows: number; readonly first: number }[] {
    const found = new Map<number, { domain: string; rows: number; first: number }>();
    const ofRow = this.ofRow.view();
    for (let row = 0; row < this.carrying.length; row++) {
      if (this.carrying[row] === 0) continue;
      const outlet = ofRow[row]!;
      const known = found.get(outlet);
      if (known !== undefined) known.rows++;
      else found.set(outlet, { domain: this.domains[outlet]!, rows: 1, first: row });
    }
    return [...found.values()];
  }

  toBytes(): Uint8Array {
    const names = new TextEncoder().encode(JSON.stringify(this.domains));
    const keys = this.boilerplate.keys();
    const keysAt = HEADER_WORDS + this.rows;
    const namesAt = keysAt + 2 * keys.length;
    const words = new Uint32Array(namesAt + Math.ceil(names.length / 4));
    words.set([MAGIC, VERSION, 0, this.rows, this.wholeRows, keys.length, names.length]);
    this.ofRow.view().forEach((outlet, row) => {
      words[HEADER_WORDS + row] = (outlet << 1) | (this.carrying[row] ?? 0);
    });
    keys.forEach((key, i) => {
      words[keysAt + 2 * i] = Math.floor(key / 2 ** 32);
      words[keysAt + 2 * i + 1] = key % 2 ** 32;
    });
    new Uint8Array(words.buffer, namesAt * 4).set(names);
    words[CHECKSUM_AT] = checksum(words, CHECKSUM_AT);
    return new Uint8Array(words.buffer);
  }

  /** Reads a state from bytes; throws, saying what is wrong, if they are not a whole one. */
  static from(data: Uint8Array): IndexState {
    const words = wordsOf(data);
    const [, , , rows, wholeRows, keys, nameBytes] = words as unknown as readonly number[];
    const keysAt = HEADER_WORDS + rows!;
    const namesAt = keysAt + 2 * keys!;
    const state = new IndexState();
    const names = new Uint8Array(words.buffer, words.byteOffset + namesAt * 4, nameBytes!);
    const domains = JSON.parse(new TextDecoder().decode(names)) as string[];
    const carriers = new Uint8Array(rows!);
    for (let row = 0; row < rows!; row++) {
      const word = words[HEADER_WORDS + row]!;
      state.add(domains[word >>> 1]!);
      carriers[row] = word & 1;
    }
    state.carrying = carriers;
    for (let i = keysAt; i < namesAt; i += 2) state.boilerplate.add(words[i]!, words[i + 1]!);
    state.wholeRows = wholeRows!;
    return state;
  }
}

/** The bytes as words, checked. */
function wordsOf(data: Uint8Array): Uint32Array {
  if (data.byteLength % 4 !== 0 || data.byteLength < HEADER_WORDS * 4) {
    throw new Error(`not a trace state: ${data.byteLength} bytes is not a possible length`);
  }
  // A copy where the bytes do not begin at a word's bound; not `slice`, which a Buffer has otherwise.
  const aligned = data.byteOffset % 4 === 0 ? data : new Uint8Array(data);
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
  const [magic, version, sum, rows, , keys, names] = words as unknown as readonly number[];
  if (magic !== MAGIC) throw new Error('not a trace state: its first four bytes are not "ATST"');
  if (version !== VERSION) throw new Error(`trace state version ${version} is not ${VERSION}`);
  if (words.length !== HEADER_WORDS + rows! + 2 * keys! + Math.ceil(names! / 4)) {
    throw new Error(`damaged trace state: ${rows} rows do not fit ${data.byteLength} bytes`);
  }
  if (checksum(words, CHECKSUM_AT) !== sum) {
    throw new Error('damaged trace state: its checksum does not match');
  }
  return words;
}
