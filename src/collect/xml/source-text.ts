/**
 * The text of an XML document's bytes, whatever is said of their character set. What the bytes are
 * wins over what is declared: a byte order mark, then valid UTF-8, then the charset of the transfer,
 * then that of the document, then a guess.
 */
import { isUtf8 } from 'node:buffer';
import { type Charset, charsetOf, decoded, isKnownCharset } from '../charset.ts';

export interface SourceText {
  readonly text: string;
  /** Lower-case name of the character set. */
  readonly charset: string;
  /** Control characters that were left out; many of them show that the bytes are no text. */
  readonly controls: number;
  /** What had to be assumed or replaced; sentences for people. */
  readonly doubts: readonly string[];
}

/** Characters that XML forbids, and that no text needs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
const HEAD_BYTES = 400;
/** Bytes given to the guesser, whose time grows with them. */
const SAMPLE_BYTES = 256 * 1024;

/** Decodes a document; `contentType` as the server stated it. Never throws. */
export function sourceText(bytes: Uint8Array, contentType: string | undefined): SourceText {
  const doubts: string[] = [];
  const charset = chosenCharset(bytes, contentType, doubts);
  let text = decoded(bytes, charset);
  const marked = text.charCodeAt(0) === 0xfeff;
  if (marked) text = text.slice(1);
  if (text.includes('\ufffd')) doubts.push(`some bytes are not ${charset.name} and were replaced`);
  const clean = text.replace(FORBIDDEN, '');
  const controls = text.length - clean.length;
  if (controls > 0) doubts.push(`control characters were left out: ${controls}`);
  return { text: clean, charset: charset.name, controls, doubts };
}

function chosenCharset(
  bytes: Uint8Array,
  contentType: string | undefined,
  doubts: string[],
): Charset {
  const wide = utf32WithoutMark(bytes);
  if (wide !== undefined) return wide;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const found = sampledCharset(sample, sample.length === bytes.length);
  if (found.mark > 0 || found.name.startsWith('utf-16')) return found;
  const stated = statedCharsets(bytes, contentType, doubts);
  const escaped = stated.find((name) => /^(?:iso-?2022|hz|utf-?7)/.test(name));
  if (escaped !== undefined) return named(escaped);
  if (isUtf8(bytes)) {
    const other = stated.find((name) => !/^utf-?8$|ascii$/.test(name));
    const high = other !== undefined && bytes.some((byte) => byte >= 0x80);
    if (high && isDoubleByte(other) && countHigh(bytes) <= 2) return named(other);
    if (high) doubts.push(`declared as ${other}, read as utf-8: its bytes are valid UTF-8`);
    return { name: 'utf-8', guessed: false, mark: 0 };
  }
  const other = stated.find((name) => !/^utf-?\d|ascii$/.test(name));
  if (other !== undefined) return named(other);
  if (stated.length > 0) doubts.push(`declared as ${stated[0]}, read as ${found.name}`);
  return found;
}

/** A zero byte in a text of single bytes is a fault of it: in UTF-16 the first character has one. */
function sampledCharset(sample: Uint8Array, whole: boolean): Charset {
  const found = charsetOf(sample, whole);
  const wide = found.name.startsWith('utf-16') && found.mark === 0;
  if (!wide || sample[0] === 0 || sample[1] === 0) return found;
  return charsetOf(
    sample.filter((byte) => byte !== 0),
    whole,
  );
}

/** Character sets that the transfer and the document name, in that order, if we know them. */
function statedCharsets(
  bytes: Uint8Array,
  contentType: string | undefined,
  doubts: string[],
): string[] {
  const ofTransfer = /charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1];
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const ofDocument =
    /^\s{0,20}<\?xml[^>]{0,200}?\sencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})/i.exec(head)?.[1];
  const stated = [ofTransfer, ofDocument].flatMap((name) => (name ? [name.toLowerCase()] : []));
  for (const name of stated) {
    if (!isKnownCharset(name)) doubts.push(`declared as ${name}, which is no known character set`);
  }
  return stated.filter(isKnownCharset);
}

/** Latin-1 is sent where windows-1252 is meant (WHATWG); GB 2312 where its successor is. */
function named(name: string): Charset {
  const meant = /^(?:iso-?8859-?1|latin-?1)$/.test(name)
    ? 'windows-1252'
    : /^gb(?:2312|k)$/.test(name)
      ? 'gb18030'
      : name;
  return { name: meant, guessed: false, mark: 0 };
}

/** Two bytes of these can be a letter of UTF-8 by accident. */
function isDoubleByte(name: string | undefined): name is string {
  return name !== undefined && /^(?:gb|big5|euc|shift|sjis|ks|cp9[345])/.test(name);
}

function countHigh(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte >= 0x80 && ++count > 2) break;
  return count;
}

/** `<` in four bytes. */
function utf32WithoutMark(bytes: Uint8Array): Charset | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0x3c && b === 0 && c === 0 && d === 0)
    return { name: 'utf-32le', guessed: true, mark: 0 };
  if (a === 0 && b === 0 && c === 0 && d === 0x3c)
    return { name: 'utf-32be', guessed: true, mark: 0 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff)
    return { name: 'utf-32be', guessed: false, mark: 4 };
  return undefined;
}
