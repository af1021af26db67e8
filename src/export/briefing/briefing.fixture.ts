/** Invented facts for the tests of briefings. Every state, outlet, person, text and date in them is made up. */
import type { AlertView } from '../../domain/alert-views.ts';
import type { Alert, EvidenceRef, Finding, Indicator } from '../../domain/alerts.ts';
import type { BriefingFacts } from '../../domain/briefing.ts';
import type { AlertId, CheckId } from '../../domain/ids.ts';
import type { CarrierView, CheckView, ClaimJudgedView } from '../../domain/judgement-views.ts';
import type { SaidView } from '../../domain/reading-views.ts';
import type { ArticleView, CascadeView } from '../../domain/views.ts';
import { alike } from '../../domain/worded.ts';
import {
  article,
  cascade,
  dayOf,
  earliest,
  echo,
  minuteAt,
  passage,
  pierCascade,
  START,
} from '../invented.fixture.ts';
import { DAY, HOUR } from '../moments.ts';
import { presence } from './presence.fixture.ts';

export const PIER = pierCascade();
const COURIER = PIER.echoes[0]!.article;
const PUENTE = PIER.echoes[3]!.article;

export function indicator(more: Partial<Indicator> = {}): Indicator {
  return {
    id: 'state-media-unattributed',
    measure: 'state-pickup',
    title: {
      en: 'State media carried without a source',
      es: 'Medios estatales llevados sin fuente',
    },
    why: { en: 'Readers cannot tell whose words these are.', es: 'No se sabe de quién son.' },
    severity: 'high',
    threshold: 2,
    lookBackDays: 30,
    windowDays: 3,
    baselineDays: 0,
    rivals: [
      { en: 'both took it from an agency', es: 'ambos lo tomaron de una agencia' },
      { en: 'a credit in a caption', es: 'un crédito en un pie de foto' },
    ],
    clears: [{ en: 'an earlier article of the host', es: 'un artículo anterior del país' }],
    enabled: true,
    ...more,
  };
}

const WORDS = 'Nadie consultó a los trabajadores del puerto.';
const PASSAGE: EvidenceRef = {
  kind: 'passage',
  article: PUENTE.id,
  span: { begin: 0, end: WORDS.length },
};
const CHECKED: EvidenceRef = { kind: 'check', check: '00000000000000c1' as CheckId };

export function alert(more: Partial<Alert> = {}): Alert {
  const findings: readonly Finding[] = [
    {
      code: 'state-outlet-earliest',
      figures: { outlet: 'Bay Courier', state: 'XV' },
      refs: [{ kind: 'cascade', cascade: PIER.id }],
    },
    { code: 'picked-up-unattributed', figures: { publishers: 3, days: 2 }, refs: [PASSAGE] },
    {
      code: 'claim-debunked',
      figures: { checker: 'Verifica Bahía', verdict: 'Bulo' },
      refs: [CHECKED],
    },
  ];
  return {
    id: 'a1a1a1a1a1a1a1a1' as AlertId,
    indicator: 'state-media-unattributed',
    measure: 'state-pickup',
    unit: `cascade:${PIER.id}`,
    subject: 'Nobody asked the port workers',
    value: 3,
    at: START,
    findings,
    counter: [{ code: 'some-attribute', figures: { publishers: 2 }, refs: [] }],
    confidence: 'very likely',
    severity: 'high',
    threshold: 2,
    raisedAt: START,
    measuredAt: START + DAY,
    state: 'new',
    assignee: undefined,
    closed: undefined,
    stands: true,
    version: '0.1.0',
    indicatorDigest: 'd'.repeat(64),
    ...more,
  };
}

export function alertView(more: Partial<Alert> = {}): AlertView {
  return {
    alert: alert(more),
    indicator: indicator(),
    events: [],
    passages: [
      {
        ref: PASSAGE,
        quote: WORDS,
        language: 'es',
        article: { article: PUENTE.id, outlet: PUENTE.outlet },
        label: PUENTE.title,
      },
      { ref: CHECKED, label: 'Verifica Bahía: Nadie preguntó a los portuarios' },
      { ref: { kind: 'cascade', cascade: PIER.id }, label: PIER.title },
    ],
  };
}

export function check(more: Partial<CheckView> = {}): CheckView {
  return {
    id: '00000000000000c1' as CheckId,
    claim: 'Nadie preguntó a los portuarios antes de arrendar el muelle',
    title: 'No es cierto que nadie preguntara a los portuarios',
    language: 'es',
    url: 'https://verifica-bahia.example/2024/09/portuarios',
    checker: 'Verifica Bahía',
    checked: dayOf(START - 2 * DAY),
    rating: 'Bulo',
    appearances: [],
    outlets: [],
    verdict: 'false',
    registered: false,
    confidence: 0.82,
    capture: { digest: 'c'.repeat(64), origin: 'file:/somewhere/checks.jsonl#1' },
    ...more,
  };
}

export function carrier(of: ArticleView, more: Partial<CarrierView> = {}): CarrierView {
  const text = 'Nobody asked the port workers before the pier was leased.';
  return {
    article: of,
    passages: [{ span: { begin: 10, end: 10 + text.length }, text, hiddenWords: 0 }],
    confidence: 0.9,
    sure: true,
    stance: { stance: 'repeats', amplifies: true, evidence: [] },
    debunked: {
      article: of.id,
      check: '00000000000000c1' as CheckId,
      days: { min: 1, max: 2 },
    },
    ...more,
  };
}

export function judged(more: Partial<ClaimJudgedView> = {}): ClaimJudgedView {
  const text = 'the contract runs for ninety years';
  const other = 'the contract runs for 30 years';
  return {
    claim: 'Nobody asked the port workers before the pier was leased.',
    checks: [check()],
    carriers: [
      carrier(COURIER),
      carrier(PUENTE, { debunked: undefined }),
      carrier(PIER.echoes[7]!.article, {
        stance: { stance: 'doubts', amplifies: false, evidence: [] },
      }),
    ],
    ladder: PIER.ladder,
    conflicts: [
      {
        kind: 'figure',
        subject: { en: 'the length of the lease', es: 'la duración del contrato' },
        sides: [
          { value: 'ninety', text, of: COURIER },
          { value: '30', text: other, of: PUENTE },
        ].map((side) => ({
          value: alike(side.value),
          evidence: [
            {
              article: side.of.id,
              outlet: side.of.outlet,
              span: { begin: 90, end: 90 + side.text.length },
              text: side.text,
              hiddenWords: 0,
            },
          ],
          checks: [],
        })),
      },
    ],
    credibility: {
      grade: 4,
      reasons: [{ en: 'A fact-check refutes it.', es: 'Una verificación la desmiente.' }],
    },
    ...more,
  };
}

export function said(): SaidView {
  const content = 'Nobody asked us before the pier was leased';
  const at = (text: string, begin: number) => ({
    text,
    span: { begin, end: begin + text.length },
  });
  return {
    article: COURIER,
    reader: 'builtin@1',
    statement: {
      source: { ...at('Ana Lund', 60), form: 'named', entity: 'person:ana lund', name: 'Ana Lund' },
      role: { ...at('head of the port union', 70), former: false },
      cue: { ...at('said', 56), polarity: 'says' },
      content: [{ ...at(content, 12), hiddenWords: 0 }],
      mode: 'direct',
      venue: undefined,
      uttered: { ...at('on Sunday', 95), value: '2024-09-22' },
      via: [],
      within: undefined,
    },
  };
}

/** Another cascade, whose order is open. */
function openCascade(): CascadeView {
  const first = article('North Quay Post', { published: dayOf(START) });
  const second = article('Faro del Sur', {
    published: dayOf(START + 2 * HOUR),
    language: 'es',
    title: 'El faro se apaga, dice un texto inventado',
  });
  const third = article('Вестник Залива', {
    published: minuteAt(START + 2 * DAY),
    language: 'ru',
    title: 'Маяк гаснет, пишет вымышленное издание',
  });
  const last = echo(third, second, {
    copyType: 'translated',
    credit: 'dropped',
    passages: [
      passage('', {
        from: { span: { begin: 0, end: 22 }, text: 'El faro se apaga el lunes.' },
        to: { span: { begin: 4, end: 30 }, text: 'Маяк гаснет в понедельник.' },
      }),
    ],
    alterations: [{ kind: 'figure-changed', from: '40 boats', to: '400 boats' }],
  });
  return cascade('lighthouse', [earliest(first), earliest(second), last]);
}

export function facts(more: Partial<BriefingFacts> = {}): BriefingFacts {
  const row = {
    id: PIER.id,
    title: PIER.title,
    language: 'en',
    outlet: COURIER.outlet,
    established: true,
    articles: PIER.articles,
    reach: PIER.reach,
    droppedCredits: PIER.droppedCredits,
    times: [],
  };
  return {
    title: 'Valdoria in Sablera (invented)',
    host: 'XS',
    sponsors: ['XV'],
    period: { first: '2024-09-16', last: '2024-09-30' },
    version: '0.1.0',
    articles: 1412,
    outlets: 31,
    undated: 4,
    languages: [
      { language: 'es', articles: 1200 },
      { language: 'en', articles: 212 },
    ],
    coverage: { kind: 'watch', sources: 40, speaking: 35, silent: 2, blocked: 2, waiting: 1 },
    gaps: [
      { source: 'Sablera Gazette', why: 'silent' },
      { source: 'Radio Lejana', why: 'dead' },
    ],
    refused: { 'no-text': 7, 'broken-json': 1 },
    alerts: [
      alertView(),
      alertView({
        id: 'b2b2b2b2b2b2b2b2' as AlertId,
        indicator: 'burst',
        measure: 'burst',
        subject: 'XV in XS',
        value: 4.6,
        severity: 'medium',
        confidence: 'likely',
        state: 'acknowledged',
        findings: [
          { code: 'articles-now', figures: { articles: 41, day: '2024-09-24' }, refs: [] },
        ],
        counter: [],
      }),
    ],
    readings: [
      {
        indicator: 'source-silent',
        measure: 'source-silent',
        threshold: 3,
        units: 40,
        firing: 0,
        nearest: { unit: 'source:x', subject: 'Sablera Gazette', value: 2.4 },
        cannot: undefined,
        measuredAt: START,
      },
      {
        indicator: 'displacement',
        measure: 'displacement',
        threshold: 5,
        units: 0,
        firing: 0,
        nearest: undefined,
        cannot: 'no expulsions are in the ledger',
        measuredAt: START,
      },
    ],
    cascades: [PIER, openCascade()],
    cascadesTotal: 19,
    claims: [{ cascade: row, judged: judged() }],
    presence: [presence()],
    said: [said()],
    ...more,
  };
}

/** A desk on which nothing was found. */
export function emptyFacts(): BriefingFacts {
  return facts({
    articles: 0,
    outlets: 0,
    undated: 0,
    languages: [],
    coverage: { kind: 'files', items: 0, articles: 0, unread: 0 },
    gaps: [],
    refused: {},
    alerts: [],
    readings: [],
    cascades: [],
    cascadesTotal: 0,
    claims: [],
    presence: [],
    said: [],
  });
}
