/**
 * Numbers for words, without strings: a word is looked up where it stands in its text. Open
 * addressing with linear probing over typed arrays, half full at most; each word's units are kept
 * in one array, so that two words of one hash stay two.
 *
 * O(letters) a word, whatever the words: a text whose words all hash alike finds its probes cut off,
 * and such words are new every time. The size is fixed; who uses it forgets all when it is full.
 */

/** Longer words, which are addresses and scripts without spaces, are new every time. */
const MAX_LETTERS = 64;
/** At half load, no probe of 32,768 words of our corpora took this many. */
const MAX_PROBES = 64;
/** Room for letters, a slot; a word of the seven languages has eight. */
const LETTERS_A_SLOT = 16;

export class WordSlots {
  /** Whether the slot that `slotOf` gave last was given for the first time. */
  isNew = false;
  private readonly capacity: number;
  /** Slot + 1 by hash; 0 is free. */
  private readonly index: Int32Array;
  private readonly hashes: Int32Array;
  /** Letters of slot s: begins[s] … begins[s + 1] - 1. */
  private readonly begins: Int32Array;
  private readonly letters: Uint16Array;
  private size = 0;

  /** `capacity`, a power of two: slots are 0 … capacity - 1; 52 bytes each. */
  constructor(capacity: number) {
    this.capacity = capacity;
    this.index = new Int32Array(capacity * 2);
    this.hashes = new Int32Array(capacity);
    this.begins = new Int32Array(capacity + 1);
    this.letters = new Uint16Array(capacity * LETTERS_A_SLOT);
  }

  /** Whether `count` words more find a slot, whatever they are. */
  hasRoom(count: number): boolean {
    const letters = this.begins[this.size]! + count * MAX_LETTERS;
    return this.size + count <= this.capacity && letters <= this.letters.length;
  }

  forgetAll(): void {
    this.index.fill(0);
    this.size = 0;
  }

  /** The slot of the word at [begin, end) of `text`, while there is room. */
  slotOf(text: string, begin: number, end: number): number {
    if (end - begin > MAX_LETTERS) return this.take(0);
    const { index } = this;
    const mask = index.length - 1;
    const hash = hashOf(text, begin, end);
    for (let probe = 0; probe < MAX_PROBES; probe++) {
      const at = (hash + probe) & mask;
      const slot = index[at]! - 1;
      if (slot < 0) {
        index[at] = this.size + 1;
        this.hashes[this.size] = hash;
        const from = this.begins[this.size]!;
        for (let i = begin; i < end; i++) this.letters[from + i - begin] = text.charCodeAt(i);
        return this.take(end - begin);
      }
      if (this.hashes[slot] === hash && this.isAt(slot, text, begin, end)) {
        this.isNew = false;
        return slot;
      }
    }
    return this.take(0);
  }

  /** The next slot, with so many letters behind those of the slot before. */
  private take(letters: number): number {
    this.begins[this.size + 1] = this.begins[this.size]! + letters;
    this.isNew = true;
    return this.size++;
  }

  private isAt(slot: number, text: string, begin: number, end: number): boolean {
    const from = this.begins[slot]!;
    if (this.begins[slot + 1]! - from !== end - begin) return false;
    for (let i = begin; i < end; i++) {
      if (this.letters[from + i - begin] !== text.charCodeAt(i)) return false;
    }
    return true;
  }
}

/** FNV-1a over UTF-16 units, with half of MurmurHash3's finisher. */
function hashOf(text: string, begin: number, end: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = begin; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
