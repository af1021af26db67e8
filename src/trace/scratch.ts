/** A reusable integer buffer that only grows: scratch memory of the hot room. */
export class I32Scratch {
  private data = new Int32Array(256);

  /** The buffer, at least `size` long, what it held kept. */
  atLeast(size: number): Int32Array {
    if (this.data.length < size) {
      const grown = new Int32Array(Math.max(size, this.data.length * 2));
      grown.set(this.data);
      this.data = grown;
    }
    return this.data;
  }

  /** The buffer with its first `size` entries zero. */
  zeroed(size: number): Int32Array {
    return this.atLeast(size).fill(0, 0, size);
  }
}
