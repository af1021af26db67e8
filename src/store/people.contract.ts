/** What is asked of every store about accounts, sessions, keys and their log. */
import { expect, it } from 'vitest';
import type { Account, ApiToken, Session } from '../domain/people.ts';
import type { AccountEvent, AccountSaved } from './people.ts';
import type { Store } from './store.ts';

const accountOf = (name: string, more: Partial<Account> = {}): Account => ({
  name,
  role: 'admin',
  password: 'hash one',
  oidc: undefined,
  createdAt: 1000,
  disabledAt: undefined,
  ...more,
});

const eventOn = (account: string, action: string, at = 1000): AccountEvent => ({
  at,
  by: 'local',
  action,
  account,
});

const sessionOf = (secretDigest: string, account: string, expiresAt = 9000): Session => ({
  secretDigest,
  account,
  csrf: `form of ${secretDigest}`,
  createdAt: 1000,
  expiresAt,
});

const tokenOf = (id: string, account: string, more: Partial<ApiToken> = {}): ApiToken => ({
  id,
  secretDigest: `digest of ${id}`,
  account,
  label: 'Invented script',
  role: 'reader',
  createdAt: 1000,
  expiresAt: undefined,
  revokedAt: undefined,
  usedAt: undefined,
  ...more,
});

export function describePeople(store: () => Store): void {
  const save = (
    account: Account,
    was: Account | undefined,
    endSessions = false,
  ): Promise<AccountSaved> =>
    store().saveAccount({ was, account, event: eventOn(account.name, 'saved'), endSessions });

  describeAccounts(store, save);
  describeSessions(store, save);

  it('keeps keys, changes of one only whether it is revoked, and notes when it was used', async () => {
    await save(accountOf('ana'), undefined);
    await save(accountOf('ben', { role: 'reader' }), undefined);
    const key = tokenOf('k1', 'ana');
    const other = tokenOf('k2', 'ben', { createdAt: 2000, expiresAt: 5000 });
    await store().saveToken(other);
    await store().saveToken(key, eventOn('ana', 'key-made'));
    expect(await store().tokens()).toEqual([key, other]);
    expect(await store().tokens('ben')).toEqual([other]);
    await store().touchToken('k1', 3000);
    // What was read before the key was used must not undo that it was.
    await store().saveToken({ ...key, revokedAt: 4000, role: 'admin' });
    expect(await store().tokenByDigest(key.secretDigest)).toEqual({
      ...key,
      usedAt: 3000,
      revokedAt: 4000,
    });
    expect(await store().tokenByDigest('none')).toBeUndefined();
  });

  it('keeps the log, newest first, and tells when each account was last signed in to', async () => {
    await save(accountOf('ana'), undefined);
    await store().saveSession(sessionOf('a', 'ana'), eventOn('ana', 'signed-in', 2000));
    await store().saveSession(sessionOf('b', 'ana'), eventOn('ana', 'signed-in', 3000));
    const detailed = { ...eventOn('ana', 'role', 4000), detail: 'reader' };
    const account = accountOf('ana');
    await store().saveAccount({ was: account, account, event: detailed, endSessions: false });
    expect(await store().accountEvents(2)).toEqual([detailed, eventOn('ana', 'signed-in', 3000)]);
    expect(await store().lastSignIns()).toEqual(new Map([['ana', 3000]]));
  });
}

type Save = (
  account: Account,
  was: Account | undefined,
  endSessions?: boolean,
) => Promise<AccountSaved>;

function describeAccounts(store: () => Store, save: Save): void {
  it('keeps accounts and finds them by name and by sign-in service', async () => {
    const ana = accountOf('ana');
    const ben = accountOf('ben', {
      role: 'reader',
      password: undefined,
      oidc: 'https://i.example b',
    });
    expect(await save(ana, undefined)).toBe('saved');
    expect(await save(ben, undefined)).toBe('saved');
    expect(await store().accounts()).toEqual([ana, ben]);
    expect(await store().accountByName('ben')).toEqual(ben);
    expect(await store().accountByName('Ben')).toBeUndefined();
    expect(await store().accountByOidc('https://i.example b')).toEqual(ben);
    expect(await store().accountByOidc('https://i.example')).toBeUndefined();
    const cut = { ...ben, role: 'analyst', disabledAt: 5000 } as const;
    expect(await save(cut, ben)).toBe('saved');
    expect(await store().accountByName('ben')).toEqual(cut);
  });

  it('saves nothing that was thought out on another state of the account', async () => {
    const ana = accountOf('ana');
    await save(ana, undefined);
    expect(await save(ana, undefined)).toBe('stale');
    expect(await save(accountOf('ben'), accountOf('ben'))).toBe('stale');
    expect(await save({ ...ana, password: 'two' }, { ...ana, password: 'zero' })).toBe('stale');
    expect(await save({ ...ana, password: 'two' }, { ...ana, disabledAt: 1 })).toBe('stale');
    expect(await store().accounts()).toEqual([ana]);
    expect(await store().accountEvents(9)).toHaveLength(1);
  });

  it('always has an admin who may enter', async () => {
    expect(await save(accountOf('ben', { role: 'editor' }), undefined)).toBe('no-admin');
    const ana = accountOf('ana');
    const eva = accountOf('eva');
    await save(ana, undefined);
    await save(eva, undefined);
    expect(await save({ ...ana, disabledAt: 2000 }, ana)).toBe('saved');
    expect(await save({ ...eva, disabledAt: 2000 }, eva)).toBe('no-admin');
    expect(await save({ ...eva, role: 'editor' }, eva)).toBe('no-admin');
    expect(await store().accountByName('eva')).toEqual(eva);
  });

  it('gives one sign-in to one account only', async () => {
    await save(accountOf('ana', { oidc: 'https://i.example a' }), undefined);
    const eva = accountOf('eva');
    await save(eva, undefined);
    expect(await save({ ...eva, oidc: 'https://i.example a' }, eva)).toBe('oidc-taken');
    expect(await store().accountByName('eva')).toEqual(eva);
  });
}

function describeSessions(store: () => Store, save: Save): void {
  it('keeps sessions, prolongs those that are there, and ends them', async () => {
    await save(accountOf('ana'), undefined);
    const session = sessionOf('a', 'ana');
    await store().saveSession(session);
    await store().prolongSession('a', 9500);
    await store().prolongSession('gone', 9500);
    expect(await store().sessionByDigest('a')).toEqual({ ...session, expiresAt: 9500 });
    expect(await store().sessionByDigest('gone')).toBeUndefined();
    await store().deleteSession('a', eventOn('ana', 'signed-out'));
    await store().deleteSession('a', eventOn('ana', 'signed-out'));
    expect(await store().sessionByDigest('a')).toBeUndefined();
    expect((await store().accountEvents(9)).map(({ action }) => action)).toEqual([
      'signed-out',
      'saved',
    ]);
  });

  it('forgets sessions that ended, all of an account, or with a change of it', async () => {
    const ana = accountOf('ana');
    await save(ana, undefined);
    await save(accountOf('eva'), undefined);
    const left = async (): Promise<string[]> => {
      const found = await Promise.all(
        ['old', 'a', 'b', 'e'].map((digest) => store().sessionByDigest(digest)),
      );
      return found.flatMap((one) => (one === undefined ? [] : [one.secretDigest]));
    };
    for (const digest of ['a', 'b']) await store().saveSession(sessionOf(digest, 'ana'));
    await store().saveSession(sessionOf('old', 'ana', 2000));
    await store().saveSession(sessionOf('e', 'eva'));
    await store().deleteSessions({ endedBefore: 2001 });
    expect(await left()).toEqual(['a', 'b', 'e']);
    expect(await save({ ...ana, password: 'two' }, ana, true)).toBe('saved');
    expect(await left()).toEqual(['e']);
    await store().deleteSessions({ account: 'eva' });
    expect(await left()).toEqual([]);
  });
}
