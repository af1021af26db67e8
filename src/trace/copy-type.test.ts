import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CopyType, Passage } from '../domain/trace.ts';
import { tokensOf } from '../text/tokens.ts';
import { changeOf, copyTypeOf } from './copy-type.ts';
import { traceTexts } from './trace.ts';

const numbered = (name: string, words: number): string[] =>
  Array.from({ length: words }, (_, i) => `${name}${i}`);

function passagesOf(parent: string, echo: string): readonly Passage[] {
  const texts = [parent, echo].map((text, i) => ({ text, domain: `${i}`, language: 'en' }));
  return traceTexts(texts).pairs[0]?.passages ?? [];
}

function typeOf(parent: string, echo: string): CopyType {
  const side = (text: string) => ({
    language: 'en',
    tokens: tokensOf(text),
    ownWords: tokensOf(text).count,
  });
  return copyTypeOf(side(parent), side(echo), passagesOf(parent, echo));
}

describe('copyTypeOf', () => {
  const own = fc.nat(300).map((words) => numbered('own', words));
  const size = fc.integer({ min: 30, max: 120 });

  it('calls a whole copy verbatim, however much stands around it', () => {
    fc.assert(
      fc.property(size, own, own, (words, before, after) => {
        const parent = numbered('w', words);
        const echo = [...before, ...parent, ...after.map((word) => `${word}b`)];
        expect(typeOf(parent.join(' '), echo.join(' '))).toBe('verbatim');
      }),
      { numRuns: 50 },
    );
  });

  it('calls a whole copy with more than one word in 25 changed edited', () => {
    fc.assert(
      fc.property(size, own, fc.integer({ min: 9, max: 16 }), (words, before, every) => {
        const parent = numbered('w', words);
        const changed = parent.map((word, i) => (i % every === 5 ? `${word}x` : word));
        expect(typeOf(parent.join(' '), [...before, ...changed].join(' '))).toBe('edited');
      }),
      { numRuns: 50 },
    );
  });

  it('calls a part of less than four fifths cut if its wording is kept, else edited', () => {
    fc.assert(
      fc.property(size, fc.nat(20), own, (words, from, before) => {
        const parent = numbered('w', words);
        const part = parent.slice(from, from + Math.max(14, Math.floor(words * 0.7)));
        fc.pre(part.length >= 14 && part.length < 0.8 * words);
        expect(typeOf(parent.join(' '), [...before, ...part].join(' '))).toBe('cut');
        fc.pre(part.length >= 28);
        const changed = part.map((word, i) => (i % 10 >= 8 ? `${word}x` : word));
        expect(typeOf(parent.join(' '), [...before, ...changed].join(' '))).toBe('edited');
      }),
      { numRuns: 50 },
    );
  });

  it('measures against the words that are not boilerplate', () => {
    const story = numbered('w', 60).join(' ');
    const parent = `${story} ${numbered('footer', 40).join(' ')}`;
    const passages = passagesOf(parent, story);
    const echo = { language: 'en', tokens: tokensOf(story), ownWords: 60 };
    const type = (ownWords: number): CopyType =>
      copyTypeOf({ language: 'en', tokens: tokensOf(parent), ownWords }, echo, passages);
    expect([type(100), type(60)]).toEqual(['cut', 'verbatim']);
  });

  it('calls a copy with a paragraph put in between edited', () => {
    const [head, tail] = [numbered('w', 40), numbered('v', 40)];
    const echo = [...head, ...numbered('x', 30), ...tail].join(' ');
    expect(typeOf([...head, ...tail].join(' '), echo)).toBe('edited');
  });
});

describe('copyTypeOf a retold passage', () => {
  const text = numbered('w', 40).join(' ');
  const side = (language: string) => ({ language, tokens: tokensOf(text), ownWords: 40 });
  const passage = (words: number, retold?: true): Passage => ({
    a: { begin: 0, end: 10 },
    b: { begin: 0, end: 10 },
    words,
    aWords: words,
    bWords: words,
    ...(retold ? { retold } : {}),
  });

  it('is a translation in another language, a paraphrase in the same', () => {
    expect(copyTypeOf(side('es'), side('ru'), [passage(30, true)])).toBe('translated');
    expect(copyTypeOf(side('es'), side('es'), [passage(30, true)])).toBe('paraphrased');
  });

  it('does not outweigh more words of equal wording', () => {
    expect(copyTypeOf(side('es'), side('es'), [passage(30), passage(20, true)])).toBe('verbatim');
  });
});

describe('changeOf', () => {
  it('lists what was added and removed inside the passages, as it was written', () => {
    const parent =
      'The council of Valdoria met on Monday and chose Ana Ruiz as the new mayor of the town';
    const echo =
      'The Council of Valdoria met on Monday night and chose A. Ruiz as new mayor of the town';
    const passages = passagesOf(parent, echo);
    expect(
      changeOf(
        { title: 'A', text: parent, language: 'en' },
        { title: 'a!', text: echo, language: 'en' },
        passages,
      ),
    ).toEqual({
      title: undefined,
      added: ['night', 'A'],
      removed: ['Ana', 'the'],
      alterations: [],
    });
  });

  it('turns the parent’s words into the echo’s', () => {
    const edit = fc.array(fc.constantFrom('keep', 'keep', 'keep', 'keep', 'cut', 'put'), {
      minLength: 30,
      maxLength: 60,
    });
    fc.assert(
      fc.property(edit, (edits) => {
        const parent = numbered('w', edits.length);
        const words = parent.flatMap((word, i) =>
          edits[i] === 'cut' ? [] : edits[i] === 'put' ? [word, `${word}x`] : [word],
        );
        const [from, to] = [parent.join(' '), words.join(' ')];
        const passages = passagesOf(from, to);
        const { added, removed } = changeOf(
          { title: '', text: from, language: 'en' },
          { title: '', text: to, language: 'en' },
          passages,
        );
        for (const { a, b } of passages) {
          const left = from.slice(a.begin, a.end).split(' ');
          const right = to.slice(b.begin, b.end).split(' ');
          expect(left.filter((word) => !removed.includes(word))).toEqual(
            right.filter((word) => !added.includes(word)),
          );
        }
      }),
    );
  });

  it('lists at most 60 words a side', () => {
    const [a, b] = [numbered('w', 70).join(' '), numbered('v', 70).join(' ')];
    const end = a.length;
    const passage = {
      a: { begin: 0, end },
      b: { begin: 0, end },
      words: 9,
      aWords: 70,
      bWords: 70,
    };
    const { added, removed } = changeOf(
      { title: '', text: a, language: 'en' },
      { title: '', text: b, language: 'en' },
      [passage],
    );
    expect([added.length, removed.length]).toEqual([60, 60]);
  });

  it('shows a headline that changed in more than typography', () => {
    const titles = (from: string, to: string) =>
      changeOf(
        { title: from, text: '', language: 'en' },
        { title: to, text: '', language: 'en' },
        [],
      ).title;
    expect(titles('Council meets', 'COUNCIL MEETS!')).toBeUndefined();
    expect(titles('', 'Council meets')).toBeUndefined();
    expect(titles('Council meets', 'Council fails')).toEqual({
      from: 'Council meets',
      to: 'Council fails',
    });
    expect(titles('Council', 'Council meets')).toBeDefined();
  });
});
