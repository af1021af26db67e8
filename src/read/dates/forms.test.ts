import { describe, expect, it } from 'vitest';
import { documentOf } from '../document.ts';
import { sequencesOf } from './form-text.ts';
import { addForm, emptyTree } from './form-tree.ts';
import { matchesAt } from './forms.ts';
import { piecesOf } from './pieces.ts';
import { SHAPES, tableOf, wordReader } from './readers.ts';
import { SLOT_NAMES } from './slots.ts';

const pieces = (text: string) => piecesOf(documentOf({ text, language: 'en' }));
const readers = new Map([
  ...Object.entries(SHAPES),
  ['month', wordReader(tableOf([[['may'], 5]]), true)] as const,
  ['old', wordReader(tableOf([[['old'], 0]]), false)] as const,
]);
const words = {
  readers,
  slots: new Set<string>(SLOT_NAMES),
  cut: (word: string) => pieces(word).map(({ lower }) => lower),
};

/** All matches of forms at the first piece: `[words] slots`. */
function matched(forms: readonly string[], text: string): string[] {
  const tree = emptyTree();
  for (const [order, form] of forms.entries()) {
    for (const steps of sequencesOf(form, words))
      addForm(tree, steps, { is: 'date', with: {}, order });
  }
  const all = pieces(text);
  return matchesAt(tree, all, 0, all.length).map(({ begin, end, slots }) => {
    const held = all.slice(begin, end);
    return `[${held.map((piece) => piece.text).join(' ')}] ${JSON.stringify(slots)}`;
  });
}

describe('matchesAt', () => {
  it('fills the slots, under the names that the form gives', () => {
    expect(matched(['{month} {day} ,? {year}'], 'May 5, 2020')).toEqual([
      '[May 5 , 2020] {"month":5,"day":5,"year":2020}',
    ]);
    expect(matched(['{mm:month} / {digits}'], '5/12')).toEqual(['[5 / 12] {"month":5}']);
  });

  it('tells the longest first, then the one that asks for more, then the first', () => {
    const forms = ['{month}', '{month} {day}', '{month} [{digits}]', '{month} {day:number}'];
    expect(matched(forms, 'May 5')).toEqual([
      '[May 5] {"month":5,"day":5}',
      '[May 5] {"month":5,"number":5}',
      '[May] {"month":5}',
      '[May] {"month":5}',
    ]);
  });

  it('takes no context into the expression', () => {
    expect(matched(['[in|since] {month}'], 'since May')).toEqual(['[May] {"month":5}']);
    expect(matched(['[in|since] {month}'], 'of May')).toEqual([]);
    expect(matched(['{day} [or {digits}]'], '5 or 6')).toEqual(['[5] {"day":5}']);
    expect(matched(['{day} [or {digits}]'], '5 or')).toEqual([]);
  });

  it('heeds what must and must not stand beside', () => {
    expect(matched(['{day} {!old}'], '5 old')).toEqual([]);
    expect(matched(['{day} {!old}'], '5-old')).toEqual([]);
    expect(matched(['{day} {!old}'], '5 new')).toEqual(['[5] {"day":5}']);
    expect(matched(['{day} {!old}'], '5')).toEqual(['[5] {"day":5}']);
    expect(matched(['{=old} old {day}'], 'old 5')).toEqual(['[old 5] {"day":5}']);
    expect(matched(['old {<!old} {day}'], 'old 5')).toEqual([]);
  });

  it('passes over hyphens inside, and keeps them out at the end', () => {
    expect(matched(['mid {month}'], 'mid-May')).toEqual(['[mid - May] {"month":5}']);
    expect(matched(['{day} {!old}'], '5-new')).toEqual(['[5] {"day":5}', '[5] {"day":5}']);
  });

  it('knows alternatives, parts that may be missing and variants of a word', () => {
    const form = ['(the (first|second)?)? day(|s)'];
    for (const text of ['days', 'the day', 'the second days'])
      expect(matched(form, text)).toHaveLength(1);
    for (const text of ['second day', 'the third day', 'daily'])
      expect(matched(form, text)).toEqual([]);
  });
});
