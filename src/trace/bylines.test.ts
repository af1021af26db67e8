import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGENCIES } from './agencies.ts';
import { bylineHouses } from './bylines.ts';
import { AGENCY_TABLE } from './wire-credits.ts';
import { wireTable } from './wire-names.ts';

const agencies = (author: string): string[] =>
  bylineHouses(author, AGENCY_TABLE).map(({ house }) => house);

describe('bylineHouses', () => {
  it.each([
    ['EFE', 'efe'],
    ['Efe', 'efe'],
    ['The Associated Press', 'ap'],
    ['By Reuters Staff', 'reuters'],
    ['Agencia EFE', 'efe'],
    ['Redacción / AFP', 'afp'],
    ['Redacción AFP', 'afp'],
    ['Xinhua/Li Ming', 'xinhua'],
    ['Fuente: Europa Press', 'europapress'],
    ['Con información de EFE', 'efe'],
    ['JANE ROE, Associated Press', 'ap'],
    ['Jane Roe (AP)', 'ap'],
    ['AP Diplomatic Writer', 'ap'],
    ['Jane Roe for Bloomberg', 'bloomberg'],
    ['Jane Roe EFE', 'efe'],
    ['EFE Bogotá', 'efe'],
    ['Bloomberg', 'bloomberg'],
    ['Bloomberg News', 'bloomberg'],
    ['Roe | Sputnik', 'sputnik'],
    ['Juan Pérez, Efe', 'efe'],
    ['ТАСС', 'tass'],
    ['Агентство РИА Новости', 'ria'],
  ])('takes the agency of %s', (author, house) => {
    expect(agencies(author)).toEqual([house]);
  });

  it('names each of several agencies once, in their order', () => {
    expect(agencies('AFP y EFE')).toEqual(['afp', 'efe']);
    expect(agencies('EFE / Reuters / EFE')).toEqual(['efe', 'reuters']);
  });

  it.each([
    'Jane Roe',
    'Michael Bloomberg',
    'Bloomberg, Michael',
    'Smith and Bloomberg',
    'Bloomberg and Smith',
    'Efe Rodríguez',
    'Rodríguez Efe',
    'AP Singh',
    'Irna Phillips',
    'IRNA PHILLIPS',
    'Ansa Khan',
    'Mustafa Anadolu',
    'Reuters Institute for the Study of Journalism',
    'Jane Roe, formerly with Reuters',
    'Foto: EFE',
    'AFP via Getty Images',
    'EPA-EFE',
    'https://www.example.org/reuters',
    'desk@reuters.example',
    'Sputnik V',
    '',
  ])('takes none for %j', (author) => {
    expect(agencies(author)).toEqual([]);
  });

  it('takes an outlet that stands by itself, and no word of the trade for one', () => {
    const table = wireTable([
      { id: 'serena.example', names: ['Prensa Serena'], ambiguous: true },
      { id: 'red.example', names: ['Redacción'], ambiguous: true },
    ]);
    const houses = (author: string) => bylineHouses(author, table);
    expect(houses('Redacción / Prensa Serena')).toEqual([
      { house: 'serena.example', asAgency: false },
    ]);
    expect(houses('Agencia Prensa Serena')).toEqual([{ house: 'serena.example', asAgency: true }]);
    expect(houses('Ana Prensa Serena Ruiz')).toEqual([]);
    expect(houses('Redacción')).toEqual([]);
  });

  it('takes any agency behind a separator, whatever person stands before it', () => {
    const person = fc.constantFrom('Jane Roe', 'Ana de la Vega', 'Иван Петров', 'Redacción');
    const sign = fc.constantFrom(' / ', '/', ', ', ' | ', ' (', ' - ', ' — ');
    const agency = fc.constantFrom(
      ...AGENCIES.flatMap(({ id, names }) => names.map((name) => ({ id, name }))),
    );
    fc.assert(
      fc.property(person, sign, agency, (who, between, { id, name }) => {
        expect(agencies(`${who}${between}${name}`)).toEqual([id]);
      }),
    );
  });

  it('ends on any author, in time that grows with it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (author) => {
        for (const house of agencies(author)) expect(house).not.toBe('');
      }),
    );
    expect(agencies(`EFE${', EFE'.repeat(250_000)}`)).toEqual([]);
    expect(agencies(`EFE ${'/ '.repeat(140)}`)).toEqual(['efe']);
  });
});
