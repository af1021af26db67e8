import { describe, expect, it } from 'vitest';
import { openRussianForms } from './russian-forms.ts';

describe('openRussianForms', () => {
  const formOf = openRussianForms([
    { words: ['высла|вышл+|высыла~'] },
    { words: ['отправи'] },
    { words: ['отверг'] },
    { words: ['встрети'] },
    { words: ['уби'] },
  ]);

  it.each([
    ['выслала', 'past'],
    ['выслать', 'infinitive'],
    ['вышлет', 'future'],
    ['высылает', 'present'],
    ['выслан', 'short'],
    ['высланных', 'passive-participle'],
    ['высылавший', 'active-participle'],
    ['отправит', 'future'],
    ['отправят', 'future'],
    ['отправила', 'past'],
    ['отверг', 'past'],
    ['убит', 'short'],
  ])('%s is %s', (word, tense) => {
    expect(formOf(word)?.tense).toBe(tense);
  });

  it('tells reflexive forms', () => {
    expect(formOf('встретились')).toMatchObject({ tense: 'past', reflexive: true });
    expect(formOf('встретили')).toMatchObject({ tense: 'past', reflexive: false });
  });

  it.each(['вышла', 'отправка', 'слон', 'в', ''])('knows no verb in "%s"', (word) => {
    expect(formOf(word)).toBeUndefined();
  });
});
