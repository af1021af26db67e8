import { describe, expect, it } from 'vitest';
import type { Account } from '../domain/people.ts';
import { secretDigestOf } from './secrets.ts';
import {
  cookieIn,
  endedSessionCookie,
  newSession,
  prolonged,
  sessionCookie,
  sessionHolds,
  sessionSecretIn,
} from './sessions.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2025, 0, 1);
const ANA: Account = {
  name: 'ana',
  role: 'reader',
  password: undefined,
  oidc: undefined,
  createdAt: NOW,
  disabledAt: undefined,
};

/** Bytes that count up, so that no two secrets are the same. */
function counting(): (count: number) => Uint8Array {
  let next = 0;
  return (count) => Uint8Array.from({ length: count }, () => next++ % 256);
}

const start = () => newSession('ana', NOW, counting());

describe('newSession', () => {
  it('gives a secret of 256 bits and keeps its digest alone', () => {
    const { session, secret } = start();
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(session.secretDigest).toBe(secretDigestOf(secret));
    expect(JSON.stringify(session)).not.toContain(secret);
    expect(session.csrf).toMatch(/^[\w-]{43}$/);
    expect(session.csrf).not.toBe(secret);
  });
});

describe('sessionHolds', () => {
  const { session } = start();

  it('ends after twelve idle hours', () => {
    expect(sessionHolds(session, ANA, NOW + 12 * HOUR - 1)).toBe(true);
    expect(sessionHolds(session, ANA, NOW + 12 * HOUR)).toBe(false);
  });

  it('ends after seven days, however it is used', () => {
    const used = { ...session, expiresAt: NOW + 1000 * HOUR };
    expect(sessionHolds(used, ANA, NOW + 7 * 24 * HOUR - 1)).toBe(true);
    expect(sessionHolds(used, ANA, NOW + 7 * 24 * HOUR)).toBe(false);
  });

  it('needs its account, enabled', () => {
    expect(sessionHolds(session, undefined, NOW)).toBe(false);
    expect(sessionHolds(session, { ...ANA, name: 'ben' }, NOW)).toBe(false);
    expect(sessionHolds(session, { ...ANA, disabledAt: NOW }, NOW)).toBe(false);
  });
});

describe('prolonged', () => {
  it('moves the end with use, no oftener than each five minutes and never past seven days', () => {
    const { session } = start();
    expect(prolonged(session, NOW + 4 * 60_000)).toBeUndefined();
    expect(prolonged(session, NOW + 5 * 60_000)).toBe(NOW + 5 * 60_000 + 12 * HOUR);
    const last = { ...session, expiresAt: NOW + 167 * HOUR };
    expect(prolonged(last, NOW + 166 * HOUR)).toBe(NOW + 168 * HOUR);
    expect(prolonged({ ...session, expiresAt: NOW + 168 * HOUR }, NOW + 167 * HOUR)).toBe(
      undefined,
    );
  });
});

describe('cookies', () => {
  const { secret } = start();

  it('are for this host, hidden from scripts, and over TLS only where there is TLS', () => {
    expect(sessionCookie(secret, true)).toBe(
      `__Host-atalaya_session=${secret}; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax; Secure`,
    );
    expect(sessionCookie(secret, false)).toBe(
      `atalaya_session=${secret}; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax`,
    );
    expect(endedSessionCookie(true)).toContain('__Host-atalaya_session=; Path=/; Max-Age=0;');
  });

  it('are found among others', () => {
    const header = `lang=es; x_atalaya_session=no; atalaya_session=${secret};lang=en`;
    expect(sessionSecretIn(header, false)).toBe(secret);
    expect(sessionSecretIn(header, true)).toBeUndefined();
    expect(sessionSecretIn(`__Host-atalaya_session=${secret}`, true)).toBe(secret);
    expect(cookieIn(header, 'lang', false)).toBe('es');
  });

  it.each([[undefined], [null], [''], ['atalaya_session='], ['atalaya_session=short'], [';;=;']])(
    'have no secret in %j',
    (header) => {
      expect(sessionSecretIn(header, false)).toBeUndefined();
    },
  );
});
