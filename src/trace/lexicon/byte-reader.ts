/** Reads a model's payload byte by byte; every read past the end throws with the model's name. */
export class ByteReader {
  private at = 0;
  private readonly bytes: Uint8Array;
  private readonly name: string;

  constructor(bytes: Uint8Array, name: string) {
    this.bytes = bytes;
    this.name = name;
  }

  byte(): number {
    if (this.at >= this.bytes.length) throw new Error(`${this.name}: ends at byte ${this.at}`);
    return this.bytes[this.at++]!;
  }

  ascii(length: number): string {
    let text = '';
    for (let i = 0; i < length; i++) text += String.fromCharCode(this.byte());
    return text;
  }

  /** Seven bits a byte, low bits first. */
  varint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      if (scale > 2 ** 28) throw new Error(`${this.name}: a number of more than 35 bits`);
    }
  }

  /** A count, then strings: bytes shared with the one before, bytes of its own, those in UTF-8. */
  frontCoded(): string[] {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const strings: string[] = [];
    let last = new Uint8Array(0);
    for (let rest = this.varint(); rest > 0; rest--) {
      const shared = this.byte();
      const own = this.byte();
      if (shared > last.length) throw new Error(`${this.name}: a string shares what is not there`);
      const next = new Uint8Array(shared + own);
      next.set(last.subarray(0, shared));
      for (let i = 0; i < own; i++) next[shared + i] = this.byte();
      strings.push(decoder.decode(next));
      last = next;
    }
    return strings;
  }

  /** Throws unless every byte was read. */
  end(): void {
    if (this.at !== this.bytes.length) {
      throw new Error(`${this.name}: ${this.bytes.length - this.at} bytes too many`);
    }
  }
}
