/** What the splitters of a stream hand on: items of known place, or the reason why not. */
import type { RefusalKind } from '../domain/outcome.ts';

export type Piece =
  | { readonly kind: 'item'; readonly line: number; readonly bytes: Uint8Array }
  | {
      readonly kind: 'refused';
      readonly line: number;
      readonly reason: RefusalKind;
      readonly detail: string;
      readonly value: string;
    };

/** Bytes of a refused piece that are kept to show its beginning. */
export const SAMPLE_BYTES = 800;

/** The refusal of a piece over the limit; `what` names it (`the line`, `the row`). */
export function tooLong(what: string, line: number, maxBytes: number, head: Uint8Array): Piece {
  const detail = `${what} is longer than ${maxBytes} bytes and was skipped; split it or raise the limit.`;
  const value = Buffer.from(head.subarray(0, SAMPLE_BYTES)).toString();
  return { kind: 'refused', line, reason: 'line-too-long', detail, value };
}

/** Whether the bytes are all blanks: space, tab, newline, carriage return. */
export function isBlank(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (!isSpace(byte)) return false;
  return true;
}

export function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}
