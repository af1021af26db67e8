import { describe, expect, it } from 'vitest';
import type { ReadLanguage } from '../../domain/reading.ts';
import { statementsIn } from './statements.fixture.ts';

function roleIn(language: ReadLanguage, text: string): string | undefined {
  const role = statementsIn(language, text)[0]?.role;
  return role && `${role.text}${role.former ? ' (former)' : ''}`;
}

describe('a role told by a clause', () => {
  it.each<readonly [ReadLanguage, string, string]>([
    [
      'en',
      'Ana Ruiz, who served as interior minister until 2020, said it rained.',
      'interior minister (former)',
    ],
    ['en', 'Ana Ruiz, who has been mayor since 2020, said it rained.', 'mayor'],
    ['en', 'Ana Ruiz, who heads the port authority, said it rained.', 'heads the port authority'],
    ['en', 'Ana Ruiz is the mayor of Riga. It rained, Ruiz said.', 'mayor of Riga'],
    ['en', 'It rained, said Ana Ruiz, mayor of Riga from 2010 to 2015.', 'mayor of Riga (former)'],
    [
      'es',
      'Ana Ruiz, quien fue ministra de Defensa, dijo que llovía.',
      'ministra de Defensa (former)',
    ],
    ['es', 'Ana Ruiz es alcaldesa de Riga desde 2020. Ruiz dijo que llovía.', 'alcaldesa de Riga'],
    ['ru', 'Пётр Гиль, занимавший пост министра, сказал, что шёл дождь.', 'министра (former)'],
  ])('%s: %s', (language, text, expected) => {
    expect(roleIn(language, text)).toBe(expected);
  });

  it.each<readonly [ReadLanguage, string]>([
    ['en', 'Ana Ruiz, who was late, said it rained.'],
    ['en', 'Ana Ruiz leads the race. It rained, Ruiz said.'],
    ['en', 'Ana Ruiz is late. It rained, Ruiz said.'],
    ['es', 'Ana Ruiz, quien llegó tarde, dijo que llovía.'],
  ])('none in %s: %s', (language, text) => {
    expect(roleIn(language, text)).toBeUndefined();
  });
});
