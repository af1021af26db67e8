/** Columns that grow by doubling; amortised O(1) a number or byte. */

/** Unsigned 32-bit numbers. */
export class GrowingInts {
  private items = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.items.length) {
      const grown = new Uint32Array(2 * this.length);
      grown.set(this.items);
      this.items = grown;
    }
    this.items[this.length++] = value;
  }

  /** A copy of what has been pushed. */
  array(): Uint32Array {
    return this.items.slice(0, this.length);
  }
}

/** UTF-8 has at most so many bytes for one UTF-16 unit. */
const MOST_BYTES = 3;

/** Texts as UTF-8, one after another; half a surrogate pair becomes U+FFFD. */
export class GrowingText {
  private bytes: Uint8Array<ArrayBuffer> = new Uint8Array(4096);
  private readonly encoder = new TextEncoder();
  length = 0;

  push(text: string): void {
    const needed = this.length + MOST_BYTES * text.length;
    if (needed > this.bytes.length) {
      const grown = new Uint8Array(Math.max(needed, 2 * this.bytes.length));
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.length += this.encoder.encodeInto(text, this.bytes.subarray(this.length)).written;
  }

  /** A view of what has been pushed. */
  array(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}
