import { describe, expect, it } from 'vitest';
import { nameKey, personWordKey, withoutCase } from './keys.ts';

describe('personWordKey', () => {
  it.each([
    ['Shoigu', 'Shoigú', 'Шойгу'],
    ['Zelensky', 'Zelenski', 'Зеленского'],
    ['Zelenskyy', 'Zelenskiy', 'Зеленский'],
    ['Putin', 'Putin', 'Путиным'],
    ['Lavrov', 'Lavrov', 'Лаврову'],
    ['Sheinbaum', 'Sheinbaum', 'Шейнбаум'],
    ['López', 'Lopez', 'Лопес'],
    ['Biden', 'Biden', 'Байдена'],
    ['Burns', 'Burns', 'Бернсом'],
    ['William', 'William', 'Уильяма'],
    ['Sergei', 'Serguéi', 'Сергеем'],
  ])('is one for %s, %s and %s', (english, spanish, russian) => {
    const key = personWordKey(english, 'en');
    expect(personWordKey(spanish, 'es')).toBe(key);
    expect(personWordKey(russian, 'ru')).toBe(key);
  });

  it('tells names apart', () => {
    const names = ['Putin', 'Biden', 'Burns', 'London', 'Lavrov', 'Maduro'];
    expect(new Set(names.map((name) => personWordKey(name, 'en'))).size).toBe(names.length);
  });

  it('keeps the vowels of a name with one consonant', () => {
    expect(personWordKey('Xi', 'en')).not.toBe('');
    expect(personWordKey('Lee', 'en')).not.toBe(personWordKey('Li', 'en'));
  });
});

describe('withoutCase', () => {
  it.each([
    ['москва', 'москве'],
    ['путин', 'путина'],
    ['захаров', 'захаровои'],
    ['россия', 'россии'],
    ['юрии', 'юрием'],
    ['зеленскии', 'зеленскому'],
  ])('%s and %s are one', (a, b) => {
    expect(withoutCase(a)).toBe(withoutCase(b));
  });
});

describe('nameKey', () => {
  it('writes any script in plain letters', () => {
    expect(nameKey(['Estrada', 'Doctrine'], 'en')).toBe('estrada-doctrine');
    expect(nameKey(['Газета', 'Пример'], 'ru')).toMatch(/^[a-z-]+$/);
    expect(nameKey(['Газета'], 'ru')).toBe(nameKey(['Газеты'], 'ru'));
    expect(nameKey(['S.', 'A.'], 'es')).toBe('s-a');
  });
});
