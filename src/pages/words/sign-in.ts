/** Words of signing in, and of changing one's password. */
import type { PasswordProblem } from '../../domain/people.ts';
import type { ConsoleLanguage } from '../page.ts';

export interface SignInWords {
  readonly title: string;
  readonly lead: string;
  readonly name: string;
  readonly password: string;
  readonly enter: string;
  readonly service: string;
  /** One sentence for whatever was wrong: it tells nobody what was. */
  readonly refused: string;
  readonly tooMany: (seconds: number) => string;
  readonly notFromHere: string;
  readonly serviceGone: string;
  readonly noService: string;
  readonly passwordTitle: string;
  readonly passwordLead: string;
  readonly current: string;
  readonly next: string;
  readonly nextHint: string;
  readonly change: string;
  readonly wrongCurrent: string;
  readonly changed: string;
  readonly weak: Readonly<Record<PasswordProblem, string>>;
}

export const WORDS: Record<ConsoleLanguage, SignInWords> = {
  en: {
    title: 'Sign in',
    lead: 'This desk is for people with an account. An admin of the desk makes one.',
    name: 'Name',
    password: 'Password',
    enter: 'Sign in',
    service: 'Sign in with the organisation’s account',
    refused: 'That did not work: these details do not open this desk.',
    tooMany: (seconds) =>
      `Too many tries. The next one is possible in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    notFromHere: 'This form did not come from this page. Please send it again from here.',
    serviceGone: 'The sign-in service does not answer at present. Please try again in a minute.',
    noService: 'This desk has no other sign-in service.',
    passwordTitle: 'Change the password',
    passwordLead: 'All other browsers that are signed in with it are signed out.',
    current: 'Present password',
    next: 'New password',
    nextHint: 'At least 12 characters; a few words in a row are good.',
    change: 'Change the password',
    wrongCurrent: 'The present password is not this one.',
    changed: 'The password is changed. All other browsers are signed out.',
    weak: {
      'too-short': 'The new password needs at least 12 characters.',
      'too-long': 'The new password has more than 256 characters.',
      repeats: 'The new password repeats a few characters; choose another.',
      'own-name': 'The new password is mostly the name of the account; choose another.',
      common: 'The new password is among the most common ones; choose another.',
    },
  },
  es: {
    title: 'Entrar',
    lead: 'Este puesto es para personas con cuenta. La crea alguien que lo administra.',
    name: 'Nombre',
    password: 'Contraseña',
    enter: 'Entrar',
    service: 'Entrar con la cuenta de la organización',
    refused: 'No ha funcionado: estos datos no abren este puesto.',
    tooMany: (seconds) =>
      `Demasiados intentos. El siguiente será posible en ${seconds} ${seconds === 1 ? 'segundo' : 'segundos'}.`,
    notFromHere: 'Este formulario no viene de esta página. Envíelo de nuevo desde aquí.',
    serviceGone:
      'El servicio de identificación no responde por ahora. Inténtelo de nuevo en un minuto.',
    noService: 'Este puesto no tiene otro servicio de identificación.',
    passwordTitle: 'Cambiar la contraseña',
    passwordLead: 'Se cierran las demás sesiones abiertas con ella.',
    current: 'Contraseña actual',
    next: 'Contraseña nueva',
    nextHint: 'Al menos 12 caracteres; van bien unas cuantas palabras seguidas.',
    change: 'Cambiar la contraseña',
    wrongCurrent: 'La contraseña actual no es esta.',
    changed: 'La contraseña está cambiada. Las demás sesiones están cerradas.',
    weak: {
      'too-short': 'La contraseña nueva necesita al menos 12 caracteres.',
      'too-long': 'La contraseña nueva tiene más de 256 caracteres.',
      repeats: 'La contraseña nueva repite unos pocos caracteres; elija otra.',
      'own-name': 'La contraseña nueva es casi solo el nombre de la cuenta; elija otra.',
      common: 'La contraseña nueva es de las más comunes; elija otra.',
    },
  },
};
