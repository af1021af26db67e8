/** Stored bytes as they come from a file, behind a window that can be widened and moved on. */

/** A window on stored bytes that come in chunks. */
export class StoredBytes {
  /** Where the window begins in the stored bytes. */
  offset = 0;
  window: Buffer = Buffer.alloc(0);
  private readonly source: AsyncIterator<Uint8Array>;
  private ended = false;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.source = chunks[Symbol.asyncIterator]();
  }

  /** Widens the window to `size` bytes; false where the source ends before. */
  async reach(size: number): Promise<boolean> {
    if (this.window.length >= size || this.ended) return this.window.length >= size;
    const parts: Uint8Array[] = [this.window];
    // Doubled where it is long, so that widening step by step copies each byte but twice.
    const wanted = Math.max(size, this.window.length * 2);
    for (let length = this.window.length; length < wanted; ) {
      const next = await this.source.next();
      if (next.done === true) {
        this.ended = true;
        break;
      }
      parts.push(next.value);
      length += next.value.byteLength;
    }
    this.window = Buffer.concat(parts);
    return this.window.length >= size;
  }

  /** Moves the window's beginning on by `count` bytes. */
  drop(count: number): void {
    this.window = this.window.subarray(count);
    this.offset += count;
  }

  async close(): Promise<void> {
    await this.source.return?.();
  }
}
