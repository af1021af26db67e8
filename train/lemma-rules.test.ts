import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lemmaOf } from '../src/read/tagging/lemmas.ts';
import { learnLemmaRules } from './lemma-rules.ts';

describe('learnLemmaRules', () => {
  it('gives back the lemma of every word that it has met with one lemma', () => {
    const word = fc.stringMatching(/^[abc]{1,6}$/);
    const example = fc.record({ word, lemma: word, tag: fc.constantFrom('NOUN', 'VERB') });
    const examples = fc.uniqueArray(example, { selector: ({ word, tag }) => `${tag} ${word}` });
    fc.assert(
      fc.property(examples, (all) => {
        const rules = learnLemmaRules(all);
        for (const { word, tag, lemma } of all) expect(lemmaOf(rules, word, tag)).toBe(lemma);
      }),
    );
  });

  it('goes by the ending with words that it has not met', () => {
    const verbs = ['cantaba', 'hablaba', 'miraba', 'tomaba'];
    const examples = verbs.map((word) => ({
      word,
      tag: 'VERB' as const,
      lemma: `${word.slice(0, -2)}r`,
    }));
    const nouns = ['casas', 'mesas'].map((word) => ({
      word,
      tag: 'NOUN' as const,
      lemma: word.slice(0, -1),
    }));
    const rules = learnLemmaRules([...examples, ...nouns]);
    expect(lemmaOf(rules, 'saltaba', 'VERB')).toBe('saltar');
    expect(lemmaOf(rules, 'sillas', 'NOUN')).toBe('silla');
  });

  it('takes the more frequent lemma', () => {
    const one = { word: 'fue', tag: 'AUX' as const, lemma: 'ser' };
    const rules = learnLemmaRules([{ ...one, lemma: 'ir' }, one, one]);
    expect(lemmaOf(rules, 'fue', 'AUX')).toBe('ser');
  });
});
