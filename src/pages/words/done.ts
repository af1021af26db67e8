/** Words of the page that shows a secret once. */
import type { ConsoleLanguage } from '../page.ts';

export const WORDS: Readonly<
  Record<ConsoleLanguage, { readonly title: string; readonly once: string; readonly back: string }>
> = {
  en: {
    title: 'Done',
    once: 'This is shown once and kept nowhere. Hand it over now.',
    back: 'Back',
  },
  es: {
    title: 'Hecho',
    once: 'Esto se muestra una sola vez y no se guarda en ninguna parte. Entréguelo ahora.',
    back: 'Volver',
  },
};
