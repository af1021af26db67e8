import { describe, expect, test } from 'vitest';
import type { ArticleId } from '../../domain/ids.ts';
import type { Mention, Reading } from '../../domain/reading.ts';
import { judgeRoles } from './article-roles.ts';
import { openOffices } from './offices.ts';
import { day, tenure } from './tenures.fixture.ts';

const id = 'a000000000000000' as ArticleId;
const offices = openOffices([
  tenure('Leo Sanz', 'Director of the AIV', { from: '2021-05-01', to: '2024-02-05' }, {}, 'MX'),
]);

function reading(
  text: string,
  named: readonly (readonly [Mention['kind'], string, string])[],
): Reading {
  const mentions = named.map(([kind, words, name]): Mention => {
    const begin = text.indexOf(words);
    const span = { begin, end: begin + words.length };
    return { kind, span, text: words, name, form: 'name', entity: `${kind}:x`, state: undefined };
  });
  return {
    article: id,
    reader: 'test@1',
    mentions,
    dates: [],
    attributions: [],
    events: [],
    counts: [],
    positions: [],
    staleness: [],
    refused: {},
  };
}

const judged = (text: string, title: string) =>
  judgeRoles(
    offices,
    { id, text, published: day('2024-09-23') },
    reading(text, [
      ['office', 'Director', title],
      ['person', 'Leo Sanz', 'Leo Sanz'],
    ]),
  ).map(({ person, judgement: { standing, evidence } }) => [
    person,
    text.slice(evidence.span.begin, evidence.span.end),
    standing,
  ]);

describe('judgeRoles', () => {
  test('an office right before a name', () => {
    expect(judged('The AIV Director Leo Sanz left.', 'AIV Director')).toEqual([
      ['Leo Sanz', 'AIV Director', 'held-then-not-now'],
    ]);
  });

  test('an office behind a name and a comma', () => {
    expect(judged('Leo Sanz, Director of the AIV, left.', 'Director of the AIV')).toEqual([
      ['Leo Sanz', 'Director of the AIV', 'held-then-not-now'],
    ]);
  });

  test('a former one, said before the phrase', () => {
    expect(judged('The former AIV Director Leo Sanz left.', 'AIV Director')).toEqual([
      ['Leo Sanz', 'AIV Director', 'former-as-stated'],
    ]);
  });

  test('nothing against a role that somebody else is given', () => {
    expect(judged('Al AIV Director Leo Sanz', 'AIV Director')[0]?.at(-1)).toBe('unknown');
  });

  test('none where something stands between', () => {
    expect(judged('The AIV Director met Leo Sanz.', 'AIV Director')).toEqual([]);
  });

  const spoken = (text: string) => {
    const base = reading(text, [
      ['office', 'Director', 'AIV Director'],
      ['person', 'Leo Sanz', 'Leo Sanz'],
    ]);
    const place = (words: string) => {
      const begin = text.indexOf(words);
      return { span: { begin, end: begin + words.length }, text: words };
    };
    const date: Reading['dates'][number] = {
      ...place('2022'),
      type: 'DATE',
      value: '2022',
      basis: 'absolute',
      days: { first: '2022-01-01', last: '2022-12-31' },
    };
    const statement: Reading['attributions'][number] = {
      source: {
        ...place('Leo Sanz'),
        form: 'named',
        entity: 'person:l-sns',
        name: 'Leo Sanz',
        namedAt: undefined,
      },
      cue: undefined,
      content: [place('spoke').span],
      mode: 'indirect',
      role: { ...place('AIV Director'), former: false },
      venue: undefined,
      uttered: 0,
      via: [],
      within: undefined,
    };
    return judgeRoles(
      offices,
      { id, text, published: day('2024-09-23') },
      { ...base, dates: [date], attributions: [statement] },
    );
  };

  test('the role of a speaker once, with its statement', () => {
    for (const text of [
      'AIV Director Leo Sanz spoke in 2022.',
      'AIV Director Gen. Leo Sanz spoke in 2022.',
    ]) {
      const all = spoken(text);
      expect(all.map(({ attribution }) => attribution)).toEqual([0]);
      expect(all[0]?.judgement).toMatchObject({
        standing: 'held-then-not-now',
        heldWhenUttered: 'yes',
      });
    }
  });

  test('nothing against a role that goes on behind what was read of it', () => {
    const [first] = spoken('Leo Sanz, AIV Director Emeritus, spoke in 2022.');
    expect(first?.judgement).toMatchObject({ standing: 'unknown', tenures: [] });
  });
});
