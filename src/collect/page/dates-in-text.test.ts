import { describe, expect, it } from 'vitest';
import { blocksOf } from './blocks.ts';
import { datesIn, datesNearTitle } from './dates-in-text.ts';
import { parsePage } from './parse.ts';

describe('datesIn', () => {
  it.each([
    ['Posted on May 12, 2024 by Jane', 'en', ['May 12, 2024']],
    ['12 de mayo de 2024 | Redacción', 'es', ['12 de mayo de 2024']],
    ['Опубликовано: 12 мая 2024, 10:05', 'ru', ['12 мая 2024']],
    ['Am 14. Dezember 2015 um 14:48', 'de', ['14. Dezember 2015']],
    ['le 1er juillet 2019', 'fr', ['1er juillet 2019']],
    [
      '2024-05-12 10:05:00 / Updated: 2024-05-13 11:00',
      'en',
      ['2024-05-12 10:05:00', '2024-05-13 11:00'],
    ],
    ['更新 2024年5月12日', 'zh', ['2024-05-12']],
    ['2024년 5월 12일', 'ko', ['2024-05-12']],
    ['12.05.2024', 'de', ['2024-05-12']],
    ['05/06/2024', 'es', ['2024-06-05']],
    ['05/06/2024', 'en-US', ['2024-05-06']],
    ['05/06/2024', 'en-GB', ['2024-06-05']],
    ['05/06/2024', 'en', ['05/06/2024']],
    ['05/06/2024', undefined, ['05/06/2024']],
    ['02.12.19', 'de', ['2019-12-02']],
    ['version 1.2.3, room 12/34, 555-12-2024', 'en', []],
    ['In May they met', 'en', []],
  ])('finds in "%s" (%s) %j', (text, language, expected) => {
    expect(datesIn(text, language)).toEqual(expected);
  });
});

describe('datesNearTitle', () => {
  const PROSE =
    'The council of the invented town met and agreed, after a long debate, to repair the bridge before the winter; residents had asked for it since the spring of the year.';
  const near = (html: string, title = 'Bridge to be repaired') =>
    datesNearTitle(blocksOf(parsePage(html).body), title, 'es');
  const filler = '<p>x</p>'.repeat(30);

  it('takes the line nearest to the title', () => {
    const html = `<p>01.05.2024</p>${filler}<p>10.05.2024</p><h1>Bridge to be repaired</h1><p>a</p><p>12.05.2024</p>`;
    expect(near(html)).toEqual(['2024-05-10', '2024-05-12']);
  });

  it('takes lines anywhere that say that it was published then, changes last', () => {
    const html = `<h1>Bridge to be repaired</h1><p>Actualizado 13.05.2024</p>${filler}<p>Publicado el 12.05.2024</p><p>Nacido el 01.05.1950</p>`;
    expect(near(html)).toEqual(['2024-05-12', '2024-05-13']);
  });

  it('takes the date that opens a paragraph as a dateline, and no day that the text speaks of', () => {
    const title = '<h1>Bridge to be repaired</h1>';
    expect(near(`${title}<p>PUERTO ALBA, 12 de mayo de 2024 (EFE).- ${PROSE}</p>`)).toEqual([
      '12 de mayo de 2024',
    ]);
    expect(near(`${title}<p>(12.05.2024) ${PROSE}</p>`)).toEqual(['2024-05-12']);
    expect(near(`${title}<p>El 12 de mayo de 2024 the war began. ${PROSE}</p>`)).toEqual([]);
    expect(
      near(`${title}<p>El 12 de mayo de 2024 se reunió el consejo de la ciudad inventada.</p>`),
    ).toEqual([]);
  });
});
