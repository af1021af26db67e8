import { describe, expect, it } from 'vitest';
import { spanishForms } from './spanish-forms.ts';

describe('spanishForms', () => {
  const forms = spanishForms([
    { words: ['expulsar'] },
    { words: ['pedir|pid'] },
    { words: ['abrir|=abiert'] },
    { words: ['reducir|reduj|+redujo', '+dio'] },
    { words: ['ir|+fue'] },
  ]);

  it.each([
    ['expulsó', 'finite'],
    ['expulsará', 'future'],
    ['expulsaría', 'conditional'],
    ['expulsara', 'subjunctive'],
    ['expulsarlo', 'infinitive'],
    ['expulsando', 'gerund'],
    ['expulsadas', 'participle'],
    ['pidió', 'finite'],
    ['pidiera', 'subjunctive'],
    ['abierto', 'participle'],
    ['abrirán', 'future'],
    ['redujo', 'finite'],
    ['redujeron', 'finite'],
    ['dio', 'finite'],
    ['fue', 'finite'],
  ])('%s is %s', (form, tense) => {
    expect(forms.get(form)?.tense).toBe(tense);
  });

  it('makes no words of endings alone', () => {
    expect(['en', 'a', 'e', 'an'].filter((word) => forms.has(word))).toEqual([]);
  });

  it('gives a form all verbs that have it', () => {
    const both = spanishForms([{ words: ['fundar'] }, { words: ['fundir'] }]);
    expect(both.get('funda')?.entries.map(({ words }) => words[0])).toEqual(['fundar', 'fundir']);
  });
});
