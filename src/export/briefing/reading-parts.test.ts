import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysInWords, daysNamed } from './days.ts';
import { dayOf, daysOf } from './footings.ts';
import { namesIn } from './names.ts';
import { numbersIn, numbersOf } from './numbers.ts';
import { excerpt, heading, nameIn, oneLine, quotedIn } from './plain.ts';
import { quotationsOf } from './quotations.ts';
import { shownPresence } from './small-counts.ts';

const quotations = (text: string): readonly string[] =>
  quotationsOf(text).found.map((one) => one.text);

describe('quotationsOf', () => {
  test.each([
    ['He said “a b” and «c d».', ['a b', 'c d']],
    ['“outer “inner” words”', ['outer “inner” words']],
    ['"straight" and „low”', ['straight', 'low']],
    ["the desk's ‘own’ word, l'État", ['own']],
    ['‘it’s his’', ['it’s his']],
    ['none at all', []],
  ])('%s', (text, found) => {
    expect(quotations(text)).toEqual(found);
    expect(quotationsOf(text).open).toBe(false);
  });

  test.each(['“open', 'close”', '"one', '‘open'])('%s is open', (text) => {
    expect(quotationsOf(text).open).toBe(true);
  });

  test('units are those of the sentence', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('“', '”', '"', "'", '«', '»', 'a', ' ') }),
        (s) => quotationsOf(s).found.every(({ begin, end, text }) => s.slice(begin, end) === text),
      ),
    );
  });
});

describe('numbersOf', () => {
  test.each([
    ['1,412 of 2.5', 'en', ['1412', '2.5']],
    ['1.412 de 2,5', 'es', ['1412', '2.5']],
    ['12\u202f345', 'es', ['12345']],
    ['007 and 0', 'en', ['7', '0']],
    ['four dozen', 'en', ['4', 'dozen']],
    ['doce mil', 'es', ['12', 'mil']],
    ['none, one', 'en', []],
  ] as const)('%s in %s', (text, language, values) => {
    expect(numbersOf(text, language).map(({ value }) => value)).toEqual(values);
  });

  test('a text of unknown language is read in both ways', () => {
    expect(numbersIn('1.412')).toEqual(new Set(['1.412', '1412']));
  });
});

describe('days', () => {
  test('in words, and back', () => {
    const date = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(date, fc.constantFrom('en' as const, 'es' as const), (at, language) => {
        const iso = at.toISOString().slice(0, 10);
        const [found] = daysNamed(`x ${daysInWords(iso, language)}.`, language);
        expect(found?.iso).toBe(iso);
        const [month] = daysNamed(daysInWords(iso.slice(0, 7), language), language);
        expect(month?.iso).toBe(iso.slice(0, 7));
      }),
    );
  });

  test('a calendar that is none stays as it is', () => {
    expect(daysInWords('2024-99-99', 'en')).toBe('2024-99-99');
  });

  test.each([
    [{ first: '2024-09-23', last: '2024-09-23' }, '2024-09-23'],
    [{ first: '2024-02-01', last: '2024-02-29' }, '2024-02'],
    [{ first: '2024-01-01', last: '2024-12-31' }, '2024'],
    [{ first: '2024-09-22', last: '2024-09-23' }, '2024-09-22 / 2024-09-23'],
  ])('in the shortest form', (days, short) => {
    expect(daysOf(days)).toBe(short);
  });

  test('a moment beyond all calendars has none', () => {
    const at = { precision: 'second', zone: 'stated' } as const;
    expect(dayOf({ ...at, earliest: 9e15, latest: 9e15 })).toBeUndefined();
    expect(dayOf({ ...at, earliest: Number.NaN, latest: 0 })).toBeUndefined();
    expect(dayOf(undefined)).toBeUndefined();
  });
});

describe('namesIn', () => {
  test.each([
    ['In Bay Courier it reads so.', ['Bay Courier']],
    ['Valdoria did it. Then Ana Lund left.', ['Valdoria', 'Ana Lund']],
    ['It is JSON at 14:00 UTC.', []],
    ['It is the Courier’s own.', ['Courier']],
    ['It is Маяк, not t.me/x.', ['Маяк']],
    ['Against it: The pier is old.', []],
  ])('%s', (text, names) => {
    expect(namesIn(text, 'en')).toEqual(names);
  });
});

describe('plain text', () => {
  test.each([
    ['  a\n b\u0000\u202ec ', 'a b c'],
    ['lone \ud800', 'lone \ufffd'],
  ])('on one line', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });

  test('names open no quotation and no note', () => {
    expect(nameIn('The “Bay” [1] «Post»')).toBe('The Bay 1 Post');
    expect(nameIn("'Today' and L'Étoile, the Workers' one")).toBe(
      "Today and L'Étoile, the Workers one",
    );
  });

  test('quotations lose marks at their ends and their full stop', () => {
    expect(quotedIn('“Nobody “asked” us.”')).toBe("Nobody 'asked' us");
    expect(quotedIn('so it goes ...')).toBe('so it goes ...');
    expect(quotedIn('w '.repeat(100)).split(' ')).toHaveLength(31);
  });

  test('what leaves in one piece is short, and is a beginning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        const kept = excerpt(text);
        expect(text.toWellFormed().startsWith(kept)).toBe(true);
        expect(kept.split(/\s+/u).length).toBeLessThanOrEqual(57);
        expect(kept.length).toBeLessThanOrEqual(600);
        expect(heading(text).split(' ').length).toBeLessThanOrEqual(42);
      }),
    );
    expect(excerpt('x'.repeat(1_000_000))).toHaveLength(600);
  });
});

describe('shownPresence', () => {
  test.each([
    ['1', '1–2'],
    ['2', '1–2'],
    ['1–2', '1–2'],
    ['2 people', '1–2 people'],
    ['2–9', '1–9'],
    ['at least 2', 'at least 1'],
    ['12', '12'],
    ['72', '72'],
    ['21–22', '21–22'],
    ['0', '0'],
  ])('%s is shown as %s', (count, shown) => {
    expect(shownPresence(count)).toBe(shown);
  });
});
