/** The text of an item's bytes, and what had to be assumed or replaced to read it. */
import type { RawItem } from '../domain/article.ts';
import type { Doubt } from '../domain/outcome.ts';
import { type Charset, charsetOf, decoded, isKnownCharset } from './charset.ts';
import type { Media } from './media.ts';

export interface ItemText {
  readonly text: string;
  readonly doubts: readonly Doubt[];
  /** Whether so much had to be replaced that it is no text. */
  readonly unreadable: boolean;
}

const REPLACED = '\ufffd';
/** Share of replaced characters above which the bytes are no text in any known character set. */
const MAX_REPLACED = 0.1;
/** Where an HTML page may name its character set: the standard says 1,024 bytes, pages say more. */
const META_BYTES = 4096;

/** Decodes an item: a byte order mark, then what a page names, then UTF-8, then a guess. */
export function itemText(item: RawItem, media: Media): ItemText {
  const { bytes } = item;
  const original = media.parameters['original-charset'];
  const charset = original === undefined ? ownCharset(bytes, media) : undefined;
  const text = charset === undefined ? Buffer.from(bytes).toString() : decoded(bytes, charset);
  const doubts: Doubt[] = [];
  if (charset?.guessed) doubts.push({ kind: 'guessed-charset', value: charset.name });
  if (media.parameters['charset-guessed'] === 'yes') {
    doubts.push({ kind: 'guessed-charset', value: original ?? '' });
  }
  if (!text.includes(REPLACED)) return { text, doubts, unreadable: false };
  const count = text.split(REPLACED).length - 1;
  doubts.push({ kind: 'replaced-bytes', value: `${count} of ${text.length} characters` });
  return { text, doubts, unreadable: count > text.length * MAX_REPLACED };
}

function ownCharset(bytes: Uint8Array, { type, parameters }: Media): Charset {
  const found = charsetOf(bytes, true);
  if (found.mark > 0 || type !== 'text/html' || (found.name === 'utf-8' && !found.guessed)) {
    return found;
  }
  const head = Buffer.from(bytes.subarray(0, META_BYTES)).toString('latin1');
  // What the server says stands before what the page says.
  const named =
    parameters['charset'] ??
    /<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})/i.exec(head)?.[1];
  // A page that names UTF-8 or UTF-16 and is not is one whose bytes tell more than its words.
  if (named === undefined || /^utf/i.test(named) || !isKnownCharset(named)) return found;
  const name = /^(iso-?8859-?1|latin-?1|us-ascii)$/i.test(named)
    ? 'windows-1252'
    : named.toLowerCase();
  return { name, guessed: false, mark: 0 };
}
