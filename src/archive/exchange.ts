/** One HTTP exchange as records: what was asked, what was answered, how the one led to the other. */
import { type Digest, digestOf } from '../domain/ids.ts';
import {
  type EarlierRecord,
  type Field,
  type MetadataRecord,
  type RequestRecord,
  type ResponseRecord,
  type RevisitRecord,
  recordIdOf,
  type WarcRecord,
} from './records.ts';

/** What a fetch brought. */
export interface Exchange {
  /** The address asked first. */
  readonly url: string;
  /** The address that answered, behind all redirects. */
  readonly finalUrl: string;
  /** Milliseconds since the epoch. */
  readonly capturedAt: number;
  readonly requestHead: string;
  /** With the status line; of the answer that `payload` belongs to. */
  readonly responseHead: string;
  /** The body with transfer-encoding undone and content-encoding as it was sent. */
  readonly payload: Uint8Array;
  readonly ip?: string;
  /**
   * The earlier record that holds the same payload, if the desk has one. With `payloadDigest` a
   * payload of another digest is stored whole; without it the caller vouches that it is the same.
   */
  readonly known?: EarlierRecord & { readonly payloadDigest?: Digest };
}

/** The records of one exchange, in the order in which they are to be appended: the answer last. */
export interface ExchangeRecords {
  readonly records: readonly WarcRecord[];
  /** Last of `records`: a revisit where the payload was known, else the response. */
  readonly answer: ResponseRecord | RevisitRecord;
}

/**
 * The request, where redirects or other facts tell more a metadata record, and the answer: a `response`,
 * or, where `known` names the record that holds the payload, a `revisit`.
 */
export function exchangeRecords(exchange: Exchange, facts: readonly Field[] = []): ExchangeRecords {
  const { url, finalUrl, capturedAt, requestHead, ip } = exchange;
  const answer = answerOf(exchange);
  const concurrentTo = recordIdOf(answer);
  const request: RequestRecord = {
    kind: 'request',
    capturedAt,
    target: finalUrl,
    head: requestHead,
    concurrentTo,
    ...(ip === undefined ? {} : { ip }),
  };
  const fields: readonly Field[] = [...(url === finalUrl ? [] : [['via', url] as const]), ...facts];
  const metadata: MetadataRecord = {
    kind: 'metadata',
    capturedAt,
    target: finalUrl,
    fields,
    concurrentTo,
  };
  return { answer, records: [request, ...(fields.length === 0 ? [] : [metadata]), answer] };
}

function answerOf(exchange: Exchange): ResponseRecord | RevisitRecord {
  const { finalUrl: target, capturedAt, responseHead: head, payload, known, ip } = exchange;
  const common = { capturedAt, target, head, ...(ip === undefined ? {} : { ip }) };
  if (known === undefined) return { kind: 'response', ...common, payload };
  const { payloadDigest, ...refersTo } = known;
  if (/^HTTP\/\S+ 304\b/.test(head)) {
    const digest = payloadDigest === undefined ? {} : { payloadDigest };
    return { kind: 'revisit', profile: 'server-not-modified', ...common, ...digest, refersTo };
  }
  const found = digestOf(payload);
  if (payloadDigest !== undefined && payloadDigest !== found) {
    return { kind: 'response', ...common, payload };
  }
  const profile = 'identical-payload-digest';
  return { kind: 'revisit', profile, ...common, payloadDigest: found, refersTo };
}
