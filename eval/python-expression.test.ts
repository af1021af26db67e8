import { describe, expect, it } from 'vitest';
import { readExpression } from './python-expression.ts';

const path = (name: string, ...steps: (string | number)[]) => ({ kind: 'path', name, steps });
const text = (value: string) => ({ kind: 'text', value });

describe('readExpression', () => {
  it('reads literals', () => {
    expect(readExpression(String.raw`u'a\xe9\u2019\'"\n'`)).toEqual(text('aé’\'"\n'));
    expect(readExpression('"""a "b" c"""')).toEqual(text('a "b" c'));
    expect(readExpression('-5')).toEqual({ kind: 'number', value: -5 });
    expect(readExpression('None')).toEqual({ kind: 'none' });
    expect(readExpression('True')).toEqual({ kind: 'truth', value: true });
    expect(readExpression('(1, 2,)')).toEqual({
      kind: 'list',
      parts: [
        { kind: 'number', value: 1 },
        { kind: 'number', value: 2 },
      ],
    });
    expect(readExpression("{'a': 1}")).toEqual({
      kind: 'record',
      fields: [[text('a'), { kind: 'number', value: 1 }]],
    });
  });

  it('reads paths, calls and brackets', () => {
    expect(readExpression("entries[0]['a_detail'].value")).toEqual(
      path('entries', 0, 'a_detail', 'value'),
    );
    expect(readExpression("(feed.has_key('x'))")).toEqual({
      kind: 'call',
      of: path('feed', 'has_key'),
      given: [text('x')],
    });
  });

  it('binds not before and before or, and comparisons tightest', () => {
    expect(readExpression("not bozo and a == b == 'c' or d")).toEqual({
      kind: 'or',
      parts: [
        {
          kind: 'and',
          parts: [
            { kind: 'not', of: path('bozo') },
            {
              kind: 'compare',
              first: path('a'),
              rest: [
                { by: '==', than: path('b') },
                { by: '==', than: text('c') },
              ],
            },
          ],
        },
        path('d'),
      ],
    });
  });

  it('is undefined for anything else', () => {
    for (const source of [
      '',
      'a ==',
      'a b',
      "'open",
      'a[b]',
      'lambda: 1',
      'a + b',
      '(a',
      '{1',
      '@',
    ]) {
      expect([source, readExpression(source)]).toEqual([source, undefined]);
    }
  });
});
