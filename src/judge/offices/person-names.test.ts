import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entityKeys, matchNames, nameKeys } from './person-names.ts';

const match = (asked: string, held: string) => matchNames(nameKeys(asked), nameKeys(held));

describe('matchNames', () => {
  test.each([
    ['Sergei Shoigu', 'Сергей Шойгу', 'full'],
    ['Serguéi Shoigú', 'Sergei Shoigu', 'full'],
    ['Glen VanHerck', 'Glen D. VanHerck', 'full'],
    ['López Obrador', 'Andrés Manuel López Obrador', 'full'],
    ['Enrique Peña', 'Enrique Peña Nieto', 'full'],
    ['Marcelo Ebrard Casaubón', 'Marcelo Ebrard', 'full'],
    ['Сергея Лаврова', 'Sergei Lavrov', 'full'],
    ['Burns', 'William Burns', 'surname'],
    ['William', 'William Burns', 'none'],
    ['Nicholas Burns', 'William Burns', 'none'],
    ['Emmanuel Burns', 'Emmanuel Macron', 'none'],
    ['Vladimir Zelensky', 'Vladimir Putin', 'none'],
    ['Vladimir Vladimirovich Putin', 'Vladimir Putin', 'full'],
    ['Reza Hussein Karim', 'John Kerry', 'none'],
    ['Kerry John', 'John Kerry', 'none'],
    ['Lula', 'Lula', 'full'],
    ['Lula Prado', 'Lula', 'none'],
    ['', 'William Burns', 'none'],
    ['William Burns', '', 'none'],
  ])('%s, %s: %s', (asked, held, expected) => {
    expect(match(asked, held)).toBe(expected);
  });

  test('a name is its own in full, and no name is anybody by a word that is not in it', () => {
    const word = fc.constantFrom('Ana', 'Bruno', 'Carlos', 'Diego', 'Esteban', 'Fidel', 'Gloria');
    const name = fc
      .uniqueArray(word, { minLength: 2, maxLength: 4 })
      .map((words) => words.join(' '));
    fc.assert(fc.property(name, (one) => match(one, one) === 'full'));
    fc.assert(
      fc.property(name, name, (one, other) => {
        const [fewer, more] = [one.split(' '), other.split(' ')].sort(
          (a, b) => a.length - b.length,
        );
        if (!fewer!.every((part) => more!.includes(part))) expect(match(one, other)).toBe('none');
      }),
    );
  });
});

describe('entityKeys', () => {
  test('the keys of a reading are those of a name', () => {
    expect(entityKeys('person:gln-vnrk')).toEqual(nameKeys('Glen VanHerck'));
    expect(entityKeys('person:vlm-brns')).toEqual(nameKeys('Уильям Бернс'));
  });

  test('no other entity has any', () => {
    expect(entityKeys('office:head-northcom')).toEqual([]);
    expect(entityKeys(undefined)).toEqual([]);
  });
});
