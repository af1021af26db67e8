/** Signing in with a password, and out. Every refusal is one sentence that tells nothing more. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Account } from '../domain/people.ts';
import { WORDS } from '../pages/words/sign-in.ts';
import { hashPassword, outgrown, verifyPassword } from '../people/passwords.ts';
import { sameSecret, secretDigestOf } from '../people/secrets.ts';
import { endedSessionCookie, sessionSecretIn } from '../people/sessions.ts';
import { type SignInEnv, TooManyRequests } from './authority-port.ts';
import { safeBack } from './safe-back.ts';
import { fromHere } from './same-origin.ts';
import { oidcRoutes } from './sign-in-oidc.ts';
import { signInBody } from './sign-in-page.ts';
import { passwordRoutes } from './sign-in-password.ts';
import {
  enter,
  fieldsOf,
  frameRequest,
  openSignInLimits,
  type SignInContext,
  type SignInLimits,
  type SignInOptions,
} from './sign-in-room.ts';

/** More than any of these forms. */
const FORM_BYTES = 16 * 1024;

/** The routes of signing in and out. `app.route('/', …)`; the door sets `remoteAddress` before. */
export function signInRoutes(options: SignInOptions): Hono<SignInEnv> {
  const limits = openSignInLimits();
  const app = new Hono<SignInEnv>();
  for (const path of ['/sign-in', '/sign-in/*', '/sign-out', '/password']) {
    app.use(path, bodyLimit({ maxSize: FORM_BYTES }), async (c, next) => {
      await next();
      c.header('cache-control', 'no-store');
    });
  }
  app.get('/sign-in', async (c) => {
    // Where nobody has an account there is nothing to sign in to.
    if ((await options.store.accounts()).length === 0) return c.redirect('/', 303);
    return form(c, options, 200, { back: c.req.query('back') });
  });
  app.post('/sign-in', (c) => signIn(c, options, limits));
  app.post('/sign-out', (c) => signOut(c, options));
  app.route('/', passwordRoutes(options, limits));
  app.route('/', oidcRoutes(options, limits));
  return app;
}

interface Refill {
  readonly back: string | undefined;
  readonly name?: string;
  readonly problem?: string;
}

/** The form, with what was typed and what was wrong. */
function form(
  c: SignInContext,
  options: SignInOptions,
  status: 200 | 403 | 429,
  { back, name = '', problem }: Refill,
): Response | Promise<Response> {
  const request = frameRequest(c, options);
  const { language } = request;
  const body = signInBody({
    language,
    name,
    problem,
    back: safeBack(back),
    service: options.oidc !== undefined,
  });
  return c.html(options.frame(request, { title: WORDS[language].title, body }), status);
}

async function signIn(
  c: SignInContext,
  options: SignInOptions,
  limits: SignInLimits,
): Promise<Response> {
  const words = WORDS[options.languageOf(c.req.raw)];
  const field = await fieldsOf(c);
  const back = field('back');
  if (!fromHere(c.req.raw)) return form(c, options, 403, { back, problem: words.notFromHere });
  const name = field('name').trim().toLowerCase().slice(0, 64);
  const address = c.get('remoteAddress');
  const wait = limits.begin(name, address, options.now());
  if (wait > 0) {
    const { retryAfter } = new TooManyRequests(wait);
    c.header('retry-after', String(retryAfter));
    return form(c, options, 429, { back, name, problem: words.tooMany(retryAfter) });
  }
  const account = await options.store.accountByName(name);
  const fits = await verifyPassword(field('password'), account?.password);
  if (!fits || account === undefined || account.disabledAt !== undefined) {
    return form(c, options, 403, { back, name, problem: words.refused });
  }
  limits.passed(name, address);
  const current = await renewed(options, account, field('password'));
  if (!(await enter(c, options, current, 'password'))) {
    return form(c, options, 403, { back, name, problem: words.refused });
  }
  return c.redirect(safeBack(back), 303);
}

/** The account with a hash of today's strength, where it had a weaker one. */
async function renewed(
  { store, now }: SignInOptions,
  account: Account,
  password: string,
): Promise<Account> {
  if (account.password === undefined || !outgrown(account.password)) return account;
  const stronger = { ...account, password: await hashPassword(password) };
  const event = { at: now(), by: 'desk', action: 'hash-renewed', account: account.name };
  const saved = await store.saveAccount({
    ...{ was: account, account: stronger, event },
    endSessions: false,
  });
  return saved === 'saved' ? stronger : account;
}

async function signOut(c: SignInContext, options: SignInOptions): Promise<Response> {
  const { store, now, secureCookies } = options;
  const secret = sessionSecretIn(c.req.header('cookie'), secureCookies);
  const digest = secret === undefined ? undefined : secretDigestOf(secret);
  const session = digest === undefined ? undefined : await store.sessionByDigest(digest);
  const csrf = (await fieldsOf(c))('csrf');
  if (session !== undefined) {
    if (!fromHere(c.req.raw) || !sameSecret(csrf, session.csrf)) {
      const problem = WORDS[options.languageOf(c.req.raw)].notFromHere;
      return form(c, options, 403, { back: undefined, problem });
    }
    const { account } = session;
    const event = { at: now(), by: account, action: 'signed-out', account };
    await store.deleteSession(session.secretDigest, event);
  }
  c.header('set-cookie', endedSessionCookie(secureCookies));
  return c.redirect('/sign-in', 303);
}
