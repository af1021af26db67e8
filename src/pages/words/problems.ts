/** Words of the pages that are shown where there is no page. */
import type { ConsoleLanguage } from '../page.ts';

export type ProblemStatus = 400 | 401 | 403 | 404 | 429 | 500 | 503;

interface ProblemWords {
  readonly title: Readonly<Record<ProblemStatus, string>>;
  readonly advice: Readonly<Record<ProblemStatus, string>>;
  readonly home: string;
}

export const PROBLEMS: Record<ConsoleLanguage, ProblemWords> = {
  en: {
    title: {
      400: 'This address cannot be meant',
      401: 'Sign in first',
      403: 'Your account may not do this',
      404: 'Nothing is here',
      429: 'Too many requests',
      500: 'Something broke',
      503: 'Not just now',
    },
    advice: {
      400: 'Check what stands behind the question mark of the address.',
      401: 'This page is for people with an account on this desk.',
      403: 'Ask whoever administers this desk, if you should be able to.',
      404: 'Check the address, or search for what you meant.',
      429: 'Wait a minute and try again.',
      500: 'Nothing was lost. Try again; if it stays so, the log of the server says more.',
      503: 'Wait a little and try again.',
    },
    home: 'To the first page',
  },
  es: {
    title: {
      400: 'Esta dirección no tiene sentido',
      401: 'Primero inicia sesión',
      403: 'Tu cuenta no puede hacer esto',
      404: 'Aquí no hay nada',
      429: 'Demasiadas peticiones',
      500: 'Algo falló',
      503: 'Ahora mismo no',
    },
    advice: {
      400: 'Revisa lo que va detrás del signo de interrogación de la dirección.',
      401: 'Esta página es para quienes tienen cuenta en esta mesa.',
      403: 'Si deberías poder, habla con quien administra esta mesa.',
      404: 'Revisa la dirección o busca lo que querías.',
      429: 'Espera un minuto e inténtalo de nuevo.',
      500: 'No se perdió nada. Inténtalo de nuevo; si sigue igual, el registro del servidor dice más.',
      503: 'Espera un poco e inténtalo de nuevo.',
    },
    home: 'Ir a la primera página',
  },
};
