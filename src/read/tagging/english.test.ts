import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../document.ts';
import { openEnglishTagger } from './english.ts';
import { TAGS } from './tagged.ts';

const tag = openEnglishTagger();
const tagged = (text: string) => tag(documentOf({ text, language: 'en' }));
const read = (text: string) => {
  const { tokens, tags, lemmas } = tagged(text);
  return tokens.map((token, i) => `${token.text}/${tags[i]}/${lemmas[i]}`).join(' ');
};

describe('openEnglishTagger', () => {
  it('gives each of our tokens a tag and a lemma', () => {
    expect(read("The minister's staff don't say what she'd said.")).toBe(
      "The/DET/the minister/NOUN/minister 's/PART/'s staff/NOUN/staff don't/AUX/do say/VERB/say " +
        "what/PRON/what she/PRON/she 'd/AUX/would said/VERB/say ./PUNCT/.",
    );
  });

  it.each([
    ['a name that looks like a verb', 'Then Robert Ford, a pilot, left.', 'Ford', 'PROPN'],
    [
      'a name with letters that the model does not know',
      'Then Ana Maranić left.',
      'Maranić',
      'PROPN',
    ],
    ['the country, not the pronoun', 'The US is large.', 'US', 'PROPN'],
    ["the verb in it's", "It's late.", "'s", 'AUX'],
    ["the possessive in Doe's", "Doe's dog.", "'s", 'PART'],
    ['an officer', 'The attorney general spoke.', 'general', 'NOUN'],
    ['the first verb of a question', 'Asked why, she left.', 'Asked', 'VERB'],
  ])('tells %s', (_, text, word, expected) => {
    const { tokens, tags } = tagged(text);
    expect(tags[tokens.findIndex((token) => token.text === word)]).toBe(expected);
  });

  it('keeps step with the tokens, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc
            .array(
              fc.constantFrom(
                "don't",
                'GOP-led',
                '3.5m',
                '“',
                "'",
                '@doe',
                '#tag',
                'é',
                '.',
                '\n',
                '$5',
              ),
            )
            .map((parts) => parts.join(' ')),
        ),
        (text) => {
          const { tokens, tags, lemmas } = tagged(text);
          expect(tags).toHaveLength(tokens.length);
          expect(lemmas).toHaveLength(tokens.length);
          expect(tags.every((one) => TAGS.includes(one))).toBe(true);
          // Behind anything, plain words are tagged as if they stood alone.
          const behind = tagged(`${text}\n\nShe said that.`);
          expect(behind.tags.slice(-4)).toEqual(['PRON', 'VERB', expect.anything(), 'PUNCT']);
          expect(behind.lemmas.at(-3)).toBe('say');
        },
      ),
    );
  });

  // On the bare text the model would need hours for some of these.
  it.each(['a-', 'a', "' ", 'http://a.b/', 'said '])('reads 300,000 units of %j', (unit) => {
    const { tokens, tags } = tagged(unit.repeat(300_000 / unit.length));
    expect(tags).toHaveLength(tokens.length);
  });
});
