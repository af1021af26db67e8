/** Rows of accounts, sessions and keys to the domain's types. */
import type { Account, ApiToken, Role, Session } from '../domain/people.ts';

export interface AccountRow {
  readonly name: string;
  readonly role: Role;
  readonly password: string | null;
  readonly oidc: string | null;
  readonly created_at: number;
  readonly disabled_at: number | null;
}

export interface SessionRow {
  readonly secret_digest: string;
  readonly account: string;
  readonly csrf: string;
  readonly created_at: number;
  readonly expires_at: number;
}

export interface TokenRow {
  readonly id: string;
  readonly secret_digest: string;
  readonly account: string;
  readonly label: string;
  readonly role: Role;
  readonly created_at: number;
  readonly expires_at: number | null;
  readonly revoked_at: number | null;
  readonly used_at: number | null;
}

export function accountOf(row: AccountRow | undefined): Account | undefined {
  if (row === undefined) return undefined;
  const { name, role, password, oidc, created_at: createdAt, disabled_at: disabledAt } = row;
  return {
    ...{ name, role, createdAt },
    password: password ?? undefined,
    oidc: oidc ?? undefined,
    disabledAt: disabledAt ?? undefined,
  };
}

export function sameAccount(a: Account | undefined, b: Account | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.role === b.role &&
    a.password === b.password &&
    a.oidc === b.oidc &&
    a.disabledAt === b.disabledAt
  );
}

export function sessionOf(row: SessionRow | undefined): Session | undefined {
  if (row === undefined) return undefined;
  return {
    secretDigest: row.secret_digest,
    account: row.account,
    csrf: row.csrf,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}

export function tokenOf(row: TokenRow | undefined): ApiToken | undefined {
  if (row === undefined) return undefined;
  const { id, account, label, role } = row;
  return {
    ...{ id, account, label, role },
    secretDigest: row.secret_digest,
    createdAt: row.created_at,
    expiresAt: row.expires_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
    usedAt: row.used_at ?? undefined,
  };
}
