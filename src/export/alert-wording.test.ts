import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ALERT_ACTIONS,
  ALERT_STATES,
  CLOSE_REASONS,
  FINDINGS,
  type Finding,
  type FindingCode,
  MEASURES,
  SEVERITIES,
} from '../domain/alerts.ts';
import { FACTS, indicatorOf } from '../warn/invented.fixture.ts';
import { observe } from '../warn/observe.ts';
import {
  actionWords,
  findingWords,
  measureWords,
  reasonWords,
  severityWords,
  stateWords,
} from './alert-wording.ts';

const LANGUAGES = ['en', 'es'] as const;
type Figures = Finding['figures'];

/** What the invented facts of all measures find, one a code: figures as the measures state them. */
const FOUND = new Map<FindingCode, Figures>(
  FACTS.flatMap((facts) => {
    const { findings, counter } = observe(facts, indicatorOf(facts.measure, { baselineDays: 90 }));
    return [...findings, ...counter].map(({ code, figures }) => [code, figures] as const);
  }),
);
/** Figures of codes that the invented facts do not bring about. */
const OTHERS: Partial<Record<FindingCode, Figures>> = {
  'one-story': { articles: 4 },
  'few-readings': { readings: 1 },
};
const figuresOf = (code: FindingCode): Figures => FOUND.get(code) ?? OTHERS[code]!;

const CODES = FINDINGS.flatMap((code) => LANGUAGES.map((language) => [code, language] as const));

describe('findingWords', () => {
  test('the invented facts bring about all findings but those named here', () => {
    const left = FINDINGS.filter((code) => !FOUND.has(code));
    expect(new Set(left)).toEqual(new Set(Object.keys(OTHERS)));
  });

  test.each(CODES)('%s is one sentence in %s, of whatever figures', (code, language) => {
    const known = figuresOf(code);
    const others = Object.fromEntries(
      Object.entries(known).map(([key, value]) => [
        key,
        typeof value === 'number'
          ? fc.oneof(fc.nat(), fc.integer({ min: 0, max: 2 }), fc.constant(2.5))
          : fc.stringMatching(/^[A-Za-zñ]([A-Za-z ñ]{0,20}[a-zñ])?$/),
      ]),
    );
    fc.assert(
      fc.property(fc.record(others), (figures) => {
        const sentence = findingWords({ code, figures }, language);
        expect(sentence).toMatch(/^[\p{L}\d].*[^\s.]\.$/u);
        expect(sentence).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
        for (const value of Object.values(figures)) {
          if (code === 'uttered-before' && value === figures['reason']) continue;
          if (code === 'unit-unverified') continue;
          expect(sentence).toContain(String(value));
        }
      }),
    );
  });

  test.each(CODES)('%s is told in %s of what it is told in the other', (code, language) => {
    const figures = figuresOf(code);
    const [en, es] = LANGUAGES.map((one) => findingWords({ code, figures }, one));
    expect(en).not.toBe(es);
    const numbers = (text: string): string[] => text.match(/\d+/g)?.toSorted() ?? [];
    expect(numbers(findingWords({ code, figures }, language))).toEqual(numbers(en!));
  });

  test.each([
    [
      'picked-up-unattributed',
      { publishers: 1, days: 1 },
      /^1 publisher of .* within 1 day and/,
      /^1 medio del .* en 1 día sin/,
    ],
    [
      'picked-up-unattributed',
      { publishers: 2, days: 7 },
      /^2 publishers .* 7 days/,
      /^2 medios .* 7 días/,
    ],
    [
      'repeated-after',
      { publishers: 1, days: 1 },
      /^1 publisher .* 1 day later/,
      /^1 medio la repitió .* 1 día/,
    ],
    [
      'repeated-after',
      { publishers: 3, days: 0 },
      /^3 publishers .* 0 days/,
      /^3 medios la repitieron .* 0 días/,
    ],
    [
      'carried-by',
      { publishers: 1, articles: 1 },
      / 1 publisher .* 1 article\./,
      / 1 medio, en 1 artículo\./,
    ],
    [
      'expelled-elsewhere',
      { people: 1, places: 1, unit: 'staff' },
      /1 person was .* 1 other state /,
      /1 persona fue expulsada de 1 otro Estado/,
    ],
    [
      'expelled-elsewhere',
      { people: 8, places: 2, unit: 'staff' },
      /8 people were .* 2 other states/,
      /8 personas fueron expulsadas de 2 otros Estados/,
    ],
    ['some-attribute', { publishers: 1 }, /^1 other publisher names/, /^1 otro medio nombra /],
    ['some-attribute', { publishers: 2 }, /^2 other publishers name /, /^2 otros medios nombran /],
    [
      'some-debunk',
      { articles: 1 },
      /^1 article doubts or rebuts/,
      /^1 artículo la pone en duda o la refuta\./,
    ],
    [
      'some-debunk',
      { articles: 2 },
      /^2 articles doubt or rebut/,
      /^2 artículos la ponen en duda o la refutan\./,
    ],
    ['one-story', { articles: 1 }, /^1 of them belongs/, /^1 de ellos pertenece /],
    ['one-story', { articles: 2 }, /^2 of them belong /, /^2 de ellos pertenecen /],
    ['articles-now', { articles: 1, day: '2024-01-01' }, /^1 article on/, /^1 artículo el/],
    ['few-readings', { readings: 1 }, /1 reading\./, /1 lectura\./],
  ] as const)('%s counts %o', (code, figures, en, es) => {
    expect(findingWords({ code, figures }, 'en')).toMatch(en);
    expect(findingWords({ code, figures }, 'es')).toMatch(es);
  });

  test('a speaker without an office is named alone', () => {
    const said = (office: string): string =>
      findingWords({ code: 'one-utterance', figures: { speaker: 'Ivo K', office } }, 'en');
    expect(said('')).toMatch(/ Ivo K\.$/);
    expect(said('ambassador')).toMatch(/ Ivo K \(ambassador\)\.$/);
  });

  test('an age without an upper bound says so', () => {
    const age = (most: number | string, language: 'en' | 'es'): string =>
      findingWords({ code: 'age-uncertain', figures: { least: 90, most } }, language);
    expect(age('', 'en')).toContain(': 90 or more days.');
    expect(age('', 'es')).toContain(': 90 o más días.');
    expect(age(200, 'en')).toContain(': 90–200 days.');
  });
});

describe('measureWords', () => {
  test.each(MEASURES.flatMap((one) => LANGUAGES.map((language) => [one, language] as const)))(
    '%s in %s holds its value',
    (measure, language) => {
      for (const value of [0, 1, 2, 61]) {
        const words = measureWords(measure, value, language);
        expect(words).toMatch(new RegExp(`(?:^| )${value} \\p{L}`, 'u'));
        expect(words).not.toMatch(/undefined|NaN/);
      }
    },
  );

  test('knows one from many, and writes numbers as the language does', () => {
    expect(measureWords('recycled-statement', 1, 'en')).toBe('1 day old at least');
    expect(measureWords('recycled-statement', 2, 'es')).toBe('al menos 2 días de antigüedad');
    expect(measureWords('burst', 4.25, 'en')).toMatch(/^4\.3 robust/);
    expect(measureWords('burst', 4.25, 'es')).toMatch(/^4,3 desviaciones/);
    expect(measureWords('source-silent', 12_345, 'en')).toMatch(/^12,345 times/);
  });
});

test.each([
  ['severities', SEVERITIES, severityWords],
  ['states', ALERT_STATES, stateWords],
  ['actions', ALERT_ACTIONS, actionWords],
  ['reasons', CLOSE_REASONS, reasonWords],
] as const)('%s have words of their own in both languages', (_what, known, words) => {
  for (const language of LANGUAGES) {
    const said = known.map((one) => words(one as never, language));
    expect(said.every((one) => /^\p{Ll}[\p{L} ]+$/u.test(one))).toBe(true);
    expect(new Set(said).size).toBe(known.length);
  }
});
