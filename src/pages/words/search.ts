/** Words of the search. */
import type { ConsoleLanguage } from '../page.ts';

interface SearchWording {
  readonly title: string;
  readonly newest: string;
  readonly field: string;
  readonly go: string;
  readonly help: string;
  readonly total: (n: string, more: boolean, one: boolean) => string;
  readonly shown: (from: string, to: string, total: string) => string;
  readonly pages: string;
  readonly before: string;
  readonly after: string;
  readonly sortLabel: string;
  readonly sorts: Readonly<Record<'newest' | 'relevance', string>>;
  readonly facets: string;
  readonly language: string;
  readonly outlet: string;
  readonly month: string;
  readonly all: string;
  readonly counted: string;
  readonly versions: string;
  readonly undated: string;
  readonly nothing: string;
  readonly advice: readonly string[];
  readonly problem: string;
}

export const WORDS: Record<ConsoleLanguage, SearchWording> = {
  en: {
    title: 'Search',
    newest: 'Newest articles',
    field: 'Words to look for',
    go: 'Search',
    help: 'All words must stand in an article. "A phrase" in quotes, -without, one OR another, beginnings with a star: embass*',
    total: (n, more, one) => `${more ? 'more than ' : ''}${n} ${one ? 'article' : 'articles'}`,
    shown: (from, to, total) => `${from}–${to} of ${total}`,
    pages: 'Pages of results',
    before: 'Previous page',
    after: 'Next page',
    sortLabel: 'Order',
    sorts: { newest: 'newest first', relevance: 'best match first' },
    facets: 'Narrow down',
    language: 'Language',
    outlet: 'Outlet',
    month: 'Month',
    all: 'all',
    counted: 'Counted over the matches kept last; there are more.',
    versions: 'versions',
    undated: 'undated',
    nothing: 'Nothing was found.',
    advice: [
      'Use fewer words, or only the beginning of one with a star: embass*',
      'Names are written differently: Shoigu OR Шойгу OR Shoigú',
      'Take away a filter.',
    ],
    problem: 'The address asks for something that is none:',
  },
  es: {
    title: 'Buscar',
    newest: 'Artículos más recientes',
    field: 'Palabras que se buscan',
    go: 'Buscar',
    help: 'Todas las palabras deben estar en el artículo. "Una frase" entre comillas, -sin, una OR otra, comienzos con asterisco: embaj*',
    total: (n, more, one) => `${more ? 'más de ' : ''}${n} ${one ? 'artículo' : 'artículos'}`,
    shown: (from, to, total) => `${from}–${to} de ${total}`,
    pages: 'Páginas de resultados',
    before: 'Página anterior',
    after: 'Página siguiente',
    sortLabel: 'Orden',
    sorts: { newest: 'los más recientes primero', relevance: 'los más afines primero' },
    facets: 'Acotar',
    language: 'Idioma',
    outlet: 'Medio',
    month: 'Mes',
    all: 'todos',
    counted: 'Se contó sobre las coincidencias guardadas al final; hay más.',
    versions: 'versiones',
    undated: 'sin fecha',
    nothing: 'No se encontró nada.',
    advice: [
      'Use menos palabras, o solo el comienzo de una con asterisco: embaj*',
      'Los nombres se escriben de varias formas: Shoigu OR Шойгу OR Shoigú',
      'Quite un filtro.',
    ],
    problem: 'La dirección pide algo que no existe:',
  },
};
