/** Texts, addresses and language tags from outside, made fit for other people's programs. */
import { EXCERPT_WORDS } from '../../domain/views.ts';
import { safeHref, visible } from '../escape.ts';

/** Longest name; platforms index names and cut longer ones in their own way. */
const NAME_LENGTH = 300;
/** Longest excerpt, for texts that have no spaces between words. */
const EXCERPT_LENGTH = 1_500;
/** What RFC 3986 allows nowhere in an address, and what it allows as the start of an escape only. */
const UNSAFE = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** A name in one line; `instead` where the text has nothing to show. */
export function nameOf(text: string, instead: string): string {
  const name = cut(text, NAME_LENGTH);
  return name === '' ? instead : name;
}

/** At most `EXCERPT_WORDS` words of a text in one line; undefined where it has nothing to show. */
export function excerptOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const excerpt = cut(text, EXCERPT_LENGTH);
  return excerpt === '' ? undefined : excerpt;
}

function cut(text: string, length: number): string {
  if (isFit(text, length)) return text;
  // Twice the length first: a text of a megabyte must not be walked for its head.
  let head = text.length > 2 * length ? text.slice(0, 2 * length) : text;
  head = visible(head).replace(/\s+/g, ' ').trim();
  const words = head.split(' ', EXCERPT_WORDS + 1);
  const few = words.length > EXCERPT_WORDS ? words.slice(0, EXCERPT_WORDS).join(' ') : head;
  const short = few.length > length ? few.slice(0, length - 1).toWellFormed() : few;
  return short === head && text.length <= 2 * length ? short : `${short.replace(/\ufffd$/, '')}…`;
}

/** What `cut` and `visible` would change. */
const UNFIT =
  /[^\S ]|[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]| {2}|^ | $/u;

/** Whether a text can stand as it is: most can, and one look is cheaper than the repairs. */
function isFit(text: string, length: number): boolean {
  if (text.length > length || UNFIT.test(text)) return false;
  let words = 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) words++;
  return words <= EXCERPT_WORDS;
}

/** An address as RFC 3986 wants it, without user and password; undefined for what the web has none of. */
export function uriOf(url: string | undefined): string | undefined {
  const href = safeHref(url?.includes('@') === true ? anonymous(url) : url);
  if (href === undefined) return undefined;
  const begin = href.indexOf('/', 8);
  const host = href.slice(0, begin);
  return `${host}${href.slice(begin).replace(UNSAFE, encoded).replace(/[[\]]/g, encoded)}`;
}

function anonymous(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  parsed.username = '';
  parsed.password = '';
  return parsed.href;
}

function encoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** A language tag of BCP 47; undefined where the language is not known. */
export function languageOf(tag: string | undefined): string | undefined {
  return tag !== undefined && tag !== 'und' && LANGUAGE.test(tag) ? tag : undefined;
}

/** A SHA-256 as STIX's hashes hold it; undefined for what is none. */
export function hashesOf(digest: string): { readonly 'SHA-256': string } | undefined {
  return /^[0-9a-f]{64}$/.test(digest) ? { 'SHA-256': digest } : undefined;
}
