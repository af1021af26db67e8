import { describe, expect, it } from 'vitest';
import { conllTexts, factRuEvalText } from './name-gold.ts';

describe('conllTexts', () => {
  it('joins tokens and reads BIO tags, marks at the ends left to the answer', () => {
    const rows = [
      ['0', 'Ana', 'B-PER'],
      ['1', 'Ruiz', 'I-PER'],
      ['2', 'visitó', 'O'],
      ['3', 'Lima,', 'B-LOC'],
      ['4', 'Ica', 'B-LOC'],
    ];
    const content = `# note\n${rows.map((row) => row.join('\t')).join('\n')}\n\n0\tFin\tO\n`;
    const [text] = conllTexts(content);
    expect(text!.text).toBe('Ana Ruiz visitó Lima, Ica\nFin');
    const cut = text!.names.map(({ kind, must }) => [kind, text!.text.slice(must.begin, must.end)]);
    expect(cut).toEqual([
      ['PER', 'Ana Ruiz'],
      ['LOC', 'Lima'],
      ['LOC', 'Ica'],
    ]);
    expect(text!.text.slice(text!.names[1]!.may.begin, text!.names[1]!.may.end)).toBe('Lima,');
  });

  it('has no text where there is no token', () => {
    expect(conllTexts('\n\n')).toEqual([]);
  });
});

describe('factRuEvalText', () => {
  // Invented.
  const text = 'Мэрия города Лимы и Ян Новак ждут правительство.';
  const span = (id: number, kind: string, words: string) =>
    `${id} ${kind} ${text.indexOf(words)} ${words.length} 0 1 # 0 ${words}`;
  const spans = [
    span(1, 'org_descr', 'Мэрия'),
    span(2, 'loc_descr', 'города'),
    span(3, 'loc_name', 'Лимы'),
    span(4, 'name', 'Ян'),
    span(5, 'surname', 'Новак'),
    span(6, 'org_descr', 'правительство'),
  ].join('\n');
  const objects = [
    '10 Org 1 2 3 # Мэрия города Лимы',
    '11 LocOrg 2 3 # города Лимы',
    '12 Person 4 5 # Ян Новак',
    '13 Org 6 # правительство',
    '14 Project 6 # другое',
  ].join('\n');

  it('takes outer objects with a name; descriptions may be answered', () => {
    const gold = factRuEvalText(text, spans, objects);
    expect(
      gold.names.map(({ kind, must, may }) => [
        kind,
        text.slice(must.begin, must.end),
        text.slice(may.begin, may.end),
      ]),
    ).toEqual([
      ['ORG', 'Лимы', 'Мэрия города Лимы'],
      ['PER', 'Ян Новак', 'Ян Новак'],
    ]);
    expect(gold.ignored.map(({ begin, end }) => text.slice(begin, end))).toEqual(['Лимы']);
  });
});
