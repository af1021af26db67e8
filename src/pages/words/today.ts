/** Words of the first page. */
import type { ConsoleLanguage } from '../page.ts';

interface TodayWords {
  readonly title: string;
  readonly alerts: string;
  readonly noAlerts: string;
  readonly allAlerts: (n: string) => string;
  readonly quiet: string;
  readonly quietLead: string;
  readonly quietNone: string;
  readonly quietAll: string;
  readonly of: (value: string, threshold: string) => string;
  readonly nearest: string;
  readonly nothingMeasured: string;
  readonly fires: (n: string) => string;
  readonly cannot: string;
  readonly unmeasured: (n: string) => string;
  readonly indicators: string;
  readonly lately: string;
  readonly latelyLead: string;
  readonly noneLately: string;
  readonly carriers: (publishers: string, articles: string) => string;
  readonly publisher: readonly [one: string, many: string];
  readonly article: readonly [one: string, many: string];
  readonly last: string;
  readonly allCascades: (n: string) => string;
  readonly newest: string;
  readonly undated: string;
  readonly desk: (articles: string, outlets: string) => string;
  readonly empty: {
    readonly title: string;
    readonly lead: string;
    readonly steps: readonly { readonly command: string; readonly does: string }[];
  };
}

const COMMANDS = [
  'npx atalaya demo',
  'npx atalaya ingest articles.jsonl',
  'npx atalaya watch watch.yaml',
] as const;

export const WORDS: Record<ConsoleLanguage, TodayWords> = {
  en: {
    title: 'Today',
    alerts: 'Alerts',
    noAlerts: 'No open alert. The quiet indicators say how far each is from firing.',
    allAlerts: (n) => `All ${n} open alerts`,
    quiet: 'Quiet indicators',
    quietLead: 'How far the nearest case of each is from firing.',
    quietNone: 'No indicator has been measured yet: run npx atalaya warn.',
    quietAll: 'Every case that was measured fires; none is quiet.',
    of: (value, threshold) => `${value} of ${threshold}`,
    nearest: 'nearest:',
    nothingMeasured: 'nothing met',
    fires: (n) => `${n} firing`,
    cannot: 'cannot be measured:',
    unmeasured: (n) => `${n} cannot be measured`,
    indicators: 'All indicators',
    lately: 'Repeated lately',
    latelyLead: 'Passages in the articles kept last that other publishers carry, too.',
    noneLately: 'Nothing in the articles kept last is shared between publishers.',
    carriers: (publishers, articles) => `${publishers}, ${articles}`,
    publisher: ['publisher', 'publishers'],
    article: ['article', 'articles'],
    last: 'last',
    allCascades: (n) => `All ${n} cascades`,
    newest: 'Kept last',
    undated: 'undated',
    desk: (articles, outlets) => `${articles} of ${outlets}`,
    empty: {
      title: 'An empty desk',
      lead: 'Nothing is kept here yet. Three ways to begin, each in a terminal:',
      steps: [
        { command: COMMANDS[0], does: 'reads the bundled example, which is invented' },
        { command: COMMANDS[1], does: 'reads articles that you have in files' },
        { command: COMMANDS[2], does: 'watches the sources of a watch list' },
      ],
    },
  },
  es: {
    title: 'Hoy',
    alerts: 'Alertas',
    noAlerts: 'Ninguna alerta abierta. Los indicadores en calma dicen cuánto le falta a cada uno.',
    allAlerts: (n) => `Las ${n} alertas abiertas`,
    quiet: 'Indicadores en calma',
    quietLead: 'Cuánto le falta al caso más cercano de cada uno para dispararse.',
    quietNone: 'Aún no se ha medido ningún indicador: ejecuta npx atalaya warn.',
    quietAll: 'Todos los casos medidos se disparan; ninguno está en calma.',
    of: (value, threshold) => `${value} de ${threshold}`,
    nearest: 'lo más cercano:',
    nothingMeasured: 'nada que medir',
    fires: (n) => `${n} por encima`,
    cannot: 'no se puede medir:',
    unmeasured: (n) => `${n} que no se pueden medir`,
    indicators: 'Todos los indicadores',
    lately: 'Repetido últimamente',
    latelyLead: 'Pasajes de los últimos artículos que también publican otros medios.',
    noneLately: 'Nada de los últimos artículos se comparte entre medios.',
    carriers: (publishers, articles) => `${publishers}, ${articles}`,
    publisher: ['editor', 'editores'],
    article: ['artículo', 'artículos'],
    last: 'último',
    allCascades: (n) => `Las ${n} cascadas`,
    newest: 'Últimas incorporaciones',
    undated: 'sin fecha',
    desk: (articles, outlets) => `${articles} de ${outlets}`,
    empty: {
      title: 'Una mesa vacía',
      lead: 'Aquí todavía no hay nada. Tres maneras de empezar, cada una en una terminal:',
      steps: [
        { command: COMMANDS[0], does: 'lee el ejemplo incluido, que es inventado' },
        { command: COMMANDS[1], does: 'lee artículos que tengas en archivos' },
        { command: COMMANDS[2], does: 'vigila las fuentes de una lista' },
      ],
    },
  },
};
