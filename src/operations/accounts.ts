/** Who may use the desk, with which keys, and what was done with accounts. Never a secret or a hash. */
import { z } from 'zod';
import type { Account, ApiToken, Role } from '../domain/people.ts';
import { columns, foreign, type Ink, inkOf } from '../export/terminal/ink.ts';
import { counted } from '../export/wording.ts';
import type { AccountEvent } from '../store/people.ts';
import { operation } from './operation.ts';

export interface KeyView {
  readonly id: string;
  readonly label: string;
  readonly role: Role;
  readonly createdAt: number;
  readonly expiresAt: number | undefined;
  readonly revokedAt: number | undefined;
  readonly usedAt: number | undefined;
}

export interface AccountView {
  readonly name: string;
  readonly role: Role;
  readonly createdAt: number;
  readonly disabledAt: number | undefined;
  readonly hasPassword: boolean;
  /** `issuer subject` of the sign-in service that vouches for it. */
  readonly linked: string | undefined;
  readonly lastSignIn: number | undefined;
  readonly keys: readonly KeyView[];
}

export interface AccountsView {
  readonly accounts: readonly AccountView[];
  /** The newest first; empty where it was not asked for. */
  readonly log: readonly AccountEvent[];
  readonly logAsked: boolean;
}

const MOST_LINES = 1000;

export const accountsOperation = operation({
  input: z.object({
    log: z.boolean().default(false).describe('what was done with accounts, the newest first'),
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(MOST_LINES)
      .default(50)
      .describe('lines of the log at most'),
  }),
  creates: false,
  remote: { role: 'admin', changes: false },
  run: async ({ log, limit }, { desk }): Promise<AccountsView> => {
    const { store } = desk;
    const [accounts, keys, signIns] = await Promise.all([
      store.accounts(),
      store.tokens(),
      store.lastSignIns(),
    ]);
    return {
      accounts: accounts.map((account) =>
        accountView(
          account,
          keys.filter((key) => key.account === account.name),
          signIns.get(account.name),
        ),
      ),
      log: log ? await store.accountEvents(limit) : [],
      logAsked: log,
    };
  },
  text: (view, { color }) => {
    const ink = inkOf(color);
    return view.logAsked ? logText(view.log) : accountsText(view.accounts, ink);
  },
});

function accountView(
  { name, role, createdAt, disabledAt, password, oidc }: Account,
  keys: readonly ApiToken[],
  lastSignIn: number | undefined,
): AccountView {
  return {
    ...{ name, role, createdAt, disabledAt },
    hasPassword: password !== undefined,
    linked: oidc,
    lastSignIn,
    keys: keys.map(({ id, label, role: scope, createdAt: made, expiresAt, revokedAt, usedAt }) => ({
      ...{ id, label, role: scope, createdAt: made, expiresAt, revokedAt, usedAt },
    })),
  };
}

function accountsText(accounts: readonly AccountView[], ink: Ink): string {
  if (accounts.length === 0) {
    return 'There is no account: whoever sits at this machine may do all, and nobody else anything.\nMake one: atalaya account add --name NAME --role admin';
  }
  const rows = accounts.map(({ name, role, disabledAt, hasPassword, linked, lastSignIn }) => [
    name,
    role,
    disabledAt === undefined ? '' : `disabled ${minute(disabledAt)}`,
    [hasPassword ? 'password' : '', linked === undefined ? '' : 'linked']
      .filter(Boolean)
      .join(', '),
    lastSignIn === undefined ? 'never signed in' : `signed in ${minute(lastSignIn)}`,
  ]);
  const keys = accounts.flatMap(({ name, keys: own }) => own.map((key) => keyRow(name, key)));
  return [
    columns(rows),
    ...(keys.length === 0 ? [] : ['', 'Keys', columns(keys)]),
    ink.dim(`${counted(accounts.length, 'account')}, ${counted(keys.length, 'key')}.`),
  ].join('\n');
}

function keyRow(account: string, key: KeyView): string[] {
  const { id, label, role, expiresAt, revokedAt, usedAt } = key;
  const end = expiresAt === undefined ? 'without end' : `until ${minute(expiresAt)}`;
  return [
    id,
    account,
    role,
    foreign(label),
    revokedAt === undefined ? end : `revoked ${minute(revokedAt)}`,
    usedAt === undefined ? 'never used' : `used ${minute(usedAt)}`,
  ];
}

function logText(log: readonly AccountEvent[]): string {
  if (log.length === 0) return 'Nothing was done with accounts yet.';
  return columns(
    log.map(({ at, by, action, account, detail }) => [
      minute(at),
      by,
      action,
      account,
      foreign(detail ?? ''),
    ]),
  );
}

const minute = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
