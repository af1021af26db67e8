/**
 * Which addresses a list has named already. 64 bits of SHA-256 each, in an open-addressing table that
 * doubles up to 2^22 places: 32 MiB at most, for 3,145,728 addresses; what comes after is not remembered, so
 * it may be given twice, and is counted. A keyless quick hash would let a hostile list hide the
 * address of another behind its own; among three million the chance of one collision is 1 in 10^6.
 */
import { createHash } from 'node:crypto';

const FIRST_PLACES = 1 << 12;
const MOST_PLACES = 1 << 22;
/** Of the places that may be taken before the table doubles. */
const MOST_LOAD = 0.75;

export class KnownAddresses {
  /** Addresses asked about when the table was full. */
  unremembered = 0;
  readonly #mostPlaces: number;
  /** Two words a place; both zero where it is free. */
  #words: Uint32Array;
  #taken = 0;

  /** `mostPlaces`: a power of two. */
  constructor(mostPlaces = MOST_PLACES) {
    this.#mostPlaces = mostPlaces;
    this.#words = new Uint32Array(2 * Math.min(FIRST_PLACES, mostPlaces));
  }

  /** Whether it was added before; if not, it is now. */
  has(address: string): boolean {
    const digest = createHash('sha256').update(address).digest();
    const high = digest.readUInt32LE(0);
    // Never both zero, which would be a free place.
    const low = digest.readUInt32LE(4) | 1;
    const at = this.#placeOf(high, low >>> 0);
    if (this.#words[at + 1] !== 0) return true;
    if (this.#taken >= MOST_LOAD * this.#mostPlaces) {
      this.unremembered++;
      return false;
    }
    this.#words[at] = high;
    this.#words[at + 1] = low;
    this.#taken++;
    if (this.#taken > (MOST_LOAD * this.#words.length) / 2) this.#grow();
    return false;
  }

  /** Where that hash stands, or where it would. */
  #placeOf(high: number, low: number): number {
    const words = this.#words;
    const mask = words.length - 1;
    let at = (high * 2) & mask;
    while (words[at + 1] !== 0 && (words[at] !== high || words[at + 1] !== low)) {
      at = (at + 2) & mask;
    }
    return at;
  }

  #grow(): void {
    if (this.#words.length >= 2 * this.#mostPlaces) return;
    const old = this.#words;
    this.#words = new Uint32Array(old.length * 2);
    for (let i = 0; i < old.length; i += 2) {
      if (old[i + 1] === 0) continue;
      const at = this.#placeOf(old[i]!, old[i + 1]!);
      this.#words[at] = old[i]!;
      this.#words[at + 1] = old[i + 1]!;
    }
  }
}
