import { describe, expect, it } from 'vitest';
import { personsOf } from './persons.ts';

const none = () => false;

describe('personsOf', () => {
  const persons = personsOf(
    [
      ['Sheinbaum'],
      ['Claudia', 'Sheinbaum'],
      ['Andrés', 'Manuel', 'López', 'Obrador'],
      ['Douglas', 'London'],
    ],
    'en',
    none,
  );

  it('reads a shorter form as the fullest name that holds it', () => {
    expect(persons.of(['Sheinbaum']).name).toBe('Claudia Sheinbaum');
    expect(persons.of(['López', 'Obrador']).name).toBe('Andrés Manuel López Obrador');
    expect(persons.of(['Sheinbaum']).entity).toBe(persons.of(['Claudia', 'Sheinbaum']).entity);
  });

  it('does not take a forename alone for the person', () => {
    expect(persons.of(['Douglas']).entity).not.toBe(persons.of(['London']).entity);
  });

  it('knows surnames of full names only', () => {
    expect(persons.isSurname('London')).toBe(true);
    expect(persons.isSurname('Douglas')).toBe(false);
    expect(personsOf([['Burns']], 'en', none).isSurname('Burns')).toBe(false);
  });

  it('takes no common word and no linker for a surname', () => {
    const spanish = personsOf([['Gonzalo', 'De', 'Los', 'Santos']], 'es', (w) => w === 'Los');
    expect(spanish.isSurname('Los')).toBe(false);
    expect(spanish.isSurname('De')).toBe(false);
    expect(spanish.isSurname('Santos')).toBe(true);
  });

  it('names a Russian by the form without a case ending', () => {
    const russian = personsOf(
      [
        ['Сергеем', 'Шойгу'],
        ['Сергей', 'Шойгу'],
      ],
      'ru',
      none,
    );
    expect(russian.of(['Шойгу']).name).toBe('Сергей Шойгу');
  });

  it('gives one key across scripts', () => {
    const russian = personsOf([['Клаудия', 'Шейнбаум']], 'ru', none);
    const entity = russian.of(['Шейнбаум']).entity;
    expect(entity).toBe(persons.of(['Sheinbaum']).entity);
  });
});
