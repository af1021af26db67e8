/**
 * A CDXJ index: one line a capture, `<surt> <14 digits> <json>`, sorted by bytes, so that players find an
 * address by bisection. SURT: the host turned round, in lower case, without `www` and scheme
 * (as in pywb and warcio), so that the pages of one site stand together.
 */

import { digestOf } from '../domain/ids.ts';
import { firstValue } from './header-lines.ts';
import { valuesOf } from './http-message.ts';
import type { WarcFileRecord } from './read-warc.ts';

/** The sort key of an address; what is no web address is its own key. */
export function surtOf(address: string): string {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return address.replace(/\s/g, '%20');
  const { hostname, port, pathname, search } = new URL(address.toLowerCase());
  const host = hostname
    .replace(/^www\d*\./, '')
    .split('.')
    .reverse()
    .join(',');
  const query = search.slice(1).split('&').sort().join('&');
  return `${host}${port === '' ? '' : `:${port}`})${pathname}${search === '' ? '' : `?${query}`}`;
}

/** The line of one record of `file`; undefined of a record that is no capture or has no place of its own. */
export function cdxjLine(record: WarcFileRecord, file: string): string | undefined {
  const { type, target, date, length, offset, http } = record;
  const isCapture = type === 'response' || type === 'resource' || type === 'revisit';
  if (!isCapture || target === undefined || date === undefined || length === undefined)
    return undefined;
  const stamp = new Date(date).toISOString().replace(/\D/g, '').slice(0, 14);
  const fields = {
    url: target,
    mime: mimeOf(record),
    ...(http?.status === undefined ? {} : { status: String(http.status) }),
    digest: payloadDigestOf(record),
    length: String(length),
    offset: String(offset),
    filename: file,
  };
  return `${surtOf(target)} ${stamp} ${JSON.stringify(fields)}`;
}

/** Lines in the order of their bytes, which is what players bisect by. */
export function sortLines(lines: readonly string[]): string {
  const sorted = lines.map((line) => Buffer.from(`${line}\n`)).sort(Buffer.compare);
  return Buffer.concat(sorted).toString();
}

function mimeOf({ type, headers, http }: WarcFileRecord): string {
  if (type === 'revisit') return 'warc/revisit';
  const stated =
    http === undefined ? firstValue(headers, 'content-type') : valuesOf(http, 'content-type');
  return /^[^;,\s]+/.exec(stated ?? '')?.[0] ?? 'unk';
}

function payloadDigestOf({ type, headers, block, http }: WarcFileRecord): string {
  const stated = firstValue(headers, 'warc-payload-digest');
  if (stated !== undefined || type === 'revisit') return stated ?? '';
  return `sha256:${digestOf(http?.payload ?? block)}`;
}
