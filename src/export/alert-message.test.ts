import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlertView } from '../domain/alert-views.ts';
import type { Alert } from '../domain/alerts.ts';
import { raise } from '../warn/alerts.ts';
import { FACTS, indicatorOf } from '../warn/invented.fixture.ts';
import { observe } from '../warn/observe.ts';
import { alertLetter, alertMessage, digestLetter } from './alert-message.ts';

const LANGUAGES = ['en', 'es'] as const;
const DAY = Date.UTC(2024, 0, 31);
const PAGE = 'https://desk.example/alerts/1';
const sentences = [{ en: 'Something else.', es: 'Otra cosa.' }];

function viewOf(more: Partial<Alert> = {}): AlertView {
  const facts = FACTS[0]!;
  const indicator = indicatorOf(facts.measure, {
    title: { en: 'An invented title', es: 'Un título inventado' },
    rivals: sentences,
    clears: [{ en: 'A credit.', es: 'Un crédito.' }],
  });
  const { alerts } = raise({
    indicators: [indicator],
    observed: [{ indicator: indicator.id, observation: observe(facts, indicator) }],
    cannot: new Map(),
    known: new Map(),
    asOf: 0,
    now: DAY,
    version: '0.0.0',
  });
  return { alert: { ...alerts[0]!, ...more }, indicator, events: [], passages: [] };
}

/** All that would end a line, or turn it around. */
const HARMFUL = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const hostile = fc.string({
  unit: fc.constantFrom(
    ...['a', 'Ñ', '👁', ' ', '\n', '\r\n', '\t', '\0', '\u0085', '\u2028', '\u202e', '\u2066'],
    ...['Bcc: x@y.example', '- ', '"', '\\', '<b>', '\u001b[2J'],
  ),
  maxLength: 60,
});

describe('alertLetter', () => {
  test('says all in the language that is asked for', () => {
    expect(alertLetter(viewOf(), 'es', PAGE)).toEqual({
      subject: 'Alerta (media): Un título inventado – Invented headline',
      text: [
        'Un título inventado',
        'Invented headline',
        '',
        'A favor:',
        '- Lo más temprano que se ha visto es de Radio Valdoria, que consta como medio del Estado XV.',
        '- 2 medios del país anfitrión lo llevaron en 7 días sin nombrar la fuente.',
        '',
        'En contra:',
        '- 1 otro medio nombra de dónde viene.',
        '- No está establecido que Radio Valdoria fuera el primero: otra casa pudo adelantarse.',
        '',
        'Qué más se vería igual:',
        '- Otra cosa.',
        '',
        'Qué la despejaría:',
        '- Un crédito.',
        '',
        `Todo al respecto: ${PAGE}`,
        '',
        'Es un indicio, no una conclusión. Se apoya en fuentes públicas que esta mesa lee.',
        '',
      ].join('\n'),
    });
  });

  test('without page, counter-evidence and indicator leaves their heads out', () => {
    const { text, subject } = alertLetter(
      { ...viewOf({ counter: [] }), indicator: undefined },
      'en',
      undefined,
    );
    expect(subject).toBe('Alert (medium): invented-state-pickup – Invented headline');
    expect(text).not.toMatch(/against|same|clear it|The whole/);
  });

  test('a long subject is cut, between characters', () => {
    const { subject } = alertLetter(viewOf({ subject: '👁'.repeat(500) }), 'en', PAGE);
    expect([...subject]).toHaveLength(120);
    expect(subject.endsWith('👁…')).toBe(true);
    expect(subject.isWellFormed()).toBe(true);
  });

  test.each(LANGUAGES)('no foreign text makes a line of its own in %s', (language) => {
    const plain = alertLetter(viewOf(), language, PAGE).text.split('\n').length;
    fc.assert(
      fc.property(hostile, hostile, (subject, outlet) => {
        const findings = viewOf().alert.findings.map((one) => ({
          ...one,
          figures: { ...one.figures, ...('outlet' in one.figures && { outlet }) },
        }));
        const letter = alertLetter(viewOf({ subject, findings }), language, PAGE);
        expect(letter.subject).not.toMatch(HARMFUL);
        const lines = letter.text.split('\n');
        expect(lines).toHaveLength(plain);
        expect(lines.find((line) => HARMFUL.test(line))).toBeUndefined();
      }),
    );
  });
});

describe('digestLetter', () => {
  const digest = (views: readonly AlertView[], language: 'en' | 'es') =>
    digestLetter(views, DAY, language, () => PAGE);

  test('of no alert says so', () => {
    const { subject, text } = digest([], 'en');
    expect(subject).toBe('Atalaya, 31 Jan 2024: 0 alerts');
    expect(text).toMatch(/^Nothing rose above its threshold\.\n\nA lead, not a finding\./);
    expect(digest([], 'es').subject).toBe('Atalaya, 31 ene 2024: 0 alertas');
    expect(digest([], 'es').text).toMatch(/^Nada superó su umbral\.\n/);
  });

  test('of one and of several, each whole, in the order given', () => {
    expect(digest([viewOf()], 'en').subject).toMatch(/: 1 alert$/);
    expect(digest([viewOf()], 'es').subject).toMatch(/: 1 alerta$/);
    const views = ['First', 'Second', 'Third'].map((subject) => viewOf({ subject }));
    const { subject, text } = digest(views, 'es');
    expect(subject).toMatch(/: 3 alertas$/);
    const parts = text.split('— — —');
    expect(parts).toHaveLength(3);
    expect(parts.map((part) => /First|Second|Third/.exec(part)?.[0])).toEqual([
      'First',
      'Second',
      'Third',
    ]);
    expect(text.match(new RegExp(PAGE, 'g'))).toHaveLength(3);
  });
});

describe('alertMessage', () => {
  test('is JSON with the alert, its sentences and its page', () => {
    const view = viewOf();
    const message = JSON.parse(alertMessage(view, PAGE));
    expect(message).toMatchObject({
      type: 'alert',
      alert: { id: view.alert.id, value: 2, unit: 'cascade:c1' },
      title: 'An invented title',
      page: PAGE,
      sentences: {
        for: [/^The earliest seen/, /^2 publishers/].map((one) => expect.stringMatching(one)),
        against: [/^1 other/, /^It is not/].map((one) => expect.stringMatching(one)),
      },
      passages: [],
    });
    expect('page' in JSON.parse(alertMessage(view, undefined))).toBe(false);
  });

  test('gives any foreign text back as it is', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (subject) => {
        expect(JSON.parse(alertMessage(viewOf({ subject }), PAGE)).alert.subject).toBe(subject);
      }),
    );
  });
});
