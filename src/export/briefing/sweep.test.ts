/** Every word for every closed union passes the gate: a template must not write what it may not say. */
import { describe, expect, test } from 'vitest';
import {
  ALERT_STATES,
  CLOSE_REASONS,
  FINDINGS,
  MEASURES,
  SEVERITIES,
} from '../../domain/alerts.ts';
import { BRIEFING_LANGUAGES, type BriefingFacts } from '../../domain/briefing.ts';
import { VERDICTS } from '../../domain/checks.ts';
import { CONFLICT_KINDS, CREDIBILITIES, ECHO_STANCES, ESTIMATES } from '../../domain/judgement.ts';
import { REFUSAL_KINDS } from '../../domain/outcome.ts';
import {
  CUE_POLARITIES,
  type PresenceMeasure,
  type PresenceScope,
  type PresenceUnit,
} from '../../domain/reading.ts';
import { ALTERATION_KINDS, COPY_TYPES, PARENT_REASONS } from '../../domain/trace.ts';
import { alertView, carrier, check, facts, judged, PIER, said } from './briefing.fixture.ts';
import { composeBriefing } from './compose.ts';
import { entry, presence } from './presence.fixture.ts';

const FIGURES = {
  outlet: 'Bay Courier',
  state: 'XV',
  host: 'XS',
  checker: 'Verifica Bahía',
  verdict: 'Bulo',
  speaker: 'Ana Lund',
  office: 'Harbour Master',
  unit: 'diplomats',
  day: '2024-09-23',
  from: '1–2',
  to: 'at least 9',
  usual: 2.5,
  least: 60,
  most: 75,
  publishers: 3,
  days: 1412,
  articles: 1,
  readings: 2,
  of: 4,
  people: '20–36',
  places: 9,
  warnings: 7,
  percent: 59,
  utterances: 2,
};

function claimOf(more: Parameters<typeof judged>[0]): Partial<BriefingFacts> {
  return { claims: facts().claims.map((one) => ({ ...one, judged: judged(more) })) };
}

function levelOf(unit: PresenceUnit, scope: PresenceScope, measure: PresenceMeasure) {
  const [series] = presence().series;
  return { presence: [presence({ series: [{ ...series!, unit, scope, measure }] })] };
}

const [COURIER] = PIER.echoes;
const ECHO = PIER.echoes[2]!;
const SAID = said();

const VARIANTS: readonly (readonly [string, Partial<BriefingFacts>])[] = [
  ...FINDINGS.map((code) => {
    const findings = [{ code, figures: FIGURES, refs: [] }];
    return [code, { alerts: [alertView({ findings, counter: findings })] }] as const;
  }),
  ...MEASURES.flatMap((measure) =>
    [1, 2.5, 12_345].map(
      (value) => [measure, { alerts: [alertView({ measure, value })] }] as const,
    ),
  ),
  ...ESTIMATES.map((confidence) => [confidence, { alerts: [alertView({ confidence })] }] as const),
  ...SEVERITIES.map((severity) => [severity, { alerts: [alertView({ severity })] }] as const),
  ...ALERT_STATES.map((state) => [state, { alerts: [alertView({ state })] }] as const),
  ...CLOSE_REASONS.map(
    (closed) => [closed, { alerts: [alertView({ state: 'closed', closed })] }] as const,
  ),
  ...VERDICTS.map(
    (verdict) =>
      [
        verdict,
        claimOf({ checks: [check({ verdict, registered: true, list: 'EUvsDisinfo' })] }),
      ] as const,
  ),
  ...CREDIBILITIES.map(
    (grade) => [String(grade), claimOf({ credibility: { grade, reasons: [] } })] as const,
  ),
  ...ECHO_STANCES.map((stance) => {
    const stanced = { stance, amplifies: true, evidence: [] };
    return [
      stance,
      claimOf({ carriers: [carrier(COURIER!.article, { stance: stanced })] }),
    ] as const;
  }),
  ...CONFLICT_KINDS.map((kind) => {
    const conflicts = judged().conflicts.map((one) => ({ ...one, kind }));
    return [kind, claimOf({ conflicts })] as const;
  }),
  ['no check', claimOf({ checks: [], ladder: undefined })],
  ...REFUSAL_KINDS.map((kind) => [kind, { refused: { [kind]: 3 } }] as const),
  ...CUE_POLARITIES.map((polarity) => {
    const cue = { ...SAID.statement.cue!, polarity };
    return [polarity, { said: [{ ...SAID, statement: { ...SAID.statement, cue } }] }] as const;
  }),
  ...COPY_TYPES.flatMap((copyType) =>
    PARENT_REASONS.flatMap((reason) =>
      ALTERATION_KINDS.map((kind) => {
        const parent = {
          ...ECHO.parent!,
          reason,
          rivals: [{ article: ECHO.article.id, outlet: 'Faro' }],
        };
        const alterations = [{ kind, from: 'may have', to: '' }];
        const echoes = [COURIER!, { ...ECHO, copyType, parent, alterations }];
        return [copyType, { cascades: [{ ...PIER, echoes }] }] as const;
      }),
    ),
  ),
  ...(['embassy', 'consulate', 'mission', 'country', 'unstated'] as const).flatMap((scope) =>
    (
      [
        'diplomats',
        'administrative-technical',
        'staff',
        'accredited',
        'intelligence-officers',
        'posts',
        'military',
        'unstated',
      ] as const
    ).map((unit) => [`${unit} ${scope}`, levelOf(unit, scope, 'level')] as const),
  ),
  ...(['level', 'rise', 'fall', 'arrival', 'expulsion', 'recall', 'cap'] as const).map(
    (measure) => [measure, levelOf('diplomats', 'embassy', measure)] as const,
  ),
  ...(['above', 'within', 'below', 'divided', 'cannot-say'] as const).map((verdict) => {
    const { size } = presence();
    const readings = size.readings.map((one) => ({ ...one, verdict }));
    return [verdict, { presence: [presence({ size: { ...size, readings } })] }] as const;
  }),
  ...(['step', 'within-noise'] as const).flatMap((kind) =>
    (['up', 'down', 'none'] as const).map((direction) => {
      const [series] = presence().series;
      const steps = series!.steps.map((one) => ({ ...one, kind, direction }));
      return [
        `${kind} ${direction}`,
        { presence: [presence({ series: [{ ...series!, steps }] })] },
      ] as const;
    }),
  ),
  [
    'real states',
    {
      host: 'MX',
      sponsors: ['RU', 'US', 'XK', 'EU'],
      presence: [presence({ sender: 'RU', host: 'MX' })],
    },
  ],
  [
    'superseded',
    {
      presence: [
        presence({
          superseded: [
            { ...entry('e9'), measure: 'level', unit: 'staff', scope: 'embassy', by: [] },
          ],
        }),
      ],
    },
  ],
  [
    'many gaps',
    { gaps: Array.from({ length: 30 }, (_, i) => ({ source: `Radio ${i}`, why: 'HTTP 503' })) },
  ],
  ['no watch', { title: undefined, host: undefined, sponsors: [] }],
];

describe.each(BRIEFING_LANGUAGES)('all that a template can say in %s', (language) => {
  test.each(VARIANTS)('%s', (_, more) => {
    expect(composeBriefing(facts(more), language).refused).toEqual([]);
  });
});
