/** Who published an item, as a key: a host, or an account where a host carries many publishers. */

import { digestOf } from '../domain/ids.ts';
import type { Doubt } from '../domain/outcome.ts';
import type { Fields } from './fields.ts';
import { firstOf, stringOf } from './loose-values.ts';

/** Characters of a publisher's key: a host has 253 at most. */
const LONGEST_KEY = 300;

/**
 * Hosts whose first path segment names the publisher. `kinds`: first segments that only say what
 * kind of account follows; `posts`: those that lead to a post without naming who published it.
 */
const PLATFORMS: Readonly<Record<string, { readonly kinds: string; readonly posts: string }>> = {
  't.me': { kinds: 'c', posts: 'share joinchat addstickers' },
  'x.com': { kinds: '', posts: 'i intent search hashtag explore home share' },
  'twitter.com': { kinds: '', posts: 'i intent search hashtag explore home share' },
  'facebook.com': {
    kinds: 'groups pages people',
    posts:
      'watch share sharer story.php photo.php profile.php permalink.php photo photos video videos reel events hashtag',
  },
  'vk.com': { kinds: '', posts: 'share.php feed video clips search' },
  'youtube.com': { kinds: 'c channel user', posts: 'watch shorts live playlist embed results' },
  'ok.ru': { kinds: 'group profile', posts: 'video live dk' },
  'medium.com': { kinds: '', posts: 'p m tag search' },
  'instagram.com': { kinds: '', posts: 'p reel reels tv explore stories' },
  'tiktok.com': { kinds: '', posts: 'tag search discover embed' },
  'dzen.ru': { kinds: 'id', posts: 'a b video news shorts search' },
  'rutube.ru': { kinds: 'channel', posts: 'video shorts plst search' },
};
/** `t.me/s/channel` is the web preview of `t.me/channel`. */
const PREVIEW = 's';

/** The publisher of a page at `url` (absolute): `example.org`, `t.me/channel`, `t.me/c/123`. */
function publisherOf(url: string): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || parsed.hostname === '') return undefined;
  const host = bareHost(parsed.hostname);
  const platform = Object.hasOwn(PLATFORMS, host) ? PLATFORMS[host] : undefined;
  if (platform === undefined) return host;
  const segments = parsed.pathname.toLowerCase().split('/').filter(Boolean);
  if (segments[0] === PREVIEW && segments.length > 1) segments.shift();
  const [first, second] = segments;
  if (first === undefined || names(platform.posts, first)) return host;
  if (!names(platform.kinds, first)) return `${host}/${first}`;
  return second === undefined ? host : `${host}/${first}/${second}`;
}

function names(list: string, segment: string): boolean {
  return list.split(' ').includes(segment);
}

/**
 * The key of a stated domain: lower case, without `www.`, `m.` and `amp.`; a platform account
 * (`t.me/c/125969`) whole. A full address gives its publisher.
 */
function statedPublisher(stated: string): string | undefined {
  const key = stated.trim().toLowerCase().replace(/\s+/g, ' ');
  if (/^(https?:)?\/\//.test(key)) return publisherOf(key.replace(/^\/\//, 'https://'));
  const bare = key.replace(/(?<!\/)\/+$/, '');
  return bare === '' ? undefined : bareHost(bare);
}

/** Whether a name is written as a host: `nytimes.com`. */
function looksLikeHost(name: string): boolean {
  return /^([a-z0-9-]+\.)+[a-z]{2,24}$/i.test(name.trim());
}

function bareHost(host: string): string {
  const bare = host.toLowerCase().replace(/\.$/, '');
  const stripped = bare.replace(/^((www\d?|m|amp|mobile)\.)+/, '');
  // `m.co` is a host of its own: nothing may be left with no dot in it.
  return stripped.includes('.') ? stripped : bare;
}

/**
 * Who published it: the stated domain, else the address, else an outlet that is named by its host,
 * else the outlet's name in lower case, so that outlets without an address stay apart.
 */
export function publishing(
  fields: Fields,
  url: string | undefined,
): { domain: string; outlet: string; doubts: readonly Doubt[] } {
  const stated = firstOf(fields.outlet, stringOf)?.trim().replace(/\s+/g, ' ');
  const name = stated !== undefined && /^https?:\/\//i.test(stated) ? publisherOf(stated) : stated;
  const domain =
    statedDomain(fields) ??
    (url && publisherOf(url)) ??
    (name && (looksLikeHost(name) ? statedPublisher(name) : name.toLowerCase()));
  if (!domain) return { domain: 'unknown', outlet: 'unknown', doubts: [{ kind: 'no-outlet' }] };
  return { domain: boundedKey(domain), outlet: name || domain, doubts: [] };
}

/** A key is looked up by databases, which bound what they index; what is longer stays a key of its own. */
function boundedKey(domain: string): string {
  if (domain.length <= LONGEST_KEY) return domain;
  return `${domain.slice(0, LONGEST_KEY - 17).toWellFormed()}#${digestOf(domain).slice(0, 16)}`;
}

function statedDomain(fields: Fields): string | undefined {
  const stated = firstOf(fields.domain, stringOf);
  return stated === undefined ? undefined : statedPublisher(stated);
}
