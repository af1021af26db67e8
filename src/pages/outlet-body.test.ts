import { describe, expect, it } from 'vitest';
import type { CascadeId } from '../domain/ids.ts';
import { RELIABILITIES } from '../domain/judgement.ts';
import type { NetworkNode, NetworkView } from '../domain/network-views.ts';
import { RELIABILITY_WORDS } from '../export/judgement-wording.ts';
import { markupText } from '../export/markup.ts';
import { englishIn } from './english.fixture.ts';
import { markupFaults } from './markup-check.fixture.ts';
import { type OutletShown, outletBody } from './outlet-body.ts';
import type { ConsoleLanguage } from './page.ts';
import { WORDS } from './words/outlets.ts';

const node = (publisher: string): NetworkNode => ({
  ...{ publisher, name: undefined, affiliation: 'unknown', countries: [], sources: [] },
  ...{ articles: 3, reprints: 1, reprinted: 2 },
});

const network: NetworkView = {
  nodes: [node('radio.example'), node('daily.example')],
  edges: [
    {
      ...{ earlier: 'radio.example', later: 'daily.example', reprints: 4, credited: 1, dropped: 3 },
      ...{ lag: { min: 3_600_000, max: 90_000_000 }, example: '0123456789abcdef' as CascadeId },
    },
  ],
  ...{ total: { publishers: 90, edges: 700, reprints: 2000 }, shown: 4, countries: [] },
  stale: false,
};

const none = { count: 1, n: 3 };
const shown: OutletShown = {
  domain: 'radio.example',
  isJudged: true,
  outlet: {
    outlet: 'radio.example',
    facts: [
      {
        domain: 'radio.example',
        affiliation: 'state-controlled',
        country: 'RU',
        owner: 'Grupo Astral',
        labels: ['reporting: high'],
        source: { name: 'Lista inventada', date: '2024' },
      },
    ],
    profile: {
      ...{ publisher: 'radio.example', articles: 12, carried: 9, earliest: 2, reprints: 4 },
      ...{ ownCopies: 1, from: [], by: [], lag: { min: 3_600_000, max: 90_000_000 } },
      copyTypes: { verbatim: 4, edited: 0, cut: 0, paraphrased: 0, translated: 0 },
      credits: {
        dropped: { count: 6, n: 12, rate: { share: 0.5, low: 0.25, high: 0.75 } },
        unknown: 0,
      },
      refuted: { before: none, later: none, unordered: none },
      corrected: { said: none, silently: none },
      stances: {
        amplifies: none,
        counts: { repeats: 3, attributes: 0, hedges: 0, doubts: 0, debunks: 0 },
      },
    },
    reliability: {
      grade: 'C',
      reasons: [
        {
          en: 'Lista inventada, 2024 states of radio.example: state-controlled.',
          es: 'Lista inventada, 2024 dice de radio.example: controlado por un Estado.',
        },
      ],
    },
  },
  network,
  cascades: { total: 0, offset: 0, sort: 'newest', cascades: [], stale: false },
};

const body = (language: ConsoleLanguage, more: Partial<OutletShown> = {}): string =>
  markupText(outletBody({ ...shown, ...more }, language));

describe('outletBody', () => {
  it('is sound in both languages', () => {
    for (const language of ['en', 'es'] as const) {
      expect(markupFaults(`<main>${body(language)}</main>`, false)).toEqual([]);
    }
  });

  it('holds no English of ours where the console is Spanish', () => {
    for (const isJudged of [true, false]) {
      expect(englishIn(body('es', { isJudged }))).toEqual([]);
    }
    expect(body('es')).not.toContain('lang="en"');
    expect(body('es')).not.toContain('inglés');
    expect(englishIn(body('en')).length).toBeGreaterThan(10);
  });

  it('gives the grade and its reasons in the language of the console', () => {
    expect(body('es')).toContain('C <small>bastante fiable</small>');
    expect(body('es')).toContain(
      '<li>Lista inventada, 2024 dice de radio.example: controlado por un Estado.</li>',
    );
    expect(body('en')).toContain('C <small>fairly reliable</small>');
    expect(body('en')).toContain('<li>Lista inventada, 2024 states of radio.example: state-');
    for (const grade of RELIABILITIES) {
      expect(WORDS.es.grades[grade]).not.toBe(RELIABILITY_WORDS[grade]);
    }
  });
});
