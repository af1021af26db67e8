/** Words of the page of sources. */
import type { ConsoleLanguage } from '../page.ts';

interface SourceWords {
  readonly title: string;
  readonly lead: string;
  readonly health: string;
  readonly any: string;
  readonly filter: string;
  readonly named: string;
  readonly show: string;
  readonly none: string;
  readonly noneMatch: string;
  readonly first: (shown: string, total: string) => string;
  readonly source: string;
  readonly newest: string;
  readonly pages: string;
  readonly trouble: string;
  readonly details: string;
  readonly kept: (n: string) => string;
  readonly waiting: (n: string) => string;
  readonly refused: (n: string) => string;
  readonly never: string;
  readonly every: string;
  readonly polled: string;
  readonly answered: string;
  readonly next: string;
  readonly polls: string;
  readonly failures: string;
  readonly took: string;
  readonly movedTo: string;
  readonly address: string;
  readonly losses: string;
  readonly lossesLead: string;
  readonly reason: string;
  readonly exchanges: string;
  readonly noLosses: string;
  readonly pageExamples: string;
  readonly again: (when: string) => string;
  readonly givenUp: string;
  readonly unread: string;
  readonly unreadLead: string;
  readonly noneUnread: string;
  readonly items: string;
  readonly examples: (n: string) => string;
  readonly line: string;
}

export const WORDS: Record<ConsoleLanguage, SourceWords> = {
  en: {
    title: 'Sources',
    lead: 'What this desk listens to, how each source fares, and what could not be had.',
    health: 'Health',
    any: 'any',
    filter: 'Filter sources',
    named: 'Name or address',
    show: 'Show',
    none: 'No source is watched. Write a watch list and run npx atalaya watch.',
    noneMatch: 'No source matches this filter.',
    first: (shown, total) => `The first ${shown} of ${total}; filter to see others.`,
    source: 'Source',
    newest: 'Last new',
    pages: 'Pages',
    trouble: 'Trouble',
    details: 'Details',
    kept: (n) => `${n} kept`,
    waiting: (n) => `${n} waiting`,
    refused: (n) => `${n} refused`,
    never: 'never',
    every: 'Asked every',
    polled: 'Last asked',
    answered: 'Last answered',
    next: 'Next due',
    polls: 'Times asked',
    failures: 'Failures in a row',
    took: 'Last answer took',
    movedTo: 'Moved to',
    address: 'Address',
    losses: 'What the web did not give',
    lossesLead: 'Exchanges that brought nothing, by reason.',
    reason: 'Reason',
    exchanges: 'Exchanges',
    noLosses: 'Every exchange brought what was asked for, or none was made.',
    pageExamples: 'Pages refused last',
    again: (when) => `asked again ${when}`,
    givenUp: 'given up',
    unread: 'What could not be read in files',
    unreadLead:
      'Items of inputs that were refused, by kind. Nothing is dropped without a line here.',
    noneUnread: 'Nothing was refused.',
    items: 'Items',
    examples: (n) => `${n} examples`,
    line: 'line',
  },
  es: {
    title: 'Fuentes',
    lead: 'Qué escucha esta mesa, cómo está cada fuente y qué no se pudo obtener.',
    health: 'Estado',
    any: 'cualquiera',
    filter: 'Filtrar fuentes',
    named: 'Nombre o dirección',
    show: 'Mostrar',
    none: 'No se vigila ninguna fuente. Escribe una lista y ejecuta npx atalaya watch.',
    noneMatch: 'Ninguna fuente coincide con este filtro.',
    first: (shown, total) => `Las primeras ${shown} de ${total}; filtra para ver otras.`,
    source: 'Fuente',
    newest: 'Última novedad',
    pages: 'Páginas',
    trouble: 'Problema',
    details: 'Detalles',
    kept: (n) => `${n} guardadas`,
    waiting: (n) => `${n} en espera`,
    refused: (n) => `${n} rechazadas`,
    never: 'nunca',
    every: 'Se consulta cada',
    polled: 'Última consulta',
    answered: 'Última respuesta',
    next: 'Próxima consulta',
    polls: 'Consultas',
    failures: 'Fallos seguidos',
    took: 'La última respuesta tardó',
    movedTo: 'Se mudó a',
    address: 'Dirección',
    losses: 'Lo que la web no dio',
    lossesLead: 'Intercambios que no trajeron nada, por motivo.',
    reason: 'Motivo',
    exchanges: 'Intercambios',
    noLosses: 'Todos los intercambios trajeron lo pedido, o no hubo ninguno.',
    pageExamples: 'Últimas páginas rechazadas',
    again: (when) => `se reintenta ${when}`,
    givenUp: 'abandonada',
    unread: 'Lo que no se pudo leer en archivos',
    unreadLead: 'Piezas rechazadas, por tipo. Nada se descarta sin que conste aquí.',
    noneUnread: 'No se rechazó nada.',
    items: 'Piezas',
    examples: (n) => `${n} ejemplos`,
    line: 'línea',
  },
};
