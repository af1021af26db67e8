/**
 * The key under which an outlet is known, the same that articles carry: its host without `www.`, or
 * its account where a host carries many publishers.
 */
import { fieldsOf } from '../fields.ts';
import { publishing } from '../publisher.ts';

const HOST =
  /^(?=.{4,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u;
/** Longer values are no addresses. */
const MAX_LENGTH = 2048;

/**
 * The key of an address, a host or an account (`https://www.rt.com/news`, `rt.com`, `t.me/name`);
 * `undefined` where `value` is none of these. International names are kept in ASCII.
 */
export function outletKey(value: string): string | undefined {
  const stated = value.trim();
  if (stated === '' || stated.length > MAX_LENGTH || /\s/.test(stated)) return undefined;
  const address = /^(https?:)?\/\//i.test(stated)
    ? stated.replace(/^\/\//, 'https://')
    : `https://${stated}`;
  if (!URL.canParse(address)) return undefined;
  const { hostname, username } = new URL(address);
  if (username !== '' || !HOST.test(hostname)) return undefined;
  return publishing(fieldsOf({ domain: address }), undefined).domain;
}

/** Whether the key is a host whose accounts are publishers of their own, such as `t.me`. */
export function isPlatform(key: string): boolean {
  return !key.includes('/') && outletKey(`https://${key}/some-account`) !== key;
}
