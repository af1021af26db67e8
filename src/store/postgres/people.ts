/** Accounts, sessions, keys, and the log of what was done with them. */
import type { Account } from '../../domain/people.ts';
import type { AccountChange, AccountEvent, AccountSaved, PeopleStore } from '../people.ts';
import {
  type AccountRow,
  accountOf,
  type SessionRow,
  sameAccount,
  sessionOf,
  type TokenRow,
  tokenOf,
} from '../people-rows.ts';
import type { Sql } from './database.ts';

export function peopleTables(sql: Sql): PeopleStore {
  return { ...accountTable(sql), ...sessionTable(sql), ...tokenTable(sql), ...reads(sql) };
}

async function log(sql: Sql, event: AccountEvent | undefined): Promise<void> {
  if (event === undefined) return;
  await sql.run(
    'INSERT INTO account_event (at, by, action, account, detail) VALUES ($1, $2, $3, $4, $5)',
    [event.at, event.by, event.action, event.account, event.detail],
  );
}

type AccountPart = Pick<
  PeopleStore,
  'accounts' | 'accountByName' | 'accountByOidc' | 'saveAccount'
>;

function accountTable(sql: Sql): AccountPart {
  return {
    accounts: async () =>
      (await sql.rows<AccountRow>('SELECT * FROM account ORDER BY name')).map(
        (row) => accountOf(row)!,
      ),
    accountByName: (name) => accountByName(sql, name),
    accountByOidc: async (oidc) =>
      accountOf(await sql.row<AccountRow>('SELECT * FROM account WHERE oidc = $1', [oidc])),
    saveAccount: (change) => sql.transaction((inner) => changeAccount(inner, change)),
  };
}

async function accountByName(sql: Sql, name: string): Promise<Account | undefined> {
  return accountOf(await sql.row<AccountRow>('SELECT * FROM account WHERE name = $1', [name]));
}

async function changeAccount(sql: Sql, change: AccountChange): Promise<AccountSaved> {
  const { was, account, event, endSessions } = change;
  // Two changes at once could each leave the other's admin out of account.
  await sql.run('LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE');
  if (!sameAccount(await accountByName(sql, account.name), was)) return 'stale';
  const isAdmin = account.role === 'admin' && account.disabledAt === undefined;
  if (!isAdmin && (await otherAdmins(sql, account.name)) === 0) return 'no-admin';
  if (await isTaken(sql, account)) return 'oidc-taken';
  await sql.run(
    `INSERT INTO account (name, role, password, oidc, created_at, disabled_at)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (name) DO UPDATE SET role = excluded.role, password = excluded.password,
       oidc = excluded.oidc, disabled_at = excluded.disabled_at`,
    [
      ...[account.name, account.role, account.password, account.oidc],
      ...[account.createdAt, account.disabledAt],
    ],
  );
  if (endSessions) await sql.run('DELETE FROM session WHERE account = $1', [account.name]);
  await log(sql, event);
  return 'saved';
}

async function otherAdmins(sql: Sql, name: string): Promise<number> {
  const row = await sql.row<{ n: number }>(
    `SELECT count(*) AS n FROM account
     WHERE name <> $1 AND role = 'admin' AND disabled_at IS NULL`,
    [name],
  );
  return row!.n;
}

async function isTaken(sql: Sql, { name, oidc }: Account): Promise<boolean> {
  const text = 'SELECT 1 FROM account WHERE oidc = $1 AND name <> $2';
  return oidc !== undefined && (await sql.row(text, [oidc, name])) !== undefined;
}

type SessionPart = Pick<
  PeopleStore,
  'saveSession' | 'prolongSession' | 'sessionByDigest' | 'deleteSession' | 'deleteSessions'
>;

function sessionTable(sql: Sql): SessionPart {
  return {
    saveSession: ({ secretDigest, account, csrf, createdAt, expiresAt }, event) =>
      sql.transaction(async (inner) => {
        await inner.run(
          `INSERT INTO session (secret_digest, account, csrf, created_at, expires_at)
           VALUES ($1, $2, $3, $4, $5)`,
          [secretDigest, account, csrf, createdAt, expiresAt],
        );
        await log(inner, event);
      }),
    // A session that was ended in between must not come back by being prolonged.
    prolongSession: async (digest, expiresAt) => {
      const text = 'UPDATE session SET expires_at = $1 WHERE secret_digest = $2';
      await sql.run(text, [expiresAt, digest]);
    },
    sessionByDigest: async (digest) => {
      const text = 'SELECT * FROM session WHERE secret_digest = $1';
      return sessionOf(await sql.row<SessionRow>(text, [digest]));
    },
    deleteSession: (digest, event) =>
      sql.transaction(async (inner) => {
        const text = 'DELETE FROM session WHERE secret_digest = $1';
        if ((await inner.run(text, [digest])) > 0) await log(inner, event);
      }),
    deleteSessions: async (of) => {
      if ('account' in of) await sql.run('DELETE FROM session WHERE account = $1', [of.account]);
      else await sql.run('DELETE FROM session WHERE expires_at < $1', [of.endedBefore]);
    },
  };
}

type TokenPart = Pick<PeopleStore, 'tokens' | 'tokenByDigest' | 'saveToken' | 'touchToken'>;

function tokenTable(sql: Sql): TokenPart {
  return {
    tokens: async (account) => {
      const rows = await sql.rows<TokenRow>(
        `SELECT * FROM api_token WHERE $1::text IS NULL OR account = $1 ORDER BY created_at, id`,
        [account],
      );
      return rows.map((row) => tokenOf(row)!);
    },
    tokenByDigest: async (digest) => {
      const text = 'SELECT * FROM api_token WHERE secret_digest = $1';
      return tokenOf(await sql.row<TokenRow>(text, [digest]));
    },
    saveToken: (token, event) =>
      sql.transaction(async (inner) => {
        await inner.run(
          `INSERT INTO api_token (id, secret_digest, account, label, role, created_at, expires_at,
             revoked_at, used_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
           ON CONFLICT (id) DO UPDATE SET revoked_at = excluded.revoked_at`,
          [
            ...[token.id, token.secretDigest, token.account, token.label, token.role],
            ...[token.createdAt, token.expiresAt, token.revokedAt, token.usedAt],
          ],
        );
        await log(inner, event);
      }),
    touchToken: async (id, usedAt) => {
      await sql.run('UPDATE api_token SET used_at = $1 WHERE id = $2', [usedAt, id]);
    },
  };
}

function reads(sql: Sql): Pick<PeopleStore, 'accountEvents' | 'lastSignIns'> {
  return {
    accountEvents: async (limit) => {
      const rows = await sql.rows<AccountEvent & { detail: string | null }>(
        `SELECT at, by, action, account, detail FROM account_event ORDER BY seq DESC LIMIT $1`,
        [limit],
      );
      return rows.map(({ detail, ...event }) => ({ ...event, ...(detail !== null && { detail }) }));
    },
    lastSignIns: async () => {
      const rows = await sql.rows<{ account: string; at: number }>(
        `SELECT account, max(at) AS at FROM account_event WHERE action = 'signed-in'
         GROUP BY account`,
      );
      return new Map(rows.map(({ account, at }) => [account, at]));
    },
  };
}
