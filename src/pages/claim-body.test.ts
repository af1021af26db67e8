import { describe, expect, it } from 'vitest';
import type { ClaimJudgedView, ConflictView } from '../domain/judgement-views.ts';
import { pierCascade } from '../export/invented.fixture.ts';
import { markupText } from '../export/markup.ts';
import { claimBody } from './claim-body.ts';
import { markupFaults } from './markup-check.fixture.ts';
import type { ConsoleLanguage } from './page.ts';

const { ladder, echoes } = pierCascade();
const evidence = ladder!.rungs[2]!.merges[1]!.evidence;

const conflict: ConflictView = {
  kind: 'figure',
  subject: 'pier',
  sides: [
    { value: 'ninety', evidence: [evidence[0]!], checks: [] },
    { value: 'noventa', evidence: [evidence[1]!], checks: [] },
  ],
};

const judged: ClaimJudgedView = {
  claim: 'Nobody asked the port workers',
  checks: [],
  carriers: echoes.map(({ article }) => ({
    article,
    passages: [],
    confidence: undefined,
    sure: true,
    stance: { stance: 'repeats', amplifies: false, evidence: [] },
    debunked: undefined,
  })),
  ladder,
  conflicts: [conflict],
  credibility: { grade: 6, reasons: ['nothing bears it out'] },
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

  it('marks as English what the desk keeps in English, and nothing around it', () => {
    expect(body('es')).toContain('<li><span lang="en">nothing bears it out</span></li>');
    expect(body('es')).not.toContain('<div lang="en">');
  });

  it('is sound in both languages', () => {
    for (const language of ['en', 'es'] as const) {
      expect(markupFaults(`<h1>x</h1>${body(language)}`, false)).toEqual([]);
    }
  });
});
