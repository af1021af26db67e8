/** A column of unsigned 32-bit numbers that grows by doubling; amortised O(1) a number. */
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
