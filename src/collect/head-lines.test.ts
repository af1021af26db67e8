import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftOf } from './draft.ts';
import { headLinesOf } from './head-lines.ts';

const prose = 'The harbour of Puerto Alba was closed for repairs, officials said. It opens in May.';

describe('headLinesOf', () => {
  test.each([
    ['By Ana Ruiz September 23, 2024', 'September 23, 2024', ['Ana Ruiz']],
    [
      'By Ana Ruiz and Leo Sanz | 23 September 2024',
      '23 September 2024',
      ['Ana Ruiz and Leo Sanz'],
    ],
    ['September 23, 2024', 'September 23, 2024', []],
    ['2024-09-23', '2024-09-23', []],
    ['Published: 23.09.2024', 'Published: 23.09.2024', []],
    [
      'Por Ana de la Vega, 23 de septiembre de 2024',
      '23 de septiembre de 2024',
      ['Ana de la Vega'],
    ],
    ['23 de septiembre de 2024 - Por Ana Ruiz', '23 de septiembre de 2024', ['Ana Ruiz']],
    ['lunes, 23 de septiembre de 2024', 'lunes, 23 de septiembre de 2024', []],
    ['Автор: Анна Рудина, 23 сентября 2024 г.', '23 сентября 2024 г.', ['Анна Рудина']],
    ['23 сентября 2024', '23 сентября 2024', []],
  ])('%s', (line, published, authors) => {
    expect(headLinesOf(`A caption of the picture\n${line}\n\n${prose}`)).toEqual({
      published,
      authors,
    });
  });

  test.each([
    ['a sentence that begins with a date', 'September 23, 2024 was a quiet day in the harbour.'],
    ['a sentence with a date in it', 'On September 23, 2024 the harbour closed'],
    ['a date that ends a sentence', 'September 23, 2024.'],
    ['a month', 'September 2024'],
    ['a day of no year', 'September 23'],
    ['a year', '2024'],
    ['a day of a change', 'Updated: September 23, 2024'],
    ['a day of a change, es', 'Actualizado: 23 de septiembre de 2024'],
    ['a deadline', 'By September 23, 2024'],
    ['an event', 'Battle of the harbour, 23 September 2024'],
    ['a byline alone', 'By Ana Ruiz'],
    ['no date of the calendar', '31 February 2024 maybe'],
  ])('nothing from %s', (_, line) => {
    expect(headLinesOf(`${line}\n\n${prose}`)).toEqual({ published: undefined, authors: [] });
  });

  test('a byline in the line beside the date is its author', () => {
    const read = { published: 'September 23, 2024', authors: ['Ana Ruiz'] };
    expect(headLinesOf(`By Ana Ruiz\nSeptember 23, 2024\n\n${prose}`)).toEqual(read);
    expect(headLinesOf(`September 23, 2024\n\nBy Ana Ruiz\n\n${prose}`)).toEqual(read);
  });

  test('not from a sentence that is wrapped around it', () => {
    const none = { published: undefined, authors: [] };
    expect(headLinesOf(`The harbour has been closed since\nSeptember 23, 2024\n`)).toEqual(none);
    expect(headLinesOf(`The harbour closed,\nSeptember 23, 2024\nand stayed so.`)).toEqual(none);
    expect(headLinesOf(`Until then\n23 September 2024\nis the day.`)).toEqual(none);
  });

  test('not below the tenth line', () => {
    const lines = Array.from({ length: 10 }, (_, i) => `Line ${'x'.repeat(i + 1)}`);
    expect(headLinesOf([...lines.slice(1), '23 September 2024'].join('\n')).published).toBe(
      '23 September 2024',
    );
    expect(headLinesOf([...lines, '23 September 2024'].join('\n')).published).toBeUndefined();
  });

  test('total, and what it gives stands in the text', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('By Ana Ruiz', 'September 23, 2024', 'By Ana 1 May 2024', '', 'on'),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const { published, authors } = headLinesOf(text);
        const flat = text.replace(/\s+/g, ' ');
        for (const part of [published ?? '', ...authors]) {
          expect(flat).toContain(part.replace(/\s+/g, ' '));
        }
      }),
    );
  });

  test('a text of one line is not copied', () => {
    expect(headLinesOf('September '.repeat(1_000_000)).published).toBeUndefined();
  });
});

describe('a plain text as a draft', () => {
  const draft = (content: string) => {
    const bytes = new TextEncoder().encode(content);
    const place = { file: 'note.txt' };
    const item = { place, bytes, mediaType: 'text/plain; charset=utf-8', progress: 0 };
    const outcome = draftOf(item, { now: Date.UTC(2025, 0, 1) });
    if (!outcome.ok) throw new Error(outcome.refusal.detail);
    return outcome.value;
  };

  test('has the day and the author of its head lines, and keeps the line', () => {
    const line = 'By Ana Ruiz September 23, 2024';
    const { published, authors, text } = draft(`A title\n\n${line}\n\n${prose}`);
    expect(published?.precision).toBe('day');
    expect(published?.earliest).toBeLessThanOrEqual(Date.UTC(2024, 8, 23));
    expect(published?.latest).toBeGreaterThanOrEqual(Date.UTC(2024, 8, 23, 23));
    expect(authors).toEqual(['Ana Ruiz']);
    expect(text).toContain(line);
  });

  test('a date that is stated otherwise stands', () => {
    const { published, authors } = draft(
      `published: 2024-01-02\n\nA title\n\nBy Ana Ruiz September 23, 2024\n\n${prose}`,
    );
    expect(published?.latest).toBeLessThan(Date.UTC(2024, 0, 5));
    expect(authors).toBeUndefined();
  });

  test('none from running text', () => {
    expect(draft(`A title\n\nSeptember 23, 2024 was quiet. ${prose}`).published).toBeUndefined();
  });
});
