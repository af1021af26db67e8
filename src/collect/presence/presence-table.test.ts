/** Invented tables; no figure in them is one of a real source. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPresenceTable } from './presence-table.ts';

const read = (text: string) => readPresenceTable(new TextEncoder().encode(text));
const OWN =
  'sender,host,measure,min,max,unit,scope,as_of,kind,source_name,source_url,source_date,stated,note,episode';

describe('our own columns', () => {
  test('a row in full', async () => {
    const { entries, refused, rows } = await read(
      `${OWN}\nFiji,TON,expulsion,3,,Diplomats,embassy,2024-02/2024-03-05,press,Gazette,https://gazette.example/1,2024-03-06,"at least three",a note,2024-wave\n`,
    );
    expect(refused).toEqual([]);
    expect(rows).toBe(1);
    expect(entries).toEqual([
      {
        line: 2,
        draft: {
          sender: 'FJ',
          host: 'TO',
          measure: 'expulsion',
          number: { min: 3, max: null },
          unit: 'diplomats',
          scope: 'embassy',
          stated: 'at least three',
          asOf: { first: '2024-02-01', last: '2024-03-05' },
          kind: 'press',
          source: { name: 'Gazette', url: 'https://gazette.example/1', date: '2024-03-06' },
          note: 'a note',
          episode: '2024-wave',
        },
      },
    ]);
  });

  test('a direction alone is an entry, a level without a number is none', async () => {
    const { entries, refused } = await read(
      `${OWN}\nFJ,TO,rise,,,staff,country,2024,press,Gazette\nFJ,TO,level,,,staff,country,2024,press,Gazette\n`,
    );
    expect(entries.map(({ draft }) => [draft.measure, draft.number])).toEqual([
      ['rise', undefined],
    ]);
    expect(refused).toEqual([
      { line: 3, reason: 'no number is given; a level needs one in min and max.' },
    ]);
  });

  test.each([
    [',TO,level,1,1,staff,country,,press,G', 'no sender', undefined],
    ['Ruritania,TO,level,1,1,staff,country,,press,G', 'is no state', 'Ruritania'],
    ['FJ,FJI,level,1,1,staff,country,,press,G', 'sender and host at once', 'FJ'],
    ['FJ,TO,count,1,1,staff,country,,press,G', 'is no measure', 'count'],
    ['FJ,TO,level,1,1,spies,country,,press,G', 'is no unit', 'spies'],
    ['FJ,TO,level,1,1,staff,capital,,press,G', 'is no scope', 'capital'],
    ['FJ,TO,level,1,1,staff,country,,rumour,G', 'is no kind', 'rumour'],
    ['FJ,TO,level,-1,1,staff,country,,press,G', 'is no count', '-1'],
    ['FJ,TO,level,5,4,staff,country,,press,G', 'less than the lower bound 5', '4'],
    ['FJ,TO,level,9,9000000,staff,country,,press,G', 'more than 1000000', '9000000'],
    ['FJ,TO,level,1,1,staff,country,2024-02-30,press,G', 'is no date', '2024-02-30'],
    ['FJ,TO,level,1,1,staff,country,2025/2024,press,G', 'is no date', '2025/2024'],
    ['FJ,TO,level,1,1,staff,country,,press,', 'no source is named', undefined],
    ['FJ,TO,level,1,1,staff,country,,press,G,gazette', 'is no address', 'gazette'],
  ])('%s', async (row, reason, value) => {
    const { entries, refused } = await read(`${OWN}\n${row}\n`);
    expect(entries).toEqual([]);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ line: 2, reason: expect.stringContaining(reason) });
    expect(refused[0]!.value).toBe(value);
  });
});

test('counts of the press: measure, unit and scope only where the words say them', async () => {
  const { entries } = await read(
    'host,sender,as_of,count,unit,scope,source,url,source_kind,note\n' +
      'TO,FJ,2024-03,7,diplomats,"accredited, says the ministry",Gazette,https://gazette.example/1,official via press,\n' +
      'TO,FJ,2024,4,admin_technical,embassy cap,Gazette,https://gazette.example/1,,cap\n' +
      'TO,FJ,2024,9,guests,all Tonga,Gazette,https://gazette.example/1,,\n',
  );
  expect(
    entries.map(({ draft: { measure, unit, scope, stated, note } }) => [
      measure,
      unit,
      scope,
      stated,
      note,
    ]),
  ).toEqual([
    [
      'level',
      'diplomats',
      'unstated',
      'accredited, says the ministry',
      'source: official via press',
    ],
    ['cap', 'administrative-technical', 'embassy', 'embassy cap', 'cap'],
    ['level', 'unstated', 'country', 'guests; all Tonga', undefined],
  ]);
});

test('expulsions: since a day, at a union, over several states, of a year', async () => {
  const { entries, refused } = await read(
    'episode,host,sender,date,count,unit,source,url,note\n' +
      'w,TO,FJ,2024-04-06,3,diplomats (cumulative since 2024-02-24),Gazette,https://gazette.example/1,\n' +
      'w,TO,FJ,2024-04,35,diplomats (cumulative since 2024-02-24),Gazette,https://gazette.example/2,\n' +
      'w,UN-NY,FJ,2024-04-06,2,diplomats,Gazette,https://gazette.example/1,\n' +
      'w,TOTAL,FJ,2024-08,70,"persons, 2023",Gazette,https://gazette.example/1,20 states\n' +
      'w,NATO,FJ,2024-04,5,mission posts cut,Gazette,https://gazette.example/1,\n',
  );
  expect(refused).toEqual([]);
  expect(
    entries.map(({ draft: d }) => [
      d.host,
      d.measure,
      d.number?.min,
      d.unit,
      d.scope,
      d.asOf?.first,
      d.asOf?.last,
    ]),
  ).toEqual([
    ['TO', 'expulsion', 3, 'diplomats', 'unstated', '2024-02-24', '2024-04-06'],
    ['TO', 'expulsion', 35, 'diplomats', 'unstated', '2024-02-24', '2024-04-30'],
    ['UN', 'expulsion', 2, 'diplomats', 'mission', '2024-04-06', '2024-04-06'],
    ['SEVERAL', 'expulsion', 70, 'unstated', 'unstated', '2023-01-01', '2023-12-31'],
    ['NATO', 'fall', 5, 'unstated', 'mission', '2024-04-01', '2024-04-30'],
  ]);
  expect(entries.map(({ draft }) => draft.stated)).toEqual([
    'diplomats (cumulative since 2024-02-24)',
    'diplomats (cumulative since 2024-02-24)',
    'UN-NY',
    'persons, 2023; total over several states',
    'mission posts cut',
  ]);
});

test('counts of lists: diplomats and the attachés among them; a row is refused once', async () => {
  const { entries, refused } = await read(
    'host,sender,list_date,resident_mission,diplomats,diplomats_resident,defence,method\n' +
      'TO,FJ,2024-05-01,0,6,2,1,by hand\nTO,XX,2024-05-01,1,6,2,1,by hand\n',
  );
  expect(
    entries.map(({ draft: d }) => [d.unit, d.number?.min, d.kind, d.source.date, d.note]),
  ).toEqual([
    ['diplomats', 6, 'official-list', '2024-05-01', '2 of them resident in the host; by hand'],
    ['military', 1, 'official-list', '2024-05-01', undefined],
  ]);
  expect(entries[0]?.draft.stated).toContain('resides elsewhere');
  expect(refused.map(({ line, value }) => [line, value])).toEqual([[3, 'XX']]);
});

test.each(['', 'a,b,c\n1,2,3\n'])('a header that fits nothing: %j', async (text) => {
  const { entries, refused } = await read(text);
  expect(entries).toEqual([]);
  expect(refused).toHaveLength(1);
  expect(refused[0]?.reason).toContain('expected at least the columns sender,host');
});

test('never throws, and every row is an entry or refused', async () => {
  const cell = fc.oneof(
    fc.constantFrom('FJ', 'TO', 'level', 'rise', '3', 'staff', 'country', '2024', 'press', 'G', ''),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 15, maxLength: 15 }), { maxLength: 5 }),
      async (rows) => {
        const lines = rows.map((row) =>
          ['x', ...row].map((c) => `"${c.replaceAll('"', '""')}"`).join(','),
        );
        const { rows: n, entries, refused } = await read(`id,${OWN}\n${lines.join('\n')}\n`);
        expect(n).toBe(rows.length);
        expect(entries.length + refused.length).toBe(rows.length);
      },
    ),
  );
});
