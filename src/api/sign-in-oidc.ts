/** Signing in by another service: there with a secret of this browser's own, and back with it. */
import { Hono } from 'hono';
import { z } from 'zod';
import type { Account } from '../domain/people.ts';
import { WORDS } from '../pages/words/sign-in.ts';
import { admit } from '../people/admission.ts';
import { CALLBACK, type Oidc, type OidcIdentity, oidcKey } from '../people/oidc.ts';
import { cookieIn, cookieLine } from '../people/sessions.ts';
import { type SignInEnv, TooManyRequests } from './authority-port.ts';
import { safeBack } from './safe-back.ts';
import { signInBody } from './sign-in-page.ts';
import {
  enter,
  frameRequest,
  networkOf,
  type SignInContext,
  type SignInLimits,
  type SignInOptions,
} from './sign-in-room.ts';

/** Holds what the browser must bring back: its own secrets, for its own use, so they are not kept here. */
const COOKIE = 'atalaya_away';
const MOST_AWAY_MS = 10 * 60_000;

const away = z.object({
  verifier: z.string().min(1),
  state: z.string().min(1),
  nonce: z.string().min(1),
  back: z.string(),
  at: z.number(),
});
type Away = z.infer<typeof away>;

/** `/sign-in/oidc` and where the service sends browsers back to. */
export function oidcRoutes(options: SignInOptions, limits: SignInLimits): Hono<SignInEnv> {
  const app = new Hono<SignInEnv>();
  const { oidc } = options;
  app.get('/sign-in/oidc', async (c) =>
    oidc === undefined ? refuse(c, options, 404, 'noService') : leave(c, options, oidc),
  );
  app.get(CALLBACK, async (c) =>
    oidc === undefined ? refuse(c, options, 404, 'noService') : arrive(c, options, oidc, limits),
  );
  return app;
}

function refuse(
  c: SignInContext,
  options: SignInOptions,
  status: 403 | 404 | 503,
  why: 'noService' | 'refused' | 'serviceGone',
): Response | Promise<Response> {
  return refusal(c, options, status, WORDS[options.languageOf(c.req.raw)][why]);
}

function refusal(
  c: SignInContext,
  options: SignInOptions,
  status: 403 | 404 | 429 | 503,
  problem: string,
): Response | Promise<Response> {
  // The address of this page holds the service's answer: it leads to the form again, and to no link.
  const request = { ...frameRequest(c, options), address: '/sign-in' };
  const { language } = request;
  const service = options.oidc !== undefined;
  const body = signInBody({ language, back: '/', name: '', service, problem });
  return c.html(options.frame(request, { title: WORDS[language].title, body }), status);
}

async function leave(c: SignInContext, options: SignInOptions, oidc: Oidc): Promise<Response> {
  const begun = await oidc.begin().catch(() => undefined);
  if (begun === undefined) return refuse(c, options, 503, 'serviceGone');
  const kept: Away = { ...begun.attempt, back: safeBack(c.req.query('back')), at: options.now() };
  const value = Buffer.from(JSON.stringify(kept)).toString('base64url');
  const { secureCookies } = options;
  c.header('set-cookie', cookieLine(COOKIE, value, MOST_AWAY_MS / 1000, secureCookies));
  return c.redirect(begun.address, 303);
}

async function arrive(
  c: SignInContext,
  options: SignInOptions,
  oidc: Oidc,
  limits: SignInLimits,
): Promise<Response> {
  const { secureCookies, now } = options;
  const kept = awayIn(cookieIn(c.req.header('cookie'), COOKIE, secureCookies));
  c.header('set-cookie', cookieLine(COOKIE, '', 0, secureCookies));
  const age = kept === undefined ? Number.POSITIVE_INFINITY : now() - kept.at;
  if (kept === undefined || age < 0 || age > MOST_AWAY_MS) {
    return refuse(c, options, 403, 'refused');
  }
  const address = c.get('remoteAddress');
  // One tally an address: who it will turn out to be is not known yet.
  const wait = limits.begin(nobodyAt(address), address, now());
  if (wait > 0) {
    const { retryAfter } = new TooManyRequests(wait);
    c.header('retry-after', String(retryAfter));
    const words = WORDS[options.languageOf(c.req.raw)];
    return refusal(c, options, 429, words.tooMany(retryAfter));
  }
  const identity = await oidc.finish(new URL(c.req.url).search, kept).catch(() => undefined);
  const account = identity && (await accountFor(options, oidc, identity));
  if (account === undefined || !(await enter(c, options, account, 'service'))) {
    return refuse(c, options, 403, 'refused');
  }
  limits.passed(nobodyAt(address), address);
  return c.redirect(safeBack(kept.back), 303);
}

/** No account is named like this, so these tries hold up nobody who signs in with a password. */
const nobodyAt = (address: string): string => `service ${networkOf(address)}`;

function awayIn(cookie: string | undefined): Away | undefined {
  try {
    return away.parse(JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString()));
  } catch {
    return undefined;
  }
}

/** The account of somebody for whom the service vouches, if they may enter. */
async function accountFor(
  { store, now }: SignInOptions,
  oidc: Oidc,
  identity: OidcIdentity,
): Promise<Account | undefined> {
  const linked = await store.accountByOidc(oidcKey(identity));
  const named =
    identity.email === undefined ? undefined : await store.accountByName(identity.email);
  const at = now();
  const admission = admit(identity, { linked, named, strangers: oidc.role }, at);
  if (admission.kind === 'refused') return undefined;
  const { kind, account } = admission;
  if (kind === 'enters') return account;
  const event = {
    ...{ at, by: account.name, account: account.name },
    action: kind === 'links' ? 'linked' : 'added',
    detail: oidcKey(identity),
  };
  const was = kind === 'links' ? named : undefined;
  const saved = await store.saveAccount({ was, account, event, endSessions: false });
  return saved === 'saved' ? account : undefined;
}
