/** Words of closed lists in Spanish; their English ones stand beside the wording that uses them. */
import type { Verdict } from '../domain/checks.ts';
import type { PresenceUnit } from '../domain/reading.ts';

export const SPANISH_VERDICTS: Readonly<Record<Verdict, string>> = {
  false: 'calificada de falsa',
  'mostly-false': 'calificada de mayormente falsa',
  misleading: 'calificada de engañosa',
  altered: 'calificada de material alterado o fabricado',
  satire: 'calificada de sátira',
  mixed: 'calificada de cierta en parte y falsa en parte',
  unproven: 'calificada de no probada',
  'mostly-true': 'calificada de mayormente cierta',
  true: 'calificada de cierta',
  other: 'calificada con palabras que la mesa no conoce',
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
