import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Oidc, type OidcAttempt, type OidcSettings, oidcKey, openOidc } from './oidc.ts';
import { type Fault, openStandIn, type StandIn } from './stand-in-provider.fixture.ts';

let service: StandIn;
beforeAll(async () => {
  service = await openStandIn();
});
beforeEach(() => {
  service.fault = undefined;
  service.claims = { sub: 'subject-1' };
});
afterAll(() => service.close());

const settings = (more: Partial<OidcSettings> = {}): OidcSettings => ({
  issuer: service.issuer,
  clientId: service.clientId,
  clientSecret: service.clientSecret,
  publicUrl: 'https://desk.example',
  role: undefined,
  ...more,
});

/** To the service and back: the query that the browser brings, and what it kept. */
async function away(oidc: Oidc): Promise<{ query: string; attempt: OidcAttempt }> {
  const { address, attempt } = await oidc.begin();
  const back = new URL(await service.signIn(address));
  expect(back.origin + back.pathname).toBe('https://desk.example/sign-in/oidc/callback');
  return { query: back.search, attempt };
}

describe('openOidc', () => {
  it('tells whom the service vouches for', async () => {
    const oidc = openOidc(settings());
    const { query, attempt } = await away(oidc);
    const identity = await oidc.finish(query, attempt);
    expect(identity).toEqual({ issuer: service.issuer, subject: 'subject-1', email: undefined });
    expect(oidcKey(identity)).toBe(`${service.issuer} subject-1`);
  });

  it.each([
    [{ email: 'Ana@Desk.Example', email_verified: true }, 'ana@desk.example'],
    [{ email: 'ana@desk.example', email_verified: false }, undefined],
    [{ email: 'ana@desk.example' }, undefined],
    [{ email: ['ana@desk.example'], email_verified: true }, undefined],
    [{ email: 'ana@desk.example', email_verified: 'true' }, undefined],
  ])('takes of %j the e-mail %s', async (claims, email) => {
    service.claims = { sub: 's', ...claims };
    const oidc = openOidc(settings());
    const { query, attempt } = await away(oidc);
    expect((await oidc.finish(query, attempt)).email).toBe(email);
  });

  it.each<Fault>([
    'wrong-nonce',
    'wrong-audience',
    'wrong-issuer',
    'expired',
    'unsigned',
    'wrong-key',
    'no-id-token',
  ])('refuses a service that answers with: %s', async (fault) => {
    service.fault = fault;
    const oidc = openOidc(settings());
    const { query, attempt } = await away(oidc);
    await expect(oidc.finish(query, attempt)).rejects.toThrow();
    // Nothing but the fault was in the way.
    service.fault = undefined;
    const again = await away(oidc);
    await expect(oidc.finish(again.query, again.attempt)).resolves.toBeDefined();
  });

  it('refuses a wrong state, a wrong verifier, a code that was used, and an error', async () => {
    const oidc = openOidc(settings());
    const { query, attempt } = await away(oidc);
    await expect(oidc.finish(query, { ...attempt, state: 'other' })).rejects.toThrow();
    await expect(oidc.finish('', attempt)).rejects.toThrow();
    const denied = `?error=access_denied&state=${attempt.state}`;
    await expect(oidc.finish(denied, attempt)).rejects.toThrow();
    await oidc.finish(query, attempt);
    await expect(oidc.finish(query, attempt)).rejects.toThrow();
    const other = await away(oidc);
    const verifier = 'x'.repeat(43);
    await expect(oidc.finish(other.query, { ...other.attempt, verifier })).rejects.toThrow();
  });

  it('asks anew where the service could not be asked, and never says the secret', async () => {
    const gone = await openStandIn();
    await gone.close();
    const oidc = openOidc(settings({ issuer: gone.issuer }));
    for (const _ of [1, 2]) {
      const error = await oidc.begin().catch((cause: unknown) => cause);
      expect(error).toBeInstanceOf(Error);
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(
        service.clientSecret,
      );
    }
  });

  it('asks a service without TLS on this machine only', async () => {
    const oidc = openOidc(settings({ issuer: 'http://service.example' }));
    await expect(oidc.begin()).rejects.toThrow(/HTTPS/i);
  });
});
