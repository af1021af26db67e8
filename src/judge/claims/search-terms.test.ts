import { describe, expect, it } from 'vitest';
import { searchTerms } from './search-terms.ts';

const COMMON = new Set('the of to in and los de a'.split(' '));
const worth = (word: string) => (COMMON.has(word.toLowerCase()) ? 2 : word.length > 6 ? 12 : 9);
const KNOWN: Record<string, { stem: string; strength: number }[]> = {
  'recruits>es': [{ stem: 'reclut', strength: 0.8 }],
  'recruits>ru': [{ stem: 'вербу', strength: 0.6 }],
};
const translate = (word: string, _: string, to: string) => KNOWN[`${word}>${to}`] ?? [];
const ask = (claim: string, language: string, to: string, most?: number) =>
  searchTerms(claim, language, [to], { worth, translate, ...(most === undefined ? {} : { most }) })
    .get(to)!
    .map(({ prefix }) => prefix);

describe('searchTerms', () => {
  it('gives the beginnings of telling words in the language of the claim', () => {
    expect(ask('The envoy recruits miners of Norland', 'en', 'en')).toEqual([
      ...['norland', 'recruit', 'envo', 'miner'],
    ]);
  });

  it('asks other languages for translations, and for names as they spell them', () => {
    const claim = 'The envoy recruits in Norland';
    expect(ask(claim, 'en', 'es')).toEqual(['norla', 'reclut']);
    expect(ask(claim, 'en', 'ru')).toEqual(['норла', 'вербу']);
    expect(ask('Посол Вальдории молчит', 'ru', 'en')).toEqual(['valdor', 'poso']);
  });

  it('keeps numbers, leaves out what is short or common, and gives no more than asked', () => {
    expect(ask('the 6,600 of to UN', 'en', 'en')).toEqual(['6600']);
    expect(ask('The envoy recruits miners of Norland', 'en', 'en', 2)).toHaveLength(2);
    expect(ask('', 'en', 'ru')).toEqual([]);
  });

  it('takes hostile texts in linear time', () => {
    expect(ask('Norland '.repeat(200_000), 'en', 'ru')).toEqual(['норла']);
    expect(ask('x'.repeat(1_000_000), 'en', 'es')).toEqual([]);
  });
});
