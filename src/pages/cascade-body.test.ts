import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { markupText } from '../export/markup.ts';
import { cascadeBody } from './cascade-body.ts';
import { englishIn, pier } from './english.fixture.ts';
import { alert } from './invented-alert.fixture.ts';
import { markupFaults } from './markup-check.fixture.ts';
import type { ConsoleLanguage } from './page.ts';

const body = (language: ConsoleLanguage): string =>
  markupText(cascadeBody(pier(), [{ alert, title: 'Un título' }], language));

describe('cascadeBody', () => {
  it('is sound in both languages', () => {
    for (const language of ['en', 'es'] as const) {
      expect(markupFaults(`<main>${body(language)}</main>`, false)).toEqual([]);
    }
  });

  it('holds no English of ours where the console is Spanish', () => {
    expect(englishIn(body('es'))).toEqual([]);
    expect(englishIn(body('en')).length).toBeGreaterThan(40);
    expect(body('es')).not.toContain('Esta parte está en inglés');
  });

  it('says every part in Spanish', () => {
    const text = parseHTML(`<html><body>${body('es')}</body></html>`).document.body.textContent;
    for (const words of [
      'La más antigua vista: Bay Courier',
      'hora UTC',
      '3 de 8 miembros citan como fuente a Bay Wire',
      'Independencia: 4 artículos',
      'En círculo: cada medio cita al siguiente',
      'Antecesor probable (una pista)',
      'junto a Bay Courier: 1 pasaje',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('says the language of what it quotes, and leads to its passage', () => {
    expect(body('es')).toContain(
      '«<bdi lang="en">The port workers say that nobody asked them</bdi>»',
    );
    expect(body('es')).toContain('Palabras omitidas (5): <bdi lang="en">before, the, pier');
    expect(body('en')).toContain(
      '“<bdi lang="es">Nadie consultó a los trabajadores del puerto.</bdi>”',
    );
    expect(body('es')).toMatch(
      /<a class="place" href="\/articles\/[0-9a-f]{16}\?at=10-53#s10-53">/,
    );
  });
});
