/**
 * Evidence as WARC 1.1 records (ISO 28500:2017), each in a gzip member of its own, so that a record
 * can be read at its offset without what stands before it. Bytes are kept as they came.
 *
 * Digests are written `sha256:` and 64 hex digits. The standard leaves the form open; base32 is a
 * habit of SHA-1. In hex a digest is letter for letter the one in the store, in `sha256sum` and in a
 * WACZ package, so that a person can compare them by eye.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Digest, digestOf } from '../domain/ids.ts';
import { firstValue, type Header, readHeaders } from './header-lines.ts';
import { bodyOf, type HttpMessage, readMessage } from './http-message.ts';
import {
  type Field,
  isResource,
  type RevisitRecord,
  recordIdOf,
  type WarcRecord,
} from './records.ts';

/** A body that decodes to more than this is no capture of ours: what is fetched is bounded far below. */
const MOST_BODY_BYTES = 512 * 1024 * 1024;
const PROFILES = 'http://netpreserve.org/warc/1.1/revisit/';

/** Half the time of zlib's default on pages of 60 kB (.75 for 1.55 ms), for 1.4 % more bytes. */
const LEVEL = 4;

/** One record as it is stored: a gzip member. The same record always gives the same bytes. */
export function writeRecord(record: WarcRecord): Uint8Array {
  const block = blockOf(record);
  const head = [
    'WARC/1.1',
    `WARC-Type: ${record.kind ?? 'resource'}`,
    `WARC-Record-ID: <${recordIdOf(record)}>`,
    `WARC-Date: ${dateOf(record.capturedAt)}`,
    ...linesOf(record, block),
    `Content-Length: ${block.byteLength}`,
    '',
    '',
  ].join('\r\n');
  const whole = Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')]);
  return gzipSync(whole, { level: LEVEL });
}

/** One of our records, read back and checked. */
export interface StoredRecord {
  /** The bytes that the digest names: a resource's block, a response's decoded body. */
  readonly bytes: Uint8Array;
  /** The address or file, as the record states it. */
  readonly target: string;
  /** A response's status and headers. */
  readonly http: HttpMessage | undefined;
}

/**
 * One stored record of a capture. The digest is that of the bytes that were interpreted: of a
 * `resource` its block, of a `response` its body after transfer- and content-encoding are undone. Throws
 * if the member is damaged, or if it holds no such bytes: evidence that was changed is no evidence.
 */
export function readRecord(member: Uint8Array, digest: Digest): StoredRecord {
  const whole = gunzipSync(member);
  const headEnd = whole.indexOf('\r\n\r\n');
  const head = whole.toString('utf8', 0, Math.max(0, headEnd));
  const headers = readHeaders(head);
  const length = Number(firstValue(headers, 'content-length') || Number.NaN);
  if (!head.startsWith('WARC/1.1') || !Number.isInteger(length)) {
    throw new Error(`archive record of capture ${digest} is not a WARC record`);
  }
  const block = whole.subarray(headEnd + 4, headEnd + 4 + length);
  const target = firstValue(headers, 'warc-target-uri') ?? '';
  if (firstValue(headers, 'warc-type') !== 'response') {
    return { bytes: checked(block, digest), target, http: undefined };
  }
  return { ...readResponse(block, headers, digest), target };
}

function readResponse(
  block: Uint8Array,
  headers: readonly Header[],
  digest: Digest,
): Pick<StoredRecord, 'bytes' | 'http'> {
  const http = readMessage(block);
  if (http === undefined) {
    throw new Error(`archive record of capture ${digest} is no HTTP response`);
  }
  const stated = firstValue(headers, 'warc-payload-digest');
  if (stated !== `sha256:${digestOf(http.payload)}`) {
    throw new Error(
      `archive record was changed: expected a payload of ${stated}, found sha256:${digestOf(http.payload)}`,
    );
  }
  if (digestOf(http.payload) === digest) return { bytes: http.payload, http };
  const body = bodyOf(http, MOST_BODY_BYTES);
  if (!body.ok) throw new Error(`the body of capture ${digest} cannot be read: ${body.reason}`);
  return { bytes: checked(body.bytes, digest), http };
}

function checked(bytes: Uint8Array, digest: Digest): Uint8Array {
  const found = digestOf(bytes);
  if (found !== digest) {
    throw new Error(`archive record was changed: expected SHA-256 ${digest}, found ${found}`);
  }
  return bytes;
}

function blockOf(record: WarcRecord): Uint8Array {
  if (isResource(record)) return record.bytes;
  switch (record.kind) {
    case 'response':
      return Buffer.concat([headBytes(record.head), record.payload]);
    case 'request':
      return Buffer.concat([headBytes(record.head), record.body ?? Buffer.alloc(0)]);
    case 'revisit':
      return headBytes(record.head);
    case 'warcinfo':
    case 'metadata':
      return fieldBytes(record.fields);
  }
}

/** The header lines that a kind has of its own. */
function linesOf(record: WarcRecord, block: Uint8Array): string[] {
  if (isResource(record)) {
    return [
      `WARC-Target-URI: ${encodeURI(wellFormed(record.target))}`,
      `WARC-Block-Digest: sha256:${record.digest}`,
      `Content-Type: ${oneLine(record.mediaType)}`,
    ];
  }
  const blockDigest = `WARC-Block-Digest: sha256:${digestOf(block)}`;
  switch (record.kind) {
    case 'response':
    case 'request':
    case 'revisit':
      return [
        ...exchangeLines(record),
        ...payloadLines(record),
        blockDigest,
        `Content-Type: application/http; msgtype=${record.kind === 'request' ? 'request' : 'response'}`,
      ];
    case 'warcinfo':
      return [
        `WARC-Filename: ${oneLine(record.file)}`,
        blockDigest,
        'Content-Type: application/warc-fields',
      ];
    case 'metadata':
      return [...exchangeLines(record), blockDigest, 'Content-Type: application/warc-fields'];
  }
}

function exchangeLines(record: Pick<RevisitRecord, 'target' | 'ip' | 'concurrentTo'>): string[] {
  const { target, ip, concurrentTo } = record;
  return [
    `WARC-Target-URI: ${addressOf(target)}`,
    ...(ip === undefined ? [] : [`WARC-IP-Address: ${oneLine(ip)}`]),
    ...(concurrentTo === undefined ? [] : [`WARC-Concurrent-To: <${concurrentTo}>`]),
  ];
}

function payloadLines(record: Extract<WarcRecord, { readonly head: string }>): string[] {
  if (record.kind === 'request') return [];
  if (record.kind === 'response') {
    return [`WARC-Payload-Digest: sha256:${digestOf(record.payload)}`];
  }
  const { payloadDigest, profile, refersTo } = record;
  const { target, date, recordId } = refersTo;
  return [
    `WARC-Profile: ${PROFILES}${profile}`,
    ...(payloadDigest === undefined ? [] : [`WARC-Payload-Digest: sha256:${payloadDigest}`]),
    ...(recordId === undefined ? [] : [`WARC-Refers-To: <${recordId}>`]),
    `WARC-Refers-To-Target-URI: ${addressOf(target)}`,
    `WARC-Refers-To-Date: ${dateOf(date)}`,
  ];
}

/**
 * An HTTP head as on the wire. Names and values are bytes; what is beyond them goes as UTF-8. The
 * payload stands without its transfer-encoding, so that header is kept under another name, as web
 * archives do: under its own it would make readers look for chunks that are not there.
 */
function headBytes(head: string): Buffer {
  // A blank line inside would end the head early and make its rest a part of the body.
  const lines = head
    .split(/[\r\n]+/)
    .filter((line) => line !== '')
    .map((line) => line.replace(/^transfer-encoding[ \t]*:/i, 'X-Archive-Orig-$&'));
  const text = `${lines.join('\r\n')}\r\n\r\n`;
  const isLatin = Buffer.from(text, 'latin1').toString('latin1') === text;
  return Buffer.from(text, isLatin ? 'latin1' : 'utf8');
}

const fieldBytes = (fields: readonly Field[]): Buffer =>
  Buffer.from(fields.map(([name, value]) => `${oneLine(name)}: ${oneLine(value)}\r\n`).join(''));

/** An address as it was asked for: what is escaped already stays so. */
const addressOf = (target: string): string =>
  URL.canParse(target) ? new URL(target).href : encodeURI(wellFormed(target));

const dateOf = (at: number): string => new Date(at).toISOString();

const oneLine = (text: string): string => text.replace(/[\r\n]/g, ' ');

/** Half a surrogate pair, which `encodeURI` throws at, becomes U+FFFD. */
const wellFormed = (text: string): string => Buffer.from(text).toString();
