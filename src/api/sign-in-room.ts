/** What all ways of signing in share: limits on tries, and the step from nobody to a session. */
import type { Context as HonoContext } from 'hono';
import type { Account } from '../domain/people.ts';
import type { ConsoleLanguage } from '../pages/page.ts';
import type { Oidc } from '../people/oidc.ts';
import { openTries, type Tries } from '../people/rate-limit.ts';
import { type RandomBytes, secretDigestOf } from '../people/secrets.ts';
import { newSession, sessionCookie, sessionSecretIn } from '../people/sessions.ts';
import type { PeopleStore } from '../store/people.ts';
import type { SignInEnv } from './authority-port.ts';
import type { Frame, FrameRequest } from './sign-in-page.ts';

export interface SignInOptions {
  readonly store: PeopleStore;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly random: RandomBytes;
  /** Whether browsers reach the desk over TLS. */
  readonly secureCookies: boolean;
  readonly oidc: Oidc | undefined;
  readonly frame: Frame;
  readonly languageOf: (request: Request) => ConsoleLanguage;
}

export type SignInContext = HonoContext<SignInEnv>;

const SECOND = 1000;
const TRIES = {
  free: 5,
  firstWaitMs: SECOND,
  longestWaitMs: 900 * SECOND,
  forgetMs: 3600 * SECOND,
  keys: 10_000,
};

/** Tries of addresses and of accounts, and from where each account was entered before. */
export interface SignInLimits {
  /** Milliseconds until `name` may be tried from `address`; 0: now, and the try is counted. */
  readonly begin: (name: string, address: string, now: number) => number;
  /** The try was right. */
  readonly passed: (name: string, address: string) => void;
}

/**
 * Five free tries an account and an address, then doubling waits. Whoever has signed in to an
 * account from an address before is not held up there by strangers' tries elsewhere.
 */
export function openSignInLimits(): SignInLimits {
  const addresses: Tries = openTries(TRIES);
  const accounts: Tries = openTries(TRIES);
  const atHome: Tries = openTries(TRIES);
  const homes = new Set<string>();
  const home = (name: string, address: string): string => `${networkOf(address)} ${name}`;
  return {
    begin: (name, address, now) => {
      const there = home(name, address);
      const known = homes.has(there);
      const wait = addresses.begin(networkOf(address), now);
      if (wait > 0) return wait;
      const more = known ? atHome.begin(there, now) : accounts.begin(name, now);
      if (more > 0) addresses.takeBack(networkOf(address));
      return more;
    },
    passed: (name, address) => {
      const there = home(name, address);
      // Only this try: whoever has an account must not win free tries at another's by using it.
      addresses.takeBack(networkOf(address));
      if (homes.has(there)) atHome.forgive(there);
      else accounts.forgive(name);
      homes.delete(there);
      homes.add(there);
      const [oldest] = homes;
      if (homes.size > TRIES.keys) homes.delete(oldest!);
    },
  };
}

/** One household has 2^64 addresses of IPv6: its first four groups stand for it. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - last.length);
  return [...groups, ...Array<string>(zeros).fill('0'), ...last].slice(0, 4).join(':');
}

/**
 * Signs a browser in: a new session, the browser's former one ended. False where the account was
 * changed since it was read, so that a password that was just replaced opens nothing.
 */
export async function enter(
  c: SignInContext,
  { store, now, random, secureCookies }: SignInOptions,
  account: Account,
  how: string,
): Promise<boolean> {
  const at = now();
  const former = sessionSecretIn(c.req.header('cookie'), secureCookies);
  if (former !== undefined) await store.deleteSession(secretDigestOf(former));
  await store.deleteSessions({ endedBefore: at });
  const { session, secret } = newSession(account.name, at, random);
  const event = { at, by: account.name, action: 'signed-in', account: account.name, detail: how };
  await store.saveSession(session, event);
  const stored = await store.accountByName(account.name);
  if (stored?.password !== account.password || stored?.disabledAt !== undefined) {
    await store.deleteSession(session.secretDigest);
    return false;
  }
  c.header('set-cookie', sessionCookie(secret, secureCookies), { append: true });
  return true;
}

/** What the frame of a page needs, of a request by nobody in particular. */
export function frameRequest(
  c: SignInContext,
  options: SignInOptions,
): FrameRequest & { readonly person: undefined } {
  const { pathname, search, searchParams } = new URL(c.req.url);
  const language = options.languageOf(c.req.raw);
  return { address: pathname + search, language, query: searchParams, person: undefined };
}

/** Fields of a form; a field that is no text, or not there, is empty. */
export async function fieldsOf(c: SignInContext): Promise<(name: string) => string> {
  const fields = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>);
  return (name) => {
    const value = (fields as Record<string, unknown>)[name];
    return typeof value === 'string' ? value : '';
  };
}
