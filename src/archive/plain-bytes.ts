/**
 * The plain bytes of a WARC file, taken record by record from pieces that know where the gzip members
 * begin, end and break. A break or a member that begins with a new record ends what is being read, so that
 * one damaged record never eats its neighbours.
 */
import type { Piece } from './gzip-members.ts';

/** A WARC head longer than this is none. */
const MOST_HEAD_BYTES = 256 * 1024;
/** `WARC/` at the beginning of a line is where a record may begin. */
const MARK = Buffer.from('WARC/');
const LF = 10;
const CR = 13;

type BytesPiece = Extract<Piece, { readonly kind: 'bytes' }>;
type Break = Extract<Piece, { readonly kind: 'break' }>;

interface Member {
  readonly offset: number;
  readonly begin: number;
}

/** A head up to its blank line; `cut` where the bytes break off inside. */
export type Head =
  | { readonly kind: 'head'; readonly text: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'cut' };

export class PlainBytes {
  /** Plain bytes taken so far. */
  position = 0;
  /** Whether all pieces are taken. */
  ended = false;
  private readonly pieces: AsyncIterator<Piece>;
  private parts: Buffer[] = [];
  private held = 0;
  /** The members that the held bytes belong to, and where each began in plain bytes. */
  private members: Member[] = [{ offset: 0, begin: 0 }];
  /** A member that begins with a record while another is being read: it waits until that is done. */
  private coming: BytesPiece | undefined;
  /** The length of the last member that ended, and where it ended in plain bytes. */
  private last = { begin: -1, end: -1, length: 0 };
  private broken: Break | undefined;

  constructor(pieces: AsyncGenerator<Piece>) {
    this.pieces = pieces;
  }

  /** Where the next byte stands: the stored member, and how far into its plain bytes. */
  place(): { readonly offset: number; readonly within: number } {
    while (this.members.length > 1 && this.members[1]!.begin <= this.position) this.members.shift();
    const { offset, begin } = this.members[0]!;
    return { offset, within: this.position - begin };
  }

  /** The break that ended what was being read, once; what is left of that record is dropped. */
  takeBreak(): Break | undefined {
    const { broken } = this;
    this.broken = undefined;
    if (broken !== undefined) this.drop(this.held);
    return broken;
  }

  /** Passes over line ends to what comes next. */
  async next(): Promise<'record' | 'break' | 'end'> {
    for (;;) {
      while (this.held > 0 && (this.first() === LF || this.first() === CR)) this.drop(1);
      if (this.held > 0) return 'record';
      if (this.enterComing()) continue;
      if (this.broken !== undefined) return 'break';
      if (!(await this.pull(false)) && this.broken === undefined) return 'end';
    }
  }

  async head(): Promise<Head> {
    for (let from = 0; ; ) {
      const bytes = this.joined();
      const begins = bytes.subarray(0, MARK.length).equals(MARK.subarray(0, bytes.length));
      if (!begins || bytes.length > MOST_HEAD_BYTES) return { kind: 'none' };
      const end = blankLine(bytes, from);
      if (end !== undefined) {
        const text = bytes.toString('utf8', 0, end.head);
        this.drop(end.body);
        return { kind: 'head', text };
      }
      from = Math.max(0, bytes.length - 3);
      if (!(await this.pullSame())) return { kind: 'cut' };
    }
  }

  /** The next `count` bytes; undefined where they break off. */
  async take(count: number): Promise<Buffer | undefined> {
    while (this.held < count) if (!(await this.pullSame())) return undefined;
    const bytes = this.joined().subarray(0, count);
    this.drop(count);
    return bytes;
  }

  /** Passes over `count` bytes; false where they break off. */
  async skip(count: number): Promise<boolean> {
    for (let left = count; left > 0; ) {
      if (this.held === 0 && !(await this.pullSame())) return false;
      const some = Math.min(left, this.held);
      this.drop(some);
      left -= some;
    }
    return true;
  }

  /** Passes over the line ends behind a block; false where something else stands there. */
  async endOfRecord(): Promise<boolean> {
    for (let ends = 0; ends < 2; ) {
      // A record whose line ends are missing at the end of its member or file is whole all the same.
      if (this.held === 0 && !(await this.pullSame())) return this.broken === undefined;
      const byte = this.first();
      if (byte === LF) ends++;
      // Some writers leave the two line ends out: the next record is as good an end.
      else if (byte !== CR) return byte === MARK[0];
      this.drop(1);
    }
    return true;
  }

  /**
   * Stored bytes of the member that began at `start` and ends here; undefined where it holds more, and
   * where it is broken (see `takeBreak`).
   */
  async memberLength(start: number): Promise<number | undefined> {
    if (this.members.at(-1)!.begin !== start) return undefined;
    while (this.held === 0 && this.coming === undefined && this.last.begin !== start) {
      if (!(await this.pull(false))) return undefined;
    }
    const { begin, end, length } = this.last;
    return begin === start && end === this.position ? length : undefined;
  }

  /** Drops what is left of a record that another one interrupts. */
  dropHeld(): void {
    this.drop(this.held);
  }

  /** Whether what was read last broke off. */
  get isBroken(): boolean {
    return this.broken !== undefined;
  }

  /** Passes over bytes, `least` of them for certain, to the next place where a record may begin. */
  async seekRecord(least: number): Promise<void> {
    this.drop(Math.min(least, this.held));
    for (let before = 0; ; ) {
      const bytes = this.joined();
      for (let at = bytes.indexOf(MARK); at >= 0; at = bytes.indexOf(MARK, at + 1)) {
        if (at > 0 ? bytes[at - 1] === LF : before === LF) {
          this.drop(at);
          return;
        }
      }
      const passed = Math.max(0, bytes.length - MARK.length);
      if (passed > 0) before = bytes[passed - 1]!;
      this.drop(passed);
      if (await this.pullSame()) continue;
      this.drop(this.held);
      return;
    }
  }

  /** Takes more of the same record: false at the end, a break, or where a member begins with a record. */
  private async pullSame(): Promise<boolean> {
    if (this.coming !== undefined) return false;
    const before = this.held;
    while (this.held === before) if (!(await this.pull(true))) return false;
    return true;
  }

  /** Takes one piece; false at the end, at a break, and, inside a record, where another one begins. */
  private async pull(inside: boolean): Promise<boolean> {
    if (this.ended || this.broken !== undefined) return false;
    const next = await this.pieces.next();
    if (next.done === true) {
      this.ended = true;
      return false;
    }
    const piece = next.value;
    switch (piece.kind) {
      case 'end': {
        const { offset, begin } = this.members.at(-1)!;
        const end = this.position + this.held;
        if (offset === piece.offset) this.last = { begin, end, length: piece.length };
        return true;
      }
      case 'break':
        this.broken = piece;
        return false;
      case 'bytes':
        if (inside && this.isNew(piece) && piece.bytes.subarray(0, MARK.length).equals(MARK)) {
          this.coming = piece;
          return false;
        }
        this.add(piece);
        return true;
    }
  }

  private isNew(piece: BytesPiece): boolean {
    return piece.offset !== this.members.at(-1)!.offset;
  }

  private add(piece: BytesPiece): void {
    const begin = this.position + this.held;
    if (this.isNew(piece)) this.members.push({ offset: piece.offset, begin });
    this.parts.push(piece.bytes);
    this.held += piece.bytes.length;
  }

  private enterComing(): boolean {
    const { coming } = this;
    if (coming === undefined) return false;
    this.coming = undefined;
    this.add(coming);
    return true;
  }

  private first(): number | undefined {
    return this.parts[0]?.[0];
  }

  private joined(): Buffer {
    if (this.parts.length > 1) this.parts = [Buffer.concat(this.parts)];
    return this.parts[0] ?? Buffer.alloc(0);
  }

  private drop(count: number): void {
    this.position += count;
    this.held -= count;
    for (let left = count; left > 0; ) {
      const part = this.parts[0]!;
      if (part.length > left) {
        this.parts[0] = part.subarray(left);
        return;
      }
      left -= part.length;
      this.parts.shift();
    }
  }
}

/** Where the first blank line begins and ends; lines end with CR LF, or in some old files with LF. */
function blankLine(
  bytes: Buffer,
  from: number,
): { readonly head: number; readonly body: number } | undefined {
  const strict = bytes.indexOf('\r\n\r\n', from);
  const loose = bytes.subarray(0, strict < 0 ? bytes.length : strict).indexOf('\n\n', from);
  if (loose >= 0) return { head: loose + 1, body: loose + 2 };
  return strict < 0 ? undefined : { head: strict + 2, body: strict + 4 };
}
