/**
 * The tables of GDELT: events (2.0: 61 columns, 1.0: 58), mentions (16), Global Knowledge Graph 2.1
 * (27), Global Frontpage Graph (6). Tab-separated, without header and without quotes, told by their
 * shape. Columns: GDELT Event Codebook 2.0, GKG Codebook 2.1, and the announcement of the GFG. Only the
 * columns that are needed are decoded. Linear.
 */
import { publisherOf } from '../../text/publisher.ts';
import { References } from '../xml/entities.ts';
import { isArticleAddress } from './article-address.ts';
import { collectorTime, translatedFrom } from './collector-words.ts';
import { type Found, fault, type ListFormat, listed, notAnAddress } from './listed.ts';
import { utf8Text } from './records.ts';
import { statedAddress } from './stated-address.ts';

export type GdeltTable = Extract<ListFormat, `gdelt-${string}`>;

const TAB = 0x09;
const WEB = '1';
const COLUMNS: Readonly<Record<GdeltTable, readonly number[]>> = {
  'gdelt-events': [61, 58],
  'gdelt-mentions': [16],
  'gdelt-gkg': [27],
  'gdelt-frontpages': [6],
};
const TABLES = Object.keys(COLUMNS) as readonly GdeltTable[];
const NAMES: readonly (readonly [RegExp, GdeltTable])[] = [
  [/\.export\.csv/i, 'gdelt-events'],
  [/\.mentions\.csv/i, 'gdelt-mentions'],
  [/\.gkg\.csv/i, 'gdelt-gkg'],
  [/\.links\.txt/i, 'gdelt-frontpages'],
];
/** Lines of a head that may tell the table: the first of them may be damaged. */
const LINES_LOOKED_AT = 5;

/** The table that lines are of: by their shape, else by the file's name where they have tabs. */
export function gdeltTable(lines: readonly string[], name: string): GdeltTable | undefined {
  const looked = lines.slice(0, LINES_LOOKED_AT).map((line) => line.split('\t'));
  for (const cells of looked) {
    const table = TABLES.find((one) => hasShape(one, cells));
    if (table !== undefined) return table;
  }
  if (!looked.some((cells) => cells.length > 4)) return undefined;
  return NAMES.find(([pattern]) => pattern.test(name))?.[1];
}

function hasShape(table: GdeltTable, cells: readonly string[]): boolean {
  if (!COLUMNS[table].includes(cells.length)) return false;
  const stamp = (i: number) => /^\d{14}$/.test(cells[i] ?? '');
  switch (table) {
    case 'gdelt-events':
      return /^\d+$/.test(cells[0]!) && /^(?:\d{8}|\d{14})$/.test(cells.at(-2)!);
    case 'gdelt-mentions':
      return /^\d+$/.test(cells[0]!) && stamp(1) && stamp(2);
    case 'gdelt-gkg':
      return /^\d{14}-/.test(cells[0]!) && stamp(1);
    case 'gdelt-frontpages':
      return stamp(0) && /^https?:/i.test(cells[1]!) && /^\d+$/.test(cells[2]!);
  }
}

/** What a row names. */
export function foundInGdelt(table: GdeltTable, bytes: Uint8Array, line: number): Found {
  const row = new Row(bytes);
  if (!COLUMNS[table].includes(row.count)) return wrongWidth(table, row.count, bytes, line);
  switch (table) {
    case 'gdelt-events':
      return eventAddress(row, line);
    case 'gdelt-mentions':
      return mentionAddress(row, line);
    case 'gdelt-gkg':
      return gkgAddress(row, line);
    case 'gdelt-frontpages':
      return frontPageLink(row, line);
  }
}

/** A row whose cells are decoded one by one. */
class Row {
  readonly count: number;
  readonly #bytes: Uint8Array;
  /** Where each cell begins; the last entry is one past the row's end. */
  readonly #begins: number[] = [0];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    for (let at = bytes.indexOf(TAB); at >= 0; at = bytes.indexOf(TAB, at + 1)) {
      this.#begins.push(at + 1);
    }
    this.count = this.#begins.length;
    this.#begins.push(bytes.length + 1);
  }

  cell(i: number): string {
    return utf8Text(this.#bytes.subarray(this.#begins[i]!, this.#begins[i + 1]! - 1));
  }
}

/** DATEADDED and SOURCEURL stand last; the day of the event is none of publication. */
function eventAddress(row: Row, line: number): Found {
  const stated = row.cell(row.count - 1);
  const url = statedAddress(stated);
  if (url === undefined) return notAnAddress(line, stated);
  return listed(url, line, { seen: collectorTime(row.cell(row.count - 2), 'Z') });
}

/** MentionTimeDate, MentionType, MentionSourceName, MentionIdentifier, MentionDocTranslationInfo. */
function mentionAddress(row: Row, line: number): Found {
  if (row.cell(3) !== WEB) return 'off-web';
  const stated = row.cell(5);
  const url = statedAddress(stated);
  if (url === undefined) return notAnAddress(line, stated);
  return listed(url, line, {
    outlet: row.cell(4),
    seen: collectorTime(row.cell(2), 'Z'),
    language: translatedFrom(row.cell(14)),
  });
}

/**
 * V2.1DATE, V2SOURCECOLLECTIONIDENTIFIER, V2SOURCECOMMONNAME, V2DOCUMENTIDENTIFIER,
 * V2.1TRANSLATIONINFO, V2EXTRASXML. The page's own time is given without a zone, since none is documented.
 */
function gkgAddress(row: Row, line: number): Found {
  if (row.cell(2) !== WEB) return 'off-web';
  const stated = row.cell(4);
  const url = statedAddress(stated);
  if (url === undefined) return notAnAddress(line, stated);
  const extras = row.cell(26);
  const published = elementIn(extras, 'PAGE_PRECISEPUBTIMESTAMP');
  return listed(url, line, {
    title: new References().resolve(elementIn(extras, 'PAGE_TITLE') ?? ''),
    published: published === undefined ? undefined : collectorTime(published, ''),
    outlet: row.cell(3),
    seen: collectorTime(row.cell(1), 'Z'),
    language: translatedFrom(row.cell(25)),
  });
}

/** DATE, FromFrontPageURL, LinkID, LinkPercentMaxID, ToLinkURL, LinkText. */
function frontPageLink(row: Row, line: number): Found {
  const page = row.cell(1);
  const stated = row.cell(4);
  const url = statedAddress(stated, page);
  if (url === undefined) return notAnAddress(line, stated);
  const outlet = hostOf(page);
  if (publisherOf(hostOf(url)) !== publisherOf(outlet)) return 'elsewhere';
  if (!isArticleAddress(url)) return 'section';
  const title = new References().resolve(row.cell(5));
  return listed(url, line, { title, outlet, seen: collectorTime(row.cell(0), 'Z') });
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : '';
}

/** The text of `<NAME>…</NAME>`; the extras have no root, so they are no XML document. */
function elementIn(extras: string, name: string): string | undefined {
  const begin = extras.indexOf(`<${name}>`);
  if (begin < 0) return undefined;
  const end = extras.indexOf(`</${name}>`, begin);
  return end < 0 ? undefined : extras.slice(begin + name.length + 2, end);
}

function wrongWidth(table: GdeltTable, count: number, bytes: Uint8Array, line: number): Found {
  const expected = COLUMNS[table].join(' or ');
  const detail = `the row has ${count} columns, this table of GDELT has ${expected}; the file may be cut off, fetch it again.`;
  return fault('broken-line', line, utf8Text(bytes.subarray(0, 1000)), detail);
}
