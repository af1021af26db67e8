/** Accounts, sessions, keys, and the log of what was done with them. */
import type Database from 'better-sqlite3';
import type { Account, ApiToken, Session } from '../../domain/people.ts';
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

type Log = (event: AccountEvent | undefined) => void;

export function peopleTables(db: Database.Database): PeopleStore {
  const line = db.prepare(
    'INSERT INTO account_event (at, by, action, account, detail) VALUES (?, ?, ?, ?, ?)',
  );
  const log: Log = (event) => {
    if (event === undefined) return;
    line.run(event.at, event.by, event.action, event.account, event.detail ?? null);
  };
  return {
    ...accountTable(db, log),
    ...sessionTable(db, log),
    ...tokenTable(db, log),
    ...reads(db),
  };
}

type AccountPart = Pick<
  PeopleStore,
  'accounts' | 'accountByName' | 'accountByOidc' | 'saveAccount'
>;

function accountTable(db: Database.Database, log: Log): AccountPart {
  const all = db.prepare('SELECT * FROM account ORDER BY name');
  const byName = db.prepare('SELECT * FROM account WHERE name = ?');
  const byOidc = db.prepare('SELECT * FROM account WHERE oidc = ?');
  const save = db.prepare(
    `INSERT INTO account (name, role, password, oidc, created_at, disabled_at)
     VALUES (@name, @role, @password, @oidc, @createdAt, @disabledAt)
     ON CONFLICT (name) DO UPDATE SET role = excluded.role, password = excluded.password,
       oidc = excluded.oidc, disabled_at = excluded.disabled_at`,
  );
  const otherAdmins = db
    .prepare(
      `SELECT count(*) FROM account WHERE name <> ? AND role = 'admin' AND disabled_at IS NULL`,
    )
    .pluck();
  const signOut = db.prepare('DELETE FROM session WHERE account = ?');
  const find = (name: string): Account | undefined => accountOf(byName.get(name) as AccountRow);
  const change = ({ was, account, event, endSessions }: AccountChange): AccountSaved => {
    if (!sameAccount(find(account.name), was)) return 'stale';
    const isAdmin = account.role === 'admin' && account.disabledAt === undefined;
    if (!isAdmin && otherAdmins.get(account.name) === 0) return 'no-admin';
    const holder =
      account.oidc === undefined ? undefined : (byOidc.get(account.oidc) as AccountRow);
    if (holder !== undefined && holder.name !== account.name) return 'oidc-taken';
    save.run({
      ...account,
      password: account.password ?? null,
      oidc: account.oidc ?? null,
      disabledAt: account.disabledAt ?? null,
    });
    if (endSessions) signOut.run(account.name);
    log(event);
    return 'saved';
  };
  const changeWhole = db.transaction(change).immediate;
  return {
    accounts: async () => (all.all() as AccountRow[]).map((row) => accountOf(row)!),
    accountByName: async (name) => find(name),
    accountByOidc: async (oidc) => accountOf(byOidc.get(oidc) as AccountRow),
    saveAccount: async (given) => changeWhole(given),
  };
}

type SessionPart = Pick<
  PeopleStore,
  'saveSession' | 'prolongSession' | 'sessionByDigest' | 'deleteSession' | 'deleteSessions'
>;

function sessionTable(db: Database.Database, log: Log): SessionPart {
  const save = db.prepare(
    `INSERT INTO session (secret_digest, account, csrf, created_at, expires_at)
     VALUES (@secretDigest, @account, @csrf, @createdAt, @expiresAt)`,
  );
  // A session that was ended in between must not come back by being prolonged.
  const prolong = db.prepare('UPDATE session SET expires_at = ? WHERE secret_digest = ?');
  const byDigest = db.prepare('SELECT * FROM session WHERE secret_digest = ?');
  const drop = db.prepare('DELETE FROM session WHERE secret_digest = ?');
  const dropOf = db.prepare('DELETE FROM session WHERE account = ?');
  const dropEnded = db.prepare('DELETE FROM session WHERE expires_at < ?');
  const saveWhole = db.transaction((session: Session, event: AccountEvent | undefined) => {
    save.run(session);
    log(event);
  }).immediate;
  const dropWhole = db.transaction((digest: string, event: AccountEvent | undefined) => {
    if (drop.run(digest).changes > 0) log(event);
  }).immediate;
  return {
    saveSession: async (session, event) => saveWhole(session, event),
    prolongSession: async (digest, expiresAt) => void prolong.run(expiresAt, digest),
    sessionByDigest: async (digest) => sessionOf(byDigest.get(digest) as SessionRow | undefined),
    deleteSession: async (digest, event) => dropWhole(digest, event),
    deleteSessions: async (of) => {
      if ('account' in of) dropOf.run(of.account);
      else dropEnded.run(of.endedBefore);
    },
  };
}

type TokenPart = Pick<PeopleStore, 'tokens' | 'tokenByDigest' | 'saveToken' | 'touchToken'>;

function tokenTable(db: Database.Database, log: Log): TokenPart {
  const list = db.prepare(
    'SELECT * FROM api_token WHERE @account IS NULL OR account = @account ORDER BY created_at, id',
  );
  const byDigest = db.prepare('SELECT * FROM api_token WHERE secret_digest = ?');
  const save = db.prepare(
    `INSERT INTO api_token
       (id, secret_digest, account, label, role, created_at, expires_at, revoked_at, used_at)
     VALUES (@id, @secretDigest, @account, @label, @role, @createdAt, @expiresAt, @revokedAt, @usedAt)
     ON CONFLICT (id) DO UPDATE SET revoked_at = excluded.revoked_at`,
  );
  const touch = db.prepare('UPDATE api_token SET used_at = ? WHERE id = ?');
  const saveWhole = db.transaction((token: ApiToken, event: AccountEvent | undefined) => {
    save.run({
      ...token,
      expiresAt: token.expiresAt ?? null,
      revokedAt: token.revokedAt ?? null,
      usedAt: token.usedAt ?? null,
    });
    log(event);
  }).immediate;
  return {
    tokens: async (account) =>
      (list.all({ account: account ?? null }) as TokenRow[]).map((row) => tokenOf(row)!),
    tokenByDigest: async (digest) => tokenOf(byDigest.get(digest) as TokenRow | undefined),
    saveToken: async (token, event) => saveWhole(token, event),
    touchToken: async (id, usedAt) => void touch.run(usedAt, id),
  };
}

function reads(db: Database.Database): Pick<PeopleStore, 'accountEvents' | 'lastSignIns'> {
  const events = db.prepare(
    'SELECT at, by, action, account, detail FROM account_event ORDER BY seq DESC LIMIT ?',
  );
  const last = db.prepare(
    `SELECT account, max(at) AS at FROM account_event WHERE action = 'signed-in' GROUP BY account`,
  );
  return {
    accountEvents: async (limit) =>
      (events.all(limit) as (AccountEvent & { detail: string | null })[]).map(
        ({ detail, ...event }) => ({ ...event, ...(detail !== null && { detail }) }),
      ),
    lastSignIns: async () =>
      new Map((last.all() as { account: string; at: number }[]).map((r) => [r.account, r.at])),
  };
}
