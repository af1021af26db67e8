/** The desk's own terms in the console's languages: chances, healths of sources, roles. */
import type { Estimate } from '../../domain/judgement.ts';
import type { Role } from '../../domain/people.ts';
import type { Health } from '../../domain/watch-views.ts';
import type { ConsoleLanguage } from '../page.ts';

interface Terms {
  readonly estimate: Readonly<Record<Estimate, string>>;
  readonly health: Readonly<Record<Health, string>>;
  readonly role: Readonly<Record<Role, string>>;
}

export const TERMS: Record<ConsoleLanguage, Terms> = {
  en: {
    estimate: {
      'almost no chance': 'almost no chance',
      'very unlikely': 'very unlikely',
      unlikely: 'unlikely',
      'roughly even chance': 'roughly even chance',
      likely: 'likely',
      'very likely': 'very likely',
      'almost certain': 'almost certain',
    },
    health: {
      dead: 'dead',
      failing: 'failing',
      moved: 'moved',
      silent: 'silent',
      slow: 'slow',
      well: 'well',
      new: 'not asked yet',
      off: 'switched off',
    },
    role: { reader: 'reader', analyst: 'analyst', editor: 'editor', admin: 'admin' },
  },
  es: {
    estimate: {
      'almost no chance': 'casi imposible',
      'very unlikely': 'muy improbable',
      unlikely: 'improbable',
      'roughly even chance': 'tan probable como no',
      likely: 'probable',
      'very likely': 'muy probable',
      'almost certain': 'casi seguro',
    },
    health: {
      dead: 'sin vida',
      failing: 'con fallos',
      moved: 'mudada',
      silent: 'en silencio',
      slow: 'lenta',
      well: 'bien',
      new: 'sin consultar aún',
      off: 'desactivada',
    },
    role: {
      reader: 'lectura',
      analyst: 'análisis',
      editor: 'edición',
      admin: 'administración',
    },
  },
};
