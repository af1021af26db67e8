/** Why something could not be read, in the console's languages. Reasons of the web that are missing here are shown as they are. */
import type { RefusalKind } from '../../domain/outcome.ts';
import { SPANISH_REFUSALS } from '../../export/spanish-words.ts';
import { REFUSAL_WORDS } from '../../export/wording.ts';
import type { ConsoleLanguage } from '../page.ts';

export const UNREAD: Record<ConsoleLanguage, Readonly<Record<RefusalKind, string>>> = {
  en: REFUSAL_WORDS,
  es: SPANISH_REFUSALS,
};

const FETCH: Record<ConsoleLanguage, Readonly<Record<string, string>>> = {
  en: {
    robots: 'the site asks robots to stay away',
    'robots-unreachable': 'the site’s rules for robots could not be read',
    'private-address': 'not a public address',
    'bad-url': 'not an address',
    'not-found': 'not found',
    gone: 'gone for good',
    forbidden: 'access is forbidden',
    login: 'behind a login',
    'blocked-page': 'the publisher blocks this desk',
    'consent-page': 'behind a consent page',
    captcha: 'behind a test for people',
    'rate-limited': 'asked too often',
    'server-error': 'error of the server',
    'http-status': 'unexpected answer',
    'time-out': 'no answer in time',
    'too-large': 'too large',
    bomb: 'unpacks to far too much',
    'redirect-loop': 'redirects in a circle',
    'too-many-redirects': 'too many redirects',
    dns: 'the host’s name was not found',
    tls: 'the connection is not secure',
    'refused-connection': 'the host refuses connections',
    'broken-transfer': 'the transfer broke off',
    'wrong-length': 'not as long as announced',
    'media-type': 'not a kind of file that is read',
    aborted: 'ended with the run',
  },
  es: {
    robots: 'el sitio pide a los robots que no entren',
    'robots-unreachable': 'no se pudieron leer las reglas del sitio para robots',
    'private-address': 'no es una dirección pública',
    'bad-url': 'no es una dirección',
    'not-found': 'no se encontró',
    gone: 'retirada para siempre',
    forbidden: 'prohibido',
    login: 'tras un inicio de sesión',
    'blocked-page': 'el medio bloquea esta mesa',
    'consent-page': 'tras una página de consentimiento',
    captcha: 'tras una prueba para personas',
    'rate-limited': 'consultada demasiadas veces',
    'server-error': 'error del servidor',
    'http-status': 'respuesta inesperada',
    'time-out': 'sin respuesta a tiempo',
    'too-large': 'demasiado grande',
    bomb: 'se descomprime en demasiado',
    'redirect-loop': 'redirecciones en círculo',
    'too-many-redirects': 'demasiadas redirecciones',
    dns: 'no se encontró el nombre del servidor',
    tls: 'la conexión no es segura',
    'refused-connection': 'el servidor rechaza conexiones',
    'broken-transfer': 'la transferencia se cortó',
    'wrong-length': 'no mide lo anunciado',
    'media-type': 'no es un tipo de archivo que se lea',
    aborted: 'terminó con la ejecución',
  },
};

/** The words of a reason for which the web gave nothing. */
export function lostWords(reason: string, language: ConsoleLanguage): string {
  const words = FETCH[language];
  return Object.hasOwn(words, reason) ? words[reason]! : reason;
}
