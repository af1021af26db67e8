import { describe, expect, it } from 'vitest';
import type { Account } from '../domain/people.ts';
import { type Admissible, admit } from './admission.ts';
import { nameProblem } from './names.ts';

const ISSUER = 'https://service.example';
const IDENTITY = { issuer: ISSUER, subject: '7', email: 'ana@desk.example' };
const NOW = 1000;

const account = (more: Partial<Account> = {}): Account => ({
  name: 'ana@desk.example',
  role: 'analyst',
  password: undefined,
  oidc: undefined,
  createdAt: 0,
  disabledAt: undefined,
  ...more,
});
const held = (more: Partial<Admissible> = {}): Admissible => ({
  linked: undefined,
  named: undefined,
  strangers: undefined,
  ...more,
});

describe('admit', () => {
  const linked = account({ name: 'ana', oidc: `${ISSUER} 7` });

  it('lets a linked account in, and a disabled one not', () => {
    expect(admit(IDENTITY, held({ linked }), NOW)).toEqual({ kind: 'enters', account: linked });
    const off = held({ linked: { ...linked, disabledAt: 1 }, strangers: 'reader' });
    expect(admit(IDENTITY, off, NOW)).toEqual({ kind: 'refused' });
  });

  it('links an account that was made for the verified address and for nothing else', () => {
    const named = account();
    expect(admit(IDENTITY, held({ named }), NOW)).toEqual({
      kind: 'links',
      account: { ...named, oidc: `${ISSUER} 7` },
    });
  });

  it.each([
    ['a password', account({ password: 'hash' })],
    ['another link', account({ oidc: `${ISSUER} 8` })],
    ['been disabled', account({ disabledAt: 1 })],
  ])('never links an account of the same address that has %s', (_, named) => {
    const admission = admit(IDENTITY, held({ named, strangers: 'reader' }), NOW);
    expect(admission).toEqual({ kind: 'refused' });
  });

  it('goes by no name without a verified address', () => {
    const stranger = { ...IDENTITY, email: undefined };
    expect(admit(stranger, held({ named: account() }), NOW)).toEqual({ kind: 'refused' });
  });

  it('lets strangers join only where that is set, in the set role', () => {
    expect(admit(IDENTITY, held(), NOW)).toEqual({ kind: 'refused' });
    expect(admit(IDENTITY, held({ strangers: 'reader' }), NOW)).toEqual({
      kind: 'joins',
      account: account({ role: 'reader', oidc: `${ISSUER} 7`, createdAt: NOW }),
    });
  });

  it.each([[undefined], ['ana <ana@desk.example>'], ['ána@desk.example'], ['local']])(
    'gives a stranger whose address is %j a name that is always the same',
    (email) => {
      const names = [1, 2].map((now) => {
        const admission = admit({ ...IDENTITY, email }, held({ strangers: 'reader' }), now);
        return admission.kind === 'joins' ? admission.account.name : admission.kind;
      });
      expect(names[0]).toMatch(/^oidc-[0-9a-f]{12}$/);
      expect(names[1]).toBe(names[0]);
    },
  );
});

describe('nameProblem', () => {
  it.each([['ana'], ['a'], ['ana.b-c_d@desk.example'], ['7'], ['x'.repeat(64)]])(
    'takes %s',
    (name) => {
      expect(nameProblem(name)).toBeUndefined();
    },
  );

  it.each([
    [''],
    ['Ana'],
    ['-ana'],
    ['a b'],
    ['ana\n'],
    ['x'.repeat(65)],
    ['аna'],
    ['local'],
    ['desk'],
  ])('refuses %j', (name) => {
    expect(nameProblem(name)).toMatch(/\.$/);
  });
});
