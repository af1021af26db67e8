/** Spanish words of closed unions that judgements and outputs share. */
import type { Verdict } from './checks.ts';
import type { PresenceMeasure, PresenceScope, PresenceUnit } from './reading.ts';
import type { Affiliation } from './watch.ts';

/** The result of a fact-check in a word or two. */
export const SPANISH_RESULTS: Readonly<Record<Verdict, string>> = {
  false: 'falso',
  'mostly-false': 'mayormente falso',
  misleading: 'engañoso',
  altered: 'alterado',
  satire: 'sátira',
  mixed: 'mixto',
  unproven: 'sin probar',
  'mostly-true': 'mayormente cierto',
  true: 'cierto',
  other: 'otro resultado',
};

/** They go with "medio". */
export const SPANISH_AFFILIATIONS: Readonly<Record<Exclude<Affiliation, 'unknown'>, string>> = {
  'state-controlled': 'controlado por un Estado',
  'state-aligned': 'afín a un Gobierno',
  public: 'público',
  independent: 'independiente',
};

export const SPANISH_UNITS: Readonly<Record<PresenceUnit, string>> = {
  diplomats: 'diplomáticos',
  'administrative-technical': 'personal administrativo y técnico',
  staff: 'personal',
  accredited: 'todos los acreditados',
  'intelligence-officers': 'oficiales de inteligencia, como los llama la fuente',
  posts: 'sedes',
  military: 'militares',
  unstated: 'unidad no indicada',
};

export const SPANISH_SCOPES: Readonly<Record<PresenceScope, string>> = {
  embassy: 'en la embajada',
  consulate: 'en un consulado',
  mission: 'en la misión',
  country: 'en el país',
  unstated: 'alcance no indicado',
};

export const SPANISH_MEASURES: Readonly<Record<PresenceMeasure, string>> = {
  level: 'nivel',
  rise: 'aumento',
  fall: 'descenso',
  arrival: 'llegada',
  expulsion: 'expulsión',
  recall: 'retirada',
  cap: 'tope',
};
