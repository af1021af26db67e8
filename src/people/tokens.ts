/** Keys of programs: `atl_` and 43 characters, kept by their digest, with a role for a scope. */
import { type Account, type ApiToken, mayAs, type Role } from '../domain/people.ts';
import { newSecret, type RandomBytes, secretDigestOf } from './secrets.ts';

/** So that a key that leaked into a file is known for one. */
const PREFIX = 'atl_';
const DAY_MS = 24 * 60 * 60_000;
/** That a key was used is noted no oftener than this. */
const NOTED_MS = 60_000;
const ID_BYTES = 8;

export interface TokenWish {
  readonly account: string;
  readonly label: string;
  readonly role: Role;
  /** Days until it ends; undefined: never. */
  readonly days: number | undefined;
}

/** A new key and its secret, which is shown once. */
export function newToken(
  { account, label, role, days }: TokenWish,
  now: number,
  random: RandomBytes,
): { readonly token: ApiToken; readonly secret: string } {
  const secret = PREFIX + newSecret(random);
  const token = {
    id: Buffer.from(random(ID_BYTES)).toString('hex'),
    secretDigest: secretDigestOf(secret),
    ...{ account, label, role },
    createdAt: now,
    expiresAt: days === undefined ? undefined : now + days * DAY_MS,
    revokedAt: undefined,
    usedAt: undefined,
  };
  return { token, secret };
}

/** What a key may do now: its role, or its account's where that is less; undefined: nothing. */
export function tokenRole(
  token: ApiToken,
  account: Account | undefined,
  now: number,
): Role | undefined {
  if (account === undefined || account.name !== token.account) return undefined;
  if (account.disabledAt !== undefined || token.revokedAt !== undefined) return undefined;
  if (token.expiresAt !== undefined && now >= token.expiresAt) return undefined;
  return mayAs(account.role, token.role) ? token.role : account.role;
}

/** Whether it is time to note that a key was used. */
export function worthNoting(token: ApiToken, now: number): boolean {
  return token.usedAt === undefined || now - token.usedAt >= NOTED_MS;
}

/** What stands behind `Bearer`, if the header is of that kind. Any text: it may be no key of ours. */
export function bearerIn(header: string | null | undefined): string | undefined {
  return /^bearer +(\S{1,200}) *$/i.exec(header ?? '')?.[1];
}
