/** Accounts, sessions and keys, as rows. Secrets are never stored, only their digests. */
import type { Account, ApiToken, Session } from '../domain/people.ts';

/** One line of what was done with accounts. */
export interface AccountEvent {
  readonly at: number;
  readonly by: string;
  readonly action: string;
  readonly account: string;
  readonly detail?: string;
}

export interface AccountChange {
  /** The account as it was when the change was thought out; undefined: there was none. */
  readonly was: Account | undefined;
  readonly account: Account;
  readonly event: AccountEvent;
  /** Whether all that are signed in to it are signed out in the same step. */
  readonly endSessions: boolean;
}

/**
 * `stale`: somebody else changed it in between. `no-admin`: no enabled admin would be left (or there
 * at first). `oidc-taken`: another account has that sign-in. Nothing is saved in any of these.
 */
export type AccountSaved = 'saved' | 'stale' | 'no-admin' | 'oidc-taken';

export interface PeopleStore {
  /** By name. */
  accounts(): Promise<readonly Account[]>;
  accountByName(name: string): Promise<Account | undefined>;
  accountByOidc(oidc: string): Promise<Account | undefined>;
  /** Adds or replaces an account, with the line of the log, if nothing stands against it. */
  saveAccount(change: AccountChange): Promise<AccountSaved>;
  saveSession(session: Session, event?: AccountEvent): Promise<void>;
  /** Moves the end of a session, if it is still there. */
  prolongSession(secretDigest: string, expiresAt: number): Promise<void>;
  sessionByDigest(secretDigest: string): Promise<Session | undefined>;
  deleteSession(secretDigest: string, event?: AccountEvent): Promise<void>;
  /** Ends all sessions of an account, or forgets those that ended before a moment. */
  deleteSessions(
    of: { readonly account: string } | { readonly endedBefore: number },
  ): Promise<void>;
  /** In the order in which they were made. */
  tokens(account?: string): Promise<readonly ApiToken[]>;
  tokenByDigest(secretDigest: string): Promise<ApiToken | undefined>;
  /** Adds a key; of one that is there only whether it is revoked changes. */
  saveToken(token: ApiToken, event?: AccountEvent): Promise<void>;
  /** Notes that a key was used, and nothing else of it. */
  touchToken(id: string, usedAt: number): Promise<void>;
  /** The newest first. */
  accountEvents(limit: number): Promise<readonly AccountEvent[]>;
  /** When each account was last signed in to, by the log's lines `signed-in`. */
  lastSignIns(): Promise<ReadonlyMap<string, number>>;
}
