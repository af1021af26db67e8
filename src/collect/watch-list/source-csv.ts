/**
 * Sources as CSV: one row a source. Written so that a spreadsheet takes no cell for a formula
 * (CWE-1236: a cell beginning with = + - @ tab or return gets an apostrophe before it), and read
 * back without that apostrophe.
 */
import { SOURCE_KINDS, type WatchSource } from '../../domain/watch.ts';
import { type ListRow, readListRows } from '../outlets/list-rows.ts';
import type { Checked } from './checked.ts';
import { EVERY_BOUNDS } from './schema.ts';
import { gathered, type SourceDraft, type SourceImport } from './source-draft.ts';
import { idValue } from './source-ids.ts';
import { spanOfTime, writtenSpan } from './spans-of-time.ts';
import {
  addressValue,
  flagValue,
  languageValue,
  lineValue,
  oneOf,
  outletValue,
} from './written-values.ts';

const COLUMNS = 'id,kind,url,outlet,title,language,tags,every,enabled'.split(',');
/** Other names in use for a column, the most telling first. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  url: ['url', 'xmlurl', 'feed_url', 'feed url', 'feed', 'rss', 'link', 'address'],
  title: ['title', 'name', 'label'],
  outlet: ['outlet', 'domain', 'media', 'publisher'],
  tags: ['tags', 'category', 'categories', 'folder'],
  language: ['language', 'lang'],
};
const FORMULA = /^[=+\-@\t\r]/;

/** The sources as CSV (RFC 4180), tags separated by `;`. */
export function writeSourceCsv(sources: readonly WatchSource[]): string {
  const rows = sources.map((source) => [
    source.id,
    source.kind,
    source.url,
    source.outlet,
    source.title ?? '',
    source.language ?? '',
    source.tags.join(';'),
    writtenSpan(source.everyMs),
    source.enabled ? 'yes' : 'no',
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Reads such a list, or any table with a column of addresses. Never throws for what it holds. */
export async function readSourceCsv(bytes: Uint8Array): Promise<SourceImport> {
  const { columns, rows, refused } = await readListRows(bytes);
  const list = gathered();
  for (const { line, reason, value } of refused) list.refuse(line, reason, value);
  if (!NAMES['url']!.some((name) => columns.includes(name))) {
    const found = columns.length === 0 ? 'the file is empty' : 'no column holds addresses';
    list.refuse(1, `${found}; name one url.`, columns.join(','));
    return list.done();
  }
  for (const row of rows) {
    const read = draftOf(row);
    if ('fault' in read) list.refuse(row.line, read.fault, statedIn(row, 'url'));
    else list.take(read.value);
  }
  return list.done();
}

/** The draft of a row. A field that cannot be read refuses the row: nothing is guessed for it. */
function draftOf(row: ListRow): Checked<SourceDraft> {
  let fault: string | undefined;
  function checked<T>(column: string, check: (text: string) => Checked<T>): T | undefined {
    const stated = statedIn(row, column);
    if (stated === undefined) return undefined;
    const read = check(stated);
    if ('value' in read) return read.value;
    fault ??= `${column}: ${read.fault}`;
    return undefined;
  }
  const url = checked('url', addressValue);
  const id = checked('id', idValue);
  const kind = checked('kind', (text) => oneOf(text, SOURCE_KINDS));
  const outlet = checked('outlet', outletValue);
  const title = checked('title', lineValue);
  const language = checked('language', languageValue);
  const everyMs = checked('every', (text) => spanOfTime(text, EVERY_BOUNDS));
  const enabled = checked('enabled', flagValue);
  const tags = tagsOf(statedIn(row, 'tags') ?? '', ';');
  if (fault !== undefined) return { fault };
  if (url === undefined) return { fault: 'the row has no address (url).' };
  return {
    value: {
      url,
      ...(id !== undefined && { id }),
      ...(kind !== undefined && { kind }),
      ...(outlet !== undefined && { outlet }),
      ...(title !== undefined && { title }),
      ...(language !== undefined && { language }),
      ...(tags.length > 0 && { tags }),
      ...(everyMs !== undefined && { everyMs }),
      ...(enabled !== undefined && { enabled }),
    },
  };
}

/** The tags of a list, each once, those that no watch file could hold left out. */
export function tagsOf(text: string, separator: string): readonly string[] {
  const tags = text.split(separator).flatMap((tag) => {
    const read = lineValue(tag);
    return 'value' in read ? [read.value] : [];
  });
  return [...new Set(tags)];
}

function statedIn(row: ListRow, column: string): string | undefined {
  for (const name of NAMES[column] ?? [column]) {
    const value = row.value(name);
    if (value !== undefined)
      return value.startsWith("'") && FORMULA.test(value.slice(1)) ? value.slice(1) : value;
  }
  return undefined;
}

function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\r\n\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
