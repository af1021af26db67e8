import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { READ_LANGUAGES, type ReadLanguage } from '../src/domain/reading.ts';
import { findPhrase, type GoldRecord, readGold } from './acceptance-gold.ts';

const HALVES = ['tune', 'held'] as const;

function half(name: string): readonly GoldRecord[] {
  const file = fileURLToPath(new URL(`data/reading/acceptance-${name}.jsonl`, import.meta.url));
  const { records, faults } = readGold(file, readFileSync(file, 'utf8'));
  // Not `toEqual([])` on the records: a failure must not print what the held half holds.
  expect(faults.length, faults[0]).toBe(0);
  return records;
}

type Counts = Record<string, number>;

/** How often each thing that the set is for is asked. What is optional does not count. */
function coverage(records: readonly GoldRecord[]): Counts {
  const counts: Counts = {};
  const add = (key: string, more: boolean | number = true) => {
    counts[key] = (counts[key] ?? 0) + Number(more);
  };
  const first = (value: string | readonly string[]): string =>
    typeof value === 'string' ? value : value[0]!;
  for (const { gold } of records) {
    add('records');
    add(
      'empty',
      Object.values(gold).every((items) => items.length === 0),
    );
    for (const item of gold.attributions.filter(({ optional }) => optional !== true)) {
      const asked = (slot: 'role' | 'venue' | 'uttered') =>
        item[slot] !== undefined && item.unscored?.includes(slot) !== true;
      for (const slot of ['role', 'venue', 'uttered'] as const) add(slot, asked(slot));
      add('former', item.former === true && asked('role'));
      add('via', item.via !== undefined);
      add('nested', item.within !== undefined);
      add('resolved', typeof item.entityName === 'string' && !names(item));
      add('unresolved', item.entityName === null);
      add(first(item.mode));
      add(first(item.polarity));
    }
    for (const item of gold.events.filter(({ optional }) => optional !== true)) {
      add(first(item.kind));
      add(first(item.status));
    }
    for (const item of gold.counts.filter(({ optional }) => optional !== true)) {
      add(first(item.measure));
      add('no number', item.number === null);
      add(first(item.unit));
    }
    for (const item of gold.positions.filter(({ optional }) => optional !== true)) {
      add(first(item.stance));
    }
    for (const item of gold.staleness.filter(({ optional }) => optional !== true)) {
      add(first(item.kind));
    }
    add('dates', gold.dates.length);
  }
  return counts;
}

/** Whether the source itself holds a part of the name. */
function names({ source, entityName }: GoldRecord['gold']['attributions'][number]): boolean {
  const text = source === null || typeof source === 'string' ? (source ?? '') : source.text;
  return (entityName ?? '').split(' ').some((word) => text.includes(word.slice(0, 4)));
}

/** Floors for each half and language, so that the set cannot quietly shrink. */
const FLOORS: Readonly<Record<ReadLanguage, Counts>> = {
  en: {
    ...{ records: 37, empty: 1, role: 20, venue: 4, uttered: 12, former: 4, via: 9, nested: 3 },
    ...{ resolved: 4, unresolved: 7, direct: 9, indirect: 35, mixed: 10, dates: 40 },
    ...{ denies: 3, claims: 2, warns: 1, admits: 2, believes: 1, promises: 1, accuses: 1 },
  },
  es: {
    ...{ records: 35, empty: 2, role: 20, venue: 5, uttered: 9, former: 4, via: 9, nested: 3 },
    ...{ resolved: 6, unresolved: 7, direct: 10, indirect: 30, mixed: 9, dates: 35 },
    ...{ denies: 2, claims: 2, warns: 1, admits: 2, believes: 2, promises: 1, accuses: 1 },
  },
  ru: {
    ...{ records: 26, empty: 2, role: 14, venue: 4, uttered: 5, former: 3, via: 5, nested: 1 },
    ...{ resolved: 4, unresolved: 1, direct: 5, indirect: 22, mixed: 4, dates: 20 },
    ...{ denies: 2, warns: 2, admits: 2, believes: 1, promises: 1, accuses: 1 },
  },
};
const EVERYWHERE: Counts = {
  ...{ 'falsely-claims': 1, asks: 1, says: 20, expel: 6, recall: 3, reject: 1, sanction: 1 },
  ...{ aid: 1, protest: 1, investigate: 1, parade: 1, assault: 1, consult: 1, visit: 1, agree: 1 },
  ...{ 'staff-change': 1, happened: 16, negated: 2, hypothetical: 2, planned: 1 },
  ...{ level: 7, rise: 2, expulsion: 2, cap: 1, 'no number': 1 },
  ...{ diplomats: 4, 'administrative-technical': 1, staff: 4, accredited: 1 },
  ...{ supports: 1, opposes: 1, neutral: 1 },
  ...{ 'old-date': 1, 'former-role': 2, recirculated: 1, archive: 1 },
};

describe.each(HALVES)('the %s half', (name) => {
  const records = half(name);

  it('holds invented texts of invented outlets', () => {
    expect(records.every(({ invented }) => invented)).toBe(true);
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    expect(records.every(({ id }) => id.includes(`-${name}-`))).toBe(true);
  });

  it.each(READ_LANGUAGES)('asks for everything in %s', (language) => {
    const counts = coverage(records.filter((record) => record.language === language));
    const short = Object.entries({ ...EVERYWHERE, ...FLOORS[language] }).filter(
      ([key, floor]) => (counts[key] ?? 0) < floor,
    );
    expect(short.map(([key, floor]) => `${key}: ${counts[key] ?? 0}, not ${floor}`)).toEqual([]);
  });
});

describe('both halves', () => {
  it('share no text', () => {
    const texts = HALVES.flatMap((name) => half(name).map(({ text }) => text));
    expect(new Set(texts).size).toBe(texts.length);
  });
});

const GOOD = {
  id: 'x',
  language: 'en',
  published: '2024-05-16',
  outlet: 'Radio Faro',
  url: 'https://radio-faro.example/x',
  invented: true,
  text: 'Ruiz said no, and Ruiz left.',
  gold: {
    attributions: [
      {
        source: { text: 'Ruiz', nth: 2 },
        cue: 'said',
        content: ['no'],
        mode: 'indirect',
        polarity: ['says', 'denies'],
      },
    ],
    events: [],
    counts: [],
    positions: [],
    staleness: [],
    dates: [],
  },
};

describe('readGold', () => {
  const faultsOf = (change: (record: Record<string, unknown>) => void): readonly string[] => {
    const record = structuredClone(GOOD) as Record<string, unknown>;
    change(record);
    const read = readGold('a.jsonl', `\n${JSON.stringify(record)}\n`);
    expect(read.records).toEqual([]);
    return read.faults;
  };
  type Item = Record<string, unknown>;
  const inGold = (record: Item): Record<string, Item[]> => record['gold'] as Record<string, Item[]>;

  it('reads a good line', () => {
    expect(readGold('a.jsonl', JSON.stringify(GOOD))).toEqual({ records: [GOOD], faults: [] });
  });

  it('names file, line and field of a wrong value', () => {
    const [fault] = faultsOf((record) => {
      inGold(record)['attributions']![0]!['mode'] = 'spoken';
    });
    expect(fault).toMatch(/^a\.jsonl, line 2, gold\.attributions\[0\]\.mode: /);
  });

  it('refuses an unknown field, a real domain and a text not marked as invented', () => {
    expect(
      faultsOf((record) => {
        record['txt'] = '';
      })[0],
    ).toContain('txt');
    expect(
      faultsOf((record) => {
        record['url'] = 'https://radio-faro.com/x';
      })[0],
    ).toContain('line 2, url');
    expect(
      faultsOf((record) => {
        record['invented'] = false;
      })[0],
    ).toContain('line 2, invented');
  });

  it('refuses a phrase that the text does not hold', () => {
    const faults = faultsOf((record) => {
      const item = inGold(record)['attributions']![0]!;
      item['source'] = { text: 'Ruiz', nth: 3 };
      item['via'] = ['Radio Faro'];
      inGold(record)['events'] = [
        {
          trigger: 'left',
          type: 'RETREAT',
          kind: 'other',
          status: 'happened',
          actors: ['RU', 'the moon'],
          recipients: ['NATO?'],
        },
      ];
    });
    expect(faults).toEqual([
      'a.jsonl, line 2, gold.attributions[0].source: "Ruiz" does not stand in the text 3 times',
      'a.jsonl, line 2, gold.attributions[0].via[0]: "Radio Faro" does not stand in the text',
      'a.jsonl, line 2, gold.events[0].actors[1]: "the moon" does not stand in the text',
    ]);
  });

  it('refuses a nesting in nothing, a second record of an id, and a line that is no JSON', () => {
    expect(
      faultsOf((record) => {
        inGold(record)['attributions']![0]!['within'] = 0;
      }),
    ).toEqual(['a.jsonl, line 2, gold.attributions[0].within: 0 is no other attribution']);
    const line = JSON.stringify(GOOD);
    const { records, faults } = readGold('a.jsonl', `${line}\n${line}\n{`);
    expect(records).toHaveLength(1);
    expect(faults).toEqual([
      'a.jsonl, line 2, id: "x" stands twice',
      'a.jsonl, line 3, the line: is not JSON',
    ]);
  });
});

describe('findPhrase', () => {
  it('finds the nth occurrence', () => {
    expect(findPhrase('no, no', 'no')).toEqual({ begin: 0, end: 2 });
    expect(findPhrase('no, no', { text: 'no', nth: 2 })).toEqual({ begin: 4, end: 6 });
    expect(findPhrase('no, no', { text: 'no', nth: 3 })).toBeUndefined();
  });
});
