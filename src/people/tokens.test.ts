import { describe, expect, it } from 'vitest';
import { type Account, ROLES } from '../domain/people.ts';
import { secretDigestOf } from './secrets.ts';
import { bearerIn, newToken, tokenRole, worthNoting } from './tokens.ts';

const DAY = 24 * 3_600_000;
const NOW = Date.UTC(2025, 0, 1);
const ANA: Account = {
  name: 'ana',
  role: 'editor',
  password: undefined,
  oidc: undefined,
  createdAt: NOW,
  disabledAt: undefined,
};
const random = (count: number): Uint8Array => new Uint8Array(count).fill(255);
const wish = { account: 'ana', label: 'Invented script', role: 'analyst', days: 30 } as const;
const { token, secret } = newToken(wish, NOW, random);

describe('newToken', () => {
  it('is known for a key by its beginning, and kept by its digest alone', () => {
    expect(secret).toMatch(/^atl_[\w-]{43}$/);
    expect(token).toMatchObject({
      ...{ account: 'ana', role: 'analyst' },
      expiresAt: NOW + 30 * DAY,
    });
    expect(token.secretDigest).toBe(secretDigestOf(secret));
    expect(JSON.stringify(token)).not.toContain(secret.slice(4));
    expect(newToken({ ...wish, days: undefined }, NOW, random).token.expiresAt).toBeUndefined();
  });
});

describe('tokenRole', () => {
  it.each(ROLES.flatMap((own) => ROLES.map((scope) => [own, scope] as const)))(
    'of an account that is %s and a key for %s is the lesser',
    (own, scope) => {
      const lesser = ROLES[Math.min(ROLES.indexOf(own), ROLES.indexOf(scope))];
      expect(tokenRole({ ...token, role: scope }, { ...ANA, role: own }, NOW)).toBe(lesser);
    },
  );

  it('is none for a key that ended, was revoked, or whose account may not enter', () => {
    expect(tokenRole(token, ANA, NOW + 30 * DAY - 1)).toBe('analyst');
    expect(tokenRole(token, ANA, NOW + 30 * DAY)).toBeUndefined();
    expect(tokenRole({ ...token, revokedAt: NOW }, ANA, NOW)).toBeUndefined();
    expect(tokenRole(token, { ...ANA, disabledAt: NOW }, NOW)).toBeUndefined();
    expect(tokenRole(token, { ...ANA, name: 'ben' }, NOW)).toBeUndefined();
    expect(tokenRole(token, undefined, NOW)).toBeUndefined();
  });
});

describe('worthNoting', () => {
  it('is a use at most once a minute', () => {
    expect(worthNoting(token, NOW)).toBe(true);
    expect(worthNoting({ ...token, usedAt: NOW }, NOW + 59_999)).toBe(false);
    expect(worthNoting({ ...token, usedAt: NOW }, NOW + 60_000)).toBe(true);
  });
});

describe('bearerIn', () => {
  it.each([
    [`Bearer ${secret}`, secret],
    [`bearer  ${secret} `, secret],
    ['Bearer x', 'x'],
    ['Bearer', undefined],
    ['Bearer a b', undefined],
    [`Bearer ${'x'.repeat(201)}`, undefined],
    ['Basic YTpi', undefined],
    ['', undefined],
    [undefined, undefined],
    [null, undefined],
  ])('finds in %j %j', (header, found) => {
    expect(bearerIn(header)).toBe(found);
  });
});
