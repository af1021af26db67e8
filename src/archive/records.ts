/**
 * The kinds of WARC 1.1 records (ISO 28500:2017) that the desk writes, and their ids. A record's id is
 * made of what the record is, so that writing the same record again gives the same bytes.
 */
import { type Digest, digestOf } from '../domain/ids.ts';

/** A record's id, written `<urn:uuid:…>` in the file. */
export type RecordId = `urn:uuid:${string}`;

/** Bytes that came from a file or an address without an HTTP exchange that is known. */
export interface ResourceRecord {
  readonly kind?: 'resource';
  /** SHA-256 of `bytes`. */
  readonly digest: Digest;
  readonly mediaType: string;
  /** Milliseconds since the epoch, as in every record. */
  readonly capturedAt: number;
  /** The address or file that the bytes came from. */
  readonly target: string;
  readonly bytes: Uint8Array;
}

/** What all records of one HTTP exchange say. */
interface ExchangeRecord {
  readonly capturedAt: number;
  /** The address asked. */
  readonly target: string;
  /** Start line and header lines; how lines end, and whether a blank one follows, does not matter. */
  readonly head: string;
  /** The server's address. */
  readonly ip?: string;
  /** Another record of the same exchange. */
  readonly concurrentTo?: RecordId;
}

export interface RequestRecord extends ExchangeRecord {
  readonly kind: 'request';
  readonly body?: Uint8Array;
}

export interface ResponseRecord extends ExchangeRecord {
  readonly kind: 'response';
  /** The body with transfer-encoding undone and content-encoding as it was sent. */
  readonly payload: Uint8Array;
}

/** The answer was the same again: the head is kept, the payload stands in an earlier record. */
export interface RevisitRecord extends ExchangeRecord {
  readonly kind: 'revisit';
  readonly profile: 'identical-payload-digest' | 'server-not-modified';
  /** SHA-256 of the payload as in the earlier record; absent where the server sent none. */
  readonly payloadDigest?: Digest;
  readonly refersTo: EarlierRecord;
}

/** The record that holds the payload. */
export interface EarlierRecord {
  readonly target: string;
  /** Milliseconds since the epoch. */
  readonly date: number;
  readonly recordId?: RecordId;
}

/** At the head of each file: who wrote it and how. */
export interface InfoRecord {
  readonly kind: 'warcinfo';
  readonly capturedAt: number;
  /** The file that it stands in. */
  readonly file: string;
  readonly fields: readonly Field[];
}

/** What is known of another record beyond its bytes. */
export interface MetadataRecord {
  readonly kind: 'metadata';
  readonly capturedAt: number;
  readonly target: string;
  readonly fields: readonly Field[];
  readonly concurrentTo?: RecordId;
}

/** Name and value of a line of `application/warc-fields`. */
export type Field = readonly [name: string, value: string];

export type WarcRecord =
  | ResourceRecord
  | ResponseRecord
  | RequestRecord
  | RevisitRecord
  | InfoRecord
  | MetadataRecord;

/** A record without a kind is a resource, as the desk's first captures were. */
export function isResource(record: WarcRecord): record is ResourceRecord {
  return record.kind === undefined || record.kind === 'resource';
}

/** The id under which `writeRecord` writes this record. */
export function recordIdOf(record: WarcRecord): RecordId {
  return `urn:uuid:${uuidOf(identityOf(record))}`;
}

function identityOf(record: WarcRecord): string {
  const { capturedAt } = record;
  if (isResource(record)) return digestOf(`${record.digest} ${capturedAt}`);
  switch (record.kind) {
    case 'response':
      return identity('response', record, digestOf(record.payload));
    case 'request':
      return identity('request', record, digestOf(record.body ?? ''));
    case 'revisit': {
      const { profile, payloadDigest = '', refersTo } = record;
      const { target, date, recordId = '' } = refersTo;
      return identity('revisit', record, profile, payloadDigest, target, date, recordId);
    }
    case 'warcinfo':
      return digestOf(JSON.stringify(['warcinfo', capturedAt, record.file, record.fields]));
    case 'metadata':
      return digestOf(JSON.stringify(['metadata', capturedAt, record.target, record.fields]));
  }
}

function identity(
  kind: string,
  { capturedAt, target, head }: ExchangeRecord,
  ...more: readonly (string | number)[]
): string {
  return digestOf(JSON.stringify([kind, capturedAt, target, head, ...more]));
}

/** A UUID of given bits (version 8, RFC 9562). */
function uuidOf(hex: string): string {
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
