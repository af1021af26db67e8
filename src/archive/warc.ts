/**
 * Evidence as WARC 1.1 records (ISO 28500): one `resource` record a capture, each in a gzip member of
 * its own, so that a record can be read at its offset without what stands before it. Bytes are
 * kept as they came, under their SHA-256.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Digest, digestOf } from '../domain/ids.ts';

/** What one record says. */
export interface WarcRecord {
  readonly digest: Digest;
  readonly mediaType: string;
  readonly capturedAt: number;
  /** The address or file that the bytes came from. */
  readonly target: string;
  readonly bytes: Uint8Array;
}

/** One record as it is stored: a gzip member. The same record always gives the same bytes. */
export function writeRecord(record: WarcRecord): Uint8Array {
  const head = [
    'WARC/1.1',
    'WARC-Type: resource',
    `WARC-Record-ID: <urn:uuid:${recordUuid(record)}>`,
    `WARC-Date: ${new Date(record.capturedAt).toISOString()}`,
    `WARC-Target-URI: ${encodeURI(wellFormed(record.target))}`,
    `WARC-Block-Digest: sha256:${record.digest}`,
    `Content-Type: ${record.mediaType.replace(/[\r\n]/g, ' ')}`,
    `Content-Length: ${record.bytes.byteLength}`,
    '',
    '',
  ].join('\r\n');
  return gzipSync(Buffer.concat([Buffer.from(head), record.bytes, Buffer.from('\r\n\r\n')]));
}

/**
 * The captured bytes of one stored record. Throws if the member is damaged, or if the bytes are not
 * those that the digest names: evidence that was changed is no evidence.
 */
export function readRecord(member: Uint8Array, digest: Digest): Uint8Array {
  const whole = gunzipSync(member);
  const headEnd = whole.indexOf('\r\n\r\n');
  const head = whole.subarray(0, Math.max(0, headEnd)).toString('utf8');
  const length = Number(/^Content-Length: (\d+)\r?$/m.exec(head)?.[1]);
  if (!head.startsWith('WARC/1.1') || !Number.isInteger(length)) {
    throw new Error(`archive record of capture ${digest} is not a WARC record`);
  }
  const bytes = whole.subarray(headEnd + 4, headEnd + 4 + length);
  const found = digestOf(bytes);
  if (found !== digest) {
    throw new Error(`archive record was changed: expected SHA-256 ${digest}, found ${found}`);
  }
  return bytes;
}

/** Half a surrogate pair, which `encodeURI` throws at, becomes U+FFFD. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

/** A UUID made of what the record is (version 8, RFC 9562), so that writing twice gives one id. */
function recordUuid({ digest, capturedAt }: WarcRecord): string {
  const hex = digestOf(`${digest} ${capturedAt}`);
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
