import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { MERGE_REASONS, type MergeReason } from '../domain/judgement.ts';
import { pierCascade } from './invented.fixture.ts';
import { MERGE_WORDS } from './judgement-wording.ts';
import { ladderMarkup } from './ladder.ts';
import { markupText } from './markup.ts';
import type { Shown } from './place.ts';
import { SPANISH_MERGES } from './spanish-words.ts';

const LADDER = pierCascade().ladder!;

function drawn(
  ladder: typeof LADDER | undefined,
  shown: Shown = {},
): ReturnType<typeof parseHTML>['document'] {
  const markup = ladderMarkup(ladder, shown);
  return parseHTML(
    `<html><body><main>${markup === undefined ? '' : markupText(markup)}</main></body></html>`,
  ).document;
}

describe('ladderMarkup', () => {
  it('says the bounds of every rung in one line', () => {
    expect(drawn(LADDER).querySelector('summary')?.textContent).toBe(
      'Independence: 4 articles → 2 to 3 publishers → 1 to 2 newsrooms or agencies → 1 first utterance',
    );
  });

  it('draws what is sure solid, and what is perhaps more in outline behind it', () => {
    const page = drawn(LADDER);
    expect(page.querySelectorAll('.rungs .sure')).toHaveLength(4);
    expect(page.querySelectorAll('.rungs .perhaps')).toHaveLength(2);
    const width = (selector: string): number =>
      Number(page.querySelector(selector)?.getAttribute('width'));
    expect(width('.rungs .perhaps')).toBeGreaterThan(width('.rungs .sure:nth-of-type(3)'));
  });

  it('shows each step with its reason, its passages and whether it is sure', () => {
    const text = drawn(LADDER).body.textContent ?? '';
    expect(text).toContain('Bay Holding, by its imprint');
    expect(text.match(/, perhaps/g)).toHaveLength(2);
    expect(text).toContain('“Nadie consultó a los trabajadores del puerto.”');
    expect(text).toContain('characters 10–53');
  });

  it('draws circular reporting as a ring with an arrow for each step', () => {
    const page = drawn(LADDER);
    expect(page.querySelectorAll('.ring-of .head')).toHaveLength(2);
    expect(page.querySelector('.circle')?.textContent).toContain('as the Mirror reports');
  });

  it('draws no ring of more than eight, and counts what it does not list', () => {
    const [step] = LADDER.circles[0]!.steps;
    const wide = { steps: Array.from({ length: 9 }, () => step!) };
    const merges = Array.from({ length: 15 }, () => LADDER.rungs[2]!.merges[0]!);
    const rungs = LADDER.rungs.map((rung) => ({ ...rung, merges }));
    const page = drawn({ ...LADDER, circles: [wide], rungs });
    expect(page.querySelector('.ring-of')).toBeNull();
    expect(page.querySelectorAll('.circle li')).toHaveLength(9);
    expect(page.body.textContent).toContain('and 3 more');
  });

  it('is worded in Spanish, from the bounds to the steps and the circle', () => {
    const page = drawn(LADDER, { language: 'es' });
    expect(page.querySelector('summary')?.textContent).toBe(
      'Independencia: 4 artículos → de 2 a 3 medios → de 1 a 2 redacciones o agencias → 1 declaración primera',
    );
    expect(page.querySelector('.rungs')?.getAttribute('aria-label')).toBe(
      '4 artículos, de 2 a 3 medios, de 1 a 2 redacciones o agencias, 1 declaración primera',
    );
    expect(page.querySelector('.rungs text:last-child')?.textContent).toBe('1 declaración primera');
    expect(page.querySelector('h3')?.textContent).toBe('de 2 a 3 medios');
    expect(page.querySelector('figcaption')?.textContent).toBe(
      'En círculo: cada medio cita al siguiente',
    );
    expect(page.querySelector('.ring-of')?.getAttribute('aria-label')).toBe(
      'Bay Courier cita a The Evening Mirror of the Lower Bay cita a Bay Courier',
    );
    const text = page.body.textContent ?? '';
    for (const words of [
      'Todos los caminos llevan a una sola declaración: the crane driver',
      'Bay Courier = Bay Courier Weekend: ediciones bajo un mismo dominio',
      'una lista da un mismo propietario para ambos (Bay Holding, según su pie de imprenta), quizá',
      'lo mismo, contado con otras palabras, quizá',
      'las mismas palabras, citadas de una misma voz',
      'caracteres 10–53 «The port workers',
      'Bay Courier cita a The Evening Mirror of the Lower Bay caracteres 10–31 «as the Mirror',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('says the language of what stays English in a Spanish page', () => {
    const page = drawn(LADDER, { language: 'es', languageOf: () => 'en' });
    const english = [...page.querySelectorAll('bdi[lang="en"]')].map((one) => one.textContent);
    expect(english).toContain('The port workers say that nobody asked them');
    expect(english).toContain('as the Mirror reports');
    expect(drawn(LADDER).querySelector('[lang]')).toBeNull();
  });

  it('has Spanish words for every step, and counts the rest in Spanish', () => {
    const step = LADDER.rungs[1]!.merges[0]!;
    const merges = MERGE_REASONS.map((reason) => ({ ...step, reason }));
    const rungs = [{ ...LADDER.rungs[1]!, merges }];
    for (const [reason, words] of Object.entries(SPANISH_MERGES)) {
      expect(words).not.toBe(MERGE_WORDS[reason as MergeReason]);
    }
    const page = drawn({ ...LADDER, rungs }, { language: 'es' });
    expect(page.body.textContent).toContain('un pasaje largo de uno, traducido frase por frase');
    expect(page.querySelector('.changes > li.dim')?.textContent).toBe('y 1 más');
  });

  it('leaves nothing where there is no ladder', () => {
    expect(drawn(undefined).querySelector('main')?.innerHTML).toBe('');
  });
});
