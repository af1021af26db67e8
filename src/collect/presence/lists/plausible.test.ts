import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DiplomaticList, type ListedMission, readDiplomaticList } from './diplomatic-list.ts';
import { asLines, missionLines } from './invented-list.fixture.ts';
import { listEntries } from './list-entries.ts';
import { hintsOf } from './plausible.ts';

const mission = (name: string, given: Partial<ListedMission> = {}): ListedMission => ({
  post: 'embassy',
  sender: name.slice(0, 2).toUpperCase(),
  name,
  page: 1,
  line: 1,
  elsewhere: false,
  heads: 1,
  diplomats: 4,
  military: 0,
  administrativeTechnical: 0,
  doubtfulStaff: 0,
  family: 0,
  rankedFamily: 0,
  unranked: 0,
  repeated: 0,
  totals: [],
  ...given,
});
const listOf = (...missions: ListedMission[]): DiplomaticList => ({
  missions: missions.map((one, i) => ({ ...one, line: i + 1 })),
});
const kinds = (list: DiplomaticList, earlier?: ReadonlyMap<string, number>) =>
  hintsOf(list, earlier).map(({ kind, sender }) => `${kind} ${sender}`);

test('pages without text, and persons without a rank, stand first, in one hint each', () => {
  const list = listOf(mission('Albania', { unranked: 2 }), mission('Belize', { heads: 0 }));
  const hints = hintsOf(list, undefined, [3, 17]);
  expect(hints.map(({ kind }) => kind)).toEqual(['unread-pages', 'unranked-persons', 'no-head']);
  expect(hints[0]!.detail).toContain('on pages 3, 17:');
  expect(hints[1]!.detail).toContain('2 lines name a person without a rank');
  expect(hints[1]!.detail).toContain('page 1, line 1 (Albania): 2');
  const many = Array.from({ length: 20 }, (_, i) => i + 1);
  expect(hintsOf(listOf(), undefined, many)[0]!.detail).toContain(
    'pages 1, 2, 3, 4, 5, 6, 7, 8 and 12 more',
  );
});

test('consulates are no second embassy, need no head, and are held against no embassy', () => {
  const consulate = mission('Albania', { post: 'consulate', heads: 0, diplomats: 90 });
  const rest = NAMES.slice(1).map((name) => mission(name));
  const list = listOf(mission('Albania'), consulate, ...rest);
  expect(kinds(list)).toEqual([]);
  expect(kinds(listOf(...list.missions, consulate))).toEqual(['twice AL']);
});

test('family beside a rank, and staff of one surname', () => {
  const list = listOf(
    mission('Albania', { rankedFamily: 1 }),
    mission('Belize', { administrativeTechnical: 3, doubtfulStaff: 1 }),
  );
  expect(kinds(list)).toEqual(['ranked-family AL', 'doubtful-staff BE']);
});

const NAMES = ['ALBANIA', 'BELIZE', 'CHILE', 'DENMARK', 'EGYPT', 'FIJI', 'GHANA', 'HAITI'];

describe('two missions that a reader ran together', () => {
  const whole = NAMES.flatMap((name, i) => missionLines(name, 3 + (i % 3), i));
  const merged = whole.filter((line) => line !== 'EGYPT');
  const earlier = new Map(
    readDiplomaticList(asLines(whole)).missions.map((m) => [m.sender!, m.diplomats] as const),
  );

  test('the whole list gives no hint', () => {
    expect(earlier.size).toBe(NAMES.length);
    expect(kinds(readDiplomaticList(asLines(whole)), earlier)).toEqual([]);
  });

  test('the merged one is caught by its two heads, and by the one that is gone', () => {
    const list = readDiplomaticList(asLines(merged));
    expect(kinds(list)).toEqual(['several-heads DK']);
    expect(kinds(list, earlier)).toEqual(['several-heads DK', 'gone EG']);
    const hint = hintsOf(list)[0];
    expect(hint?.detail).toMatch(/^page 1, line \d+ \(DENMARK\): 2 heads of mission/);
  });

  test('its entry says so', () => {
    const list = readDiplomaticList(asLines(merged));
    const { entries } = listEntries(
      list,
      {
        host: 'TO',
        asOf: { first: '2024-05-01', last: '2024-05-31' },
        source: { name: 'Invented list' },
      },
      hintsOf(list),
    );
    expect(entries).toHaveLength(NAMES.length - 1);
    expect(
      entries.filter(({ draft }) => draft.note !== undefined).map(({ draft }) => draft),
    ).toEqual([
      {
        sender: 'DK',
        host: 'TO',
        measure: 'level',
        number: { min: 9, max: 9 },
        unit: 'diplomats',
        scope: 'embassy',
        stated: 'diplomatic list',
        asOf: { first: '2024-05-01', last: '2024-05-31' },
        kind: 'official-list',
        source: { name: 'Invented list' },
        note: 'look at: several-heads',
      },
    ]);
  });
});

test.each([
  ['no-head AL', { heads: 0 }],
  ['empty AL', { heads: 0, diplomats: 0 }],
  ['repeated-persons AL', { repeated: 1 }],
  ['other-total AL', { totals: [5] }],
  ['unknown-state undefined', { sender: undefined, name: undefined }],
])('%s', (kind, given) => {
  expect(kinds(listOf(mission('ALBANIA', given), mission('BELIZE')))).toEqual([kind]);
});

test('the total of the whole list at its end is no hint', () => {
  const last = mission('BELIZE', { totals: [8] });
  expect(kinds(listOf(mission('ALBANIA'), last))).toEqual([]);
});

test('totals that fit one of the counts are no hint', () => {
  const given = { administrativeTechnical: 2, totals: [4, 6] };
  expect(kinds(listOf(mission('ALBANIA', given)))).toEqual([]);
});

test('a state twice, and one out of order', () => {
  const names = ['ALBANIA', 'BELIZE', 'HAITI', 'CHILE', 'DENMARK', 'EGYPT', 'FIJI', 'FIJI'];
  expect(kinds(listOf(...names.map((name) => mission(name))))).toEqual([
    'out-of-order HA',
    'twice FI',
  ]);
});

test('a list that is not alphabetical is not held to it', () => {
  expect(kinds(listOf(...[...NAMES].reverse().map((name) => mission(name))))).toEqual([]);
});

test('unlike its neighbours', () => {
  const list = listOf(...NAMES.map((name, i) => mission(name, { diplomats: i === 4 ? 40 : 4 })));
  expect(kinds(list)).toEqual(['unlike-neighbours EG']);
});

test('unlike an earlier list: more than three standard errors', () => {
  const list = listOf(mission('ALBANIA', { diplomats: 30 }), mission('BELIZE', { diplomats: 20 }));
  expect(
    kinds(
      list,
      new Map([
        ['AL', 9],
        ['BE', 16],
      ]),
    ),
  ).toEqual(['unlike-earlier AL']);
});

test('hints keep to the list and never throw', () => {
  const one = fc.record({
    name: fc.constantFrom(...NAMES),
    heads: fc.nat(3),
    diplomats: fc.nat(60),
    repeated: fc.nat(2),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), (given) => {
      const list = listOf(...given.map(({ name, ...counts }) => mission(name, counts)));
      for (const hint of hintsOf(list)) {
        expect(list.missions[hint.line! - 1]?.sender).toBe(hint.sender);
      }
      // A naive twin of the order: what is left after removing the misplaced is in order.
      const misplaced = new Set(
        hintsOf(list)
          .filter((h) => h.kind === 'out-of-order')
          .map((h) => h.line),
      );
      const left = list.missions.filter((m) => !misplaced.has(m.line)).map((m) => m.name!);
      if (misplaced.size > 0) expect(left).toEqual([...left].sort());
    }),
  );
});

test('entries: the host’s own, a state twice, an empty and an unknown one give none', () => {
  const list = listOf(
    mission('ALBANIA', { military: 1 }),
    mission('BELIZE'),
    mission('BELIZE'),
    mission('CHILE', { diplomats: 0 }),
    mission('TONGA'),
    mission('?', { sender: undefined, name: undefined }),
  );
  const { entries, refused } = listEntries(
    list,
    {
      host: 'TO',
      asOf: { first: '2024-05-01', last: '2024-05-01' },
      source: { name: 'Invented list' },
    },
    [],
  );
  expect(
    entries.map(({ line, draft }) => [line, draft.sender, draft.unit, draft.number?.min]),
  ).toEqual([
    [1, 'AL', 'diplomats', 4],
    [1, 'AL', 'military', 1],
  ]);
  expect(refused.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
});
