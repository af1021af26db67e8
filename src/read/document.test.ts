import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf } from './document.ts';

const tokens = (text: string, language: 'en' | 'es' | 'ru' = 'en') =>
  documentOf({ text, language }).tokens.map((token) => token.text);

/** Texts of words, marks and breaks in any order. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        'Doe',
        'said',
        "'s",
        '’s',
        'U.S.',
        'Mr.',
        '3.5',
        '“',
        '"',
        '.',
        ' ',
        '\n',
        '😀',
        '\ud83d',
        'é',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
);

describe('documentOf', () => {
  it.each([
    ["Doe's plan", ['Doe', "'s", 'plan']],
    [
      "She'd said they've lost; I'm sure we'll win.",
      ['She', "'d", 'said', 'they', "'ve", 'lost', ';', 'I', "'m", 'sure', 'we', "'ll", 'win', '.'],
    ],
    ['They don’t.', ['They', 'don’t', '.']],
    ['the U.S. economy', ['the', 'U.S.', 'economy']],
    [
      '3.5 million on the 3rd, at 10:30',
      ['3.5', 'million', 'on', 'the', '3rd', ',', 'at', '10:30'],
    ],
    ['co-operation – or not', ['co-operation', '–', 'or', 'not']],
  ])('cuts %j into tokens', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  it('leaves clitics alone in other languages', () => {
    expect(tokens("O'Higgins's", 'es')).toEqual(["O'Higgins's"]);
  });

  it('tells words, numbers and marks', () => {
    const { tokens } = documentOf({ text: "Doe's 3 dogs.", language: 'en' });
    expect(tokens.map(({ kind }) => kind)).toEqual(['word', 'word', 'number', 'word', 'mark']);
    expect(tokens.map(({ capital }) => capital)).toEqual([true, false, false, false, false]);
  });

  it('puts sentences in paragraphs', () => {
    const text = 'One. Two.\n\n  Three.';
    const { sentences, paragraphs } = documentOf({ text, language: 'en' });
    expect(sentences.map(({ begin, end }) => text.slice(begin, end))).toEqual([
      'One.',
      'Two.',
      'Three.',
    ]);
    expect(sentences.map(({ paragraph }) => paragraph)).toEqual([0, 0, 1]);
    expect(paragraphs.map(({ begin, end }) => text.slice(begin, end))).toEqual([
      'One. Two.',
      'Three.',
    ]);
  });

  it('cuts what runs on without an end, so that work within a sentence is bounded', () => {
    const { tokens, sentences } = documentOf({ text: 'one '.repeat(1000), language: 'en' });
    expect(sentences.map(({ first, last }) => last - first)).toEqual([300, 300, 300, 100]);
    expect(
      tokens.every((token, at) => {
        const { first, last, begin, end } = sentences[token.sentence]!;
        return first <= at && at < last && begin <= token.begin && token.end <= end;
      }),
    ).toBe(true);
  });

  it('orders tokens within sentences within paragraphs', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const doc = documentOf({ text, language: 'en' });
        let behind = 0;
        for (const token of doc.tokens) {
          expect(token.begin).toBeGreaterThanOrEqual(behind);
          expect(token.end).toBeGreaterThan(token.begin);
          expect(text.slice(token.begin, token.end)).toBe(token.text);
          behind = token.end;
        }
        expect(behind).toBeLessThanOrEqual(text.length);
        let next = 0;
        for (const [i, sentence] of doc.sentences.entries()) {
          expect(sentence.first).toBe(next);
          next = sentence.last;
          for (const token of doc.tokens.slice(sentence.first, sentence.last)) {
            expect(token.sentence).toBe(i);
            expect(token.begin >= sentence.begin && token.end <= sentence.end).toBe(true);
          }
          const paragraph = doc.paragraphs[sentence.paragraph]!;
          expect(paragraph.begin <= sentence.begin && sentence.end <= paragraph.end).toBe(true);
        }
        expect(next).toBe(doc.tokens.length);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves no letter and no digit out', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const covered = new Set<number>();
        for (const { begin, end } of documentOf({ text, language: 'en' }).tokens) {
          for (let i = begin; i < end; i++) covered.add(i);
        }
        for (const match of text.matchAll(/[\p{L}\p{N}]/gu)) {
          expect(covered.has(match.index)).toBe(true);
        }
      }),
    );
  });

  // A quadratic cut would need hours for these.
  it.each(['word ', 'a', 'a-', 'a.', 'A.', "a'", '1.', '\n', 'A: b\n', '😀', ' '])(
    'reads a million units of %j',
    (unit) => {
      const text = unit.repeat(1_000_000 / unit.length);
      expect(documentOf({ text, language: 'en' }).text).toHaveLength(text.length);
    },
  );
});
