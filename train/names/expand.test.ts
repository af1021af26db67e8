import { describe, expect, it } from 'vitest';
import { seeded } from '../chance.ts';
import { expand, type NamePools, readSlots, readTemplates } from './expand.ts';

const pools: NamePools = {
  forenames: ['Ana'],
  surnames: ['Ruiz'],
  states: ['Perú'],
  cities: ['Lima'],
  towns: ['Ica'],
  organisations: ['Club Ica'],
  works: ['Mar'],
};
const slots = readSlots(
  '# note\nteam: O[Club {town1}]\nday: 3 | 3\nloop: {loop}\nhome: L[{city1}]\n',
);
const fill = (template: string) => {
  const { text, names } = expand(template, slots, pools, seeded(1));
  return { text, names: names.map(({ mark, begin, end }) => `${mark} ${text.slice(begin, end)}`) };
};

describe('expand', () => {
  it('fills slots and marks names where they come to stand', () => {
    expect(fill('{city}, {day}: {team} y {state}.')).toEqual({
      text: 'Lima, 3: Club Ica y Perú.',
      names: ['L Lima', 'O Club Ica', 'L Perú'],
    });
  });

  it('marks the outermost name only', () => {
    expect(fill('O[Banco de {state}] y {home}')).toEqual({
      text: 'Banco de Perú y Lima',
      names: ['O Banco de Perú', 'L Lima'],
    });
  });

  it('ends in a circle of slots, and leaves an unknown one as its name', () => {
    expect(fill('{loop}').text).toBe('{loop}');
    expect(fill('{nowhere}').text).toBe('nowhere');
  });

  it('gives the same text for the same seed', () => {
    expect(fill('{per} y {sur} de {abbr1}')).toEqual(fill('{per} y {sur} de {abbr1}'));
  });
});

describe('readTemplates', () => {
  it('leaves out notes and empty lines', () => {
    expect(readTemplates('# note\n\nUno.\nDos.\n')).toEqual(['Uno.', 'Dos.']);
  });
});
