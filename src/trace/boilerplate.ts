/**
 * Boilerplate: which fingerprints an outlet repeats in so many of its articles that they say nothing
 * about copying. By evidence, not by a list of phrases.
 *
 * The set is open-addressed in one typed array, so that several readers can look at the same buffer;
 * its keys are an outlet's number and the upper 32 bits of a fingerprint, together a double. 8 bytes a
 * slot, 16 to 32 a key.
 */

/** An outlet's fingerprint is boilerplate in this share of its articles, within these bounds. */
const SHARE = 0.02;
const LEAST = 5;
const MOST = 40;
/** Of an outlet with few articles: in nearly all of them, and in no fewer than four. */
export const FEWEST = 4;
const FEW_SHARE = 0.75;

const FREE = -1;
const LEAST_SLOTS = 1024;

/** From how many of its `articles` on an outlet's fingerprint is boilerplate. */
export function boilerplateFrom(articles: number): number {
  const few = Math.max(FEWEST, Math.ceil(articles * FEW_SHARE));
  if (few <= LEAST) return few;
  return Math.min(MOST, Math.max(LEAST, Math.ceil(articles * SHARE)));
}

/** Fingerprints that are boilerplate at an outlet. At most 2^21 outlets. */
export class BoilerplateSet {
  size = 0;
  /** The set as it is stored; a power of two long, at least half of it free. */
  slots: Float64Array = new Float64Array(LEAST_SLOTS).fill(FREE);

  /** A set over the slots of another one, for reading only. */
  static over(slots: Float64Array): BoilerplateSet {
    const set = new BoilerplateSet();
    set.slots = slots;
    for (const key of slots) if (key !== FREE) set.size++;
    return set;
  }

  /** A set of keys as `keys` gives them. */
  static of(keys: Iterable<number>): BoilerplateSet {
    const set = new BoilerplateSet();
    for (const key of keys) set.add(Math.floor(key / 2 ** 32), key % 2 ** 32);
    return set;
  }

  add(outlet: number, hash: number): void {
    const key = outlet * 2 ** 32 + hash;
    const at = this.find(outlet, hash, key);
    if (this.slots[at] === key) return;
    this.slots[at] = key;
    if (++this.size * 2 > this.slots.length) this.grow();
  }

  has(outlet: number, hash: number): boolean {
    const key = outlet * 2 ** 32 + hash;
    return this.slots[this.find(outlet, hash, key)] === key;
  }

  /** All keys in ascending order: outlet * 2^32 + hash. */
  keys(): Float64Array {
    return this.slots.filter((key) => key !== FREE).sort();
  }

  /** The slot of a key, or the free one where it would stand. */
  private find(outlet: number, hash: number, key: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let at = Math.imul(hash ^ Math.imul(outlet, 0x85ebca6b), 0x9e3779b1) >>> 0;
    at = (at ^ (at >>> 16)) & mask;
    while (slots[at] !== FREE && slots[at] !== key) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Float64Array(old.length * 2).fill(FREE);
    for (const key of old) {
      if (key === FREE) continue;
      this.slots[this.find(Math.floor(key / 2 ** 32), key % 2 ** 32, key)] = key;
    }
  }
}
