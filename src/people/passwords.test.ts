import { argon2id } from 'hash-wasm';
import { describe, expect, it } from 'vitest';
import { hashPassword, outgrown, passwordProblem, verifyPassword } from './passwords.ts';

const PASSWORD = 'four invented words here';
const salt = (count: number): Uint8Array => new Uint8Array(count).fill(7);

/** A hash with less work, as an older Atalaya might have made it. */
const weak = (password: string): Promise<string> =>
  argon2id({
    ...{ password, salt: salt(16), hashLength: 32 },
    ...{ memorySize: 1024, iterations: 1, parallelism: 1, outputType: 'encoded' },
  });

describe('passwordProblem', () => {
  it.each([
    [PASSWORD],
    ['ñandú y colibrí'],
    ['горная дорога 7'],
    ['anaconda river stone'],
    [`${'🦩'.repeat(6)}abcdef`],
    ['x9'.padEnd(256, 'kQzv7w1rTb')],
  ])('finds nothing against %s', (password) => {
    expect(passwordProblem(password, 'ana')).toBeUndefined();
  });

  it.each([
    ['', 'too-short'],
    ['elevenchars', 'too-short'],
    // Six characters, twelve code units.
    ['🦩🦜🦚🦢🦆🐧', 'too-short'],
    ['kQzv7w1rTb'.repeat(26), 'too-long'],
    ['x'.repeat(5_000_000), 'too-long'],
    ['aaaaaaaaaaaa', 'repeats'],
    ['abcabcabcabca', 'repeats'],
    ['            ', 'repeats'],
    ['Administrator', 'common'],
    ['PASSWORD 1234', 'common'],
    ['contraseña12', 'common'],
    ['anaanaanaana!', 'own-name'],
    ['Ana-Ana-Ana-Ana', 'own-name'],
  ])('refuses %j', (password, why) => {
    expect(passwordProblem(password, 'ana')).toBe(why);
  });

  it('refuses the name of the account itself', () => {
    expect(passwordProblem('somebody@desk.example', 'somebody@desk.example')).toBe('own-name');
  });
});

describe('hashPassword', () => {
  it('makes argon2id of 19 MiB, two passes, one lane, with a salt of its own', async () => {
    const [one, two] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(two).not.toBe(one);
    expect(await hashPassword(PASSWORD, salt)).toBe(await hashPassword(PASSWORD, salt));
  });
});

describe('verifyPassword', () => {
  it('takes the password and no other', async () => {
    const hash = await hashPassword(PASSWORD, salt);
    expect(await verifyPassword(PASSWORD, hash)).toBe(true);
    for (const wrong of ['', ' ', `${PASSWORD} `, PASSWORD.toUpperCase(), PASSWORD.slice(1)]) {
      expect(await verifyPassword(wrong, hash), wrong).toBe(false);
    }
  });

  it('takes the same letters however they are composed', async () => {
    const hash = await hashPassword('contraseña mía 7', salt);
    expect(await verifyPassword('contraseña mía 7'.normalize('NFD'), hash)).toBe(true);
  });

  it('goes by the parameters of the hash', async () => {
    expect(await verifyPassword(PASSWORD, await weak(PASSWORD))).toBe(true);
    expect(await verifyPassword('another one', await weak(PASSWORD))).toBe(false);
  });

  it.each([
    [undefined],
    [''],
    ['password'],
    ['$argon2id$v=19$m=19456,t=2,p=1$'],
    ['$argon2i$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaA'],
    ['$argon2id$v=19$m=99999999999,t=2,p=1$c2FsdHNhbHQ$aGFzaA'],
  ])('says no to the hash %j, and does not throw', async (hash) => {
    expect(await verifyPassword(PASSWORD, hash)).toBe(false);
  });

  it('says no to a text that is too long, and soon', async () => {
    const long = 'a'.repeat(5_000_000);
    expect(await verifyPassword(long, await hashPassword(long.slice(0, 256), salt))).toBe(false);
  });
});

describe('outgrown', () => {
  it('is a hash with less work than today, or one that cannot be read', async () => {
    expect(outgrown(await weak(PASSWORD))).toBe(true);
    expect(outgrown('')).toBe(true);
    expect(outgrown(await hashPassword(PASSWORD, salt))).toBe(false);
  });
});
