/**
 * Character sets: what bytes are, and the text they spell. A byte order mark wins, then valid
 * UTF-8, then a guess (jschardet). iconv-lite decodes all but UTF-8: `TextDecoder('windows-1252')`
 * of Node 20 reads 0x80–0x9F wrongly.
 */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { detect } from 'jschardet';

export interface Charset {
  /** Lower-case name, e.g. `utf-8`, `utf-16le`, `windows-1251`. */
  readonly name: string;
  /** Whether it was guessed from the bytes rather than marked in them. */
  readonly guessed: boolean;
  /** Length of the byte order mark in bytes. */
  readonly mark: number;
}

const UTF8: Charset = { name: 'utf-8', guessed: false, mark: 0 };
/** Bytes given to the guesser: enough for any language, and it reads them slowly. */
const GUESS_BYTES = 16 * 1024;

/** The character set of `sample`; `whole` says whether a character may be cut off at its end. */
export function charsetOf(sample: Uint8Array, whole: boolean): Charset {
  const marked = byteOrderMark(sample);
  if (marked !== undefined) return marked;
  const wide = utf16WithoutMark(sample);
  if (wide !== undefined) return wide;
  if (isUtf8(whole ? sample : withoutCutTail(sample))) return UTF8;
  // Damaged UTF-8 is still UTF-8: in a single-byte text valid sequences are rare accidents.
  const { valid, invalid } = countSequences(sample);
  if (valid > invalid) return UTF8;
  return guessed(sample) ?? UTF8;
}

/** The text of `bytes` in `charset`, without its mark; what cannot be decoded becomes U+FFFD. */
export function decoded(bytes: Uint8Array, charset: Charset): string {
  const body = bytes.subarray(charset.mark);
  if (charset.name === 'utf-8')
    return Buffer.from(body.buffer, body.byteOffset, body.length).toString();
  return iconv.decode(Buffer.from(body), charset.name, { stripBOM: true });
}

/** Whether `name` is a character set that `decoded` knows. */
export function isKnownCharset(name: string): boolean {
  return iconv.encodingExists(name);
}

/** A stream in `charset` as UTF-8 bytes without a mark. */
export async function* asUtf8(
  source: AsyncIterable<Uint8Array>,
  charset: Charset,
): AsyncGenerator<Uint8Array> {
  let skip = charset.mark;
  const decoder = charset.name === 'utf-8' ? undefined : iconv.getDecoder(charset.name);
  for await (const chunk of source) {
    const body = chunk.subarray(skip);
    skip = Math.max(0, skip - chunk.length);
    yield decoder === undefined ? body : Buffer.from(decoder.write(Buffer.from(body)));
  }
  const rest = decoder?.end();
  if (rest) yield Buffer.from(rest);
}

function byteOrderMark(bytes: Uint8Array): Charset | undefined {
  const [a, b, c, d] = bytes;
  const marked = (name: string, mark: number): Charset => ({ name, guessed: false, mark });
  if (a === 0xef && b === 0xbb && c === 0xbf) return marked('utf-8', 3);
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return marked('utf-32le', 4);
  if (a === 0xff && b === 0xfe) return marked('utf-16le', 2);
  if (a === 0xfe && b === 0xff) return marked('utf-16be', 2);
  return undefined;
}

/**
 * UTF-16 shows by zero bytes on one side of each pair only: spaces, digits and punctuation have
 * them in every script, and no text in another encoding has any.
 */
function utf16WithoutMark(bytes: Uint8Array): Charset | undefined {
  const length = Math.min(bytes.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const few = length / 2 / 20;
  if (odd > few && even * 20 < odd) return { name: 'utf-16le', guessed: true, mark: 0 };
  if (even > few && odd * 20 < even) return { name: 'utf-16be', guessed: true, mark: 0 };
  return undefined;
}

/** Without the last character if its bytes are incomplete (at most three bytes). */
function withoutCutTail(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
  }
  return bytes;
}

/** Multi-byte UTF-8 sequences that are well formed, and high bytes that belong to none. */
function countSequences(bytes: Uint8Array): { valid: number; invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let follow = 0;
    while (follow < more && (bytes[i + follow + 1]! & 0xc0) === 0x80) follow++;
    if (more > 0 && follow === more) valid++;
    else invalid++;
    i += follow;
  }
  return { valid, invalid };
}

function guessed(sample: Uint8Array): Charset | undefined {
  const { encoding } = detect(Buffer.from(highBytesOf(sample)));
  const name = encoding?.toLowerCase();
  if (name === undefined || name === 'ascii' || name === 'utf-8') return undefined;
  // Windows-1252 is what is sent as ISO-8859-1, with quotes and dashes in the gap (WHATWG).
  if (name === 'iso-8859-1') return { name: 'windows-1252', guessed: true, mark: 0 };
  return iconv.encodingExists(name) ? { name, guessed: true, mark: 0 } : undefined;
}

/** A stretch that begins shortly before the first high byte: ASCII alone tells nothing. */
function highBytesOf(sample: Uint8Array): Uint8Array {
  const first = Math.max(0, sample.findIndex((byte) => byte >= 0x80) - 256);
  return sample.subarray(first, first + GUESS_BYTES);
}
