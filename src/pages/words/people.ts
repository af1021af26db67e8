/** Words of the page of accounts. */
import type { ConsoleLanguage } from '../page.ts';

interface PeopleWords {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly terminal: string;
  readonly account: string;
  readonly role: string;
  readonly signIn: string;
  readonly signedIn: (when: string) => string;
  readonly never: string;
  readonly password: string;
  readonly linked: string;
  readonly disabled: (when: string) => string;
  readonly keys: string;
  readonly change: string;
  readonly setRole: string;
  readonly roleOf: (name: string) => string;
  readonly disable: string;
  readonly enable: string;
  readonly revoke: string;
  readonly revoked: string;
  readonly used: (when: string) => string;
  readonly unused: string;
  readonly until: (when: string) => string;
  readonly log: string;
  readonly noLog: string;
  readonly more: string;
}

export const WORDS: Record<ConsoleLanguage, PeopleWords> = {
  en: {
    title: 'People',
    lead: 'Who may use this desk. An account is a name and a role, and nothing more is kept of a person.',
    none: 'There is no account: whoever sits at this machine may do all, and nobody else anything.',
    terminal:
      'Accounts, passwords and keys are made at a terminal, where a secret can be shown once:',
    account: 'Account',
    role: 'Role',
    signIn: 'Sign-in',
    signedIn: (when) => `last ${when}`,
    never: 'never signed in',
    password: 'password',
    linked: 'sign-in service',
    disabled: (when) => `disabled ${when}`,
    keys: 'Keys',
    change: 'Change',
    setRole: 'Set role',
    roleOf: (name) => `Role of ${name}`,
    disable: 'Disable',
    enable: 'Enable',
    revoke: 'Revoke',
    revoked: 'revoked',
    used: (when) => `used ${when}`,
    unused: 'never used',
    until: (when) => `until ${when}`,
    log: 'What was done with accounts',
    noLog: 'Nothing yet.',
    more: 'Change role, keys, access',
  },
  es: {
    title: 'Personas',
    lead: 'Quién puede usar esta mesa. Una cuenta es un nombre y un permiso; no se guarda nada más de nadie.',
    none: 'No hay cuentas: quien esté ante este equipo puede hacerlo todo, y nadie más puede nada.',
    terminal:
      'Las cuentas, contraseñas y claves se crean en una terminal, donde un secreto se muestra una sola vez:',
    account: 'Cuenta',
    role: 'Permiso',
    signIn: 'Acceso',
    signedIn: (when) => `último ${when}`,
    never: 'nunca ha entrado',
    password: 'contraseña',
    linked: 'servicio de acceso',
    disabled: (when) => `desactivada ${when}`,
    keys: 'Claves',
    change: 'Cambiar',
    setRole: 'Cambiar permiso',
    roleOf: (name) => `Permiso de ${name}`,
    disable: 'Desactivar',
    enable: 'Activar',
    revoke: 'Revocar',
    revoked: 'revocada',
    used: (when) => `usada ${when}`,
    unused: 'nunca usada',
    until: (when) => `hasta ${when}`,
    log: 'Qué se hizo con las cuentas',
    noLog: 'Nada todavía.',
    more: 'Cambiar permiso, claves, acceso',
  },
};
