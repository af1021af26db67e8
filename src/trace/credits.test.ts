import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGENCY_NAMES, creditWords, findCredit, outletNames } from './credits.ts';

/** The words by which `text` credits the outlet. */
function credit(text: string, outlet: string, domain = 't.me/nameless'): string | undefined {
  const span = findCredit(creditWords(text), outletNames(outlet, domain));
  return span && text.slice(span.begin, span.end);
}

function agency(text: string): string | undefined {
  const span = findCredit(creditWords(text), AGENCY_NAMES);
  return span && text.slice(span.begin, span.end);
}

describe('findCredit', () => {
  it('finds a name as it is stated, at its place', () => {
    expect(credit('As Radio Valdoria reported on Monday, …', 'Radio Valdoria')).toBe(
      'Radio Valdoria',
    );
    expect(credit('(Radio-Valdoria)', 'Radio Valdoria')).toBe('Radio-Valdoria');
    expect(credit('según La Arena', 'La Arena')).toBe('La Arena');
    expect(credit('según El Lector, ayer', 'El Lector')).toBe('El Lector');
    expect(credit('дело, пишет «Новая газета»', 'Новая газета')).toBe('Новая газета');
  });

  it('finds any name of two capitalised words in any sentence', () => {
    const syllable = fc.constantFrom('ba', 'ce', 'di', 'llo', 'mun', 'ra', 'shu', 'ta', 'ña', 'ár');
    const word = fc
      .array(syllable, { minLength: 2, maxLength: 4 })
      .map((parts) => parts.join(''))
      .map((made) => made[0]!.toUpperCase() + made.slice(1));
    fc.assert(
      fc.property(word, word, (first, second) => {
        const name = `${first} ${second}`;
        const text = `7 8 ${name}, 9`;
        const [span] = [findCredit(creditWords(text), outletNames(name, 't.me/x'))];
        expect(span).toEqual({ begin: 4, end: 4 + name.length });
        expect(credit(`7 8 ${name.toLowerCase()}, 9`, name)).toBeUndefined();
      }),
    );
  });

  it('finds a Latin name in Cyrillic and a Cyrillic one in Latin letters', () => {
    expect(credit('Об этом сообщает «Радио Вальдория».', 'Radio Valdoria')).toBe('Радио Вальдория');
    expect(credit('по данным Радио Вальдории', 'Radio Valdoria')).toBe('Радио Вальдории');
    expect(credit('reported by Radio Valdoria', 'Радио Вальдория')).toBe('Radio Valdoria');
    expect(agency('Как передаёт Рейтер, …')).toBe('Рейтер');
  });

  it('finds an outlet by its domain', () => {
    expect(credit('según Radio Valdoria', '', 'www.radiovaldoria.com.mx')).toBe('Radio Valdoria');
    expect(credit('según RadioValdoria', 'radiovaldoria.example', 'radiovaldoria.example')).toBe(
      'RadioValdoria',
    );
  });

  it('takes an edition for its house', () => {
    for (const edition of ['en español', 'in English', 'на русском', 'Русская служба', 'Mundo']) {
      expect(credit('according to Valdor Post', `Valdor Post ${edition}`)).toBe('Valdor Post');
    }
    expect(credit('según RT, ayer', 'RT en Español')).toBe('RT');
    expect(credit('EL PRESIDENTE, según dijo', 'El Mundo')).toBeUndefined();
  });

  it('asks capitals of short names', () => {
    expect(agency('(AP) The council')).toBe('AP');
    for (const text of ['Ap and ap', 'the app', 'APP', 'Efe']) expect(agency(text)).toBeUndefined();
    expect(credit('Hoy, según HOY', 'Hoy')).toBe('HOY');
  });

  it('takes no common word for a credit', () => {
    expect(credit('El proceso sigue; el país espera', 'Proceso')).toBeUndefined();
    expect(credit('publicado por Proceso', 'Proceso')).toBe('Proceso');
    expect(credit('El país espera. La jornada fue larga', 'El País')).toBeUndefined();
    expect(credit('La jornada fue larga', 'La Jornada', 'jornada.com.mx')).toBeUndefined();
    expect(credit('según La Jornada', 'La Jornada', 'jornada.com.mx')).toBe('La Jornada');
  });

  it('forgives a letter of a long name, none of a short one', () => {
    expect(credit('per Radio Waldorja', 'Radio Valdoria')).toBe('Radio Waldorja');
    expect(credit('per Radio Kaldera', 'Radio Valdoria')).toBeUndefined();
    expect(credit('dijo Milenia', 'Milenio')).toBeUndefined();
  });

  it('finds the first of several credits', () => {
    const names = [...outletNames('Valdor Post', 't.me/x'), ...AGENCY_NAMES];
    expect(findCredit(creditWords('TASS and Valdor Post'), names)).toEqual({ begin: 0, end: 4 });
    expect(findCredit(creditWords('Valdor Post and TASS'), names)).toEqual({ begin: 0, end: 11 });
  });

  it('finds nothing in a text without words, or for a name that names no one', () => {
    expect(credit('', 'Radio Valdoria')).toBeUndefined();
    for (const name of ['', ' ', '—', '24', 'News', 'Unknown', 'Radio', 'x']) {
      expect([name, outletNames(name, 't.me/x')]).toEqual([name, []]);
    }
  });
});

describe('outletNames', () => {
  it('states each name once', () => {
    expect(outletNames('Radio Valdoria', 'radiovaldoria.example')).toHaveLength(1);
    expect(outletNames('Radio Valdoria', 'rv.example')).toHaveLength(2);
  });
});
