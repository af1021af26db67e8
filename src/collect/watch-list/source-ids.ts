/** Ids of sources: given by a person, or made from the address alone, so that they never move. */
import { digestOf } from '../../domain/ids.ts';
import { type Checked, shown } from './checked.ts';

const ID = /^[a-z0-9](?:[a-z0-9._-]{0,78}[a-z0-9])?$/;
const MAX_LENGTH = 60;

/** An id as written. */
export function idValue(text: string): Checked<string> {
  const id = text.trim();
  if (ID.test(id)) return { value: id };
  const meant = slug(id);
  const advice = ID.test(meant) ? meant : 'rt-espanol';
  return {
    fault: `${shown(text)} is no id; write small letters, digits, ".", "_" and "-" (at most 80), such as ${advice}.`,
  };
}

/**
 * The id of a source whose file gives none: host and path as words. Where words alone do not tell
 * the address (a query, capitals, other scripts, a long path) the head of its digest follows.
 */
export function sourceIdOf(url: string): string {
  return idOf(url, false);
}

/** The same with the digest in any case, for an address whose words are another source's id. */
export function distinctSourceId(url: string): string {
  return idOf(url, true);
}

function idOf(url: string, distinct: boolean): string {
  const { hostname, port, pathname, search } = new URL(url);
  const address = `${hostname.replace(/^www\./, '')}${port && `-${port}`}${pathname}`;
  const words = slug(address);
  const told = search === '' && words.length <= MAX_LENGTH && /^[a-z0-9./-]*$/.test(address);
  if (!distinct && told && ID.test(words)) return words;
  return `${words.slice(0, MAX_LENGTH).replace(/(?<!-)-+$/, '') || 'source'}-${digestOf(url).slice(0, 6)}`;
}

function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|(?<!-)-+$/g, '');
}
