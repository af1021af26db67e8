import { describe, expect, it } from 'vitest';
import { rowsIn } from './endpoint-answer.ts';

const row = (index: unknown, ...embedding: unknown[]) => ({ index, embedding });
const read = (data: unknown, dims?: number) =>
  rowsIn({ data }, { texts: 2, dims, who: 'the encoder at http://h.example/v1' });

describe('rowsIn', () => {
  it('places rows by their index, at length 1', () => {
    const rows = read([row(1, 0, 5), row(0, 2, 0)]);
    expect(rows.map((one) => [...one])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('takes rows without any index as they stand', () => {
    const rows = read([{ embedding: [0, 1] }, { embedding: [1, 0] }]);
    expect([...rows[0]!]).toEqual([0, 1]);
  });

  it.each([
    ['no list', undefined, 'without a list "data"'],
    ['a list too short', [row(0, 1)], '1 rows for 2 texts'],
    ['a list too long', [row(0, 1), row(1, 1), row(2, 1)], '3 rows for 2 texts'],
    ['an index twice', [row(0, 1), row(0, 1)], 'two rows with index 0'],
    ['an index beyond', [row(0, 1), row(2, 1)], 'a row with index 2 of 2'],
    ['an index below', [row(-1, 1), row(0, 1)], 'a row with index -1 of 2'],
    ['an index that is none', [row('0', 1), row(1, 1)], 'a row with index a string of 2'],
    ['a row that is none', [null, row(1, 1)], 'row 0 without a list "embedding"'],
    ['base64', [{ index: 0, embedding: 'AAAA' }, row(1, 1)], 'row 0 without a list "embedding"'],
    ['rows of two widths', [row(0, 1, 2), row(1, 1)], 'row 1 with 1 numbers, not 2'],
    ['rows without width', [row(0), row(1)], 'row 0 with 0 numbers'],
    ['null for a number', [row(0, 1, null), row(1, 1, 1)], 'row 0 with null as number 1'],
    ['a word for a number', [row(0, 'x', 1), row(1, 1, 1)], 'row 0 with a string as number 0'],
  ])('refuses %s', (_, data, message) => {
    expect(() => read(data)).toThrow(message);
    expect(() => read(data)).toThrow('the encoder at http://h.example/v1 answered');
  });

  it('refuses numbers too large for a number, which JSON can hold', () => {
    expect(() => read(JSON.parse('[{"embedding":[1e999]},{"embedding":[1]}]'))).toThrow(
      'row 0 with Infinity as number 0',
    );
  });

  it('refuses a width other than the known one', () => {
    expect(() => read([row(0, 1, 2), row(1, 1, 2)], 3)).toThrow('row 0 with 2 numbers, not 3');
  });

  it.each([[null], [[]], ['x'], [7], [{ data: {} }]])('refuses %j', (answer) => {
    expect(() => rowsIn(answer, { texts: 1, dims: undefined, who: 'it' })).toThrow('"data"');
  });
});
