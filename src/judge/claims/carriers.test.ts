import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stem } from '../../text/stem.ts';
import { carriersOf } from './carriers.ts';
import type { Candidate } from './told-articles.ts';

/** Invented. */
const CLAIM = 'Norland recruits the fishermen of Westvale to fight in Ostmark';
const COMMON = new Set('the of to in and a who said is was los de para en'.split(' '));
const worth = (word: string) => (COMMON.has(word.toLowerCase()) ? 2 : 10);
const SPANISH: Record<string, string> = {
  recruits: 'reclutar',
  fishermen: 'pescadores',
  fight: 'combatir',
};
const translate = (word: string, from: string, to: string) => {
  const known = from === 'en' && to === 'es' ? SPANISH[word] : undefined;
  return known === undefined ? [] : [{ stem: stem(known, 'es'), strength: 0.9 }];
};
const article = (id: string, text: string, language = 'en'): Candidate => ({
  ...{ id, text, language, title: '' },
});
const carry = (candidates: readonly Candidate[], claim = CLAIM) =>
  carriersOf(claim, candidates, { language: 'en', worth, translate });

const WEATHER = 'Rain is expected on the southern coast. Ferries run as usual.';
const TELLS =
  'The envoy said Norland was recruiting fishermen in Westvale for the fight in Ostmark.';

describe('carriersOf', () => {
  it('gives the sentences that state the claim, with what they have of it', () => {
    const text = `${WEATHER} ${TELLS} Nobody answered.`;
    const [carrier, ...others] = carry([article('a', text), article('b', WEATHER)]);
    expect(others).toEqual([]);
    expect(carrier?.id).toBe('a');
    const [{ span, parts, confidence } = { span: { begin: 0, end: 0 } }] = carrier?.passages ?? [];
    expect(text.slice(span.begin, span.end)).toBe(TELLS);
    expect(parts).toEqual({ who: 1, what: 1, meaning: 0, beside: 0 });
    expect(confidence).toBe(1);
  });

  it('joins adjacent sentences where one alone tells too little', () => {
    const text = `${WEATHER} Norland recruits in Westvale. The fishermen fight in Ostmark. Snow fell.`;
    const [best] = carry([article('a', text)])[0]!.passages;
    expect(text.slice(best!.span.begin, best!.span.end)).toBe(
      'Norland recruits in Westvale. The fishermen fight in Ostmark.',
    );
  });

  it('asks for the names and for what is said of them: one side is not enough', () => {
    expect(carry([article('names', 'Norland, Westvale and Ostmark met in the spring.')])).toEqual(
      [],
    );
    expect(carry([article('deeds', 'A circus recruits fishermen, who fight with lions.')])).toEqual(
      [],
    );
  });

  it('finds it in another language by translations and the sound of names', () => {
    const spanish = 'Norlandia recluta a pescadores de Westvale para combatir en Ostmark.';
    expect(carry([article('es', spanish, 'es')]).map(({ id }) => id)).toEqual(['es']);
    const names = 'Norlandia, Westvale y Ostmark firmaron un acuerdo de correos.';
    expect(carry([article('es', names, 'es')])).toEqual([]);
  });

  it('lets the encoder raise what is near in meaning', () => {
    const text = 'Norland hires fishermen of Westvale.';
    const encode = (texts: readonly string[]) => Float32Array.from(texts.flatMap(() => [1]));
    const options = { language: 'en', worth, atLeast: 0 };
    const plain = carriersOf(CLAIM, [article('a', text)], options)[0]!.passages[0]!;
    const raised = carriersOf(CLAIM, [article('a', text)], { ...options, encode })[0]!.passages[0]!;
    expect(raised.parts.meaning).toBe(1);
    expect(raised.confidence).toBeGreaterThan(plain.confidence);
  });

  it('takes words that several carriers tell right beside the claim for its telling', () => {
    const quote =
      'We know that three hundred fishermen have passed through a camp north of the border, the envoy said.';
    const told = `${TELLS} ${quote}`;
    const cut = `${WEATHER} As one paper had it: ${quote} I do not know.`;
    const candidates = [
      article('a', told),
      article('b', `${WEATHER} ${told}`),
      article('cut', cut),
    ];
    const found = carry(candidates);
    expect(found.map(({ id }) => id)).toEqual(['a', 'b', 'cut']);
    expect(found[2]!.passages[0]!.parts.beside).toBeGreaterThan(0.9);
    expect(carry([candidates[0]!, candidates[2]!]).map(({ id }) => id)).toEqual(['a']);
  });

  it('gives passages in bounds, apart, of at most three sentences, whatever the texts', () => {
    const word = fc.constantFrom(
      'Norland',
      'recruits',
      'fishermen',
      'Ostmark',
      'rain.',
      'fight.',
      '\n',
    );
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
        const candidates = texts.map((each, i) => article(`${i}`, each));
        const found = carriersOf(CLAIM, candidates, { language: 'en', worth, atLeast: 0.1 });
        for (const { id, passages } of found) {
          const spans = passages.map(({ span }) => span).sort((a, b) => a.begin - b.begin);
          spans.forEach(({ begin, end }, i) => {
            expect(begin).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
            expect(end).toBeGreaterThan(begin);
            expect(end).toBeLessThanOrEqual(texts[Number(id)]!.length);
          });
          for (const { confidence } of passages) expect(confidence).toBeGreaterThanOrEqual(0.1);
        }
      }),
    );
  });

  it('takes hostile texts in linear time, and empty ones', () => {
    expect(carry([article('empty', '')])).toEqual([]);
    expect(carry([article('a', TELLS)], '')).toEqual([]);
    for (const text of [
      'Norland '.repeat(200_000),
      `${TELLS} `.repeat(10_000),
      'fight. '.repeat(100_000),
      'x'.repeat(1_000_000),
    ]) {
      expect(carry([article('long', text)]).length).toBeLessThanOrEqual(1);
    }
  });
});
