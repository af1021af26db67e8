import { describe, expect, test } from 'vitest';
import { postHeaded, saysElsewhere } from './posts.ts';

describe('postHeaded', () => {
  test.each([
    ['Посольство Республики Корея', 'KR'],
    ['ПОСОЛЬСТВО МЕКСИКИ', 'MX'],
    ['Апостольская нунциатура', 'VA'],
    ['Embajada de la República de Corea', 'KR'],
    ['EMBAJADA DE LOS ESTADOS UNIDOS DE AMÉRICA', 'US'],
    ['Embajada del Reino de los Países Bajos', 'NL'],
    ['Embajada de España', 'ES'],
    ['Ambassade de la République de Corée', 'KR'],
    ['Ambassade d’Espagne', 'ES'],
    ['AMBASSADE DU ROYAUME DE BELGIQUE', 'BE'],
    ['Ambassade de l’Inde', 'IN'],
    ['Ambassade des Pays-Bas', 'NL'],
    ['The Embassy of the Republic of Korea', 'KR'],
    ['Royal Embassy of Saudi Arabia', 'SA'],
    ['British High Commission', 'GB'],
    ['Embassy of the Kingdom of Spain', 'ES'],
  ])('%s: an embassy of %s', (text, sender) => {
    expect(postHeaded(text)).toMatchObject({
      post: 'embassy',
      worded: true,
      sender,
      elsewhere: false,
    });
  });

  test.each([
    ['ROYAUME DE BELGIQUE', 'BE'],
    ['KOREA (REPUBLIC OF)', 'KR'],
    ['Corée (République populaire démocratique de)', 'KP'],
    ['México', 'MX'],
    ['МЕКСИКА', 'MX'],
  ])('%s: the name alone, of %s', (text, sender) => {
    expect(postHeaded(text)).toMatchObject({ post: 'embassy', worded: false, sender });
  });

  test.each([
    ['Генеральное консульство Испании в Санкт-Петербурге', 'ES'],
    ['Консульство Мексики', 'MX'],
    ['Consulado General de España en Guadalajara', 'ES'],
    ['Consulate General of Japan at Leeds', 'JP'],
    ['Consulat général de France à Genève', 'FR'],
    ['Honorary Consulate of Fiji', 'FJ'],
  ])('%s: a consulate of %s', (text, sender) => {
    expect(postHeaded(text)).toMatchObject({ post: 'consulate', namesState: true, sender });
  });

  test.each([
    ['ANTIGUA AND BARBUDA (Embassy at Washington)', 'AG'],
    ['Fiji (non-resident)', 'FJ'],
    ['Embajada de Fiyi (con sede en Washington)', 'FJ'],
    ['FIDJI (résidence à Bruxelles)', 'FJ'],
    ['Fiji (Non Resident – see Embassy in Invented City)', 'FJ'],
  ])('%s: elsewhere', (text, sender) => {
    expect(postHeaded(text)).toMatchObject({ sender, elsewhere: true });
  });

  test('a state that is not known is named all the same, by no words of the list', () => {
    for (const text of ['Embassy of Ruritania', 'Посольство Руритании', 'Ambassade de Ruritanie']) {
      expect(postHeaded(text)).toMatchObject({
        post: 'embassy',
        sender: undefined,
        name: undefined,
      });
    }
    expect(postHeaded('Consulado de Ruritania')).toMatchObject({
      namesState: true,
      sender: undefined,
    });
  });

  test('a consulate may name its seat alone', () => {
    for (const text of ['Consulate General', 'Consulado General en Guadalajara']) {
      expect(postHeaded(text)).toMatchObject({ post: 'consulate', namesState: false });
    }
  });

  test.each([
    'Embassy: 12 Invented Street',
    'Embassy Invented Street',
    'Посольство в Мексике',
    'Consular Section',
    'Consulate General, Invented Street',
    'Consul General',
    'Embassy',
    'Berlin, Germany is large',
    '',
    'Embassy of '.repeat(1e5),
  ])('begins nothing: %.40s', (text) => expect(postHeaded(text)).toBeUndefined());
});

test.each([
  ['(Embassy at Washington)', true],
  ['Residing in Brussels', true],
  ['non-resident', true],
  ['Residence in Washington', false],
  ['(Residence of the Ambassador)', false],
  ['Chancery in Invented Street, and Tel. 555', false],
  ['Mr Abel QUORRIN (non-resident)', false],
  ['', false],
])('saysElsewhere: %s', (text, says) => expect(saysElsewhere(text)).toBe(says));
