import { describe, expect, it } from 'vitest';
import { BREAK, foldAstral, foldTable, MARK, SKIP, standsAlone } from './fold.ts';

const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщъыьэюя';
const GREEK = 'αβγδεζηθικλμνξοπρστυφχψω';
const fold = (char: string): number => foldTable()[char.charCodeAt(0)]!;

describe('foldTable', () => {
  it('folds look-alikes to the Latin letter, in either case', () => {
    for (const [latin, others] of Object.entries({
      a: 'АаαΑÁáａ',
      b: 'ВвΒβＢ',
      c: 'СсÇ',
      e: 'ЕеЁёΕέ',
      i: 'ІіїΙί',
      o: 'ОоΟόÖ',
      p: 'РрΡρ',
      x: 'ХхΧχ',
    })) {
      for (const other of others) expect([other, fold(other)]).toEqual([other, fold(latin)]);
    }
  });

  it('keeps the letters of one alphabet apart', () => {
    for (const alphabet of [
      RUSSIAN,
      GREEK,
      'abcdefghijklmnopqrstuvwxyz',
      'אבגדהוזחטי',
      'بتثجحخدذ',
    ]) {
      expect(new Set([...alphabet].map(fold)).size).toBe(alphabet.length);
    }
  });

  it('keeps the 11,172 Hangul syllables apart', () => {
    const syllables = Array.from(
      { length: 0xd7a3 - 0xac00 + 1 },
      (_, i) => foldTable()[0xac00 + i],
    );
    expect(new Set(syllables).size).toBe(syllables.length);
  });

  it('tells breaks, what is invisible and what is combined', () => {
    for (const char of ' .,-_/«»。\n\u00a0') expect(fold(char)).toBe(BREAK);
    for (const char of "'’ʼ\u00ad\u200b\u200d\u202e\ufeff") expect(fold(char)).toBe(SKIP);
    for (const char of '\u0301\u0308\ufe0f\u3099') expect(fold(char)).toBe(MARK);
    expect(foldTable()[0xd83d]).toBe(BREAK);
  });

  it('never makes a letter or digit a break', () => {
    const lost: string[] = [];
    for (let unit = 0; unit < 0xd800; unit++) {
      const char = String.fromCharCode(unit);
      if (/[\p{L}\p{N}]/u.test(char) && char !== 'ʼ' && fold(char) <= MARK) lost.push(char);
    }
    expect(lost).toEqual([]);
  });
});

describe('foldAstral', () => {
  it('folds styled letters to plain ones, emoji to breaks', () => {
    expect(foldAstral('𝐀'.codePointAt(0)!)).toBe(fold('a'));
    expect(foldAstral('𝟘'.codePointAt(0)!)).toBe(fold('0'));
    expect(foldAstral('😀'.codePointAt(0)!)).toBe(BREAK);
    expect(foldAstral(0xe0101)).toBe(MARK);
    expect(foldAstral(0xe0041)).toBe(SKIP);
  });

  it('lets rare ideographs stand alone, letters of rare scripts not', () => {
    expect(standsAlone(foldAstral(0x20000))).toBe(true);
    expect(standsAlone(foldAstral(0x10330))).toBe(false);
  });
});

describe('standsAlone', () => {
  it('holds for scripts without spaces only', () => {
    for (const char of '中々かカกကក') expect([char, standsAlone(fold(char))]).toEqual([char, true]);
    for (const char of 'aжα가אب') expect([char, standsAlone(fold(char))]).toEqual([char, false]);
  });
});
