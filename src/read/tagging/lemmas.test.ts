import { describe, expect, it } from 'vitest';
import { lemmaOf, openLemmas } from './lemmas.ts';

const RULES = new Map([
  ['VERB aba', '3 ar'],
  ['VERB ba', '2 '],
  ['VERB ^iba', '3 ir'],
  ['NOUN ', '0 '],
]);

describe('lemmaOf', () => {
  it('goes by the whole word, then by the longest ending', () => {
    expect(lemmaOf(RULES, 'iba', 'VERB')).toBe('ir');
    expect(lemmaOf(RULES, 'cantaba', 'VERB')).toBe('cantar');
    expect(lemmaOf(RULES, 'cantiba', 'VERB')).toBe('canti');
    expect(lemmaOf(RULES, 'casas', 'NOUN')).toBe('casas');
  });

  it('leaves what no rule fits, what a rule would leave empty, and what is no word', () => {
    expect(lemmaOf(RULES, 'cantaba', 'ADJ')).toBe('cantaba');
    expect(lemmaOf(RULES, 'ba', 'VERB')).toBe('ba');
    const long = `${'a'.repeat(1000)}aba`;
    expect(lemmaOf(RULES, long, 'VERB')).toBe(long);
  });
});

describe('openLemmas', () => {
  it('says the same, once and again', () => {
    const lemma = openLemmas(RULES);
    for (let i = 0; i < 2; i++) {
      expect(lemma('cantaba', 'VERB')).toBe('cantar');
      expect(lemma('cantaba', 'NOUN')).toBe('cantaba');
    }
  });
});
