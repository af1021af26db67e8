import { describe, expect, it } from 'vitest';
import { standInTools } from './story-models.fixture.ts';
import { readStory } from './story-reading.ts';

const { encoder } = standInTools();
const read = (title: string, text: string) => readStory({ title, text, language: 'en' }, encoder);
const numbered = (count: number) =>
  Array.from({ length: count }, (_, i) => `w${i}`.replace(/\d/g, (d) => 'abcdefghij'[+d]!));

describe('readStory', () => {
  it('counts stems, the lead twice, and keeps a spelling', () => {
    const text = [...numbered(30), 'Bridges', 'bridge'].join(' ');
    const { uses } = read('', text);
    expect(uses.get('wa')).toEqual({ spelling: 'wa', count: 2 });
    expect(uses.get('bridg')).toEqual({ spelling: 'Bridges', count: 2 });
  });

  it('takes the first words for a title where none is given', () => {
    const words = numbered(20);
    expect(read('', words.join(' ')).title).toEqual(read(words.join(' '), 'Text.').title);
    expect(read('', words.join(' ')).title).toHaveLength(7);
  });

  it('counts a title once that the text repeats', () => {
    const repeated = read('Bridge falls', 'Bridge falls\nNobody was hurt.');
    expect(repeated.uses).toEqual(read('Bridge falls', 'Nobody was hurt.').uses);
  });

  it('reads the beginning of a text only', () => {
    const begun = read('', numbered(300).join(' '));
    expect(read('', numbered(5000).join(' '))).toEqual(begun);
    expect(read('x '.repeat(500_000), 'y '.repeat(500_000)).uses.size).toBe(1);
  });

  it.each(['', ' \n ', '🙂🙂', '—', '\u200b\u0301'])('has nothing to say of %j', (text) => {
    const { whole, opening } = read(text, text);
    expect(whole.every(Number.isFinite)).toBe(true);
    expect(opening.every(Number.isFinite)).toBe(true);
  });
});
