import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { CascadeView } from '../domain/views.ts';
import { pierCascade } from '../export/invented.fixture.ts';
import { markupText } from '../export/markup.ts';
import { cascadeBody } from './cascade-body.ts';
import { alert } from './invented-alert.fixture.ts';
import { markupFaults } from './markup-check.fixture.ts';
import type { ConsoleLanguage } from './page.ts';

/** The invented cascade with names that hold no English word: a name is in no language. */
function pier(): CascadeView {
  const view = JSON.stringify(pierCascade())
    .replaceAll('The Evening Mirror of the Lower Bay', 'Evening Mirror')
    .replaceAll('the-evening-mirror-of-the-lower-bay', 'evening-mirror')
    .replaceAll('the crane driver, at the gate', 'el gruista, en la verja');
  return JSON.parse(view) as CascadeView;
}

const ENGLISH =
  /\b(?:the|of|and|with|was|were|than|later|earlier|between|not|from|this|that|which|by|more|seen|known|undated|perhaps)\b/giu;
/** Attributes that are shown or read out. */
const SAID = ['aria-label', 'title', 'data-label'];

type Node = ReturnType<typeof parseHTML>['document']['body'];

/** English function words outside elements with a language of their own, each with what is around it. */
function englishIn(markup: string): string[] {
  const { document } = parseHTML(`<html><body>${markup}</body></html>`);
  const found: string[] = [];
  const look = (text: string | null): void => {
    for (const match of (text ?? '').matchAll(ENGLISH)) {
      found.push((text ?? '').slice(Math.max(0, match.index - 30), match.index + 30));
    }
  };
  const visit = (element: Node): void => {
    if (element.hasAttribute('lang')) return;
    for (const name of SAID) look(element.getAttribute(name));
    for (const node of element.childNodes) {
      if (node.nodeType === 3) look(node.textContent);
      else if (node.nodeType === 1) visit(node as Node);
    }
  };
  visit(document.body);
  return found;
}

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
