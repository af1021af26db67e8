import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../domain/span.ts';
import { type Lists, readIn } from './chat-stand-in.fixture.ts';

describe('readingOf', () => {
  const text =
    'Ana Rivas said the port was closed. Radio Faro reported that Ana Rivas left. Costa Serena expelled Ana Rivas in 2022.';
  const words = [...text.matchAll(/\S+/g)].map(([word]) => word);
  const some = fc
    .tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 5 }))
    .map(([first, count]) => words.slice(first, first + count).join(' '));
  const maybe = fc.oneof(some, fc.constant(null), fc.string());
  const attribution = fc.record({
    source: maybe,
    cue: maybe,
    content: fc.array(some, { minLength: 1, maxLength: 3 }),
  });
  const event = fc.record({
    words: some,
    type: fc.constantFrom('COERCE', 'SPY'),
    kind: fc.constant('expel'),
    status: fc.constant('happened'),
    actors: fc.array(maybe),
  });
  const lists = fc.record({ attributions: fc.array(attribution), events: fc.array(event) });

  it('gives the same for answers in any order, and each item once', () => {
    fc.assert(
      fc.property(fc.array(lists, { maxLength: 3 }), (answers) => {
        const forth = readIn(text, ...answers, ...answers);
        const back = readIn(text, ...answers.toReversed(), ...answers.map(reversed));
        expect(back).toEqual(forth);
        const keys = forth.attributions.map((one) => JSON.stringify({ ...one, within: 0 }));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('holds nothing but words of the article, whatever is answered', () => {
    fc.assert(
      fc.property(lists, (answer) => {
        const reading = readIn(text, answer);
        expect(strayIn(reading, text)).toEqual([]);
        for (const [place, { within }] of reading.attributions.entries()) {
          if (within !== undefined) expect(within).toBeLessThan(place);
        }
      }),
    );
  });
});

const reversed = ({ attributions = [], events = [] }: Lists): Lists => ({
  attributions: attributions.toReversed(),
  events: events.toReversed(),
});

/** Phrases whose text is not what stands at their span, and spans that are not in the text. */
function strayIn(value: unknown, text: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const found: unknown[] = Object.values(value).flatMap((one) => strayIn(one, text));
  const { span, text: own } = value as { span?: Span; text?: string };
  if (span !== undefined && text.slice(span.begin, span.end) !== own) found.push(value);
  const { begin, end } = value as Partial<Span>;
  if (begin !== undefined && !(0 <= begin && begin < end! && end! <= text.length))
    found.push(value);
  return found;
}
