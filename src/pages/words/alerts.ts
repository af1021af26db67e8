/** Words of the list of alerts and of one alert. */
import type { ConsoleLanguage } from '../page.ts';

interface AlertWords {
  readonly title: string;
  readonly lead: string;
  readonly filter: string;
  readonly state: string;
  readonly severity: string;
  readonly indicator: string;
  readonly any: string;
  readonly open: string;
  readonly show: string;
  readonly pages: string;
  readonly before: string;
  readonly after: string;
  readonly shown: (from: string, to: string, total: string) => string;
  readonly none: string;
  readonly noneMatch: string;
  readonly clearFilter: string;
  readonly evidence: readonly [one: string, many: string];
  readonly gone: string;
  readonly unknownIndicator: string;
  readonly threshold: (value: string) => string;
  readonly value: string;
  readonly raised: string;
  readonly measured: string;
  readonly newest: string;
  readonly confidence: string;
  readonly confidenceRange: (low: string, high: string) => string;
  readonly why: string;
  readonly speaksFor: string;
  readonly speaksAgainst: string;
  readonly nothingAgainst: string;
  readonly rivals: string;
  readonly clears: string;
  readonly log: string;
  readonly logNote: string;
  readonly receipt: string;
  readonly receiptNote: string;
  readonly act: string;
  readonly acknowledge: string;
  readonly assign: string;
  readonly assignee: string;
  readonly close: string;
  readonly closeReason: string;
  readonly reopen: string;
  readonly note: string;
  readonly addNote: string;
  readonly readOnly: string;
  readonly kinds: {
    readonly cascade: string;
    readonly check: string;
    readonly entry: string;
    readonly source: string;
    readonly article: string;
  };
  readonly moreEvidence: (n: string) => string;
  readonly notFound: string;
  readonly back: string;
  readonly disclaimer: string;
  readonly desk: string;
}

export const WORDS: Record<ConsoleLanguage, AlertWords> = {
  en: {
    title: 'Alerts',
    lead: 'What met an indicator. An alert says that something is worth a look; it never says that somebody did it.',
    filter: 'Filter alerts',
    state: 'State',
    severity: 'Severity',
    indicator: 'Indicator',
    any: 'any',
    open: 'all that are open',
    show: 'Show',
    pages: 'Parts of the list',
    before: 'Newer',
    after: 'Older',
    shown: (from, to, total) => `${from}–${to} of ${total}`,
    none: 'No alert yet. The indicators below say how far each is from firing.',
    noneMatch: 'No alert matches this filter.',
    clearFilter: 'Show all that are open',
    evidence: ['piece of evidence', 'pieces of evidence'],
    gone: 'no longer reaches its threshold',
    unknownIndicator: 'The file of indicators no longer has this one.',
    threshold: (value) => `fires from ${value} on`,
    value: 'Measured',
    raised: 'Raised',
    measured: 'Last measured',
    newest: 'Newest evidence',
    confidence: 'Confidence in the measurement',
    confidenceRange: (low, high) => `${low} to ${high}`,
    why: 'Why it matters',
    speaksFor: 'What speaks for it',
    speaksAgainst: 'What speaks against it',
    nothingAgainst:
      'The desk met nothing that speaks against it. That is not the same as nothing being there.',
    rivals: 'What else would look the same',
    clears: 'What would clear it',
    log: 'What was done with it',
    logNote: 'This log is only ever added to.',
    receipt: 'Download the receipt',
    receiptNote: 'captures, indicator and digests in one file that can be checked offline',
    act: 'Work on this alert',
    acknowledge: 'Acknowledge',
    assign: 'Assign',
    assignee: 'To whom',
    close: 'Close',
    closeReason: 'Reason',
    reopen: 'Reopen',
    note: 'Note',
    addNote: 'Add note',
    readOnly: 'Your account may read alerts, not change them.',
    kinds: {
      cascade: 'Cascade',
      check: 'Fact-check',
      entry: 'Entry of the ledger',
      source: 'Source',
      article: 'Article',
    },
    moreEvidence: (n) => `${n} more`,
    notFound: 'There is no such alert.',
    back: 'All alerts',
    disclaimer:
      'A lead, not a finding. It rests on public sources alone and on what this desk could read of them.',
    desk: 'the desk',
  },
  es: {
    title: 'Alertas',
    lead: 'Lo que cumplió un indicador. Una alerta dice que algo merece una mirada; nunca dice que alguien lo hizo.',
    filter: 'Filtrar alertas',
    state: 'Estado',
    severity: 'Gravedad',
    indicator: 'Indicador',
    any: 'cualquiera',
    open: 'todas las abiertas',
    show: 'Mostrar',
    pages: 'Partes de la lista',
    before: 'Más recientes',
    after: 'Más antiguas',
    shown: (from, to, total) => `${from}–${to} de ${total}`,
    none: 'Aún no hay alertas. Los indicadores de abajo dicen cuánto le falta a cada uno para dispararse.',
    noneMatch: 'Ninguna alerta coincide con este filtro.',
    clearFilter: 'Mostrar todas las abiertas',
    evidence: ['elemento de prueba', 'elementos de prueba'],
    gone: 'ya no alcanza su umbral',
    unknownIndicator: 'El archivo de indicadores ya no tiene este.',
    threshold: (value) => `se dispara a partir de ${value}`,
    value: 'Medido',
    raised: 'Surgió',
    measured: 'Última medición',
    newest: 'Prueba más reciente',
    confidence: 'Confianza en la medición',
    confidenceRange: (low, high) => `de ${low} a ${high}`,
    why: 'Por qué importa',
    speaksFor: 'A favor',
    speaksAgainst: 'En contra',
    nothingAgainst: 'La mesa no encontró nada en contra. Eso no significa que no exista.',
    rivals: 'Qué otra cosa se vería igual',
    clears: 'Qué la descartaría',
    log: 'Qué se hizo con ella',
    logNote: 'A este registro solo se le añade.',
    receipt: 'Descargar el comprobante',
    receiptNote:
      'capturas, indicador y huellas en un solo archivo que se puede verificar sin conexión',
    act: 'Trabajar en esta alerta',
    acknowledge: 'Marcar como vista',
    assign: 'Asignar',
    assignee: 'A quién',
    close: 'Cerrar',
    closeReason: 'Motivo',
    reopen: 'Reabrir',
    note: 'Nota',
    addNote: 'Añadir nota',
    readOnly: 'Tu cuenta puede leer alertas, no cambiarlas.',
    kinds: {
      cascade: 'Cascada',
      check: 'Verificación',
      entry: 'Entrada del registro',
      source: 'Fuente',
      article: 'Artículo',
    },
    moreEvidence: (n) => `${n} más`,
    notFound: 'No existe esa alerta.',
    back: 'Todas las alertas',
    disclaimer:
      'Es una pista, no una conclusión. Se apoya solo en fuentes públicas y en lo que esta mesa pudo leer de ellas.',
    desk: 'la mesa',
  },
};
