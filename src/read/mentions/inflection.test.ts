import { describe, expect, it } from 'vitest';
import { formsOf, isAbbreviation } from './inflection.ts';

describe('formsOf', () => {
  it.each([
    ['Россия', ['россия', 'россии', 'россию', 'россиеи']],
    ['Москва', ['москва', 'москвы', 'москве', 'москву', 'москвои']],
    ['Киев', ['киев', 'киева', 'киеву', 'киевом', 'киеве']],
    ['Египет', ['египет', 'египта', 'египту', 'египте']],
    ['Китай', ['китаи', 'китая', 'китаю', 'китаем', 'китае']],
    ['Израиль', ['израиль', 'израиля', 'израилю', 'израиле']],
    ['Нидерланды', ['нидерланды', 'нидерландов', 'нидерландам', 'нидерландах']],
    ['Филиппины', ['филиппины', 'филиппин', 'филиппинах']],
    ['российский', ['россиискии', 'россииского', 'россиискои', 'россииские', 'россииских']],
    ['россиянин', ['россиянин', 'россиянина', 'россияне', 'россиян', 'россиянам']],
    ['украинец', ['украинец', 'украинца', 'украинцы', 'украинцев', 'украинцам']],
    ['китаец', ['китаец', 'китаица', 'китаицы']],
    ['министр', ['министр', 'министра', 'министром', 'министру']],
  ])('declines %s', (word, expected) => {
    expect(formsOf(word, 'ru', 'name')).toEqual(expect.arrayContaining(expected));
  });

  it.each(['США', 'РФ', 'Чили', 'Баку', 'Сочи'])('leaves %s as it is', (word) => {
    const [base] = formsOf(word, 'ru', 'name');
    expect(formsOf(word, 'ru', 'name')).toEqual([base]);
  });

  it.each([
    ['ruso', ['ruso', 'rusa', 'rusos', 'rusas']],
    ['español', ['espanol', 'espanola', 'espanoles', 'espanolas']],
    ['francés', ['frances', 'francesa', 'franceses', 'francesas']],
    ['alemán', ['aleman', 'alemana', 'alemanes', 'alemanas']],
    ['estadounidense', ['estadounidense', 'estadounidenses']],
    ['iraní', ['irani', 'iranies', 'iranis']],
    ['belga', ['belga', 'belgas']],
  ])('gives %s its genders and numbers', (word, expected) => {
    expect(formsOf(word, 'es', 'demonym')).toEqual(expect.arrayContaining(expected));
  });

  it('gives English demonyms a plural where they take one', () => {
    expect(formsOf('Russian', 'en', 'demonym')).toEqual(['russian', 'russians']);
    expect(formsOf('Chinese', 'en', 'demonym')).toContain('chinese');
    expect(formsOf('Dutch', 'en', 'demonym')).toEqual(['dutch']);
  });

  it('does not inflect names in English and Spanish', () => {
    expect(formsOf('París', 'es', 'name')).toEqual(['paris']);
    expect(formsOf('Moscow', 'en', 'name')).toEqual(['moscow']);
  });
});

describe('isAbbreviation', () => {
  it.each([
    ['US', true],
    ['РФ', true],
    ['EE', true],
    ['Us', false],
    ['7', false],
    ['A', false],
  ])('%s: %s', (word, expected) => {
    expect(isAbbreviation(word)).toBe(expected);
  });
});
