/**
 * Sign-in by another service: OpenID Connect 1.0, authorization code with PKCE (RFC 7636), state
 * and nonce, by the certified client `openid-client`. Signatures of id tokens are always verified.
 */
import * as client from 'openid-client';
import type { Role } from '../domain/people.ts';

export interface OidcSettings {
  /** The service's address, under which its `.well-known/openid-configuration` stands. */
  readonly issuer: string;
  readonly clientId: string;
  /** Absent for a public client. */
  readonly clientSecret: string | undefined;
  /** The console's own address as browsers see it, without a path. */
  readonly publicUrl: string;
  /** What those become whom nobody has given an account; undefined: they may not enter. */
  readonly role: Extract<Role, 'reader' | 'analyst'> | undefined;
}

/** What a browser keeps between leaving for the service and coming back. */
export interface OidcAttempt {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

/** Whom the service vouches for. */
export interface OidcIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** Only where the service says that it was verified; in small letters. */
  readonly email: string | undefined;
}

export interface Oidc {
  readonly role: OidcSettings['role'];
  /** Where to send the browser, and what it must keep. Throws where the service cannot be asked. */
  readonly begin: () => Promise<{ readonly address: string; readonly attempt: OidcAttempt }>;
  /** Who came back with this query (`?code=…&state=…`). Throws where anything does not fit. */
  readonly finish: (query: string, attempt: OidcAttempt) => Promise<OidcIdentity>;
}

export const CALLBACK = '/sign-in/oidc/callback';

const TIMEOUT_S = 10;

/** Makes ready to ask the service; its own settings are fetched at first use and then kept. */
export function openOidc(settings: OidcSettings): Oidc {
  let found: Promise<client.Configuration> | undefined;
  const configuration = (): Promise<client.Configuration> => {
    found ??= discover(settings).catch((error: unknown) => {
      // The service may be back in a minute: a failure is not kept.
      found = undefined;
      throw error;
    });
    return found;
  };
  const redirectUri = new URL(CALLBACK, settings.publicUrl).href;
  return {
    role: settings.role,
    begin: async () => {
      const attempt = {
        verifier: client.randomPKCECodeVerifier(),
        state: client.randomState(),
        nonce: client.randomNonce(),
      };
      const address = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid email',
        code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        state: attempt.state,
        nonce: attempt.nonce,
      });
      return { address: address.href, attempt };
    },
    finish: async (query, { verifier, state, nonce }) => {
      const back = new URL(redirectUri);
      back.search = query;
      const tokens = await client.authorizationCodeGrant(await configuration(), back, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      return identityOf(tokens.claims()!);
    },
  };
}

function discover(settings: OidcSettings): Promise<client.Configuration> {
  const { clientId, clientSecret } = settings;
  const issuer = new URL(settings.issuer);
  const execute = [client.enableNonRepudiationChecks];
  // Without TLS only where nothing leaves the machine.
  if (issuer.protocol === 'http:' && isLoopback(issuer)) execute.push(client.allowInsecureRequests);
  return client.discovery(
    issuer,
    clientId,
    undefined,
    clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret),
    { execute, timeout: TIMEOUT_S },
  );
}

const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);

function identityOf(claims: client.IDToken): OidcIdentity {
  const { iss, sub, email, email_verified: verified } = claims;
  return {
    issuer: iss,
    subject: sub,
    email: verified === true && typeof email === 'string' ? email.toLowerCase() : undefined,
  };
}

/** How an account names a sign-in: `issuer subject`. */
export function oidcKey({ issuer, subject }: Pick<OidcIdentity, 'issuer' | 'subject'>): string {
  return `${issuer} ${subject}`;
}
