import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDiplomaticList } from './diplomatic-list.ts';
import type { ListLine } from './headings.ts';
import { htmlLines } from './html-lines.ts';
import { asLines, missionLines, PEOPLE } from './invented-list.fixture.ts';
import { listEntries } from './list-entries.ts';
import { hintsOf } from './plausible.ts';

const counted = (lines: readonly ListLine[]) =>
  readDiplomaticList(lines).missions.map((m) => [m.sender, m.heads, m.diplomats, m.military]);

describe('readDiplomaticList', () => {
  test('names first, ranks below, spouses without a rank', () => {
    const { missions } = readDiplomaticList(
      asLines([
        ...missionLines('ALBANIA', 3),
        ...missionLines('BELIZE', 1),
        'Defence Attaché',
        'Total: 2',
      ]),
    );
    expect(missions).toEqual([
      {
        post: 'embassy',
        sender: 'AL',
        name: 'ALBANIA',
        page: 1,
        line: 1,
        elsewhere: false,
        heads: 1,
        diplomats: 4,
        military: 0,
        administrativeTechnical: 0,
        doubtfulStaff: 0,
        family: 1,
        rankedFamily: 0,
        unranked: 0,
        repeated: 0,
        totals: [],
      },
      expect.objectContaining({
        sender: 'BZ',
        line: 12,
        heads: 1,
        diplomats: 2,
        military: 1,
        totals: [2],
      }),
    ]);
  });

  test('stars and numbers before names, a rank on the line of the name, a spouse on it too', () => {
    const mission = (state: string) => [
      state,
      '1. H.E. Mr Abel QUORRIN, Ambassador, and Mrs QUORRIN',
      '* Ms Berta VELDOZ, Counselor (Political)',
      'Deputy Ambassador',
      '† Mr Cyril TAMBREX, Assistant Defence Attaché',
    ];
    expect(counted(asLines([...mission('Albania'), ...mission('Fiji')]))).toEqual([
      ['AL', 1, 3, 1],
      ['FJ', 1, 3, 1],
    ]);
  });

  test('ranks first', () => {
    const mission = (state: string) => [
      `EMBASSY OF THE REPUBLIC OF ${state}`,
      'Ambassador',
      'H.E. Mr Abel QUORRIN',
      'Minister-Counsellor',
      'Deputy Head of Mission',
      'Ms Berta VELDOZ',
      'Military and Air Attaché',
      'Col. Cyril TAMBREX',
      'Third Secretary',
    ];
    // The last rank is a vacant post.
    expect(counted(asLines([...mission('ALBANIA'), ...mission('FIJI')]))).toEqual([
      ['AL', 1, 3, 1],
      ['FJ', 1, 3, 1],
    ]);
  });

  test('name and rank on one line, without "Mr"', () => {
    const mission = (state: string) => [
      state,
      'QUORRIN Abel, Ambassador',
      'VELDOZ Berta, Counsellor (Political Affairs)',
      'Deputy Head of Mission',
      'TAMBREX Cyril, Second Secretary',
    ];
    expect(counted(asLines([...mission('Albania'), ...mission('Fiji')]))).toEqual([
      ['AL', 1, 3, 0],
      ['FJ', 1, 3, 0],
    ]);
  });

  test('names on lines that nothing marks: ranks that follow each other are one person’s', () => {
    const mission = (state: string) => [
      state,
      'Abel Quorrin',
      'Ambassador',
      'Berta Veldoz',
      'Minister',
      'Deputy Head of Mission',
      'Cyril Tambrex',
      'First Secretary',
    ];
    expect(counted(asLines([...mission('Albania'), ...mission('Fiji')]))).toEqual([
      ['AL', 1, 3, 0],
      ['FJ', 1, 3, 0],
    ]);
  });

  test('Spanish and Russian', () => {
    const lines = [
      'EMBAJADA DE ALBANIA',
      'S.E. Sr. Abel QUORRIN',
      'Embajador Extraordinario y Plenipotenciario',
      'Sra. Berta VELDOZ',
      'Primera Secretaria',
      'Sr. Cyril TAMBREX',
      'Agregado Militar',
      'EMBAJADA DE LA REPÚBLICA DE FIYI',
      'Г-н КВОРРИН',
      'Чрезвычайный и Полномочный Посол',
      'Г-жа ВЕЛДОЗ',
      'Третий секретарь',
      'Personal administrativo y técnico',
      'Sr. Emil JASKOPOL',
      'Sra. Dora ISKWELL',
    ];
    const { missions } = readDiplomaticList(asLines(lines));
    expect(
      missions.map((m) => [m.sender, m.heads, m.diplomats, m.military, m.administrativeTechnical]),
    ).toEqual([
      ['AL', 1, 3, 1, 0],
      ['FJ', 1, 2, 0, 2],
    ]);
  });

  test('a country in an address, a house and a room begin nothing', () => {
    const lines = [
      ...missionLines('ALBANIA', 2),
      'Residence of the Ambassador: Invented Street',
      'Germany',
      'Office of the Defence Attaché',
      ...missionLines('BELIZE', 2),
    ];
    expect(counted(asLines(lines))).toEqual([
      ['AL', 1, 3, 0],
      ['BZ', 1, 3, 0],
    ]);
  });

  test('an indented country of the same capitals is no heading', () => {
    const lines = [
      ...asLines(missionLines('ALBANIA', 2)),
      { page: 1, x: 200, text: 'GERMANY' },
      ...asLines(['Ms Dora ISKWELL', 'Attaché']),
      ...asLines(missionLines('BELIZE', 2)),
      ...asLines(missionLines('CHILE', 2)),
    ];
    expect(counted(lines)).toEqual([
      ['AL', 1, 4, 0],
      ['BZ', 1, 3, 0],
      ['CL', 1, 3, 0],
    ]);
  });

  test('a running title goes on with the mission', () => {
    const lines = [
      ...missionLines('ALBANIA', 2),
      'ALBANIA (continued)',
      'Ms Dora ISKWELL',
      'Attaché',
    ];
    expect(counted(asLines([...lines, ...missionLines('BELIZE', 1)]))).toEqual([
      ['AL', 1, 4, 0],
      ['BZ', 1, 2, 0],
    ]);
  });

  test('a directory in HTML', () => {
    const row = (name: string, rank: string) => `<tr><td>${name}</td><td>${rank}</td></tr>`;
    const html = `<nav><a>Albania</a></nav><h2 class="m">Albania</h2><p>Germany</p><table>${row(
      'Mr Abel QUORRIN',
      'Ambassador',
    )}${row('Ms Berta VELDOZ', 'Attach&eacute;')}</table><h2 class="m">Fiji <small>(non-resident)</small></h2><ul><li>Mr Cyril TAMBREX<br>Charg&eacute; d'Affaires a.i.</li></ul>`;
    const { missions } = readDiplomaticList(htmlLines(html));
    expect(missions.map((m) => [m.sender, m.heads, m.diplomats, m.elsewhere])).toEqual([
      ['AL', 1, 2, false],
      ['FJ', 1, 1, true],
    ]);
  });

  test.each([[[]], [['', 'no list at all', 'Mr Abel QUORRIN, Ambassador']]])(
    'nothing: %j',
    (texts) => expect(readDiplomaticList(asLines(texts)).missions).toEqual([]),
  );

  test('hostile lines take linear time', () => {
    const lines = asLines([
      ...missionLines('ALBANIA', 1),
      'Mr '.repeat(300_000),
      'First '.repeat(200_000),
      ...Array.from({ length: 50_000 }, () => 'Ambassador'),
      ...Array.from({ length: 50_000 }, () => 'Fiji'),
      ...Array.from({ length: 20_000 }, () => `Consulado General en ${'x '.repeat(60)}`),
      `Spouse: ${'Mr Abel QUORRIN (spouse '.repeat(100_000)}`,
      'посольство'.repeat(100_000),
    ]);
    expect(readDiplomaticList(lines).missions.length).toBeGreaterThan(0);
  });
});

test('no name comes out, of any list', () => {
  const words = fc.constantFrom(
    'ALBANIA',
    'Embassy of Ruritania',
    'Embassy of Abel QUORRIN',
    'Embassy of Fiji Mr Emil JASKOPOL',
    'BELIZE (Hilda MUNTZEL)',
    'BELIZE, Hilda MUNTZEL',
    'Ambassador',
    'Administrative and technical staff',
    'Total Gil RAVANESCO 12',
    'Consulado General de Fiyi en Hilda MUNTZEL',
    'Consulado de Abel QUORRIN',
    'Ambassade de la Principauté de Monaco (Abel QUORRIN)',
    'Посольство Мексики, Fanny OBRETEN',
    'Spouse: Dora ISKWELL, Attaché',
    'Mrs ISKWELL',
    '(Embassy at Emil JASKOPOL)',
    'FIJI',
    ...PEOPLE.map((name) => `Mr ${name}`),
    ...PEOPLE.map((name) => `${name}, First Secretary`),
  );
  const surnames = PEOPLE.flatMap((name) => name.split(' ').map((part) => part.toLowerCase()));
  const source = { name: 'Invented list', url: 'https://list.example/' };
  const asOf = { first: '2024-05-01', last: '2024-05-31' };
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), (texts) => {
      const list = readDiplomaticList(asLines(texts));
      const hints = hintsOf(list, new Map([['DE', 3]]));
      const out = JSON.stringify([
        list,
        hints,
        listEntries(list, { host: 'TO', asOf, source }, hints),
      ]);
      expect(surnames.filter((name) => out.toLowerCase().includes(name))).toEqual([]);
    }),
  );
});
