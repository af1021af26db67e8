/** Whether a file lists addresses to be fetched, or holds the articles themselves. */
import { constants, gunzipSync } from 'node:zlib';
import { charsetOf, decoded } from '../charset.ts';
import { fieldNamed } from '../fields.ts';
import { isGzip } from '../gunzip.ts';
import { HEAD_BYTES, listFormat } from './list-format.ts';
import { firstRow } from './tables.ts';

/** Compressed bytes of a head that are unpacked: they grow a thousandfold at most. */
const MAX_PACKED = 16 * 1024;

/**
 * Tells by the first bytes of a file (64 KiB are enough; gzip is unpacked) and its name. Tables and JSON that
 * hold texts (a column `text`, `body`, `summary` …) are articles, and so is a web page; plain text is a list
 * where addresses begin more than half of its lines. Never throws.
 */
export function isAddressList(head: Uint8Array, name: string): boolean {
  const bytes = (isGzip(head) ? unpacked(head) : head).subarray(0, HEAD_BYTES);
  const text = decoded(bytes, charsetOf(bytes, false)).trimStart();
  const format = listFormat(bytes, text, { name });
  if (typeof format !== 'string') return false;
  switch (format) {
    case 'page':
      return false;
    case 'table':
      return !firstRow(text).cells.some((cell) => fieldNamed(cell) === 'text');
    case 'json':
    case 'json-lines':
      return isJsonList(text);
    case 'addresses':
      return isMostlyAddresses(text);
    case 'feed':
    case 'gdelt-events':
    case 'gdelt-mentions':
    case 'gdelt-gkg':
    case 'gdelt-frontpages':
      return true;
  }
}

/** What can be unpacked of a stream whose end is missing. */
function unpacked(head: Uint8Array): Uint8Array {
  try {
    return gunzipSync(head.subarray(0, MAX_PACKED), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return new Uint8Array(0);
  }
}

/** Keys before the first 64 KiB end: one for an address, none for a text. */
function isJsonList(text: string): boolean {
  let named = /^\[?\s*"https?:\/\//i.test(text);
  for (const [, key] of text.matchAll(/"([^"\\\n]{1,60})"\s{0,9}:/g)) {
    const field = fieldNamed(key!);
    if (field === 'text') return false;
    if (field === 'url') named = true;
  }
  return named;
}

function isMostlyAddresses(text: string): boolean {
  let addresses = 0;
  let others = 0;
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    if (/^\s*(?:(?:[-*•]|\d{1,6}[.)])\s+)?<?(?:https?:\/\/|www\.)\S/i.test(line)) addresses++;
    else others++;
  }
  return addresses > others;
}
