import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type {
  Attribution,
  PoliticalEvent,
  PresenceCount,
  Reading,
  Speaker,
} from '../src/domain/reading.ts';
import type { Span } from '../src/domain/span.ts';
import { findPhrase, type GoldRecord, readGold } from './acceptance-gold.ts';
import { sameName } from './acceptance-match.ts';
import { EMPTY, perfect, stateParty } from './acceptance-perfect.fixture.ts';
import { scoreReading } from './acceptance-score.ts';
import { DETAILS, PARTS, type Part, ratesOf } from './acceptance-tally.ts';

const shipped = (name: string): readonly GoldRecord[] => {
  const file = fileURLToPath(new URL(`data/reading/${name}`, import.meta.url));
  return readGold(file, readFileSync(file, 'utf8')).records;
};
describe.each(['acceptance-tune.jsonl', 'acceptance-held.jsonl'])('%s', (name) => {
  it('is met in full by a reading that says what the gold says', () => {
    for (const record of shipped(name)) {
      const { score, differences } = scoreReading(record, perfect(record));
      // The number of differences, not their text: a failure must not print the held half.
      expect(differences.length, record.id).toBe(0);
      for (const part of [...PARTS, ...DETAILS]) {
        expect(score[part], `${record.id} ${part}`).toMatchObject({ invented: 0, missed: 0 });
      }
    }
  });

  it('is met in nothing by an empty reading', () => {
    let missed = 0;
    for (const record of shipped(name)) {
      const { score } = scoreReading(record, EMPTY);
      for (const part of PARTS) {
        expect(score[part]).toMatchObject({ right: 0, invented: 0 });
        missed += score[part].missed;
      }
    }
    expect(missed).toBeGreaterThan(690);
  });
});

const TEXT =
  'Poland expelled six Russian diplomats on Monday, according to Radio Faro. ' +
  'General Ana Ruiz, a former attaché, told a hearing in Lima that she "would do it again". ' +
  'The general backs a cap of more than 40 staff.';

const RECORD: GoldRecord = {
  id: 'x',
  language: 'en',
  published: '2024-05-16',
  outlet: 'Hoja',
  url: 'https://hoja.example/x',
  invented: true,
  text: TEXT,
  gold: {
    attributions: [
      {
        source: 'Radio Faro',
        cue: 'according to',
        content: ['Poland expelled six Russian diplomats on Monday'],
        mode: 'indirect',
        polarity: 'says',
        entityName: 'Radio Faro',
        unscored: ['role'],
      },
      {
        source: 'Ana Ruiz',
        cue: 'told',
        content: ['she "would do it again"'],
        mode: 'mixed',
        polarity: 'says',
        entityName: 'Ana Ruiz',
        role: 'a former attaché',
        former: true,
        venue: 'a hearing',
      },
    ],
    events: [
      {
        trigger: 'expelled',
        type: 'SANCTION',
        kind: 'expel',
        status: 'happened',
        actors: ['PL'],
        recipients: ['RU'],
        date: '2024-05-13',
      },
    ],
    counts: [
      {
        trigger: 'six Russian diplomats',
        measure: 'expulsion',
        number: [6, 6],
        unit: 'diplomats',
        scope: ['country', 'unstated'],
        sender: 'RU',
        host: 'PL',
        status: 'happened',
      },
      {
        trigger: 'more than 40 staff',
        measure: 'cap',
        number: [40, null],
        unit: 'staff',
        scope: 'unstated',
        status: 'happened',
        optional: true,
      },
    ],
    positions: [{ trigger: 'backs', stance: 'supports', holder: 'The general', towards: 'a cap' }],
    staleness: [{ trigger: 'a former attaché', kind: 'former-role' }],
    dates: [{ trigger: 'on Monday', value: '2024-05-13' }],
  },
};

/** What becomes of the record's parts when the perfect reading is changed. */
function scored(change: (reading: Reading) => Partial<Reading>) {
  const reading = perfect(RECORD);
  return scoreReading(RECORD, { ...reading, ...change(reading) }).score;
}
const tally = (right: number, invented: number, missed: number) => ({ right, invented, missed });

describe('scoreReading: attributions', () => {
  const withSecond = (more: Partial<Attribution>) =>
    scored(({ attributions: [a, b] }) => ({ attributions: [a!, { ...b!, ...more }] }));
  const span = (words: string): Span => findPhrase(TEXT, words)!;

  it('counts one wrong of two as one invented and one missed', () => {
    const score = withSecond({ mode: 'direct' });
    expect(score.attributions).toEqual(tally(1, 1, 1));
    expect(score.mode).toEqual(tally(1, 1, 1));
    expect(score.aligned).toEqual(tally(2, 0, 0));
    expect(score.speakers).toEqual(tally(2, 0, 0));
    expect(ratesOf(score.attributions)).toEqual({ p: 0.5, r: 0.5, f1: 0.5 });
  });

  it('does not count a stance or a deed in words that is found as an attribution', () => {
    const extra = (cue: string) =>
      scored(({ attributions: [a, b] }) => {
        const found = { ...a!, content: [span('a cap')], cue: { ...a!.cue!, span: span(cue) } };
        return { attributions: [a!, b!, found] };
      }).attributions;
    expect(extra('backs')).toEqual(tally(2, 0, 0));
    expect(extra('expelled')).toEqual(tally(2, 1, 0));
  });

  it('aligns by words: at 0.6 of the content, not below', () => {
    // Gold: she would do it again. 3 of 5 words: F1 = 6 / 8; 2 of 5: 4 / 7.
    expect(withSecond({ content: [span('do it again')] }).aligned).toEqual(tally(2, 0, 0));
    expect(withSecond({ content: [span('it again')] }).aligned).toEqual(tally(1, 1, 1));
    const long = withSecond({ content: [span('a hearing in Lima that she "would do it again"')] });
    // All 5 words of 10: F1 = 10 / 15.
    expect(long.aligned).toEqual(tally(2, 0, 0));
  });

  it('takes a source with its title, but none that holds less than half of the name', () => {
    const [, own] = perfect(RECORD).attributions;
    const source = { ...own!.source!, span: span('General Ana Ruiz, a former attaché') };
    expect(withSecond({ source }).aligned).toEqual(tally(2, 0, 0));
    const other = { ...source, span: span('General') };
    const score = withSecond({ source: other });
    expect(score.aligned).toEqual(tally(1, 1, 1));
    // What hangs on a missed one is missed; what hangs on an invented one is not counted again.
    expect(score.roles).toEqual(tally(0, 0, 1));
    expect(score.venues).toEqual(tally(0, 0, 1));
    expect(score.speakers).toEqual(tally(1, 0, 1));
    expect(withSecond({ source: undefined }).aligned).toEqual(tally(1, 1, 1));
    expect(withSecond({ cue: undefined }).aligned).toEqual(tally(1, 1, 1));
  });

  it('asks for roles, venues, dates and links of the aligned ones', () => {
    const [, own] = perfect(RECORD).attributions;
    expect(withSecond({ role: { ...own!.role!, former: false } }).roles).toEqual(tally(0, 1, 1));
    expect(withSecond({ venue: undefined }).venues).toEqual(tally(0, 0, 1));
    expect(withSecond({ uttered: 0 }).uttered).toEqual(tally(0, 1, 0));
    expect(withSecond({ via: [own!.source!] }).via).toEqual(tally(0, 1, 0));
    expect(withSecond({ within: 0 }).nested).toEqual(tally(0, 1, 0));
    expect(withSecond({ source: { ...own!.source!, name: 'Ana Brandt' } }).speakers).toEqual(
      tally(1, 1, 1),
    );
  });

  it('asks for no role where the gold leaves it open', () => {
    const score = scored(({ attributions: [a, b] }) => ({
      attributions: [{ ...a!, role: b!.role }, b!],
    }));
    expect(score.roles).toEqual(tally(1, 0, 0));
  });

  it('counts a link of a chain once, in order', () => {
    const gold = structuredClone(RECORD);
    gold.gold.attributions[0]!.via = ['Ana Ruiz', 'Lima'];
    const reading = perfect(gold);
    const [a, b] = reading.attributions;
    const links = (via: readonly Speaker[]) =>
      scoreReading(gold, { ...reading, attributions: [{ ...a!, via }, b!] }).score.via;
    expect(links(a!.via)).toEqual(tally(2, 0, 0));
    // Turned round: the second stands where the first was looked for.
    expect(links([...a!.via].reverse())).toEqual(tally(1, 1, 1));
    expect(links(a!.via.slice(1))).toEqual(tally(1, 0, 1));
    expect(links([])).toEqual(tally(0, 0, 2));
  });
});

describe('scoreReading: events and counts', () => {
  const withEvent = (more: Partial<PoliticalEvent>) =>
    scored(({ events: [event] }) => ({ events: [{ ...event!, ...more }] }));
  const withCount = (more: Partial<PresenceCount>) =>
    scored(({ counts: [count] }) => ({ counts: [{ ...count!, ...more }] }));

  it('asks for type, kind, status and all states of an event', () => {
    const wrong = tally(0, 1, 1);
    expect(withEvent({}).events).toEqual(tally(1, 0, 0));
    expect(withEvent({ status: 'negated' }).events).toEqual(wrong);
    expect(withEvent({ kind: 'recall' }).events).toEqual(wrong);
    expect(withEvent({ recipients: [] }).events).toEqual(wrong);
    expect(withEvent({ actors: [stateParty('PL'), stateParty('LT')] }).events).toEqual(wrong);
    expect(withEvent({ sentence: { begin: 80, end: 90 } }).events).toEqual(wrong);
    expect(withEvent({ date: undefined }).eventDates).toEqual(tally(0, 0, 1));
  });

  it('lets the two of a meeting stand on either side', () => {
    const gold = structuredClone(RECORD);
    Object.assign(gold.gold.events[0]!, { type: 'CONSULT', kind: 'meet' });
    const reading = perfect(gold);
    const parties = [stateParty('PL'), stateParty('RU')];
    const events = [{ ...reading.events[0]!, actors: parties, recipients: [] }];
    expect(scoreReading(gold, { ...reading, events }).score.events).toEqual(tally(1, 0, 0));
  });

  it('does not score statements, sets and vague dates', () => {
    const score = scored(({ events: [event], dates: [date] }) => ({
      events: [event!, { ...event!, type: 'STATEMENT', kind: 'state' }],
      dates: [date!, { ...date!, value: 'PAST_REF' }, { ...date!, type: 'SET', value: 'P1D' }],
    }));
    expect(score.events).toEqual(tally(1, 0, 0));
    expect(score.dates).toEqual(tally(1, 0, 0));
  });

  it('asks for every value of a count', () => {
    const wrong = tally(0, 1, 1);
    expect(withCount({ scope: 'unstated' }).counts).toEqual(tally(1, 0, 0));
    expect(withCount({ number: { min: 6, max: 7 } }).counts).toEqual(wrong);
    expect(withCount({ number: undefined }).counts).toEqual(wrong);
    expect(withCount({ unit: 'staff' }).counts).toEqual(wrong);
    expect(withCount({ sender: undefined }).counts).toEqual(wrong);
    expect(withCount({ status: 'planned' }).counts).toEqual(wrong);
  });

  it('does not count what is optional, right or wrong', () => {
    const both = scored(({ counts: [a, b] }) => ({ counts: [a!, { ...b!, unit: 'military' }] }));
    expect(both.counts).toEqual(tally(1, 0, 0));
    expect(scored(({ counts }) => ({ counts: counts.slice(0, 1) })).counts).toEqual(tally(1, 0, 0));
    const twice = scored(({ counts: [a, b] }) => ({ counts: [a!, b!, b!] }));
    expect(twice.counts).toEqual(tally(1, 1, 0));
  });

  it('leaves the open end of a number open', () => {
    const gold = structuredClone(RECORD);
    delete gold.gold.counts[1]!.optional;
    const reading = perfect(gold);
    const right = (min: number, max: number) => {
      const counts = [reading.counts[0]!, { ...reading.counts[1]!, number: { min, max } }];
      return scoreReading(gold, { ...reading, counts }).score.counts.right;
    };
    expect([right(40, 40), right(41, 900), right(42, 900), right(39, 40)]).toEqual([2, 2, 1, 1]);
  });
});

describe('scoreReading: the rest', () => {
  it.each<[Part, (reading: Reading) => Partial<Reading>]>([
    ['positions', ({ positions: [a] }) => ({ positions: [{ ...a!, stance: 'opposes' }] })],
    ['positions', ({ positions: [a] }) => ({ positions: [{ ...a!, towards: stateParty('PL') }] })],
    ['staleness', ({ staleness: [a] }) => ({ staleness: [{ ...a!, kind: 'archive' }] })],
    ['dates', ({ dates: [a] }) => ({ dates: [{ ...a!, value: '2024-05-20' }] })],
    ['dates', ({ dates: [a] }) => ({ dates: [{ ...a!, span: { begin: 0, end: 6 } }] })],
  ])('counts a wrong item of %s as invented, and its gold as missed', (part, change) => {
    expect(scored(() => ({}))[part]).toEqual(tally(1, 0, 0));
    expect(scored(change)[part]).toEqual(tally(0, 1, 1));
  });

  it('says what differs', () => {
    const { differences } = scoreReading(RECORD, { ...perfect(RECORD), staleness: [] });
    expect(differences).toEqual([
      'staleness missed: {"trigger":"a former attaché","kind":"former-role"}',
    ]);
  });
});

describe('ratesOf', () => {
  it('is precision, recall and F1 by hand, and nothing of nothing', () => {
    expect(ratesOf(tally(2, 1, 2))).toEqual({ p: 2 / 3, r: 1 / 2, f1: 4 / 7 });
    expect(ratesOf(tally(0, 0, 3))).toEqual({ p: null, r: 0, f1: 0 });
    expect(ratesOf(tally(0, 0, 0))).toEqual({ p: null, r: null, f1: null });
  });
});

describe('sameName', () => {
  it.each([
    ['Ana Ruiz', 'Ruiz', true],
    ['Ruiz', 'General Ana Ruiz', true],
    ['Ana Ruiz', 'ana ruíz', true],
    ['Викаса Ратхора', 'Викас Ратхор', true],
    ['Ana Ruiz', 'Ana', false],
    ['Ana Ruiz', 'Ana Ruizana', false],
    ['Ana Ruiz', '', false],
  ])('%s, %s: %s', (gold, found, expected) => {
    expect(sameName(gold, found)).toBe(expected);
  });
});
