/** Whether somebody for whom a sign-in service vouches may enter, and as whom. */
import type { Account } from '../domain/people.ts';
import { nameProblem } from './names.ts';
import { type OidcIdentity, type OidcSettings, oidcKey } from './oidc.ts';
import { secretDigestOf } from './secrets.ts';

/** What the desk holds that may concern the one who came. */
export interface Admissible {
  /** The account that is linked to this sign-in. */
  readonly linked: Account | undefined;
  /** The account whose name is the verified e-mail address. */
  readonly named: Account | undefined;
  /** What strangers become; undefined: they may not enter. */
  readonly strangers: OidcSettings['role'];
}

/**
 * `enters`: the account is linked. `links`: it was made for this e-mail address and is linked from
 * now on. `joins`: a new account, where strangers may enter.
 */
export type Admission =
  | { readonly kind: 'enters' | 'links' | 'joins'; readonly account: Account }
  | { readonly kind: 'refused' };

/**
 * Decides on one who came back from the service. An e-mail address alone opens only an account that
 * has neither a password nor a link: it was made for nothing else.
 */
export function admit(identity: OidcIdentity, held: Admissible, now: number): Admission {
  const { linked, named, strangers } = held;
  if (linked !== undefined) {
    return linked.disabledAt === undefined ? { kind: 'enters', account: linked } : REFUSED;
  }
  if (named !== undefined && named.name === identity.email) {
    const waits = named.password === undefined && named.oidc === undefined;
    if (!waits || named.disabledAt !== undefined) return REFUSED;
    return { kind: 'links', account: { ...named, oidc: oidcKey(identity) } };
  }
  if (strangers === undefined) return REFUSED;
  return { kind: 'joins', account: newcomer(identity, strangers, now) };
}

const REFUSED: Admission = { kind: 'refused' };

function newcomer(
  identity: OidcIdentity,
  role: NonNullable<OidcSettings['role']>,
  now: number,
): Account {
  const { email } = identity;
  // Without a fit address a name that is the same at each try and nobody else's.
  const name =
    email !== undefined && nameProblem(email) === undefined
      ? email
      : `oidc-${secretDigestOf(oidcKey(identity)).slice(0, 12)}`;
  return {
    ...{ name, role },
    password: undefined,
    oidc: oidcKey(identity),
    createdAt: now,
    disabledAt: undefined,
  };
}
