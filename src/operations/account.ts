/** Changes of accounts and keys. What is secret is made here, shown once, and kept as a hash. */
import { randomBytes } from 'node:crypto';
import { type Account, mayAs, type PasswordProblem } from '../domain/people.ts';
import { inkOf } from '../export/terminal/ink.ts';
import { oidcKey } from '../people/oidc.ts';
import { hashPassword, passwordProblem } from '../people/passwords.ts';
import { newSecret } from '../people/secrets.ts';
import { newToken } from '../people/tokens.ts';
import type { AccountSaved } from '../store/people.ts';
import { type AccountInput, accountInput } from './account-input.ts';
import { type Context, NotFound, operation } from './operation.ts';

export interface AccountDone {
  /** What was done, or why it was not, as a sentence. */
  readonly said: string;
  readonly done: boolean;
  /** To be shown once and kept nowhere. */
  readonly secret?: { readonly kind: 'password' | 'key'; readonly value: string };
}

export const accountOperation = operation({
  input: accountInput,
  positional: 'action',
  creates: true,
  remote: {
    role: 'admin',
    changes: true,
    // A server's standard input is nobody's who asks from afar.
    fields: Object.keys(accountInput.shape).filter((field) => field !== 'stdin'),
  },
  run: (input, context): Promise<AccountDone> => STEPS[input.action](input, context),
  text: ({ said, secret }, { color }) => {
    if (secret === undefined) return said;
    return `${said}\n\n  ${inkOf(color).bold(secret.value)}\n\nIt is shown this once: it is kept as a hash only.`;
  },
  failure: ({ done, said }) => (done ? undefined : said),
});

type Step = (input: AccountInput, context: Context) => Promise<AccountDone>;

const STEPS: Readonly<Record<AccountInput['action'], Step>> = {
  add,
  role: (input, context) =>
    change(input, context, { role: input.role! }, `The role is now ${input.role}.`, input.role!),
  disable: (input, context) =>
    change(
      input,
      context,
      { disabledAt: context.desk.now() },
      'The account is disabled, its browsers are signed out, its keys open nothing.',
    ),
  enable: (input, context) =>
    change(input, context, { disabledAt: undefined }, 'The account is enabled.'),
  password: setPassword,
  link: (input, context) => {
    const oidc = oidcKey({ issuer: input.issuer!, subject: input.subject! });
    return change(input, context, { oidc }, 'The account is linked to that sign-in.', oidc);
  },
  key: makeKey,
  revoke,
};

async function add(input: AccountInput, context: Context): Promise<AccountDone> {
  const { desk, by } = context;
  const name = input.name!;
  const role = input.role!;
  const chosen = input.withoutPassword ? undefined : await passwordFor(name, input, context);
  if (chosen?.problem !== undefined) return refused(chosen.problem);
  const at = desk.now();
  const account: Account = {
    ...{ name, role },
    password: chosen && (await hashPassword(chosen.password)),
    oidc: undefined,
    createdAt: at,
    disabledAt: undefined,
  };
  const event = { at, by, action: 'added', account: name, detail: role };
  const saved = await desk.store.saveAccount({
    was: undefined,
    account,
    event,
    endSessions: false,
  });
  if (saved === 'stale') return refused(`There is an account "${name}" already.`);
  if (saved === 'no-admin') return refused('The first account has to be an admin.');
  return answer(saved, `The account ${name} is added as ${role}.`, chosen);
}

async function setPassword(input: AccountInput, context: Context): Promise<AccountDone> {
  const name = input.name!;
  const was = await accountNamed(name, context);
  const chosen = await passwordFor(name, input, context);
  if (chosen.problem !== undefined) return refused(chosen.problem);
  const account = { ...was, password: await hashPassword(chosen.password) };
  const event = { at: context.desk.now(), by: context.by, action: 'password', account: name };
  const saved = await context.desk.store.saveAccount({ was, account, event, endSessions: true });
  return answer(saved, `${name} has a new password; all its browsers are signed out.`, chosen);
}

/** Changes fields of an account; what it may do, or whether it may enter, ends its sessions. */
async function change(
  { action, name = '' }: AccountInput,
  context: Context,
  changes: Partial<Account>,
  said: string,
  detail?: string,
): Promise<AccountDone> {
  const { desk, by } = context;
  const was = await accountNamed(name, context);
  const event = {
    ...{ at: desk.now(), by, action: DONE[action] ?? action, account: name },
    ...(detail !== undefined && { detail }),
  };
  const endSessions = action !== 'link';
  const account = { ...was, ...changes };
  return answer(await desk.store.saveAccount({ was, account, event, endSessions }), said);
}

/** Words of the log that are not the action's own. */
const DONE: Partial<Record<AccountInput['action'], string>> = {
  disable: 'disabled',
  enable: 'enabled',
  link: 'linked',
};

async function makeKey(input: AccountInput, context: Context): Promise<AccountDone> {
  const { desk, by } = context;
  const account = await accountNamed(input.name!, context);
  const [role, label] = [input.role!, input.label!];
  if (!mayAs(account.role, role)) {
    return refused(`A key of ${account.name} cannot do more than ${account.role} may.`);
  }
  const at = desk.now();
  const wish = { account: account.name, label, role, days: input.days || undefined };
  const { token, secret } = newToken(wish, at, randomBytes);
  const detail = `${token.id} ${role}: ${label}`;
  await desk.store.saveToken(token, { at, by, action: 'key-made', account: account.name, detail });
  return {
    ...{ said: `${account.name} has a new key ${token.id} that may do what a ${role} may:` },
    done: true,
    secret: { kind: 'key', value: secret },
  };
}

async function revoke(input: AccountInput, { desk, by }: Context): Promise<AccountDone> {
  const token = (await desk.store.tokens()).find(({ id }) => id === input.id);
  if (token === undefined) throw new NotFound(`there is no key "${input.id}"`);
  const { id, account } = token;
  if (token.revokedAt !== undefined)
    return { said: `The key ${id} was revoked already.`, done: true };
  const at = desk.now();
  const event = { at, by, action: 'key-revoked', account, detail: id };
  await desk.store.saveToken({ ...token, revokedAt: at }, event);
  return { said: `The key ${id} of ${account} opens nothing any more.`, done: true };
}

async function accountNamed(name: string, { desk }: Context): Promise<Account> {
  const account = await desk.store.accountByName(name);
  if (account === undefined) throw new NotFound(`there is no account "${name}"`);
  return account;
}

interface Chosen {
  readonly password: string;
  /** Whether the desk made it, so that it has to be shown. */
  readonly made: boolean;
  readonly problem: string | undefined;
}

const WEAK: Readonly<Record<PasswordProblem, string>> = {
  'too-short': 'A password needs at least 12 characters.',
  'too-long': 'A password has at most 256 characters.',
  repeats: 'This password repeats a few characters; choose another.',
  'own-name': 'This password is mostly the name of the account; choose another.',
  common: 'This password is among the most common ones; choose another.',
};

/** The first line of the standard input, or a new password that nobody has to think out. */
async function passwordFor(
  name: string,
  { stdin: wanted }: AccountInput,
  { stdin }: Context,
): Promise<Chosen> {
  if (!wanted) return { password: newSecret(randomBytes), made: true, problem: undefined };
  if (stdin === undefined) {
    const problem = 'There is no standard input here: leave this out, and a password is made.';
    return { password: '', made: false, problem };
  }
  const password = await firstLine(stdin);
  const problem = passwordProblem(password, name);
  return { password, made: false, problem: problem && WEAK[problem] };
}

/** Bytes read at most in search of the end of a line: far more than a password has. */
const MOST_BYTES = 4096;

async function firstLine(stdin: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stdin) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MOST_BYTES || chunk.includes(0x0a)) break;
  }
  return Buffer.concat(chunks).toString('utf8').split(/\r?\n/)[0]!;
}

const refused = (said: string): AccountDone => ({ said, done: false });

function answer(saved: AccountSaved, said: string, chosen?: Chosen): AccountDone {
  if (saved === 'stale') return refused('Somebody else changed this account just now: look again.');
  if (saved === 'no-admin') {
    return refused(
      'The desk would be left without an admin who may enter: make another one first.',
    );
  }
  if (saved === 'oidc-taken') return refused('Another account is linked to that sign-in.');
  if (chosen === undefined || !chosen.made) return { said, done: true };
  return { said, done: true, secret: { kind: 'password', value: chosen.password } };
}
