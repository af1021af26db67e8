/** An invented alert, its indicator and its evidence: for tests. */
import type { AlertView, IndicatorsView } from '../domain/alert-views.ts';
import type { Alert, Indicator } from '../domain/alerts.ts';
import type { AlertId, ArticleId, CascadeId, CheckId } from '../domain/ids.ts';
import type { PageRequest } from './page.ts';

export const NOW = Date.UTC(2024, 8, 24, 9, 0);
const HOUR = 3_600_000;

export const article = (n: number): ArticleId => String(n).padStart(16, '0') as ArticleId;

export const indicator: Indicator = {
  id: 'state-pickup',
  measure: 'state-pickup',
  title: {
    en: 'A state outlet’s passage without its source',
    es: 'Un pasaje de un medio estatal sin citar la fuente',
  },
  why: {
    en: 'Readers cannot know whose words they read.',
    es: 'Quien lee no puede saber de quién son las palabras.',
  },
  severity: 'high',
  threshold: 3,
  lookBackDays: 30,
  windowDays: 3,
  baselineDays: 0,
  rivals: [{ en: 'Both took it from a third.', es: 'Ambos lo tomaron de un tercero.' }],
  clears: [{ en: 'An earlier source is found.', es: 'Aparece una fuente anterior.' }],
  enabled: true,
};

export const alert: Alert = {
  id: '00000000000000aa' as AlertId,
  indicator: 'state-pickup',
  measure: 'state-pickup',
  unit: 'cascade:00000000000000cc',
  subject: 'Harbour lease <script>alert(1)</script>',
  value: 4,
  at: NOW - 3 * HOUR,
  findings: [
    {
      code: 'picked-up-unattributed',
      figures: { publishers: 4, hours: 31 },
      refs: [
        { kind: 'passage', article: article(1), span: { begin: 120, end: 180 } },
        { kind: 'cascade', cascade: '00000000000000cc' as CascadeId },
      ],
    },
  ],
  counter: [
    {
      code: 'some-debunk',
      figures: { articles: 1 },
      refs: [{ kind: 'check', check: '00000000000000dd' as CheckId }],
    },
  ],
  confidence: 'likely',
  severity: 'high',
  threshold: 3,
  raisedAt: NOW - 2 * HOUR,
  measuredAt: NOW - HOUR,
  state: 'new',
  assignee: undefined,
  closed: undefined,
  stands: true,
  version: '0.1.0',
  indicatorDigest: 'ab12',
};

export const alertView: AlertView = {
  alert,
  indicator,
  events: [{ alert: alert.id, at: alert.raisedAt, by: 'desk', action: 'raised', value: 4 }],
  passages: [
    {
      ref: { kind: 'passage', article: article(1), span: { begin: 120, end: 180 } },
      quote: 'el puerto “pasa a manos” <b>ajenas</b>',
      before: 'Según el diario,',
      after: 'dijo.',
      language: 'es',
      article: { article: article(1), outlet: 'Diario de Valdoria' },
      label: 'El puerto y sus dueños',
    },
    {
      ref: { kind: 'cascade', cascade: '00000000000000cc' as CascadeId },
      label: 'El puerto y sus dueños',
    },
    { ref: { kind: 'check', check: '00000000000000dd' as CheckId }, label: 'Is the port sold?' },
  ],
};

export const indicators: IndicatorsView = {
  indicators: [
    indicator,
    { ...indicator, id: 'burst', measure: 'burst', title: { en: 'A burst', es: 'Un pico' } },
  ],
  readings: [
    {
      indicator: 'state-pickup',
      measure: 'state-pickup',
      threshold: 3,
      units: 12,
      firing: 1,
      nearest: { unit: 'cascade:x', subject: 'A ferry', value: 2 },
      cannot: undefined,
      measuredAt: NOW,
    },
    {
      indicator: 'burst',
      measure: 'burst',
      threshold: 4,
      units: 0,
      firing: 0,
      nearest: undefined,
      cannot: 'no topic is named',
      measuredAt: NOW,
    },
  ],
};

/** What pages need of a request, as far as it is not about operations. */
export function asking(
  language: PageRequest['language'],
  role: PageRequest['person']['role'] = 'admin',
  address = '/',
): Pick<PageRequest, 'address' | 'language' | 'person' | 'query'> {
  return {
    address,
    language,
    person: { name: 'ana', role, by: 'session', csrf: 'c"1' },
    query: new URLSearchParams(address.split('?')[1] ?? ''),
  };
}
