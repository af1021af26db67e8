/** Signed-in browsers: a secret in a cookie, kept by its digest, until 12 idle hours or 7 days. */
import type { Account, Session } from '../domain/people.ts';
import { newSecret, type RandomBytes, secretDigestOf } from './secrets.ts';

const MINUTE = 60_000;
const IDLE_MS = 12 * 60 * MINUTE;
const WHOLE_MS = 7 * 24 * 60 * MINUTE;
/** The end is moved no oftener than this, so that not every page writes. */
const PROLONG_MS = 5 * MINUTE;

const COOKIE = 'atalaya_session';

/** A new session and its secret, which only the browser is to have. */
export function newSession(
  account: string,
  now: number,
  random: RandomBytes,
): { readonly session: Session; readonly secret: string } {
  const secret = newSecret(random);
  const session = {
    secretDigest: secretDigestOf(secret),
    account,
    csrf: newSecret(random),
    createdAt: now,
    expiresAt: now + IDLE_MS,
  };
  return { session, secret };
}

/** Whether a session still holds for its account. */
export function sessionHolds(session: Session, account: Account | undefined, now: number): boolean {
  return (
    account !== undefined &&
    account.name === session.account &&
    account.disabledAt === undefined &&
    now < session.expiresAt &&
    now < session.createdAt + WHOLE_MS
  );
}

/** The end of a session that is used now, where it is worth writing down. */
export function prolonged(session: Session, now: number): number | undefined {
  const end = Math.min(now + IDLE_MS, session.createdAt + WHOLE_MS);
  return end - session.expiresAt >= PROLONG_MS ? end : undefined;
}

/** `secure`: over TLS only, and by a name that no other host of the domain can set. */
export function sessionCookie(secret: string, secure: boolean): string {
  return cookieLine(COOKIE, secret, WHOLE_MS / 1000, secure);
}

/** Has the browser forget the session. */
export function endedSessionCookie(secure: boolean): string {
  return cookieLine(COOKIE, '', 0, secure);
}

/** The secret in a `Cookie` header. */
export function sessionSecretIn(
  header: string | null | undefined,
  secure: boolean,
): string | undefined {
  const value = cookieIn(header, COOKIE, secure);
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}

/** One `Set-Cookie` line for a cookie of this desk; its value has to be of cookie characters. */
export function cookieLine(name: string, value: string, seconds: number, secure: boolean): string {
  const more = secure ? '; Secure' : '';
  return `${fullName(name, secure)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${more}`;
}

/** The value of one of this desk's cookies in a `Cookie` header; the first one counts. */
export function cookieIn(
  header: string | null | undefined,
  name: string,
  secure: boolean,
): string | undefined {
  const begin = `${fullName(name, secure)}=`;
  const pair = header?.split(';').find((one) => one.trim().startsWith(begin));
  return pair?.trim().slice(begin.length);
}

const fullName = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);
