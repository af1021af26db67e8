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

export interface PeopleStore {
  accounts(): Promise<readonly Account[]>;
  accountByName(name: string): Promise<Account | undefined>;
  accountByOidc(oidc: string): Promise<Account | undefined>;
  /** Adds or replaces an account, with the line of the log. */
  saveAccount(account: Account, event: AccountEvent): Promise<void>;
  saveSession(session: Session): Promise<void>;
  sessionByDigest(secretDigest: string): Promise<Session | undefined>;
  deleteSession(secretDigest: string): Promise<void>;
  /** Ends all sessions of an account, or, without one, all that ended before `now`. */
  deleteSessions(
    of: { readonly account: string } | { readonly endedBefore: number },
  ): Promise<void>;
  tokens(account?: string): Promise<readonly ApiToken[]>;
  tokenByDigest(secretDigest: string): Promise<ApiToken | undefined>;
  saveToken(token: ApiToken, event?: AccountEvent): Promise<void>;
  accountEvents(limit: number): Promise<readonly AccountEvent[]>;
}
