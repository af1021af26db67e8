/** What a list of addresses names, what could not be read in it, and what was passed over. */
import { shortened } from '../refusals.ts';

/** An address that a list names; what else the list says of it is unchecked. */
export interface ListedAddress {
  /** Absolute http(s) address, as stated. */
  readonly url: string;
  readonly title?: string;
  /** As stated, or ISO 8601 made of the list's own form. */
  readonly published?: string;
  /** As stated, or an ISO 639 code made of the list's own form. */
  readonly language?: string;
  /** Who publishes it, as the list says: a host where it states one, else a name. */
  readonly outlet?: string;
  /** When the list's collector saw it, ISO 8601 where the list has a form of its own. */
  readonly seen?: string;
  /** Where it stands, from 1: the line, in a JSON list the number of the value. */
  readonly line: number;
}

/**
 * `no-address`: the file as a whole names none. `not-an-address`: something else stands where one
 * was expected. `broken-line`: a record that cannot be read. `too-long`: a record over the limit.
 */
export type ListFaultKind = 'no-address' | 'not-an-address' | 'broken-line' | 'too-long';

/** Something that could not be read. */
export interface ListFault {
  readonly fault: ListFaultKind;
  readonly line: number;
  /** What stands there, cut to 200 characters. */
  readonly value: string;
  /** For a person: what was expected and what to do. */
  readonly detail: string;
}

/** Forms in which lists come. */
export type ListFormat =
  | 'addresses'
  | 'table'
  | 'json-lines'
  | 'json'
  | 'gdelt-events'
  | 'gdelt-mentions'
  | 'gdelt-gkg'
  | 'gdelt-frontpages'
  | 'feed'
  | 'page';

/**
 * Why something that was read is not given. `repeated`: given before. `off-web`: the list itself says
 * that it is no page of the web. `section`: a link to a section, a tag, an author, a media file.
 * `elsewhere`: a link to another site.
 */
export type Passed = 'repeated' | 'off-web' | 'section' | 'elsewhere';

/** What became of everything in a list. */
export interface ListCounts {
  /** Absent where it is in no form that is read here. */
  readonly format?: ListFormat;
  readonly addresses: number;
  readonly passed: Readonly<Record<Passed, number>>;
  /** Faults, those that were not given one by one included. */
  readonly faults: number;
  /** Addresses given after the memory for repeats was full: some of them may be repeats. */
  readonly unremembered: number;
}

/** Where a list came from. */
export interface ListPlace {
  /** File name or address. */
  readonly name: string;
  /** The server's `Content-Type`. */
  readonly contentType?: string;
  /** What relative addresses are taken from; default `name`, where it is an address. */
  readonly base?: string;
  /** Called once, when reading has ended, also where the caller ends it. */
  readonly onEnd?: (counts: ListCounts) => void;
}

/** One thing met in a list. */
export type Found = ListedAddress | ListFault | Passed;

/** What a list may say of an address, as its reader found it. */
export interface ListedFacts {
  readonly title?: string | undefined;
  readonly published?: string | undefined;
  readonly language?: string | undefined;
  readonly outlet?: string | undefined;
  readonly seen?: string | undefined;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Titles and names beyond this are no such thing. UTF-16 units. */
const MAX_FACT = 1000;

/** An address with those facts that are stated; blanks in them are made single. */
export function listed(url: string, line: number, facts: ListedFacts): ListedAddress {
  const address: Mutable<ListedAddress> = { url, line };
  const title = fact(facts.title);
  if (title !== undefined) address.title = title;
  const published = fact(facts.published);
  if (published !== undefined) address.published = published;
  const language = fact(facts.language);
  if (language !== undefined) address.language = language;
  const outlet = fact(facts.outlet);
  if (outlet !== undefined) address.outlet = outlet;
  const seen = fact(facts.seen);
  if (seen !== undefined) address.seen = seen;
  return address;
}

function fact(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = value.slice(0, MAX_FACT).replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

/** A fault; `value` is cut. */
export function fault(kind: ListFaultKind, line: number, value: string, detail: string): ListFault {
  // A copy: a slice would keep the whole record in memory for as long as the fault is kept.
  return { fault: kind, line, value: Buffer.from(shortened(value)).toString(), detail };
}

/** The fault of a value that stands where an address was expected. */
export function notAnAddress(line: number, value: string): ListFault {
  const detail =
    value.trim() === ''
      ? 'no address stands here; give an http or https address or remove the line.'
      : `'${shortened(value.trim())}' is no http or https address; mend it or remove the line.`;
  return fault('not-an-address', line, value, detail);
}
