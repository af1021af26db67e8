import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexTexts, outletsOf, type Traced, type TraceText, traceTexts } from './trace.ts';

/** Invented words in a fixed but irregular order: no two runs of eight are alike. */
function prose(seed: number, words: number): string {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return state >>> 8;
  };
  return Array.from({ length: words }, (_, i) => {
    const word = `w${(next() % 5000).toString(36)}`;
    return i % 11 === 10 ? `${word}.` : word;
  }).join(' ');
}

let outlet = 0;
const article = (text: string, domain = `o${outlet++}.example`): TraceText => ({
  text,
  domain,
  language: 'en',
});

const trace = (...texts: string[]): Traced => traceTexts(texts.map((text) => article(text)));

/** The shared texts of the only pair, as [a, b] per passage. */
function shared(a: string, b: string): [string, string][] {
  const { pairs } = trace(a, b);
  expect(pairs.length).toBeLessThanOrEqual(1);
  return (pairs[0]?.passages ?? []).map((passage) => [
    a.slice(passage.a.begin, passage.a.end),
    b.slice(passage.b.begin, passage.b.end),
  ]);
}

const STORY =
  'The harbour authority of Valdoria said on Tuesday that two patrol boats had left the northern ' +
  'pier without lights. A spokesman for the fishermen called the report “pure invention” and asked ' +
  'for the log books to be made public before the end of the week.';

describe('traceTexts', () => {
  it('finds two sentences of a wire story buried in two long articles', () => {
    const a = `${prose(1, 430)} ${STORY} ${prose(2, 400)}`;
    const b = `${prose(3, 700)} ${STORY} ${prose(4, 160)}`;
    const whole = STORY.slice(0, -1);
    expect(shared(a, b)).toEqual([[whole, whole]]);
  });

  it('finds any run of 14 words or more, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.nat(300),
        fc.nat(300),
        fc.integer({ min: 14, max: 60 }),
        (...n) => {
          const [before, after, ahead, length] = n as [number, number, number, number];
          const run = prose(9, length).replace(/\.$/, '');
          const a = `${prose(1, before)} ${run} ${prose(2, after)}`;
          const b = `${prose(3, ahead)} ${run} ${prose(4, before)}`;
          const found = shared(a, b);
          expect(found).toHaveLength(1);
          expect(found[0]![0]).toContain(run);
          expect(found[0]![1]).toContain(run);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('finds edited and cut copies', () => {
    const edited = STORY.replace('Tuesday', 'Monday night')
      .replace('pure invention', 'fantasy')
      .replace('two patrol boats', 'three vessels');
    expect(shared(STORY, edited)).toEqual([[STORY.slice(0, -1), edited.slice(0, -1)]]);
    const cut = STORY.slice(0, STORY.indexOf(' A spokesman'));
    expect(shared(STORY, cut)).toEqual([[cut.slice(0, -1), cut.slice(0, -1)]]);
  });

  it('finds a copy in other typography, and with letters swapped for look-alikes', () => {
    const typed = STORY.toUpperCase().replace('“PURE', '"PURE').replaceAll(' ', '\u00a0');
    const disguised = STORY.replaceAll('a', 'а').replaceAll('o', 'ο').replaceAll('e', 'e\u200b');
    expect(trace(STORY, typed, disguised).pairs.map(({ a, b }) => [a, b])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
  });

  it('takes a turn of phrase in long articles for nothing', () => {
    const phrase = 'the minister of foreign affairs of the republic said';
    expect(shared(`${prose(1, 300)} ${phrase}`, `${phrase} ${prose(2, 300)}`)).toEqual([]);
    expect(shared(phrase, phrase)).toHaveLength(1);
  });

  it('reads texts of no word, one word and digits only', () => {
    const odd = [
      '',
      'word',
      'word',
      '1 2 3 4',
      '1 2 3 4',
      '!!!',
      '1 3 5 7 9 2 4 6',
      '1 3 5 7 9 2 4 6',
    ];
    const { pairs, boilerplate } = trace(...odd);
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([[6, 7]]);
    expect(boilerplate).toEqual([]);
    expect(traceTexts([]).pairs).toEqual([]);
  });

  it('gives passages in the order of b, within the texts, with words of both sides counted', () => {
    const a = `${prose(5, 40)} ${prose(1, 90)} ${prose(6, 50)}`;
    const b = `${prose(6, 50)} ${prose(2, 60)} ${prose(5, 40)}`;
    const { pairs } = trace(a, b);
    const passages = pairs[0]!.passages;
    expect(passages.map(({ words, aWords, bWords }) => [words, aWords, bWords])).toEqual([
      [50, 50, 50],
      [40, 40, 40],
    ]);
    expect(passages[0]!.b.begin).toBe(0);
    expect(passages[1]!.a.begin).toBe(0);
    expect(passages[0]!.b.end).toBeLessThan(passages[1]!.b.begin);
  });

  it('sets an outlet’s footer aside, shows it, and counts own words without it', () => {
    const footer =
      'Subscribe to our free morning letter and never miss a story from the valley again';
    const texts = [1, 2, 3, 4, 5, 6].map((n) => article(`${prose(n, 90)}\n${footer}`, 'a.example'));
    texts.push(article(`${prose(1, 90)}\n${prose(7, 30)}`, 'b.example'));
    const { pairs, boilerplate, ownWords } = traceTexts(texts);
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([[0, 6]]);
    expect(boilerplate).toMatchObject([{ domain: 'a.example', articles: 6 }]);
    // Winnowing may leave up to three words at either end of a footer unmarked.
    expect(footer).toContain(boilerplate[0]!.sample);
    expect(boilerplate[0]!.sample.split(' ').length).toBeGreaterThanOrEqual(15 - 6);
    expect(ownWords(0)).toBeGreaterThanOrEqual(90);
    expect(ownWords(0)).toBeLessThanOrEqual(96);
    expect(ownWords(6)).toBe(120);
  });
});

describe('what a trace depends on', () => {
  const corpus = [
    `${prose(1, 80)} ${STORY} ${prose(2, 80)}`,
    `${prose(3, 50)} ${STORY}`,
    prose(4, 200),
    `${prose(4, 120)} ${prose(5, 60)}`,
    prose(6, 30),
  ].map((text) => article(text));

  it('gives the same for the same texts', () => {
    expect(traceTexts(corpus).pairs).toEqual(traceTexts(corpus).pairs);
  });

  it('does not change with texts that share nothing with the others', () => {
    const unrelated = [7, 8, 9].map((n) => article(prose(n, 150)));
    const { pairs } = traceTexts([...unrelated, ...corpus]);
    const moved = pairs.map((pair) => ({ ...pair, a: pair.a - 3, b: pair.b - 3 }));
    expect(moved).toEqual(traceTexts(corpus).pairs);
  });

  it('mirrors its passages when the texts stand in reverse order', () => {
    const last = corpus.length - 1;
    const mirrored = traceTexts(corpus.toReversed()).pairs.map(({ a, b, passages }) => ({
      a: last - b,
      b: last - a,
      passages: passages.map((p) => ({
        a: p.b,
        b: p.a,
        words: p.words,
        aWords: p.bWords,
        bWords: p.aWords,
      })),
    }));
    expect(mirrored.sort((x, y) => x.a - y.a || x.b - y.b)).toEqual(traceTexts(corpus).pairs);
  });
});

describe('outletsOf and indexTexts', () => {
  it('number outlets in order of appearance and count their rows', () => {
    const texts = ['b', 'a', 'b'].map((domain) => article('', domain));
    expect(outletsOf(texts)).toEqual({
      ofRow: Uint32Array.from([0, 1, 0]),
      rows: Uint32Array.from([2, 1]),
    });
  });

  it('begin a new segment after 65,536 texts', () => {
    function* many(): Iterable<TraceText> {
      for (let i = 0; i < 65_537; i++)
        yield { text: i % 4096 ? '' : STORY, domain: 'a', language: '' };
    }
    expect(indexTexts(many()).map(({ base, rows }) => [base, rows])).toEqual([
      [0, 65_536],
      [65_536, 1],
    ]);
  });
});
