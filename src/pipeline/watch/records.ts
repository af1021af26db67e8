/** An exchange with the web as WARC records: request, what led to it, and the answer, last. */
import { exchangeRecords } from '../../archive/exchange.ts';
import type { WarcRecord } from '../../archive/records.ts';
import { type Answer, headerOf, type NotModified } from '../../collect/web/fetched.ts';
import type { Capture, Found, RawItem } from '../../domain/article.ts';
import { digestOf } from '../../domain/ids.ts';
import { fieldsOfFound, fieldsOfSame } from '../found-fields.ts';

/** The records of an answer that the desk did not have. */
export function recordsOfAnswer(
  answer: Answer,
  capturedAt: number,
  found: Found | undefined,
): readonly WarcRecord[] {
  const { url, finalUrl, wire, body, headers } = answer;
  const facts = found === undefined ? [] : fieldsOfFound(found);
  const { records } = exchangeRecords({ url, finalUrl, capturedAt, ...wire }, facts);
  if (!wasUnpacked(answer)) return records;
  // A gzip file is unpacked by us, not by HTTP: what was read of it is kept beside what was sent.
  const mediaType = headerOf(headers, 'content-type') ?? 'application/octet-stream';
  return [
    ...records,
    { digest: digestOf(body), mediaType, capturedAt, target: finalUrl, bytes: body },
  ];
}

function wasUnpacked({ wire: { payload }, body, headers }: Answer): boolean {
  const isEncoded = headerOf(headers, 'content-encoding') !== undefined;
  return !isEncoded && payload.byteLength !== body.byteLength;
}

/** The records of an answer that says the same again; `earlier` is the capture that holds it. */
export function recordsOfRevisit(
  answer: Answer | NotModified,
  capturedAt: number,
  earlier: Capture,
): readonly WarcRecord[] {
  const { url, finalUrl, wire } = answer;
  const known = { target: earlier.origin, date: earlier.capturedAt };
  return exchangeRecords({ url, finalUrl, capturedAt, ...wire, known }).records;
}

/** The records of an answer that brings, from another address, bytes that the desk has. */
export function recordsOfSameBytes(
  answer: Answer,
  { found, mediaType }: RawItem,
  capturedAt: number,
  earlier: Capture,
): readonly WarcRecord[] {
  const { url, finalUrl, wire } = answer;
  const known = { target: earlier.origin, date: earlier.capturedAt };
  const { digest } = earlier;
  const facts =
    found === undefined ? [] : [...fieldsOfFound(found), ...fieldsOfSame({ digest, mediaType })];
  return exchangeRecords({ url, finalUrl, capturedAt, ...wire, known }, facts).records;
}
