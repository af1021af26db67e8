/** Words of the list of cascades and of the page of one. */
import type { ConsoleLanguage } from '../page.ts';
import { counted } from './figures.ts';

interface CascadeWording {
  readonly title: string;
  readonly lead: string;
  readonly sortLabel: string;
  readonly sorts: Readonly<Record<'widest' | 'newest' | 'dropped', string>>;
  readonly passage: string;
  readonly reach: string;
  readonly articles: string;
  readonly spread: string;
  readonly dropped: string;
  readonly none: string;
  readonly advice: string;
  readonly stale: string;
  readonly pages: string;
  readonly before: string;
  readonly after: string;
  readonly shown: (from: string, to: string, total: string) => string;
  readonly summedUp: (n: string) => string;
  readonly sameTime: string;
  readonly earliest: string;
  readonly mayBeEarliest: string;
  readonly notFound: string;
  readonly notSource: string;
  readonly judge: string;
  readonly alerts: string;
  readonly drawing: string;
  readonly sources: string;
  readonly members: string;
  readonly passages: string;
  readonly more: (n: string) => string;
}

export const WORDS: Record<ConsoleLanguage, CascadeWording> = {
  en: {
    title: 'Cascades',
    lead: 'What was repeated: one passage, many articles. Earlier is not source: a parent is a lead with its reason.',
    sortLabel: 'Order',
    sorts: { widest: 'widest', newest: 'newest', dropped: 'most credits dropped' },
    passage: 'Earliest seen',
    reach: 'Publishers',
    articles: 'Articles',
    spread: 'Over time',
    dropped: 'Credit dropped',
    none: 'No passage was found in articles of two publishers.',
    advice: 'Read articles in (atalaya ingest FILES) or watch sources (atalaya watch watch.yaml).',
    stale: 'Articles came in since the last trace: run atalaya trace.',
    pages: 'Pages of cascades',
    before: 'Previous page',
    after: 'Next page',
    shown: (from, to, total) => `${from}–${to} of ${total}`,
    summedUp: (n) => `${n} dated articles, summed up over time`,
    sameTime: 'one time',
    earliest: 'earliest seen',
    mayBeEarliest: 'may be the earliest',
    notFound: 'There is no such cascade',
    notSource:
      'Earlier is not source. What is drawn as a parent is a lead with its reason, and the first one seen here may have had it from elsewhere.',
    judge: 'Judge this claim: fact-checks, who doubts it, one source or ten',
    alerts: 'Alerts on it',
    drawing: 'When, and where',
    sources: 'One source or ten',
    members: 'Members',
    passages: 'Side by side',
    more: (n) => `${n} more articles and their passages are in the data of this page (.json).`,
  },
  es: {
    title: 'Cascadas',
    lead: 'Lo que se repitió: un pasaje, muchos artículos. Antes no es origen: un antecesor es una pista con su razón.',
    sortLabel: 'Orden',
    sorts: {
      widest: 'las más amplias',
      newest: 'las más recientes',
      dropped: 'más créditos omitidos',
    },
    passage: 'El primero que se vio',
    reach: 'Medios',
    articles: 'Artículos',
    spread: 'En el tiempo',
    dropped: 'Crédito omitido',
    none: 'No se halló ningún pasaje en artículos de dos medios.',
    advice:
      'Ingrese artículos (atalaya ingest ARCHIVOS) o vigile fuentes (atalaya watch watch.yaml).',
    stale: 'Llegaron artículos desde el último rastreo: ejecute atalaya trace.',
    pages: 'Páginas de cascadas',
    before: 'Página anterior',
    after: 'Página siguiente',
    shown: (from, to, total) => `${from}–${to} de ${total}`,
    summedUp: (n) => `${n} artículos con fecha, sumados en el tiempo`,
    sameTime: 'un solo momento',
    earliest: 'el primero que se vio',
    mayBeEarliest: 'puede ser el primero',
    notFound: 'No existe esa cascada',
    notSource:
      'Antes no es origen. Lo que se dibuja como antecesor es una pista con su razón, y el primero que se vio aquí pudo tomarlo de otra parte.',
    judge: 'Juzgar esta afirmación: verificaciones, quién la duda, una fuente o diez',
    alerts: 'Alertas sobre ella',
    drawing: 'Cuándo y dónde',
    sources: 'Una fuente o diez',
    members: 'Miembros',
    passages: 'Lado a lado',
    more: (n) => `Otros ${n} artículos y sus pasajes están en los datos de esta página (.json).`,
  },
};

/** `1 publisher`, `12 publishers`. */
export function publishersOf(n: number, language: ConsoleLanguage): string {
  return language === 'en'
    ? counted(n, 'publisher', 'publishers', language)
    : counted(n, 'medio', 'medios', language);
}
