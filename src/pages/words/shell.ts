/** Words of the frame around every page. */
import type { ConsoleLanguage, Section } from '../page.ts';

interface ShellWords {
  readonly skip: string;
  readonly sections: Readonly<Record<Section, string>>;
  readonly navigation: string;
  readonly menu: string;
  readonly search: string;
  readonly searchHint: string;
  readonly go: string;
  readonly other: { readonly language: ConsoleLanguage; readonly name: string };
  readonly localPerson: string;
  readonly signOut: string;
  readonly people: string;
  readonly leads: string;
  readonly version: string;
  readonly invented: string;
  readonly refused: string;
  readonly based: (speaking: string, sources: string) => string;
  readonly silent: (n: string) => string;
  readonly blocked: (n: string) => string;
  readonly waiting: (n: string) => string;
  readonly files: (articles: string, items: string) => string;
  readonly unread: (n: string) => string;
  readonly nothing: string;
  readonly live: Readonly<Record<'one' | 'many' | 'came' | 'show', string>>;
}

export const WORDS: Record<ConsoleLanguage, ShellWords> = {
  en: {
    skip: 'Skip to the content',
    sections: {
      today: 'Today',
      alerts: 'Alerts',
      search: 'Search',
      cascades: 'Cascades',
      claims: 'Claims',
      outlets: 'Outlets',
      presence: 'Presence',
      sources: 'Sources',
      settings: 'Settings',
    },
    navigation: 'Sections',
    menu: 'Menu',
    search: 'Search all articles',
    searchHint: 'words, a name, "a phrase"',
    go: 'Search',
    other: { language: 'es', name: 'Español' },
    localPerson: 'this machine',
    signOut: 'Sign out',
    people: 'People',
    leads: 'Public sources only. Leads, not findings.',
    version: 'Atalaya',
    invented: 'This is the bundled example. Its outlets, people, countries and texts are invented.',
    refused: 'This was not done:',
    based: (speaking, sources) => `Based on ${speaking} of ${sources} sources`,
    silent: (n) => `${n} silent`,
    blocked: (n) => `${n} blocked`,
    waiting: (n) => `${n} not asked yet`,
    files: (articles, items) => `Based on ${articles} articles from ${items} items in files`,
    unread: (n) => `${n} could not be read`,
    nothing: 'This desk holds nothing yet',
    live: { one: 'new alert', many: 'new alerts', came: 'Articles have come in', show: 'show' },
  },
  es: {
    skip: 'Ir al contenido',
    sections: {
      today: 'Hoy',
      alerts: 'Alertas',
      search: 'Buscar',
      cascades: 'Cascadas',
      claims: 'Afirmaciones',
      outlets: 'Medios',
      presence: 'Presencia',
      sources: 'Fuentes',
      settings: 'Ajustes',
    },
    navigation: 'Secciones',
    menu: 'Menú',
    search: 'Buscar en todos los artículos',
    searchHint: 'palabras, un nombre, "una frase"',
    go: 'Buscar',
    other: { language: 'en', name: 'English' },
    localPerson: 'este equipo',
    signOut: 'Cerrar sesión',
    people: 'Personas',
    leads: 'Solo fuentes públicas. Son pistas, no conclusiones.',
    version: 'Atalaya',
    invented: 'Este es el ejemplo incluido. Sus medios, personas, países y textos son inventados.',
    refused: 'No se hizo:',
    based: (speaking, sources) => `A partir de ${speaking} de ${sources} fuentes`,
    silent: (n) => `${n} en silencio`,
    blocked: (n) => `${n} sin acceso`,
    waiting: (n) => `${n} sin consultar aún`,
    files: (articles, items) => `A partir de ${articles} artículos de ${items} piezas en archivos`,
    unread: (n) => `${n} no se pudieron leer`,
    nothing: 'Esta mesa está todavía vacía',
    live: {
      one: 'alerta nueva',
      many: 'alertas nuevas',
      came: 'Han llegado artículos',
      show: 'ver',
    },
  },
};
