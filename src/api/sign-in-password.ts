/** Changing one's own password: the present one is asked for, and all other browsers are signed out. */
import { Hono } from 'hono';
import type { Account, Person, Session } from '../domain/people.ts';
import { WORDS } from '../pages/words/sign-in.ts';
import { hashPassword, passwordProblem, verifyPassword } from '../people/passwords.ts';
import { sameSecret, secretDigestOf } from '../people/secrets.ts';
import { sessionHolds, sessionSecretIn } from '../people/sessions.ts';
import { type SignInEnv, TooManyRequests } from './authority-port.ts';
import { fromHere } from './same-origin.ts';
import { passwordBody } from './sign-in-page.ts';
import {
  enter,
  fieldsOf,
  frameRequest,
  type SignInContext,
  type SignInLimits,
  type SignInOptions,
} from './sign-in-room.ts';

interface SignedIn {
  readonly account: Account;
  readonly session: Session;
}

/** `/password`. */
export function passwordRoutes(options: SignInOptions, limits: SignInLimits): Hono<SignInEnv> {
  const app = new Hono<SignInEnv>();
  app.get('/password', async (c) => {
    const who = await signedIn(c, options);
    if (who === undefined) return c.redirect('/sign-in', 303);
    const changed = c.req.query('changed') !== undefined;
    return page(c, options, who, 200, { problem: undefined, changed });
  });
  app.post('/password', (c) => change(c, options, limits));
  return app;
}

/** Who has a password here and holds a session of it. */
async function signedIn(
  c: SignInContext,
  { store, now, secureCookies }: SignInOptions,
): Promise<SignedIn | undefined> {
  const secret = sessionSecretIn(c.req.header('cookie'), secureCookies);
  if (secret === undefined) return undefined;
  const session = await store.sessionByDigest(secretDigestOf(secret));
  const account = session && (await store.accountByName(session.account));
  if (session === undefined || account?.password === undefined) return undefined;
  return sessionHolds(session, account, now()) ? { account, session } : undefined;
}

function page(
  c: SignInContext,
  options: SignInOptions,
  { account, session }: SignedIn,
  status: 200 | 400 | 403 | 429,
  said: { readonly problem: string | undefined; readonly changed: boolean },
): Response | Promise<Response> {
  const { name, role } = account;
  const person: Person = { name, role, by: 'session', csrf: session.csrf };
  const request = { ...frameRequest(c, options), person };
  const { language } = request;
  const body = passwordBody({ language, person, ...said });
  return c.html(options.frame(request, { title: WORDS[language].passwordTitle, body }), status);
}

async function change(
  c: SignInContext,
  options: SignInOptions,
  limits: SignInLimits,
): Promise<Response> {
  const who = await signedIn(c, options);
  if (who === undefined) return c.redirect('/sign-in', 303);
  const { account, session } = who;
  const words = WORDS[options.languageOf(c.req.raw)];
  const field = await fieldsOf(c);
  const refuse = (status: 400 | 403 | 429, problem: string): Response | Promise<Response> =>
    page(c, options, who, status, { problem, changed: false });
  if (!fromHere(c.req.raw) || !sameSecret(field('csrf'), session.csrf)) {
    return refuse(403, words.notFromHere);
  }
  const wait = limits.begin(account.name, c.get('remoteAddress'), options.now());
  if (wait > 0) {
    const { retryAfter } = new TooManyRequests(wait);
    c.header('retry-after', String(retryAfter));
    return refuse(429, words.tooMany(retryAfter));
  }
  if (!(await verifyPassword(field('current'), account.password))) {
    return refuse(403, words.wrongCurrent);
  }
  limits.passed(account.name, c.get('remoteAddress'));
  const problem = passwordProblem(field('next'), account.name);
  if (problem !== undefined) return refuse(400, words.weak[problem]);
  const changed = await save(options, account, field('next'));
  if (changed === undefined || !(await enter(c, options, changed, 'password'))) {
    return c.redirect('/sign-in', 303);
  }
  return c.redirect('/password?changed', 303);
}

/** The account with its new password; undefined where somebody changed it meanwhile. */
async function save(
  { store, now }: SignInOptions,
  was: Account,
  password: string,
): Promise<Account | undefined> {
  const account = { ...was, password: await hashPassword(password) };
  const event = { at: now(), by: was.name, action: 'password', account: was.name };
  const saved = await store.saveAccount({ was, account, event, endSessions: true });
  return saved === 'saved' ? account : undefined;
}
