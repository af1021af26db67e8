/** Who uses the desk, and what they may do. A person of the desk is an account and nothing more. */

/** From the least to the most: each may do what those before it may. */
export const ROLES = ['reader', 'analyst', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Whether a role includes another. */
export function mayAs(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}

/** An account. `password` is an argon2id hash in PHC form; absent for those who sign in elsewhere. */
export interface Account {
  /** Small letters, digits, `.`, `_`, `-`, `@`; stands in the audit log. */
  readonly name: string;
  readonly role: Role;
  readonly password: string | undefined;
  /** `issuer subject` of the sign-in service that vouches for it. */
  readonly oidc: string | undefined;
  readonly createdAt: number;
  readonly disabledAt: number | undefined;
}

/** Why a password cannot be one. */
export type PasswordProblem = 'too-short' | 'too-long' | 'repeats' | 'own-name' | 'common';

/** A signed-in browser. The secret itself is kept nowhere, only its SHA-256. */
export interface Session {
  readonly secretDigest: string;
  readonly account: string;
  /** What forms must bring along. */
  readonly csrf: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** A program's key. Its role is a scope: never more than its account's. */
export interface ApiToken {
  readonly id: string;
  readonly secretDigest: string;
  readonly account: string;
  readonly label: string;
  readonly role: Role;
  readonly createdAt: number;
  readonly expiresAt: number | undefined;
  readonly revokedAt: number | undefined;
  readonly usedAt: number | undefined;
}

/** Who asks, once that is known. `local`: the one user of a desk that listens on loopback only. */
export interface Person {
  readonly name: string;
  readonly role: Role;
  readonly by: 'local' | 'session' | 'token';
  /** Present for sessions: what their forms must bring along. */
  readonly csrf: string | undefined;
}
