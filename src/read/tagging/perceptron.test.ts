import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedWeights } from '../../pipeline/reading-data.ts';
import { documentOf } from '../document.ts';
import { openTagger } from './perceptron.ts';
import { CASES, TAGS } from './tagged.ts';

const TAGGERS = {
  es: openTagger('es', shippedWeights),
  ru: openTagger('ru', shippedWeights),
};

function tag(text: string, language: 'es' | 'ru') {
  return TAGGERS[language](documentOf({ text, language }));
}

describe('openTagger', () => {
  it('tags Spanish', () => {
    const { tags, lemmas, cases } = tag('La ministra dijo que no ha visto cambios del plan.', 'es');
    expect(tags).toEqual([
      'DET',
      'NOUN',
      'VERB',
      'SCONJ',
      'ADV',
      'AUX',
      'VERB',
      'NOUN',
      'ADP',
      'NOUN',
      'PUNCT',
    ]);
    expect(lemmas.slice(0, 3)).toEqual(['el', 'ministra', 'decir']);
    expect(cases).toBeUndefined();
  });

  it('tags Russian, with cases', () => {
    const { tags, cases, lemmas } = tag('Министр обороны встретил посла в Москве.', 'ru');
    expect(tags).toEqual(['NOUN', 'NOUN', 'VERB', 'NOUN', 'ADP', 'PROPN', 'PUNCT']);
    expect(cases).toEqual(['Nom', 'Gen', undefined, 'Acc', undefined, 'Loc', undefined]);
    expect(lemmas[1]).toBe('оборона');
  });

  it('tags figures, marks and closed classes by rule', () => {
    expect(tag('de 10,5 % — no', 'es').tags).toEqual(['ADP', 'NUM', 'SYM', 'PUNCT', 'ADV']);
    // НАС is an association, not the pronoun.
    expect(tag('Глава НАС уехал.', 'ru').tags[1]).not.toBe('PRON');
    expect(tag('Он видел нас.', 'ru').tags[2]).toBe('PRON');
  });

  it('has one tag and one lemma a token for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('es', 'ru'),
        (text, language) => {
          const { tokens, tags, lemmas, cases } = tag(text, language);
          expect(tags).toHaveLength(tokens.length);
          expect(lemmas).toHaveLength(tokens.length);
          expect(tags.every((one) => TAGS.includes(one))).toBe(true);
          if (language === 'es') return;
          expect(cases).toHaveLength(tokens.length);
          expect(cases!.every((one) => one === undefined || CASES.includes(one))).toBe(true);
        },
      ),
    );
  });

  it('takes a word of a million letters', () => {
    expect(tag('а'.repeat(1_000_000), 'ru').tags).toHaveLength(1);
  });

  it('refuses the weights of another language, naming the file', () => {
    const swapped = () => shippedWeights('tagger.es.bin');
    expect(() => openTagger('ru', swapped)).toThrow('tagger.ru.bin: weights for "es"');
  });
});
