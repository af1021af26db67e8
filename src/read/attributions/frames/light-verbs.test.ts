import { describe, expect, it } from 'vitest';
import { shownStatements } from '../statements.fixture.ts';

describe('a verb that only carries the infinitive of saying', () => {
  it.each([
    ['Ana Ruiz se limitó a decir que el puente se queda.', 'se limitó a decir'],
    ['Ana Ruiz no dudó en afirmar que el puente se queda.', 'dudó en afirmar'],
    ['Ana Ruiz quiso aclarar que el puente se queda.', 'quiso aclarar'],
    ['«El puente se queda», llegó a decir Ana Ruiz.', 'llegó a decir'],
  ])('%s', (text, cue) => {
    const [one, ...rest] = shownStatements('es', text);
    expect(rest).toEqual([]);
    expect(one!.split(' | ').slice(0, 2)).toEqual(['Ana Ruiz', cue]);
  });

  it('is none where it only might', () => {
    expect(shownStatements('es', 'Ana Ruiz podría decir que el puente se queda.')).toEqual([]);
  });
});

describe('what stands around a Spanish verb', () => {
  it.each([
    [
      'Ana Ruiz, quien vive en Riga desde 2020, negó la versión.',
      'Ana Ruiz | negó | la versión | -',
    ],
    [
      'El puente se queda, publicó La Hoja, que vende mil ejemplares.',
      'La Hoja | publicó | El puente se queda | -',
    ],
    ['La cancillería habla de «una campaña».', 'La cancillería | habla | «una campaña» | -'],
    [
      'La versión de La Hoja de que el puente cayó fue desmentida.',
      'La Hoja | versión | que el puente cayó | -',
    ],
  ])('%s', (text, expected) => {
    expect(shownStatements('es', text)).toContain(expected);
  });
});
