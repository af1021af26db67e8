/**
 * HTTP/1 messages as WARC files hold them (RFC 9112): head, header lines, body; chunked
 * transfer-encoding and content-encodings undone. Stored messages often lie about both, because
 * crawlers keep a head and undo its encodings; so what does not decode is taken as it stands, with
 * a doubt. Everything is linear in its input, and no output grows past its cap.
 */
import { isUtf8 } from 'node:buffer';
import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
} from 'node:zlib';
import { type Header, readHeaders } from './header-lines.ts';

/** A response's or request's head, and what stands behind it. */
export interface HttpMessage {
  /** The first line: `HTTP/1.1 200 OK`, `GET / HTTP/1.1`. */
  readonly startLine: string;
  /** Absent where the first line states none, as in a request. */
  readonly status: number | undefined;
  readonly headers: readonly Header[];
  /** The body as it is stored. */
  readonly payload: Uint8Array;
}

/** What a body's encodings said and what was found instead. */
export type BodyDoubt = 'not-chunked' | 'not-encoded' | 'cut';

/** A body as a browser would hand it on, or why there is none. */
export type Body =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly doubts: readonly BodyDoubt[] }
  | { readonly ok: false; readonly reason: string };

/** More encodings on top of each other than this are a trap. */
const MOST_ENCODINGS = 3;
/** A chunk's size line, extensions included. */
const CHUNK_LINE = 4096;

/** Reads a stored message; undefined where the block has no HTTP head. */
export function readMessage(block: Uint8Array): HttpMessage | undefined {
  const bytes = bufferOf(block);
  const end = headEnd(bytes);
  const text = bytes.toString('latin1', 0, end.head);
  const lineEnd = text.indexOf('\n');
  const startLine = (lineEnd < 0 ? text : text.slice(0, lineEnd)).trimEnd();
  if (!/^HTTP\/\d|HTTP\/\d(?:\.\d)?$/.test(startLine)) return undefined;
  const status = /^HTTP\/\d(?:\.\d)?[ \t]+(\d{3})(?!\d)/.exec(startLine)?.[1];
  return {
    startLine,
    status: status === undefined ? undefined : Number(status),
    headers: lineEnd < 0 ? [] : readHeaders(text.slice(lineEnd + 1)),
    payload: bytes.subarray(end.body),
  };
}

/** The message's body with transfer-encoding and content-encoding undone, at most `cap` bytes. */
export function bodyOf(message: HttpMessage, cap: number): Body {
  const doubts: BodyDoubt[] = [];
  let { payload } = message;
  if (/\bchunked\b/i.test(valuesOf(message, 'transfer-encoding'))) {
    const joined = joinChunks(payload);
    if (joined === undefined) doubts.push('not-chunked');
    else {
      payload = joined.bytes;
      if (!joined.whole) doubts.push('cut');
    }
  }
  const body = undoEncodings(payload, valuesOf(message, 'content-encoding'), cap);
  return body.ok ? { ...body, doubts: [...doubts, ...body.doubts] } : body;
}

/** All values of a header, joined as RFC 9110 joins them; '' where there is none. */
export function valuesOf({ headers }: Pick<HttpMessage, 'headers'>, name: string): string {
  return headers
    .filter(([key]) => key.toLowerCase() === name)
    .map(([, value]) => value)
    .join(', ');
}

/**
 * The data of a chunked body; undefined where not even the first chunk can be read. `whole` is
 * false where the last chunk is missing.
 */
export function joinChunks(
  payload: Uint8Array,
): { readonly bytes: Uint8Array; readonly whole: boolean } | undefined {
  const source = bufferOf(payload);
  // One buffer for all: a list of a million one-byte views would take a hundred times the body.
  const joined = Buffer.alloc(source.length);
  let length = 0;
  for (let at = 0; ; ) {
    const lineEnd = source.subarray(at, at + CHUNK_LINE).indexOf('\n');
    const line = source.toString('latin1', at, at + Math.max(0, lineEnd));
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?$/i.exec(line)?.[1];
    if (size === undefined) {
      return at === 0 ? undefined : { bytes: joined.subarray(0, length), whole: false };
    }
    const count = Number.parseInt(size, 16);
    if (count === 0) return { bytes: joined.subarray(0, length), whole: true };
    const begin = at + lineEnd + 1;
    const end = Math.min(begin + count, source.length);
    length += source.copy(joined, length, begin, end);
    if (end < begin + count) return { bytes: joined.subarray(0, length), whole: false };
    at = end;
    if (source[at] === 13) at++;
    if (source[at] === 10) at++;
  }
}

/** Undoes a Content-Encoding, the last applied first. */
export function undoEncodings(payload: Uint8Array, encodings: string, cap: number): Body {
  const names = encodings.split(',').map((name) => name.trim().toLowerCase());
  const real = names.filter((name) => name !== '' && name !== 'identity');
  if (real.length > MOST_ENCODINGS) {
    return {
      ok: false,
      reason: `${real.length} content-encodings, at most ${MOST_ENCODINGS} are undone`,
    };
  }
  const doubts: BodyDoubt[] = [];
  let bytes = payload;
  for (const name of real.reverse()) {
    if (bytes.length === 0) break;
    const step = undoOne(bytes, name, cap);
    if (!step.ok) return step;
    doubts.push(...step.doubts);
    ({ bytes } = step);
  }
  if (bytes.length > cap) return tooLarge(cap);
  return { ok: true, bytes, doubts };
}

function undoOne(bytes: Uint8Array, name: string, cap: number): Body {
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return asItStands(bytes);
      return inflated(bytes, cap, gunzipSync);
    case 'deflate':
      // Some servers send the bare stream, against RFC 9110, section 8.4.1.2.
      return inflated(bytes, cap, isZlib(bytes) ? inflateSync : inflateRawSync);
    case 'br':
      return inflated(bytes, cap, brotliDecompressSync);
    default:
      return { ok: false, reason: `content-encoding "${name.slice(0, 40)}" cannot be undone` };
  }
}

type Inflate = (
  bytes: Uint8Array,
  options: { readonly maxOutputLength: number; readonly finishFlush?: number },
) => Uint8Array;

function inflated(bytes: Uint8Array, cap: number, inflate: Inflate): Body {
  const maxOutputLength = Math.max(1, cap);
  try {
    return { ok: true, bytes: inflate(bytes, { maxOutputLength }), doubts: [] };
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') return tooLarge(cap);
    // A bare stream has no mark of its own, so text may look like the beginning of one; but what is
    // compressed is no UTF-8.
    if (codeOf(error) !== 'Z_BUF_ERROR' || isUtf8(bytes)) return asItStands(bytes);
  }
  const finishFlush =
    inflate === brotliDecompressSync ? constants.BROTLI_OPERATION_FLUSH : constants.Z_SYNC_FLUSH;
  try {
    return { ok: true, bytes: inflate(bytes, { maxOutputLength, finishFlush }), doubts: ['cut'] };
  } catch (error) {
    return codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(cap) : asItStands(bytes);
  }
}

const asItStands = (bytes: Uint8Array): Body => ({ ok: true, bytes, doubts: ['not-encoded'] });

const tooLarge = (cap: number): Body => ({
  ok: false,
  reason: `the body decodes to more than ${cap} bytes`,
});

const isZlib = (bytes: Uint8Array): boolean =>
  (bytes[0]! & 0x0f) === 8 && ((bytes[0]! << 8) | (bytes[1] ?? 0)) % 31 === 0;

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const bufferOf = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where the head ends and where the body begins; some writers end lines with LF alone. */
function headEnd(bytes: Buffer): { readonly head: number; readonly body: number } {
  const strict = bytes.indexOf('\r\n\r\n');
  const loose = bytes.subarray(0, strict < 0 ? bytes.length : strict).indexOf('\n\n');
  if (loose >= 0) return { head: loose, body: loose + 2 };
  if (strict >= 0) return { head: strict, body: strict + 4 };
  return { head: bytes.length, body: bytes.length };
}
