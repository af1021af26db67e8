import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOfficeList } from './office-list.ts';

const source = { name: 'Invented list', url: 'https://list.example/a', date: '2024-05-01' };
const read = (text: string, state?: string) =>
  readOfficeList(new TextEncoder().encode(text), { source, ...(state && { state }) });

describe('readOfficeList: tables', () => {
  test('our own columns', async () => {
    const { tenures, refused } = await read(
      'person,person_names,office,office_names,state,from,to,source_name,source_url,source_date\n' +
        'Ana Ruiz,Анна Руис; A. Ruiz,Director of the AIV,jefa de la AIV,MX,2020-03,2022-06-10,Gazette,https://gazette.example/1,2022-07\n',
    );
    expect(refused).toEqual([]);
    expect(tenures).toEqual([
      {
        person: 'Ana Ruiz',
        personNames: ['Анна Руис', 'A. Ruiz'],
        office: 'Director of the AIV',
        officeNames: ['jefa de la AIV'],
        state: 'MX',
        from: { first: '2020-03-01', last: '2020-03-31' },
        to: { first: '2022-06-10', last: '2022-06-10' },
        source: { name: 'Gazette', url: 'https://gazette.example/1', date: '2022-07' },
      },
    ]);
  });

  test('role, org, person', async () => {
    const { tenures, refused } = await read(
      'role,org,person,start,end,source,url\n' +
        'Commander,NORTHCOM/NORAD,Ana Ruiz,2020-08,2024-02-05,Gazette,https://gazette.example/1\n' +
        'Ambassador to Mexico,Russian Federation,Leo Sanz,2018,,,\n',
    );
    expect(refused).toEqual([]);
    expect(tenures.map(({ office, officeNames, state }) => [office, officeNames, state])).toEqual([
      ['Commander, NORTHCOM/NORAD', ['Commander, NORTHCOM', 'Commander, NORAD'], undefined],
      ['Ambassador to Mexico, Russian Federation', [], 'RU'],
    ]);
    expect(tenures[0]?.source).toEqual({
      ...source,
      name: 'Gazette',
      url: 'https://gazette.example/1',
    });
    expect(tenures[1]?.source).toEqual(source);
    expect(tenures[1]?.to).toBeUndefined();
  });

  test('position, person, with the state and the source of the list', async () => {
    const { tenures } = await read(
      'position,person,personID,start,end\nPresident,Ana Ruiz,Q1,1994-12-01,2000-11-30\n',
      'MX',
    );
    expect(tenures[0]).toMatchObject({ office: 'President', state: 'MX', source });
  });

  test('a bad row is refused with its line and value, and the rest stays', async () => {
    const { tenures, refused } = await read(
      [
        'person,office,state,from,to',
        'Ana Ruiz,Director,MX,soon,',
        'Ana Ruiz,Director,MX,2022,2020',
        'Ana Ruiz,Director,Atlantis,2020,',
        ',Director,MX,2020,',
        'Ana Ruiz,,MX,2020,',
        'Leo Sanz,Director,MX,2020,2021-02-30',
        `${'x'.repeat(400)},Director,MX,2020,`,
        'Gleb Vorin,Director,MX,2020,',
      ].join('\n'),
    );
    expect(tenures.map(({ person }) => person)).toEqual(['Gleb Vorin']);
    expect(refused.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(refused[0]).toEqual({
      line: 2,
      reason: '"soon" is no date; write YYYY, YYYY-MM or YYYY-MM-DD.',
      value: 'soon',
    });
    expect(refused[1]?.reason).toContain('lies before the beginning, 2022');
    expect(refused[2]?.reason).toContain('"Atlantis" is no state');
    expect(refused[5]?.value).toBe('2021-02-30');
  });

  test('an address or a day of a source that is none', async () => {
    const head = 'person,office,from,to,source_name,source_url,source_date\n';
    const { refused } = await read(
      `${head}Ana Ruiz,Director,2020,,Gazette,gazette,2022\nAna Ruiz,Director,2020,,Gazette,,today\n`,
    );
    expect(refused.map(({ value }) => value)).toEqual(['gazette', 'today']);
  });

  test('a header of something else refuses the file', async () => {
    const { tenures, refused } = await read('domain,name\nlist.example,List\n');
    expect(tenures).toEqual([]);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toContain('the header is "domain,name"; expected');
    expect((await read('')).refused[0]?.reason).toContain('the file is empty');
  });
});

describe('readOfficeList: Wikidata', () => {
  const bound = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }]));

  test('results of a query', async () => {
    const bindings = [
      bound({
        person: 'https://www.wikidata.org/entity/Q1',
        personLabel: 'Ana Ruiz',
        positionLabel: 'Director of the AIV',
        start: '2020-01-01T00:00:00Z',
        end: '2022-06-10T00:00:00Z',
      }),
      bound({ personLabel: 'Q2', positionLabel: 'Director' }),
      bound({ personLabel: 'Leo Sanz', positionLabel: 'Director', start: 'unknown' }),
    ];
    const { tenures, refused } = await read(JSON.stringify({ results: { bindings } }), 'MX');
    expect(tenures).toEqual([
      {
        person: 'Ana Ruiz',
        personNames: [],
        office: 'Director of the AIV',
        officeNames: [],
        state: 'MX',
        from: { first: '2020-01-01', last: '2020-12-31' },
        to: { first: '2022-06-10', last: '2022-06-10' },
        source: { ...source, url: 'https://www.wikidata.org/entity/Q1' },
      },
    ]);
    expect(refused.map(({ line }) => line)).toEqual([2, 3]);
    expect(refused[0]?.reason).toContain('entry 2: no person is named');
    expect(refused[1]?.value).toBe('unknown');
  });

  test('entities, with the names of persons and positions in three languages', async () => {
    const time = (value: string, precision: number) => [
      { datavalue: { value: { time: value, precision } } },
    ];
    const label = (value: string) => ({ value });
    const held = (id: string, qualifiers: object) => ({
      mainsnak: { datavalue: { value: { id } } },
      qualifiers,
    });
    const entities = {
      Q1: {
        id: 'Q1',
        labels: { en: label('Ana Ruiz'), ru: label('Анна Руис') },
        aliases: { en: [label('Ana M. Ruiz')] },
        claims: {
          P39: [
            held('Q9', {
              P580: time('+2020-08-00T00:00:00Z', 10),
              P582: time('+2024-02-05T00:00:00Z', 11),
            }),
            held('Q8', {}),
          ],
        },
      },
      Q9: {
        id: 'Q9',
        labels: { en: label('Director of the AIV'), es: label('directora de la AIV') },
      },
    };
    const { tenures, refused } = await read(JSON.stringify({ entities }));
    expect(tenures).toEqual([
      {
        person: 'Ana Ruiz',
        personNames: ['Ana M. Ruiz', 'Анна Руис'],
        office: 'Director of the AIV',
        officeNames: ['directora de la AIV'],
        from: { first: '2020-08-01', last: '2020-08-31' },
        to: { first: '2024-02-05', last: '2024-02-05' },
        source: { ...source, url: 'https://www.wikidata.org/wiki/Q1' },
      },
    ]);
    expect(refused[0]).toMatchObject({ value: 'Q8' });
  });

  test('broken and foreign JSON are refused whole', async () => {
    expect((await read('{"results":')).refused[0]?.reason).toContain('not valid JSON');
    expect((await read('{"a":1}')).refused[0]?.reason).toContain('neither');
    expect((await read('[1]')).refused).toHaveLength(1);
  });

  test('is total in what JSON can hold', async () => {
    const key = fc.constantFrom(
      'results',
      'bindings',
      'entities',
      'claims',
      'P39',
      'labels',
      'value',
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(null, 1, 'x', []),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 3 }),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(value, async (any) => {
        const { tenures, refused } = await read(JSON.stringify({ entities: any, results: any }));
        for (const { person, office } of tenures) expect([person, office]).not.toContain('');
        for (const { reason } of refused) expect(reason).toMatch(/\.$/);
      }),
    );
  });
});
