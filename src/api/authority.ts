/**
 * Who asks. Without any account the one who sits at this machine may do all; as soon as there is an
 * account, a session's cookie or a program's key says who it is. All is asked of the store at each
 * request, so that whoever is disabled is out at once.
 */
import type { Person } from '../domain/people.ts';
import { type Buckets, openBuckets } from '../people/rate-limit.ts';
import { secretDigestOf } from '../people/secrets.ts';
import { prolonged, sessionHolds, sessionSecretIn } from '../people/sessions.ts';
import { bearerIn, tokenRole, worthNoting } from '../people/tokens.ts';
import { type Authority, TooManyRequests } from './authority-port.ts';
import { asksLoopback, isLoopback } from './same-origin.ts';
import { signInRoutes } from './sign-in.ts';
import type { SignInOptions } from './sign-in-room.ts';

export interface AuthorityOptions extends SignInOptions {
  readonly listensBeyondLoopback: boolean;
}

/** A program's key: 200 requests at once, then ten a second. */
const PER_KEY = { capacity: 200, everyMs: 100, keys: 10_000 };

const LOCAL: Person = { name: 'local', role: 'admin', by: 'local', csrf: undefined };

export function openAuthority(options: AuthorityOptions): Authority {
  const buckets = openBuckets(PER_KEY);
  return {
    personOf: async (request, remoteAddress, how = 'asks') => {
      if ((await options.store.accounts()).length === 0) {
        return isLocal(request, remoteAddress, options) ? LOCAL : undefined;
      }
      const key = bearerIn(request.headers.get('authorization'));
      // A key that opens nothing must not fall back on whoever the browser is.
      return key === undefined
        ? bySession(request, options, how)
        : byKey(key, options, how === 'asks' ? buckets : undefined);
    },
    signIn: signInRoutes(options),
  };
}

/**
 * Whether the request is from this machine and meant for it: a page elsewhere whose name was pointed
 * at 127.0.0.1 asks for its own host, and a proxy on this machine passes on the host it has outside.
 */
function isLocal(
  request: Request,
  remoteAddress: string,
  { listensBeyondLoopback }: AuthorityOptions,
): boolean {
  return !listensBeyondLoopback && isLoopback(remoteAddress) && asksLoopback(request);
}

async function bySession(
  request: Request,
  { store, now, secureCookies }: AuthorityOptions,
  how: 'asks' | 'listens',
): Promise<Person | undefined> {
  const secret = sessionSecretIn(request.headers.get('cookie'), secureCookies);
  if (secret === undefined) return undefined;
  const session = await store.sessionByDigest(secretDigestOf(secret));
  if (session === undefined) return undefined;
  const account = await store.accountByName(session.account);
  const at = now();
  if (account === undefined || !sessionHolds(session, account, at)) return undefined;
  const end = how === 'asks' ? prolonged(session, at) : undefined;
  if (end !== undefined) await store.prolongSession(session.secretDigest, end);
  return { name: account.name, role: account.role, by: 'session', csrf: session.csrf };
}

/** Without `buckets` the key is looked at, and not used. */
async function byKey(
  secret: string,
  { store, now }: AuthorityOptions,
  buckets: Buckets | undefined,
): Promise<Person | undefined> {
  const token = await store.tokenByDigest(secretDigestOf(secret));
  if (token === undefined) return undefined;
  const at = now();
  const role = tokenRole(token, await store.accountByName(token.account), at);
  if (role === undefined) return undefined;
  const person: Person = { name: token.account, role, by: 'token', csrf: undefined };
  if (buckets === undefined) return person;
  const wait = buckets.take(token.id, at);
  if (wait > 0) throw new TooManyRequests(wait);
  if (worthNoting(token, at)) await store.touchToken(token.id, at);
  return person;
}
