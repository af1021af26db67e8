import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { type Ran, runIn, type Setting } from '../cli/program.fixture.ts';
import { ROLES } from '../domain/people.ts';
import { verifyPassword } from '../people/passwords.ts';
import { secretDigestOf } from '../people/secrets.ts';
import { fileIn, NOW, onDesk, useFolder } from '../pipeline/desk.fixture.ts';
import type { Store } from '../store/store.ts';
import { type AccountDone, accountOperation } from './account.ts';
import { type AccountsView, accountsOperation } from './accounts.ts';

const folder = useFolder();
const PASSWORD = 'four invented words here';

const account = (line: string, setting: Setting = {}): Promise<Ran> =>
  runIn(folder(), ['account', ...line.split(' ')], setting);
const accounts = async (): Promise<AccountsView> =>
  JSON.parse((await runIn(folder(), ['accounts', '--json', '--log'])).out) as AccountsView;
const withStore = <T>(ask: (store: Store) => Promise<T>): Promise<T> =>
  onDesk(folder(), ({ store }) => ask(store));

const addAna = (): Promise<Ran> =>
  account('add --name ana --role admin --stdin', { stdin: `${PASSWORD}\n` });

describe('account add', () => {
  it('takes a password from standard input and keeps a hash of it', async () => {
    const { code, out, err } = await addAna();
    expect([code, err, out]).toEqual([0, '', 'The account ana is added as admin.\n']);
    const ana = await withStore((store) => store.accountByName('ana'));
    expect(ana).toMatchObject({ role: 'admin', createdAt: NOW, disabledAt: undefined });
    expect(await verifyPassword(PASSWORD, ana!.password)).toBe(true);
  });

  it('makes a password where none is given, and shows it once', async () => {
    const { out } = await account('add --name ana --role admin');
    const [, made] = /\n {2}([\w-]{43})\n/.exec(out)!;
    const ana = await withStore((store) => store.accountByName('ana'));
    expect(await verifyPassword(made!, ana!.password)).toBe(true);
  });

  it('makes an account without a password for a sign-in service', async () => {
    await addAna();
    const done = await account('add --name ben@desk.example --role reader --without-password');
    expect(done.code).toBe(0);
    const ben = await withStore((store) => store.accountByName('ben@desk.example'));
    expect(ben).toMatchObject({ role: 'reader', password: undefined, oidc: undefined });
  });

  it.each([
    ['add --name ben --role reader --stdin', 'too short', 1, 'at least 12 characters'],
    ['add --name ben --role reader --stdin', 'Administrator', 1, 'most common'],
    ['add --name ana --role reader', '', 1, 'There is an account "ana" already.'],
    ['add --name Ben --role reader', '', 2, 'small letters'],
    ['add --name local --role reader', '', 2, 'kept for the desk'],
    ['add --name ben --role king', '', 2, 'expected one of reader, analyst, editor, admin'],
    ['add --name ben', '', 2, '--role: "add" needs it'],
    ['dismiss --name ben', '', 2, 'expected one of add, role'],
    ['key --name ana --role admin', '', 2, '--label: "key" needs it'],
    ['role --name ben --role reader', '', 1, 'there is no account "ben"'],
    ['revoke --id 12', '', 1, 'there is no key "12"'],
  ])('refuses: %s (%j)', async (line, stdin, exit, why) => {
    await addAna();
    const { code, err } = await account(line, { stdin });
    expect([code, err]).toEqual([exit, expect.stringContaining(why)]);
    expect(await withStore((store) => store.accounts())).toHaveLength(1);
  });

  it('begins with an admin', async () => {
    const { code, err } = await account('add --name ana --role editor');
    expect([code, err]).toEqual([1, 'atalaya: The first account has to be an admin.\n']);
  });
});

describe('account', () => {
  it('changes role, password, link and whether somebody may enter, and logs each', async () => {
    await addAna();
    for (const line of [
      'add --name eva --role reader --without-password',
      'role --name eva --role analyst',
      'link --name eva --issuer https://service.example --subject 7',
      'disable --name eva',
      'enable --name eva',
    ]) {
      expect((await account(line)).code, line).toBe(0);
    }
    const changed = await account('password --name ana --stdin', { stdin: 'another four words\n' });
    expect(changed.out).toBe('ana has a new password; all its browsers are signed out.\n');
    const { accounts: list, log } = await accounts();
    expect(list.map(({ name, role, linked }) => [name, role, linked])).toEqual([
      ['ana', 'admin', undefined],
      ['eva', 'analyst', 'https://service.example 7'],
    ]);
    expect(log.map(({ by, action, account: on, detail }) => [by, action, on, detail])).toEqual([
      ['local', 'password', 'ana', undefined],
      ['local', 'enabled', 'eva', undefined],
      ['local', 'disabled', 'eva', undefined],
      ['local', 'linked', 'eva', 'https://service.example 7'],
      ['local', 'role', 'eva', 'analyst'],
      ['local', 'added', 'eva', 'reader'],
      ['local', 'added', 'ana', 'admin'],
    ]);
  });

  it.each([['disable --name ana'], ['role --name ana --role editor']])(
    'never takes the last admin away: %s',
    async (line) => {
      await addAna();
      const { code, err } = await account(line);
      expect([code, err]).toEqual([1, expect.stringContaining('left without an admin')]);
      expect(await withStore((store) => store.accountByName('ana'))).toMatchObject({
        role: 'admin',
        disabledAt: undefined,
      });
    },
  );

  it('ends the sessions of an account with its password, its role or its being enabled', async () => {
    await addAna();
    await account('add --name eva --role admin');
    for (const line of [
      'password --name eva',
      'role --name eva --role editor',
      'disable --name eva',
    ]) {
      const session = { secretDigest: line, account: 'eva', csrf: '', createdAt: 0, expiresAt: 1 };
      await withStore((store) => store.saveSession(session));
      await account(line);
      expect(await withStore((store) => store.sessionByDigest(line)), line).toBeUndefined();
    }
  });

  it('makes keys up to the role of the account, shows them once, and revokes them', async () => {
    await addAna();
    await account('add --name eva --role analyst');
    for (const role of ROLES) {
      const made = await account(`key --name eva --role ${role} --label script --days 30`);
      expect(made.code, role).toBe(['reader', 'analyst'].includes(role) ? 0 : 1);
    }
    const { out } = await account('key --name eva --role reader --label endless --json');
    const { secret } = JSON.parse(out) as AccountDone;
    expect(secret?.value).toMatch(/^atl_[\w-]{43}$/);
    const kept = await withStore((store) => store.tokenByDigest(secretDigestOf(secret!.value)));
    expect(kept).toMatchObject({ account: 'eva', role: 'reader', expiresAt: undefined });
    for (const _ of [1, 2]) expect((await account(`revoke --id ${kept!.id}`)).code).toBe(0);
    const { accounts: list, log } = await accounts();
    const keys = list.find(({ name }) => name === 'eva')!.keys;
    expect(keys).toHaveLength(3);
    expect(keys.find(({ id }) => id === kept!.id)?.revokedAt).toBe(NOW);
    const timed = keys.find(({ label }) => label === 'script');
    expect(timed?.expiresAt).toBe(NOW + 30 * 86_400_000);
    expect(log.filter(({ action }) => action === 'key-revoked')).toHaveLength(1);
  });

  it('has no password to read where nobody sits at a terminal', async () => {
    await addAna();
    const done = await onDesk(folder(), (desk) => {
      const input = { action: 'password', name: 'ana', stdin: true } as const;
      const context = { desk, by: 'ana', stdin: undefined } as never;
      return accountOperation.run(accountOperation.input.parse(input), context);
    });
    expect(done).toMatchObject({ done: false, said: expect.stringContaining('standard input') });
  });
});

describe('accounts', () => {
  it('says how to make one where there is none', async () => {
    fileIn(folder(), 'a.jsonl', '{"title":"Invented","text":"An invented text."}\n');
    await runIn(folder(), ['ingest', join(folder(), 'a.jsonl')]);
    const { out } = await runIn(folder(), ['accounts']);
    expect(out).toContain('atalaya account add --name NAME --role admin');
  });

  it('lets no control character of a label onto the terminal', async () => {
    await addAna();
    await runIn(
      folder(),
      'account key --name ana --role reader --label'.split(' ').concat('a\u001b[2Jb'),
    );
    const { out } = await runIn(folder(), ['accounts']);
    expect(out).toContain('a [2Jb');
    expect((await runIn(folder(), ['accounts', '--log'])).out).not.toContain('\u001b');
  });
});

describe('a secret', () => {
  it('stands in no list, no log and no row of the desk', async () => {
    await addAna();
    const made = JSON.parse((await account('password --name ana --json')).out) as AccountDone;
    const key = JSON.parse(
      (await account('key --name ana --role admin --label one --json')).out,
    ) as AccountDone;
    const told = [
      ['accounts'],
      ['accounts', '--log'],
      ['accounts', '--json', '--log'],
      ['account', 'password', '--name', 'nobody'],
    ];
    const seen = await Promise.all(told.map((argv) => runIn(folder(), argv)));
    const db = new Database(join(folder(), 'desk.sqlite'), { readonly: true });
    const rows = ['account', 'session', 'api_token', 'account_event'].map((table) =>
      db.prepare(`SELECT * FROM ${table}`).all(),
    );
    db.close();
    const everything = JSON.stringify([seen, rows]);
    for (const secret of [PASSWORD, made.secret!.value, key.secret!.value]) {
      expect(secret.length).toBeGreaterThan(20);
      expect(everything).not.toContain(secret);
    }
    // What is shown holds no hash either.
    const hash = (rows[0] as { password: string }[])[0]!.password;
    expect(hash).toMatch(/^\$argon2id/);
    expect(JSON.stringify(seen)).not.toContain('$argon2id');
    expect(JSON.stringify(seen)).not.toContain(secretDigestOf(key.secret!.value));
  });

  it('and accounts are for admins alone, over HTTP', () => {
    expect(accountsOperation.remote).toEqual({ role: 'admin', changes: false });
    expect(accountOperation.remote).toMatchObject({ role: 'admin', changes: true });
    expect(accountOperation.remote!.fields).not.toContain('stdin');
    expect(accountOperation.remote!.fields).toContain('withoutPassword');
  });
});
