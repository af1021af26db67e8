import { describe, expect, it } from 'vitest';
import { parseTreebank } from './conllu.ts';

const row = (id: string, form: string, lemma: string, tag: string, feats = '_') =>
  [id, form, lemma, tag, '_', feats, '_', '_', '_', '_'].join('\t');

describe('parseTreebank', () => {
  it('finds words in their text, contractions as one', () => {
    const block = [
      '# text = La casa del rey.',
      row('1', 'La', 'el', 'DET'),
      row('2', 'casa', 'Casa', 'NOUN'),
      row('3-4', 'del', '_', '_'),
      row('3', 'de', 'de', 'ADP'),
      row('4', 'el', 'el', 'DET'),
      row('5', 'rey', 'rey', 'NOUN', 'Case=Nom|Number=Sing'),
      row('6', '.', '.', 'PUNCT'),
    ].join('\n');
    const [sentence] = parseTreebank(`${block}\n\n`);
    expect(sentence!.words.map(({ begin, end }) => sentence!.text.slice(begin, end))).toEqual([
      'La',
      'casa',
      'del',
      'rey',
      '.',
    ]);
    expect(sentence!.words[1]).toMatchObject({ tag: 'NOUN', lemma: 'casa', case: undefined });
    expect(sentence!.words[2]).toMatchObject({ tag: 'ADP', lemma: 'de' });
    expect(sentence!.words[3]).toMatchObject({ case: 'Nom' });
  });

  it('leaves out empty nodes, and sentences without text or with other words', () => {
    const empty = ['# text = a b', row('1', 'a', 'a', 'X'), row('1.1', 'z', 'z', 'X')];
    expect(parseTreebank([...empty, row('2', 'b', 'b', 'Q')].join('\n'))).toMatchObject([
      { words: [{ tag: 'X' }, { tag: 'X', begin: 2 }] },
    ]);
    expect(parseTreebank(row('1', 'a', 'a', 'X'))).toEqual([]);
    expect(parseTreebank(`# text = a\n${row('1', 'b', 'b', 'X')}`)).toEqual([]);
  });
});
