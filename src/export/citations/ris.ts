/** RIS: citations for Zotero, EndNote, Mendeley and others. */
import type { Exporter } from '../../domain/exports.ts';
import { type Cited, citedOf, type DateParts } from './cited.ts';

/** Writes one entry per article. Lines end with CRLF, as the format asks. */
export const ris: Exporter = async function* (records) {
  for await (const record of records) if (record.kind === 'article') yield entryOf(citedOf(record));
};

function entryOf(cited: Cited): string {
  return [
    line('TY', cited.type === 'newspaper' ? 'NEWS' : 'ELEC'),
    line('ID', cited.id),
    line('TI', cited.title),
    line('T2', cited.outlet),
    ...cited.authors.map((author) => line('AU', author)),
    line('PY', cited.published && padded(cited.published[0], 4)),
    line('DA', cited.published && slashed(cited.published)),
    line('Y2', cited.captured && slashed(cited.captured)),
    line('UR', cited.url),
    line('LA', cited.language),
    line('N1', cited.note),
    'ER  - \r\n\r\n',
  ].join('');
}

function line(tag: string, value: string | undefined): string {
  return value === undefined || value === '' ? '' : `${tag}  - ${value}\r\n`;
}

/** `2024/09/23/`; what is not known stays empty between its slashes. */
function slashed([year, month, day]: DateParts): string {
  const rest = [month, day].map((part) => (part === undefined ? '' : padded(part, 2)));
  return `${padded(year, 4)}/${rest.join('/')}/`;
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
