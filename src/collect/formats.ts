/** What a file holds: by its extension, else by how its text begins. */
import { type Charset, decoded } from './charset.ts';
import { type FieldMap, hasText } from './fields.ts';
import { delimiterOf } from './rows.ts';
import { headerOf } from './table.ts';

export type Format = 'lines' | 'values' | 'rows' | 'html' | 'text' | 'markdown';

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  jsonl: 'lines',
  ndjson: 'lines',
  json: 'values',
  csv: 'rows',
  tsv: 'rows',
  html: 'html',
  htm: 'html',
  txt: 'text',
  md: 'markdown',
};

/** Longest first line that is parsed to tell one format from another, in UTF-16 units. */
const FIRST_LINE = 64 * 1024;

/**
 * The format of the file at `path` whose (unzipped) bytes begin with `head`; `undefined` where it
 * is none that is read here. A file without an extension, and standard input, may be plain text.
 */
export function formatOf(
  path: string,
  head: Uint8Array,
  charset: Charset,
  map: Partial<FieldMap> = {},
): Format | undefined {
  if (isBinary(head, charset)) return undefined;
  const extension = extensionOf(path);
  const stated = BY_EXTENSION[extension];
  const text = decoded(head, charset).trimStart();
  if (stated === 'values') return jsonFormat(text);
  return stated ?? sniffed(text, extension === '', map);
}

/** The last extension in lower case without its dot, `.gz` left out; empty where there is none. */
function extensionOf(path: string): string {
  const name = path.replace(/^.*[/\\]/, '').replace(/\.gz$/i, '');
  return /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

function sniffed(text: string, mayBeText: boolean, map: Partial<FieldMap>): Format | undefined {
  if (/^[[{]/.test(text)) return jsonFormat(text);
  if (/^(<!doctype html|<html[\s>])/i.test(text) || /<body[\s>]/i.test(text)) return 'html';
  if (text.startsWith('<')) return undefined;
  const header = firstLine(text);
  const columns = headerOf(header, delimiterOf(header));
  if (columns.length > 1 && hasText(columns, map)) return 'rows';
  return mayBeText ? 'text' : undefined;
}

/** `.json` files often hold one value a line; read so, a broken line costs no more than itself. */
function jsonFormat(text: string): Format {
  if (!text.startsWith('{')) return 'values';
  try {
    JSON.parse(firstLine(text));
    return 'lines';
  } catch {
    return 'values';
  }
}

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return text.slice(0, end < 0 ? FIRST_LINE : Math.min(end, FIRST_LINE));
}

/** Whether these are no text bytes: zeros outside UTF-16 and UTF-32, or other control codes. */
function isBinary(head: Uint8Array, charset: Charset): boolean {
  if (charset.name.startsWith('utf-16') || charset.name.startsWith('utf-32')) return false;
  const sample = head.subarray(0, 4096);
  if (Buffer.from(sample.subarray(0, 5)).toString('latin1') === '%PDF-') return true;
  let odd = 0;
  for (const byte of sample)
    if (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b) odd++;
  return odd * 100 > sample.length;
}
