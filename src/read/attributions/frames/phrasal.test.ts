import { describe, expect, it } from 'vitest';
import type { ReadLanguage } from '../../../domain/reading.ts';
import { shownStatements } from '../statements.fixture.ts';

type Case = readonly [ReadLanguage, text: string, expected: string];

describe('verbs with the words behind them are a cue', () => {
  it.each<Case>([
    ['es', 'Ana Ruiz dejó claro que el puente se queda.', 'dejó claro'],
    ['es', 'Ana Ruiz se mostró convencida de que el puente se queda.', 'se mostró convencida'],
    ['es', 'Ana Ruiz está segura de que el puente se queda.', 'está segura'],
    ['es', 'Ana Ruiz hizo hincapié en que el puente se queda.', 'hizo hincapié'],
    ['ru', 'Анна Руис дала понять, что мост останется.', 'дала понять'],
    ['ru', 'Анна Руис выразила уверенность, что мост останется.', 'выразила уверенность'],
    ['ru', 'Анна Руис не сомневается в том, что мост останется.', 'не сомневается'],
  ])('%s: %s', (language, text, expected) => {
    const [one, ...rest] = shownStatements(language, text);
    expect(rest).toEqual([]);
    expect(one).toMatch(/^(?:Ana Ruiz|Анна Руис) \| /u);
    expect(one!.split(' | ')[1]).toBe(expected);
  });

  it('and their first words alone are none', () => {
    expect(shownStatements('es', 'Ana Ruiz dejó el puente.')).toEqual([]);
    expect(shownStatements('ru', 'Анна Руис дала деньги на мост.')).toEqual([]);
  });
});
