/**
 * The layouts of the lists that foreign ministries publish, with invented people: what each sets where,
 * who of the named is a principal, and who is family.
 */
import { describe, expect, test } from 'vitest';
import { type ListedMission, readDiplomaticList } from './diplomatic-list.ts';
import { asLines } from './invented-list.fixture.ts';
import { listEntries } from './list-entries.ts';

type Numbers = Partial<Omit<ListedMission, 'totals' | 'name'>>;

/** The same mission twice, as two states: one alone does not tell a list's manner. */
function first(lines: (state: 0 | 1) => readonly string[]): ListedMission {
  const { missions } = readDiplomaticList(asLines([...lines(0), ...lines(1)]));
  expect(missions[1]).toEqual({
    ...missions[0],
    sender: 'FJ',
    name: missions[1]!.name,
    line: missions[1]!.line,
  });
  return missions[0]!;
}

const none: Numbers = { family: 0, rankedFamily: 0, unranked: 0, administrativeTechnical: 0 };

describe('layouts', () => {
  test('name over rank, spouses below with “Mrs.” (as Washington’s)', () => {
    const mission = first((i) => [
      ['ALBANIA', 'FIJI'][i]!,
      `Embassy of ${['Albania', 'Fiji'][i]}`,
      '12 Invented Avenue NW, 20008',
      'Tel: 555-0100  Fax: 555-0101  Email: chancery@embassy.example',
      'His Excellency Abel Quorrin',
      'Ambassador E. and P.',
      'Mrs. Dora Quorrin',
      'Ms. Berta Veldoz',
      'Minister-Counselor (Deputy Chief of Mission)',
      'Mr. Gil Ravanesco',
      'Brigadier General Cyril Tambrex',
      'Defense, Military, Naval & Air Attaché',
      'Mrs. Hilda Tambrex',
      'Mr. Emil Jaskopol',
      'Assistant Attaché (Administrative)',
    ]);
    // A husband with a surname of his own is nobody that the list explains.
    expect(mission).toMatchObject({
      ...none,
      heads: 1,
      diplomats: 4,
      military: 1,
      family: 2,
      unranked: 1,
    });
  });

  test('name and rank on one line, stars, marriage marks, addresses of sections (as London’s)', () => {
    const mission = first((i) => [
      ['ALBANIA', 'FIJI'][i]!,
      `Embassy of the Republic of ${['Albania', 'Fiji'][i]}`,
      '12 Invented Street SW1X 8SQ',
      'Consular Section: 020 555 0102',
      'Office of the Defence Attaché',
      '14 Invented Street',
      'HE Mr Abel QUORRIN Ambassador Extraordinary & Plenipotentiary (since 2 September 2020)',
      'm Mrs Dora QUORRIN',
      '* Ms Berta VELDOZ Minister-Counsellor & Deputy Head of Mission',
      'Colonel Cyril TAMBREX Defence Attaché m',
      'Mrs Hilda TAMBREX',
      'Mr Emil JASKOPOL Third Secretary (Consular)',
    ]);
    expect(mission).toMatchObject({ ...none, heads: 1, diplomats: 4, military: 1, family: 2 });
  });

  test('“Excmo. Sr.”, “Señora de”, esposas and hijos (as Mexico’s)', () => {
    const mission = first((i) => [
      `EMBAJADA DE LA REPÚBLICA DE ${['ALBANIA', 'FIYI'][i]}`,
      'Cancillería: Calle Inventada 12, Col. Inventada. Tel. 55 5555 0100',
      'Correo electrónico: cancilleria@embajada.example',
      'Excmo. Sr. Abel Quorrin',
      'Embajador Extraordinario y Plenipotenciario',
      'Esposa: Excma. Sra. Dora de Quorrin',
      'Señora Berta Veldoz',
      'Ministra Consejera',
      'Hijos: Emil y Hilda',
      'Cor. Cyril Tambrex',
      'Agregado Militar y Aéreo',
      'Sra. Hilda Muntzel de Tambrex',
      'Lic. Emil Jaskopol',
      'Tercer Secretario',
      'Sr. Gil Ravanesco (esposo)',
      'Personal administrativo y técnico',
      'Sr. Emil Jaskopol Obreten',
      'Sra. Fanny Iskwell',
      'Esposa: Sra. Dora Iskwell',
    ]);
    expect(mission).toMatchObject({
      ...none,
      ...{
        heads: 1,
        diplomats: 4,
        military: 1,
        family: 5,
        unranked: 0,
        administrativeTechnical: 2,
      },
    });
  });

  test('rank after a dash, dates, ladies first (as Vienna’s)', () => {
    const mission = first((i) => [
      `EMBASSY OF THE REPUBLIC OF ${['ALBANIA', 'FIJI'][i]}`,
      'Chancery: 1010 Invented Street 12/3, Phone: (+00 1) 555 01 00, e-mail: vienna@embassy.example',
      'Office hours: Mon–Fri 9.00–17.00; National Day: 1 January',
      'H.E. Ms. Berta VELDOZ, Ambassador Extraordinary and Plenipotentiary (12 May 2023)',
      'Mr. Gil VELDOZ',
      'Mr. Cyril TAMBREX, First Secretary',
      'Ms. Dora ISKWELL, Attaché',
      'Defence Section:',
      'Lt. Col. Emil JASKOPOL, Attaché',
      'Mrs. Fanny JASKOPOL',
      'Commercial Section:',
      'Mr. Abel QUORRIN, Counsellor',
    ]);
    expect(mission).toMatchObject({ ...none, heads: 1, diplomats: 5, military: 1, family: 2 });
  });

  test('French, with “Madame” for spouses and diplomats alike (as Bern’s)', () => {
    const mission = first((i) => [
      `ROYAUME ${['D’ALBANIE', 'DES FIDJI'][i]}`,
      'Chancellerie: rue Inventée 12, 3005, Tél. 031 555 01 00, courriel: chancellerie@ambassade.example',
      'Son Excellence Monsieur Abel QUORRIN, Ambassadeur extraordinaire et plénipotentiaire',
      'Madame Dora QUORRIN',
      'Madame Berta VELDOZ, Ministre-Conseillère',
      'Monsieur Gil RAVANESCO (époux)',
      'M. Cyril TAMBREX, 1er secrétaire',
      'Colonel Emil JASKOPOL, Attaché de défense',
      'Enfants: Hilda, Fanny',
    ]);
    expect(mission).toMatchObject({ ...none, heads: 1, diplomats: 4, military: 1, family: 3 });
  });

  test('Russian, rank after a dash, wives with a further ending', () => {
    const mission = first((i) => [
      `ПОСОЛЬСТВО РЕСПУБЛИКИ ${['АЛБАНИИ', 'ФИДЖИ'][i]}`,
      'Адрес: Вымышленная ул., 12. Тел.: 555-01-00',
      'Его Превосходительство г-н Абель КВОРРИН – Чрезвычайный и Полномочный Посол',
      'Г-жа Дора КВОРРИНА',
      'Г-жа Берта ВЕЛДОЗ – советник-посланник',
      'Супруг: г-н Гил ВЕЛДОЗ',
      'Полковник Сирил ТАМБРЕКС – военный атташе',
      'Г-н Эмиль ЯСКОПОЛ – третий секретарь',
      'Административно-технический персонал',
      'Г-н Гил РАВАНЕСКО',
    ]);
    expect(mission).toMatchObject({
      ...none,
      ...{ heads: 1, diplomats: 4, military: 1, family: 2, administrativeTechnical: 1 },
    });
  });

  test('ranks over names: a spouse below has none', () => {
    const mission = first((i) => [
      ['ALBANIA', 'FIJI'][i]!,
      'Ambassador',
      'H.E. Mr Abel QUORRIN',
      'Mrs Dora QUORRIN',
      'First Secretary',
      'Ms Berta VELDOZ',
      'Mr Gil RAVANESCO (husband)',
      '2nd Secretary',
      'Mr Cyril TAMBREX',
    ]);
    expect(mission).toMatchObject({ ...none, heads: 1, diplomats: 3, family: 2 });
  });

  test('diplomats of one surname, each with a rank, are two; family with a rank is said', () => {
    const mission = first((i) => [
      ['ALBANIA', 'FIJI'][i]!,
      'Mr Abel QUORRIN',
      'Ambassador',
      'Ms Dora QUORRIN',
      'Second Secretary',
      'Ms Berta VELDOZ, Attaché (spouse)',
      'Spouse: Mr Gil RAVANESCO',
      'Counsellor',
    ]);
    expect(mission).toMatchObject({ ...none, diplomats: 2, family: 2, rankedFamily: 2 });
  });

  test('staff of the surname before are a range', () => {
    const lines = (state: string): readonly string[] => [
      ...[state, 'Mr Abel QUORRIN', 'Ambassador', 'Administrative and technical staff'],
      ...['Mr Cyril TAMBREX', 'Mrs Hilda TAMBREX', 'Ms Dora ISKWELL'],
    ];
    const list = readDiplomaticList(asLines([...lines('ALBANIA'), ...lines('FIJI')]));
    expect(list.missions[0]).toMatchObject({ administrativeTechnical: 3, doubtfulStaff: 1 });
    const asOf = { first: '2024-05-01', last: '2024-05-31' };
    const { entries } = listEntries(list, { host: 'TO', asOf, source: { name: 'List' } }, []);
    expect(entries.map(({ draft }) => [draft.unit, draft.number])).toContainEqual([
      'administrative-technical',
      { min: 2, max: 3 },
    ]);
  });
});

describe('consulates', () => {
  const lines = (state: string): readonly string[] => [
    ...[`EMBAJADA DE ${state}`, 'Consulado General', 'Calle Inventada 12'],
    ...['Sr. Abel QUORRIN', 'Embajador', 'Sra. Berta VELDOZ', 'Consejera'],
    ...['Consulado General en Guadalajara', 'Sr. Cyril TAMBREX', 'Cónsul General'],
    ...['Consulado en Monterrey', 'Sra. Dora ISKWELL', 'Cónsul'],
  ];
  const list = readDiplomaticList(asLines([...lines('ALBANIA'), ...lines('FIYI')]));

  test('are counted apart, those of one state together; one above the first rank is an address', () => {
    expect(list.missions.map((m) => [m.sender, m.post, m.heads, m.diplomats])).toEqual([
      ['AL', 'embassy', 1, 2],
      ['AL', 'consulate', 0, 2],
      ['FJ', 'embassy', 1, 2],
      ['FJ', 'consulate', 0, 2],
    ]);
  });

  test('give entries of their own scope', () => {
    const asOf = { first: '2024-05-01', last: '2024-05-31' };
    const { entries, refused } = listEntries(
      list,
      { host: 'MX', asOf, source: { name: 'List' } },
      [],
    );
    expect(refused).toEqual([]);
    expect(entries.map(({ draft }) => [draft.sender, draft.scope, draft.number?.min])).toEqual([
      ['AL', 'embassy', 2],
      ['AL', 'consulate', 2],
      ['FJ', 'embassy', 2],
      ['FJ', 'consulate', 2],
    ]);
    expect(entries[1]!.draft.stated).toBe('diplomatic list; its consulates together');
  });

  test('of a state without an embassy in the list stand for themselves', () => {
    const text = [
      ...['EMBAJADA DE ALBANIA', 'Sr. Abel QUORRIN', 'Embajador'],
      ...['EMBAJADA DE FIYI', 'Sr. Emil JASKOPOL', 'Embajador'],
      ...['Consulado General de Belice en Mérida', 'Sra. Dora ISKWELL', 'Cónsul General'],
      ...['Consulado de Ruritania', 'Sra. Berta VELDOZ', 'Cónsul'],
    ];
    const { missions } = readDiplomaticList(asLines(text));
    expect(missions.map((m) => [m.sender, m.post, m.diplomats])).toEqual([
      ['AL', 'embassy', 1],
      ['FJ', 'embassy', 1],
      ['BZ', 'consulate', 1],
      [undefined, 'consulate', 1],
    ]);
  });
});
