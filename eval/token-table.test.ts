import { describe, expect, it } from 'vitest';
import { readTokenTable } from './token-table.ts';

const HEADER = 'lemmas\ttext\tsentence_num\tindex_of_token_sent\ttags';

function tableOf(...rows: readonly (readonly [string, string])[]): string {
  return [HEADER, ...rows.map(([text, tag], i) => `x\t${text}\ts1\t${i}\t${tag}`)].join('\n');
}

describe('readTokenTable', () => {
  it('puts a sentence together from its tokens', () => {
    const [sentence] = readTokenTable(
      tableOf(
        ['""""', 'content'],
        ['Да', 'content'],
        ['""""', 'content'],
        [',', 'None'],
        ['-', 'None'],
        ['сказал', 'cue'],
        ['Иванов', 'source'],
        ['-', 'source'],
        ['Петров', 'source'],
        ['(', 'None'],
        ['МИД', 'None'],
        [')', 'None'],
        ['.', 'None'],
      ),
    )!;
    expect(sentence!.text).toBe('"Да", - сказал Иванов-Петров (МИД).');
    expect(sentence!.tokens.map(({ begin, end }) => sentence!.text.slice(begin, end))).toEqual(
      '" Да " , - сказал Иванов - Петров ( МИД ) .'.split(' '),
    );
    expect(sentence!.roles.slice(3, 7)).toEqual([undefined, undefined, 'cue', 'source']);
  });

  it('keeps sentences apart, by their column', () => {
    const table = `${HEADER}\nа\tа\ts1\t1\tNone\nб\tб\ts2\t1\tcue\nв\tв\ts1\t2\tNone\n`;
    expect(readTokenTable(table)).toMatchObject([
      { id: 's1', text: 'а в' },
      { id: 's2', text: 'б' },
    ]);
  });

  it('says where a column is missing', () => {
    expect(readTokenTable('text\ttags\nа\tcue')).toBeUndefined();
    expect(readTokenTable('')).toBeUndefined();
  });
});
