/** The closed unions of a reading in the console's languages. */
import type {
  CuePolarity,
  EventKind,
  EventStatus,
  PresenceMeasure,
  PresenceScope,
  PresenceUnit,
  QuoteMode,
  StalenessCue,
  Stance,
} from '../../domain/reading.ts';
import { SPANISH_MEASURES } from '../../domain/spanish-words.ts';
import type { CreditState } from '../../domain/trace.ts';
import {
  MEASURE_WORDS,
  POLARITY_WORDS,
  SCOPE_WORDS,
  STALENESS_WORDS,
  STANCE_WORDS,
  STATUS_WORDS,
  UNIT_WORDS,
} from '../../export/reading-wording.ts';
import { SPANISH_CREDITS, SPANISH_POLARITIES } from '../../export/spanish-words.ts';
import { CREDIT_WORDS } from '../../export/wording.ts';
import type { ConsoleLanguage } from '../page.ts';

interface ReadingTerms {
  readonly polarity: Readonly<Record<CuePolarity, string>>;
  readonly mode: Readonly<Record<QuoteMode, string>>;
  readonly event: Readonly<Record<EventKind, string>>;
  readonly status: Readonly<Record<EventStatus, string>>;
  readonly unit: Readonly<Record<PresenceUnit, string>>;
  readonly scope: Readonly<Record<PresenceScope, string>>;
  readonly measure: Readonly<Record<PresenceMeasure, string>>;
  readonly stance: Readonly<Record<Stance, string>>;
  readonly staleness: Readonly<Record<StalenessCue['kind'], string>>;
  readonly credit: Readonly<Record<CreditState, string>>;
}

export const READING_TERMS: Record<ConsoleLanguage, ReadingTerms> = {
  en: {
    polarity: POLARITY_WORDS,
    mode: { direct: 'quoted', indirect: 'reported', mixed: 'partly quoted' },
    event: {
      expel: 'expulsion',
      recall: 'recall',
      accuse: 'accusation',
      reject: 'rejection',
      meet: 'meeting',
      host: 'reception',
      consult: 'consultation',
      sanction: 'sanction',
      aid: 'aid',
      agree: 'agreement',
      protest: 'protest',
      assault: 'assault',
      investigate: 'investigation',
      state: 'statement',
      'staff-change': 'change of staff',
      parade: 'parade',
      visit: 'visit',
      condemn: 'condemnation',
      sour: 'souring of relations',
      other: 'other event',
    },
    status: STATUS_WORDS,
    unit: UNIT_WORDS,
    scope: SCOPE_WORDS,
    measure: MEASURE_WORDS,
    stance: STANCE_WORDS,
    staleness: STALENESS_WORDS,
    credit: CREDIT_WORDS,
  },
  es: {
    polarity: SPANISH_POLARITIES,
    mode: { direct: 'cita directa', indirect: 'referida', mixed: 'citada en parte' },
    event: {
      expel: 'expulsión',
      recall: 'llamada a consultas',
      accuse: 'acusación',
      reject: 'rechazo',
      meet: 'reunión',
      host: 'recepción',
      consult: 'consulta',
      sanction: 'sanción',
      aid: 'ayuda',
      agree: 'acuerdo',
      protest: 'protesta',
      assault: 'agresión',
      investigate: 'investigación',
      state: 'declaración',
      'staff-change': 'cambio de personal',
      parade: 'desfile',
      visit: 'visita',
      condemn: 'condena',
      sour: 'deterioro de relaciones',
      other: 'otro hecho',
    },
    status: {
      happened: 'contado como ocurrido',
      negated: 'contado como no ocurrido',
      hypothetical: 'solo considerado',
      planned: 'anunciado',
    },
    unit: {
      diplomats: 'diplomáticos',
      'administrative-technical': 'personal administrativo y técnico',
      staff: 'personal',
      accredited: 'todos los acreditados',
      'intelligence-officers': 'agentes de inteligencia, según la fuente',
      posts: 'puestos',
      military: 'militares',
      unstated: 'sin decir de qué',
    },
    scope: {
      embassy: 'en la embajada',
      consulate: 'en un consulado',
      mission: 'en la misión',
      country: 'en el país',
      unstated: 'sin decir dónde',
    },
    measure: SPANISH_MEASURES,
    stance: { supports: 'apoya', opposes: 'se opone a', neutral: 'es neutral ante' },
    staleness: {
      'old-date': 'una fecha anterior',
      'former-role': 'un cargo que ya no se ocupa',
      recirculated: 'se dice que vuelve a circular',
      archive: 'material de archivo',
    },
    credit: SPANISH_CREDITS,
  },
};
