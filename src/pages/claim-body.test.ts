import { describe, expect, it } from 'vitest';
import type { ClaimJudgedView, ConflictView } from '../domain/judgement-views.ts';
import { alike } from '../domain/worded.ts';
import { markupText } from '../export/markup.ts';
import { claimBody } from './claim-body.ts';
import { englishIn, pier } from './english.fixture.ts';
import { markupFaults } from './markup-check.fixture.ts';
import type { ConsoleLanguage } from './page.ts';

const { ladder, echoes, earliest } = pier();
const evidence = ladder!.rungs[2]!.merges[1]!.evidence;

const conflict: ConflictView = {
  kind: 'figure',
  subject: { en: 'figure in a passage that was passed on', es: 'cifra de un pasaje transmitido' },
  sides: [
    { value: alike('90'), evidence: [evidence[0]!], checks: [] },
    { value: { en: 'at least 93', es: 'al menos 93' }, evidence: [evidence[1]!], checks: [] },
  ],
};

const NOTHING = {
  en: 'There is nothing to compare it with.',
  es: 'No hay nada con lo que compararla.',
};

const judged: ClaimJudgedView = {
  claim: 'Nobody asked the port workers',
  checks: [],
  carriers: [...earliest, ...echoes.map(({ article }) => article)].map((article) => ({
    article,
    passages: [],
    confidence: undefined,
    sure: true,
    stance: { stance: 'repeats', amplifies: false, evidence: [] },
    debunked: undefined,
  })),
  ladder,
  conflicts: [conflict],
  credibility: { grade: 6, reasons: [NOTHING] },
};

const body = (language: ConsoleLanguage): string =>
  markupText(claimBody({ factChecks: 3, answer: { kind: 'text', judged } }, language));

describe('claimBody', () => {
  it('words the ladder and the passages in the language of the console', () => {
    for (const words of [
      'Independencia: 4 artículos → de 2 a 3 medios',
      'lo mismo, contado con otras palabras, quizá',
      'caracteres 10–53</a> <span class="quote">«<bdi lang="en">The port workers say',
      '«<bdi>Nadie consultó a los trabajadores del puerto.</bdi>»',
    ]) {
      expect(body('es')).toContain(words);
      expect(body('en')).not.toContain(words);
    }
    expect(body('en')).toContain('Independence: 4 articles → 2 to 3 publishers');
    expect(body('en')).toContain('“<bdi lang="es">Nadie consultó');
  });

  it('says reasons and conflicts in the language of the console, and nothing in another', () => {
    for (const words of [
      '<li>No hay nada con lo que compararla.</li>',
      'cifra de un pasaje transmitido',
      'al menos 93',
    ]) {
      expect(body('es')).toContain(words);
      expect(body('en')).not.toContain(words);
    }
    expect(body('en')).toContain('<li>There is nothing to compare it with.</li>');
    expect(englishIn(body('es'))).toEqual([]);
    expect(englishIn(body('en')).length).toBeGreaterThan(10);
  });

  it('is sound in both languages', () => {
    for (const language of ['en', 'es'] as const) {
      expect(markupFaults(`<h1>x</h1>${body(language)}`, false)).toEqual([]);
    }
  });
});
