/**
 * Addresses as pages state them: when two lead to one page, and whose page it is. What is no
 * absolute address on the web is nothing. Linear in the address.
 */
import { publisherOf } from '../text/publisher.ts';

/** Longer addresses are data. */
const MAX_LENGTH = 8192;
/** Hosts of one site that differ by reader, not by page. */
const EDITION_HOST = /^(?:(?:www\d?|m|amp|mobile)\.)+(?=[^.]+\.)/;
/** Parameters that tell where a reader came from. */
const TRACKING = /^utm_|clid$/i;
/** `t.me/s/channel` is the web preview of `t.me/channel`. */
const PREVIEW = 's';

/** One address taken apart. */
export interface Address {
  /** Equal for addresses of one page. */
  readonly key: string;
  /** Its account, were its host a platform (`t.me/channel`), as `Article.domain` writes it. */
  readonly account: string;
  /** The publisher of its host. */
  readonly publisher: string;
}

/** Takes an address apart; undefined where it is none. Never throws. */
export function readAddress(stated: string): Address | undefined {
  if (stated.length > MAX_LENGTH || !URL.canParse(stated)) return undefined;
  const { protocol, hostname, pathname, searchParams } = new URL(stated);
  if ((protocol !== 'https:' && protocol !== 'http:') || !hostname.includes('.')) return undefined;
  const host = hostname.replace(/\.$/, '').replace(EDITION_HOST, '');
  const segments = pathname.split('/').filter((part) => part !== '');
  const query = [...searchParams].filter(([name]) => !TRACKING.test(name)).sort(byName);
  const [first = '', second] = segments;
  const account = first === PREVIEW && second !== undefined ? second : first;
  return {
    key: JSON.stringify([host, segments, query]),
    account: `${host}/${account.toLowerCase()}`,
    publisher: publisherOf(host),
  };
}

const byName = ([x]: [string, string], [y]: [string, string]): number =>
  x < y ? -1 : x > y ? 1 : 0;
