import { describe, expect, it } from 'vitest';
import { READ_LANGUAGES } from '../../domain/reading.ts';
import { shippedLexicon } from '../../pipeline/reading-data.ts';
import { documentOf } from '../document.ts';
import { openDateLexicon } from './date-lexicon.ts';
import { openDates } from './dates.ts';
import { variantsOf } from './variants.ts';

type Damaged = Record<string, unknown> & { templates: Record<string, unknown>[] };

/** The shipped English list with one thing changed. */
function damaged(change: (raw: Damaged) => void): () => unknown {
  const raw = structuredClone(shippedLexicon('dates', 'en')) as Damaged;
  change(raw);
  return () => openDateLexicon(() => raw, 'en');
}

describe('openDateLexicon', () => {
  it.each(READ_LANGUAGES)('opens the shipped list: %s', (language) => {
    expect(() => openDateLexicon(shippedLexicon, language)).not.toThrow();
  });

  it.each(READ_LANGUAGES)('has every month and weekday in the shipped list: %s', (language) => {
    const raw = shippedLexicon('dates', language) as { months: string[][]; weekdays: string[][] };
    const read = openDates(shippedLexicon);
    for (const [at, [month]] of raw.months.entries()) {
      const word = variantsOf(month!)[0]!;
      const of = { en: `${word} 5, 2020`, es: `5 de ${word} de 2020`, ru: `5 ${word} 2020` }[
        language
      ];
      const text = language === 'en' ? of[0]!.toUpperCase() + of.slice(1) : of;
      const [date] = read(documentOf({ text, language, published: '2024-01-01' }));
      expect([text, date?.value]).toEqual([text, `2020-${String(at + 1).padStart(2, '0')}-05`]);
    }
    expect(raw.weekdays).toHaveLength(7);
  });

  it.each<[string, (raw: Damaged) => void, RegExp]>([
    ['a list is missing', (raw) => delete raw['months'], /dates\.en\.json is damaged[\s\S]*months/],
    ['a month is missing', (raw) => (raw['months'] as unknown[]).pop(), /12[\s\S]*months/],
    ['a field is unknown', (raw) => Object.assign(raw, { monthz: [] }), /monthz/],
    [
      'an expression is unknown',
      (raw) => raw.templates.push({ is: 'never', forms: ['x'] }),
      /templates\[\d+\]\.is/,
    ],
    [
      'a constant is out of range',
      (raw) => raw.templates.push({ is: 'date', with: { month: 13 }, forms: ['x'] }),
      /with\.month/,
    ],
  ])('refuses it, naming file and entry, where %s', (_, change, message) => {
    expect(damaged(change)).toThrow(message);
  });

  it.each([
    ['on {monht}', '{monht} names no list'],
    ['on {month:mnth}', 'fills no slot "mnth"'],
    ['on (the {month}', '")" is missing'],
    ['on the) {month}', 'has no opening bracket'],
    ['? {month}', 'stands behind nothing'],
    ['(a|b) (a|b) (a|b) (a|b) (a|b) (a|b) (a|b) (a|b) (a|b) (a|b)', 'more than 600 sequences'],
  ])('refuses the form %s, naming it', (form, reason) => {
    const open = damaged((raw) => raw.templates.push({ is: 'date', forms: [form] }));
    expect(open).toThrow(`dates.en.json: the form "${form}" of "date" cannot be read`);
    expect(open).toThrow(reason);
  });
});
