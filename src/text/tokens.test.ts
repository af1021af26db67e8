import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Tokenizer, type Tokens, tokensOf } from './tokens.ts';

const ALONE =
  '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}ー\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Mymr}\\p{sc=Khmr}]';
const LETTER = `(?:(?!${ALONE})(?!ʼ)[\\p{L}\\p{N}])`;
const WITHIN = `(?:${LETTER}|[\\p{M}\\p{Cf}'’ʼ])`;
const IN_ADDRESS = `(?:(?!${ALONE})(?:[!-~]|(?![\\u{10000}-\\u{10ffff}])[\\p{L}\\p{N}\\p{M}\\p{Cf}’]))`;
const WORDS = new RegExp(
  `(?<address>${LETTER}${WITHIN}*://(?:(?![)\\]>"'])${IN_ADDRESS})*)` +
    `|(?!ʼ)(?=[\\p{L}\\p{N}])${ALONE}\\p{M}*` +
    `|${LETTER}(?:${WITHIN}*(?:${LETTER}|\\p{M}))?`,
  'gu',
);

/** The naive twin: words by a regular expression. */
function split(text: string): { begin: number; end: number }[] {
  return [...text.matchAll(WORDS)]
    .filter((match) => match.groups?.['address'] === undefined)
    .map((match) => ({ begin: match.index, end: match.index + match[0].length }));
}

const FROM = 'авсеніјкморѕтухαβεζηικμνορτυχ';
const TO = 'abcehijkmopstyxabezhikmnoptyx';

/** The naive twin of folding. */
const folded = (word: string): string =>
  [...word.normalize('NFKD').toLowerCase().normalize('NFD')]
    .filter((char) => !/[\p{M}\p{Cf}'’ʼ]/u.test(char))
    .map((char) => (FROM.includes(char) ? TO[FROM.indexOf(char)]! : char))
    .join('');

const spans = ({ count, begins, ends }: Tokens): { begin: number; end: number }[] =>
  Array.from({ length: count }, (_, i) => ({ begin: begins[i]!, end: ends[i]! }));

const slices = (text: string): string[] =>
  spans(tokensOf(text)).map(({ begin, end }) => text.slice(begin, end));

/** Pieces that meet in real and in hostile texts. */
const piece = fc.constantFrom(
  ...'aAbcéÉñüßzZ019абвгдеёжийнПуъ',
  ...'αηΩאבערبת中国々〇かがカー가각한กไทยကခ',
  ...[' ', ' ', '\n', '\u00a0', '.', ',', '-', ':', '/', '//', '«', '»', '。', '(', ')', '"'],
  ...["'", '’', 'ʼ', '\u0301', '\u0308', '\u200b', '\u200d', '\u202e', '\u00ad', '\ufeff'],
  ...['😀', '👩‍👩‍👧', '🇲🇽', '1️⃣', '𝐚', '𝐁', '𠀀', '\ud83d', '\ude00', 'ﬀ', 'ｗ', 'ก็'],
  ...['http://', 'https://a.example/b?c=d', 'x://', '://', 't.me/kanal', ') '],
);
const text = fc.array(piece, { maxLength: 40, size: 'max' }).map((pieces) => pieces.join(''));

/** Any unit, with halves of pairs more often than by chance. */
const unit = fc.oneof(fc.nat(0xffff), fc.constantFrom(0x61, 0xd83d, 0xd840, 0xdc00, 0xde00));

describe('tokensOf', () => {
  it('finds the words that a regular expression finds, at the same offsets', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(spans(tokensOf(value))).toEqual(split(value));
      }),
      { numRuns: 500 },
    );
  });

  it('gives two words one id exactly if they fold to the same letters', () => {
    const plain = text.filter((value) => !value.includes('ﬀ'));
    fc.assert(
      fc.property(plain, plain, (left, right) => {
        const value = `${left}\n${right}`;
        const { ids } = tokensOf(value);
        const byWord = new Map(slices(value).map((word, i) => [folded(word), ids[i]!]));
        slices(value).forEach((word, i) => {
          expect(ids[i]).toBe(byWord.get(folded(word)));
        });
        expect(new Set(byWord.values()).size).toBe(byWord.size);
      }),
    );
  });

  it('keeps spans in order, apart, within the text and never across half a pair', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60, size: 'max' }), (units) => {
        const value = String.fromCharCode(...units);
        let last = 0;
        for (const { begin, end } of spans(tokensOf(value))) {
          expect(begin).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(begin);
          expect(value.slice(begin, end).isWellFormed()).toBe(true);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(value.length);
      }),
    );
  });

  it('reads one text after another without a trace of the one before', () => {
    const tokenizer = new Tokenizer();
    tokenizer.read('a much longer text '.repeat(200));
    fc.assert(
      fc.property(text, (value) => {
        const { count, ids } = tokenizer.read(value);
        expect([...ids.slice(0, count)]).toEqual([...tokensOf(value).ids]);
      }),
    );
  });

  it('does not take web addresses for words', () => {
    expect(slices('see https://a.example/b-c?d=e for more')).toEqual(['see', 'for', 'more']);
    expect(slices('(https://a.example/b) next')).toEqual(['next']);
    expect(slices('«https://a.example/b» next')).toEqual(['next']);
    expect(slices('https://a.example\u00a0next')).toEqual(['next']);
    expect(slices('см. https://a.example/новость далее')).toEqual(['см', 'далее']);
    expect(slices('见https://a.example。中文')).toEqual(['见', '中', '文']);
  });

  it('makes every letter of a script without spaces a word', () => {
    expect(slices('中国abc々')).toEqual(['中', '国', 'abc', '々']);
    expect(slices('ก็ไทย')).toEqual(['ก็', 'ไ', 'ท', 'ย']);
    expect(slices('𠀀𠀁')).toEqual(['𠀀', '𠀁']);
  });

  it('keeps the marks of the last letter inside the span', () => {
    expect(slices('cafe\u0301, ')).toEqual(['cafe\u0301']);
    expect(slices("rock 'n' roll")).toEqual(['rock', 'n', 'roll']);
  });

  it('loses no letter after half a surrogate pair', () => {
    expect(slices('\ud83dabc \ude00def')).toEqual(['abc', 'def']);
    expect(slices('abc \ud83d')).toEqual(['abc']);
  });

  it('reads nothing in texts without words', () => {
    for (const value of ['', ' ', '…', '😀 👩‍👩‍👧', '\u0301', "'", '\u200b']) {
      expect(tokensOf(value).count).toBe(0);
    }
  });
});
