import { describe, expect, it } from 'vitest';
import { nerelText } from './nerel.ts';

// Invented.
const text = 'Глава МВД Чехии Ян Новак открыл взрыв и полиции.';
const line = (id: number, type: string, words: string) => {
  const begin = text.indexOf(words);
  return `T${id}\t${type} ${begin} ${begin + words.length}\t${words}`;
};

describe('nerelText', () => {
  it('keeps outermost names with a capital', () => {
    const annotations = [
      line(1, 'ORGANIZATION', 'МВД Чехии'),
      line(2, 'COUNTRY', 'Чехии'),
      line(3, 'PERSON', 'Ян Новак'),
      line(4, 'EVENT', 'взрыв'),
      line(5, 'ORGANIZATION', 'полиции'),
      line(6, 'PROFESSION', 'Глава МВД Чехии'),
      'R1\tWORKS_AS Arg1:T3 Arg2:T6',
      'T7\tDATE broken',
      '',
    ].join('\n');
    const { names } = nerelText(text, annotations);
    expect(names.map(({ mark, begin, end }) => `${mark} ${text.slice(begin, end)}`)).toEqual([
      'O МВД Чехии',
      'P Ян Новак',
    ]);
  });
});
