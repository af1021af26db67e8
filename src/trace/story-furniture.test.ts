import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutFurniture } from './story-furniture.ts';

describe('withoutFurniture', () => {
  it.each([
    'Click here to subscribe.',
    'Comparte en Facebook y Twitter.',
    'Подпишитесь на рассылку!',
    'Читайте також: інші новини.',
    'Jetzt Newsletter abonnieren.',
  ])('drops "%s"', (line) => {
    expect(withoutFurniture(`The bridge fell.\n${line}\nNobody was hurt.`)).toBe(
      'The bridge fell.\nNobody was hurt.',
    );
  });

  it('keeps a story about a network', () => {
    const story = 'The ministry said on Monday that Facebook had not answered its letters of May.';
    expect(withoutFurniture(`The letters.\n${story}`)).toContain(story);
  });

  it('keeps the title before a log-in box on the same line', () => {
    const page = 'Bridge falls in Riga SIGN IN Register now for free access to our newsletters';
    expect(withoutFurniture(`${page}.\nMore.`)).toBe('Bridge falls in Riga\nMore.');
  });

  it('returns the text where nothing would be left', () => {
    expect(withoutFurniture('Sign in.')).toBe('Sign in.');
    expect(withoutFurniture('')).toBe('');
  });

  it('never adds a word', () => {
    const word = fc.constantFrom('click', 'Riga', 'cookies', '.', '!', '\n', '«', 'реклама', '🙂');
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join(' ');
        expect(text.length).toBeGreaterThanOrEqual(withoutFurniture(text).length);
      }),
    );
  });
});
