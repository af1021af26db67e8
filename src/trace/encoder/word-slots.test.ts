import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WordSlots } from './word-slots.ts';

const slotOf = (slots: WordSlots, word: string): number => slots.slotOf(word, 0, word.length);

describe('WordSlots', () => {
  test('numbers words as a map of strings does', () => {
    const unit = fc.constantFrom('a', 'b', 'я', '\ud83d');
    const words = fc.array(fc.string({ unit, maxLength: 4 }), { maxLength: 128 });
    fc.assert(
      fc.property(words, (list) => {
        const slots = new WordSlots(128);
        const twin = new Map<string, number>();
        for (const word of list) {
          const known = twin.get(word);
          expect(slots.slotOf(`x${word}b`, 1, 1 + word.length)).toBe(known ?? twin.size);
          expect(slots.isNew).toBe(known === undefined);
          twin.set(word, known ?? twin.size);
        }
      }),
    );
  });

  test('has room until all slots are taken, or all letters', () => {
    const slots = new WordSlots(16);
    expect(slots.hasRoom(4)).toBe(true);
    expect(slots.hasRoom(5)).toBe(false);
    for (let i = 0; i < 12; i++) slotOf(slots, `w${i}`);
    expect(slots.hasRoom(3)).toBe(true);
    slotOf(slots, 'a'.repeat(64));
    expect(slots.hasRoom(3)).toBe(false);
    expect(slots.hasRoom(2)).toBe(true);
  });

  test('knows nothing after forgetting', () => {
    const slots = new WordSlots(16);
    slotOf(slots, 'one');
    slotOf(slots, 'two');
    slots.forgetAll();
    expect(slotOf(slots, 'two')).toBe(0);
    expect(slots.isNew).toBe(true);
  });

  test('gives a word that is too long a slot of its own each time', () => {
    const slots = new WordSlots(16);
    const long = 'a'.repeat(65);
    expect([slotOf(slots, long), slotOf(slots, long)]).toEqual([0, 1]);
    expect(slots.isNew).toBe(true);
    expect([slotOf(slots, 'b'), slotOf(slots, long), slotOf(slots, 'b')]).toEqual([2, 3, 2]);
  });

  test('stops probing among words that were made to collide', () => {
    const capacity = 1024;
    const words: string[] = [];
    for (let i = 0; words.length < 70; i++) {
      if ((hashOf(`w${i}`) & (2 * capacity - 1)) === 7) words.push(`w${i}`);
    }
    const slots = new WordSlots(capacity);
    for (const word of words) slotOf(slots, word);
    const known = words.filter((word) => {
      slotOf(slots, word);
      return !slots.isNew;
    });
    expect(known).toEqual(words.slice(0, 64));
  });
});

/** The hash of the product: with another, the words above do not collide, and the test fails. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
