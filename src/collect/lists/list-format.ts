/** What a file that should list addresses is: by how its text begins, then by its name. */

import { gdeltTable } from './gdelt-tables.ts';
import type { ListFormat } from './listed.ts';
import { addressInLine, isRemark } from './plain-lines.ts';
import { columnsOf, firstRow } from './tables.ts';

/** Something else, and in one sentence what to do with it. */
export interface NotAList {
  readonly wrong: string;
}

/** Bytes looked at to tell format and character set. */
export const HEAD_BYTES = 64 * 1024;

/** Lines of the head that are looked at for addresses. */
const MAX_LINES = 400;
const GDELT_FILE = /^\d{1,12}\s+[\da-f]{32}\s+https?:\/\/\S+/i;

/** An object, a list (`[a title](…)` is none), a line that is one text. */
const JSON_BEGINS = /^(?:\{|\[\s*(?:[[{"\]\d-]|$)|"https?:[^"\n]*"\s*(?:\n|$))/i;
const OF_PAGES =
  /^(?:html|head|body|meta|title|script|style|link|div|p|a|ul|ol|li|h[1-6]|main|nav|section|article|table|center)$/;

const WRONG = {
  zip: 'this is a zip archive; unzip it first and give the file that was in it.',
  binary: 'this is no text; give a list of addresses as text, CSV, JSON, a feed or a web page.',
  opml: 'this is a list of feeds (OPML), not of pages; import its feeds into the watch list instead.',
  sitemap: 'this is a sitemap; name its address as a source with kind: sitemap instead.',
  markup:
    'this is XML, but no feed and no web page; give a list of addresses as text, CSV or JSON.',
  text: 'this is a text without addresses; give one http or https address a line.',
} as const;

/** The form of a list whose unzipped bytes begin with `bytes`, which `head` spells. */
export function listFormat(
  bytes: Uint8Array,
  head: string,
  at: { readonly name: string; readonly contentType?: string },
): ListFormat | NotAList {
  if (isZip(bytes)) return { wrong: WRONG.zip };
  if (isBinary(head)) return { wrong: WRONG.binary };
  const text = head.trimStart();
  if (/^<(?!https?:)/i.test(text)) return markupFormat(text);
  if (JSON_BEGINS.test(text)) return jsonFormat(text);
  const lines = saidLines(text);
  if (GDELT_FILE.test(lines[0] ?? '')) return { wrong: gdeltFiles(lines) };
  const table = gdeltTable(lines, at.name);
  if (table !== undefined) return table;
  if (isTable(text, at)) return 'table';
  const named = lines.some((line) => addressInLine(line) !== undefined);
  return named || lines.length === 0 ? 'addresses' : { wrong: WRONG.text };
}

/** The lines that say something; the last may be cut off. */
function saidLines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .slice(0, MAX_LINES)
    .filter((line) => !isRemark(line));
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

function isBinary(head: string): boolean {
  const sample = head.slice(0, 4096);
  if (sample.startsWith('%PDF-')) return true;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if ((code < 0x20 && !(code >= 0x08 && code <= 0x0d) && code !== 0x1b) || code === 0xfffd) odd++;
  }
  return odd * 20 > sample.length;
}

function markupFormat(text: string): ListFormat | NotAList {
  const root = rootName(text.slice(0, 16_384));
  if (/^(?:rss|rdf|feed|channel|item|entry)$/.test(root)) return 'feed';
  if (/^(?:urlset|sitemapindex)$/.test(root)) return { wrong: WRONG.sitemap };
  if (root === 'opml') return { wrong: WRONG.opml };
  return OF_PAGES.test(root) ? 'page' : { wrong: WRONG.markup };
}

/** The first element's local name in lower case; comments, instructions and the DOCTYPE stand before it. */
function rootName(head: string): string {
  for (let at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at)) {
    if (head.startsWith('<!--', at)) at = head.indexOf('-->', at + 4);
    else if (/^<[!?]/.test(head.slice(at, at + 2))) at = head.indexOf('>', at);
    else {
      const [, name = ''] =
        /^<(?:[\w-]{1,30}:)?([a-z][\w-]{0,30})/i.exec(head.slice(at, at + 80)) ?? [];
      return name.toLowerCase();
    }
    if (at < 0) return '';
  }
  return '';
}

/** `.json` files often hold one value a line; read so, a broken line costs no more than itself. */
function jsonFormat(text: string): ListFormat {
  if (text.startsWith('[')) return 'json';
  const end = text.indexOf('\n');
  try {
    JSON.parse(end < 0 ? text : text.slice(0, end));
    return 'json-lines';
  } catch {
    return 'json';
  }
}

/** A header that names a column of addresses; without one, several columns in what is called a table. */
function isTable(text: string, at: { name: string; contentType?: string }): boolean {
  const { cells } = firstRow(text);
  const columns = columnsOf(cells);
  if (columns === undefined) return false;
  if (columns.header) return true;
  const called =
    /\.[ct]sv(?:\.gz)?$/i.test(at.name) || /\/(?:csv|tab-)/i.test(at.contentType ?? '');
  return called && columns.count > 1;
}

function gdeltFiles(lines: readonly string[]): string {
  const address = /https?:\/\/\S+/i.exec(lines[0] ?? '')?.[0] ?? '';
  return `this lists the files of GDELT, not articles; fetch the file that you want (the first is ${address.slice(0, 150)}), unzip it and give what was in it.`;
}
