import { describe, expect, it } from 'vitest';
import type { RelationView } from '../domain/presence-views.ts';
import type { Mention, Party, Reading } from '../domain/reading.ts';
import { newestFirst, relationOf } from './relations.ts';

const TEXT = 'The invented premier of Kenya opposes the deal with Sudan. They met in Nairobi.';
const span = (words: string) => ({
  begin: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
});
const party = (text: string, state: string | undefined, entity?: string): Party => {
  return { span: span(text), text, state, entity };
};
const person: Mention = {
  ...{ span: span('Sudan'), text: 'Sudan', kind: 'person', form: 'name' },
  ...{ entity: 'person:x', name: 'X', state: undefined },
};
const READING: Reading = {
  article: 'a1' as never,
  reader: 'r@1',
  mentions: [],
  dates: [
    {
      span: span('met'),
      text: '',
      type: 'DATE',
      value: '',
      basis: 'absolute',
      days: { first: '2024-02-01', last: '2024-02-29' },
    },
  ],
  attributions: [],
  events: [
    {
      ...{
        span: span('met'),
        text: 'met',
        type: 'CONSULT',
        kind: 'meet',
        status: 'happened',
        told: 0,
      },
      ...{
        actors: [],
        recipients: [],
        place: undefined,
        date: 0,
        sentence: span('They met in Nairobi.'),
      },
    },
  ],
  counts: [],
  positions: [
    {
      ...{ span: span('opposes'), text: 'opposes', stance: 'opposes', told: undefined },
      ...{
        holder: party('The invented premier of Kenya', 'KE'),
        towards: party('the deal with Sudan', 'SD'),
      },
    },
  ],
  staleness: [],
  refused: {},
};
const ARTICLE = {
  id: 'a1' as never,
  text: TEXT,
  published: {
    earliest: Date.UTC(2024, 2, 4),
    latest: Date.UTC(2024, 2, 4),
    precision: 'day',
    zone: 'stated',
  },
} as const;
const PLACE = { kind: 'position', place: 0, from: 'KE', to: 'SD' } as const;

describe('relationOf', () => {
  it('shows a position with its topic, and the words from holder to topic', () => {
    expect(relationOf(PLACE, READING, ARTICLE)).toEqual({
      ...{
        kind: 'position',
        from: 'KE',
        to: 'SD',
        stance: 'opposes',
        topic: 'the deal with Sudan',
      },
      ...{ days: undefined, told: '2024-03-04', attributed: false },
      passage: 'The invented premier of Kenya opposes the deal with Sudan',
      evidence: [{ article: 'a1', span: { begin: 0, end: 57 } }],
    });
  });

  it('shows a visit with its day and sentence, and that a source tells it', () => {
    const view = relationOf({ ...PLACE, kind: 'visit' }, READING, ARTICLE);
    expect(view).toMatchObject({
      ...{ stance: undefined, topic: undefined, passage: 'They met in Nairobi.', attributed: true },
      days: { first: '2024-02-01', last: '2024-02-29' },
    });
    expect(
      relationOf({ ...PLACE, kind: 'visit' }, READING, { ...ARTICLE, published: undefined })!.told,
    ).toBeUndefined();
  });

  it('names no person, and not the state twice: then the passage alone tells what on', () => {
    expect(relationOf(PLACE, { ...READING, mentions: [person] }, ARTICLE)!.topic).toBeUndefined();
    const on = (towards: Party) => {
      const positions = [{ ...READING.positions[0]!, towards }];
      return relationOf(PLACE, { ...READING, positions }, ARTICLE)!.topic;
    };
    expect(on(party('Sudan', 'SD', 'state:SD'))).toBeUndefined();
    expect(on(party('Sudan', 'SD', 'person:x'))).toBeUndefined();
    expect(on(party('Sudan', 'SD'))).toBe('Sudan');
    expect(on({ ...party('Sudan', 'SD'), text: 'x'.repeat(81) })).toBeUndefined();
  });

  it('cuts a long passage with its span, and leaves a far holder out of it', () => {
    const text = `${TEXT} ${'far '.repeat(200)}`;
    const sentence = { begin: 0, end: text.length };
    const events = [{ ...READING.events[0]!, sentence }];
    const view = relationOf(
      { ...PLACE, kind: 'visit' },
      { ...READING, events },
      { ...ARTICLE, text },
    )!;
    expect(view.evidence[0]!.span).toEqual({ begin: 0, end: 400 });
    expect(view.passage).toBe(`${text.slice(0, 400)} …`);
    const holder = { ...party('Kenya', 'KE'), span: { begin: 900, end: 905 } };
    const positions = [{ ...READING.positions[0]!, holder }];
    expect(relationOf(PLACE, { ...READING, positions }, { ...ARTICLE, text })!.passage).toBe(
      'opposes the deal with Sudan',
    );
  });

  it('gives nothing at a place that the reading does not have', () => {
    expect(relationOf({ ...PLACE, place: 7 }, READING, ARTICLE)).toBeUndefined();
    expect(relationOf({ ...PLACE, place: 7, kind: 'visit' }, READING, ARTICLE)).toBeUndefined();
  });
});

describe('newestFirst', () => {
  const base = relationOf(PLACE, READING, ARTICLE)!;
  const at = (n: number) => [{ article: `a${n}` as never, span: { begin: 0, end: n } }];

  it('orders by the day it happened, else by the day it was told, undated last', () => {
    const views: RelationView[] = [
      { ...base, passage: 'none', told: undefined },
      { ...base, passage: 'told', told: '2024-02-10' },
      {
        ...base,
        passage: 'old',
        told: '2024-05-01',
        days: { first: '2022-01-01', last: '2022-12-31' },
      },
      { ...base, passage: 'new', told: '2024-03-01' },
    ];
    expect(newestFirst(views).map(({ passage }) => passage)).toEqual([
      'new',
      'told',
      'old',
      'none',
    ]);
  });

  it('shows the same words once, with all places, the first told first', () => {
    const views = [
      { ...base, told: '2024-03-02', evidence: at(2) },
      { ...base, told: undefined, evidence: at(3) },
      { ...base, told: '2024-03-01', evidence: at(1) },
      { ...base, stance: 'supports' as const, evidence: at(4) },
    ];
    const found = newestFirst(views);
    expect(found).toHaveLength(2);
    expect(found.find(({ stance }) => stance === 'opposes')).toMatchObject({
      told: '2024-03-01',
      evidence: [...at(1), ...at(2), ...at(3)],
    });
  });
});
