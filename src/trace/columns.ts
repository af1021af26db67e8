/**
 * Growable columns of numbers: what an array of records becomes in the hot room. Doubling growth,
 * so n pushes cost O(n); `view()` is a window on the buffer, valid until the next push.
 */

/** A growable column of unsigned 32-bit integers. */
export class U32Column {
  length = 0;
  private data: Uint32Array<ArrayBuffer>;

  constructor(capacity = 1024) {
    this.data = new Uint32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.data.length) {
      const grown = new Uint32Array(this.data.length * 2);
      grown.set(this.data);
      this.data = grown;
    }
    this.data[this.length++] = value;
  }

  view(): Uint32Array<ArrayBuffer> {
    return this.data.subarray(0, this.length);
  }

  clear(): void {
    this.length = 0;
  }
}

/** A growable column of doubles, used for pair keys of up to 53 bits. */
export class F64Column {
  length = 0;
  private data: Float64Array<ArrayBuffer>;

  constructor(capacity = 1024) {
    this.data = new Float64Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.data.length) {
      const grown = new Float64Array(this.data.length * 2);
      grown.set(this.data);
      this.data = grown;
    }
    this.data[this.length++] = value;
  }

  view(): Float64Array<ArrayBuffer> {
    return this.data.subarray(0, this.length);
  }

  /** Empties the column and lets go of its memory. */
  clear(): void {
    this.length = 0;
    this.data = new Float64Array(1);
  }
}
