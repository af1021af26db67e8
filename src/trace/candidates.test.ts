import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokensOf } from '../text/tokens.ts';
import { BoilerplateSet, boilerplateFrom } from './boilerplate.ts';
import { type Candidates, findCandidates, type Outlets } from './candidates.ts';
import { Fingerprints } from './fingerprints.ts';
import { type Segment, SegmentBuilder } from './segments.ts';

const prints = new Fingerprints();

interface Doc {
  readonly outlet: number;
  readonly text: string;
}

/** Segments of `perSegment` texts each. */
function segmentsOf(docs: readonly Doc[], perSegment = 1000): Segment[] {
  const segments: Segment[] = [];
  for (let base = 0; base < docs.length; base += perSegment) {
    const builder = new SegmentBuilder(base);
    for (const { text } of docs.slice(base, base + perSegment)) {
      builder.add(prints.read(tokensOf(text)));
    }
    segments.push(builder.finish());
  }
  return segments;
}

function outletsOf(docs: readonly Doc[]): Outlets {
  const rows = new Uint32Array(Math.max(0, ...docs.map((doc) => doc.outlet + 1)));
  for (const { outlet } of docs) rows[outlet]!++;
  return { ofRow: Uint32Array.from(docs, (doc) => doc.outlet), rows };
}

const numbered = (name: string, words: number): string =>
  Array.from({ length: words }, (_, i) => `${name}${i}`).join(' ');

const pairsOf = ({ a, b }: Pick<Candidates, 'a' | 'b'>): string[] =>
  [...a].map((row, i) => `${row} ${b[i]}`);

/** The naive twin, for groups of up to 50 rows: weigh every pair of texts by what it shares. */
function allPairs(docs: readonly Doc[]): string[] {
  const rowsOf = new Map<string, Set<number>>();
  docs.forEach(({ text }, row) => {
    const { count, hashes, tails } = prints.read(tokensOf(text));
    for (let i = 0; i < count; i++) {
      const key = `${hashes[i]} ${tails[i]}`;
      rowsOf.set(key, (rowsOf.get(key) ?? new Set()).add(row));
    }
  });
  const size = (outlet: number, rows: readonly number[] = docs.map((_, row) => row)): number =>
    rows.filter((row) => docs[row]!.outlet === outlet).length;
  const weights = new Map<string, number>();
  for (const all of rowsOf.values()) {
    const rows = [...all].filter((row) => {
      const { outlet } = docs[row]!;
      return size(outlet, [...all]) < boilerplateFrom(size(outlet));
    });
    for (const a of rows) {
      for (const b of rows.filter((row) => row > a)) {
        weights.set(`${a} ${b}`, (weights.get(`${a} ${b}`) ?? 0) + (rows.length <= 8 ? 4 : 2));
      }
    }
  }
  const found = [...weights].filter(([, weight]) => weight >= 4).map(([pair]) => pair);
  const order = (pair: string): number =>
    Number(pair.split(' ')[0]) * 1000 + Number(pair.split(' ')[1]);
  return found.sort((x, y) => order(x) - order(y));
}

const doc = fc.record({
  outlet: fc.nat(3),
  text: fc
    .array(fc.constantFrom('a', 'b', 'c', 'a b c d e', 'f g h i j k', 'l m n o p q r'), {
      maxLength: 14,
      size: 'max',
    })
    .map((words) => words.join(' ')),
});
const corpus = fc.array(doc, { maxLength: 25, size: 'max' });

describe('findCandidates', () => {
  it('finds the pairs that counting all pairs finds, however the rows are cut into segments', () => {
    fc.assert(
      fc.property(corpus, fc.integer({ min: 1, max: 30 }), (docs, perSegment) => {
        const found = findCandidates(segmentsOf(docs, perSegment), outletsOf(docs));
        expect(pairsOf(found)).toEqual(allPairs(docs));
      }),
      { numRuns: 60 },
    );
  });

  it('with firstNew finds exactly the pairs that touch a new row', () => {
    const many = fc.array(doc, { minLength: 2, maxLength: 70, size: 'max' });
    fc.assert(
      fc.property(many, fc.nat(75), (docs, firstNew) => {
        const segments = segmentsOf(docs, 20);
        const all = findCandidates(segments, outletsOf(docs));
        const some = findCandidates(segments, outletsOf(docs), { firstNew });
        const touching = pairsOf(all).filter((pair) => Number(pair.split(' ')[1]) >= firstNew);
        expect(pairsOf(some)).toEqual(touching);
      }),
      { numRuns: 40 },
    );
  });

  it('takes one rare fingerprint for enough, and none from texts without one', () => {
    const docs = [
      'one two three four five',
      'One, two: three FOUR five!',
      'one two three four',
      '',
    ].map((text, outlet) => ({ outlet, text }));
    expect(pairsOf(findCandidates(segmentsOf(docs), outletsOf(docs)))).toEqual(['0 1']);
    expect(findCandidates([], outletsOf([])).a).toHaveLength(0);
  });

  it('sets aside what an outlet repeats, and still finds it in others', () => {
    const footer = 'subscribe to our free letter today';
    const own = Array.from({ length: 6 }, (_, i) => ({ outlet: 0, text: `w${i} ${footer}` }));
    const docs = [...own, { outlet: 1, text: footer }, { outlet: 2, text: footer }];
    const found = findCandidates(segmentsOf(docs), outletsOf(docs));
    expect(pairsOf(found)).toEqual(['6 7']);
    const { hashes, count } = prints.read(tokensOf(footer));
    expect(found.boilerplate).toEqual(BoilerplateSet.of(hashes.slice(0, count)));
    expect([...found.carriers]).toEqual([1, 1, 1, 1, 1, 1, 0, 0]);
  });

  it('sets aside what is known as boilerplate, however few rows repeat it', () => {
    const docs = [0, 1, 2].map((outlet) => ({ outlet, text: 'one two three four five' }));
    const boilerplate = new BoilerplateSet();
    boilerplate.add(1, prints.read(tokensOf(docs[0]!.text)).hashes[0]!);
    const found = findCandidates(segmentsOf(docs), outletsOf(docs), { boilerplate });
    expect(pairsOf(found)).toEqual(['0 2']);
    expect([...found.carriers]).toEqual([0, 1, 0]);
  });

  it('pairs each of a story’s hundreds of copies with the first four and the last two', () => {
    const story = numbered('word', 40);
    const docs = Array.from({ length: 200 }, (_, outlet) => ({ outlet, text: story }));
    const expected = docs.flatMap((_, b) =>
      Array.from({ length: b }, (__, a) => a)
        .filter((a) => a < 4 || a >= b - 2)
        .map((a) => `${a} ${b}`),
    );
    const found = pairsOf(findCandidates(segmentsOf(docs), outletsOf(docs)));
    expect([...found].sort()).toEqual(expected.sort());
    const some = pairsOf(findCandidates(segmentsOf(docs), outletsOf(docs), { firstNew: 190 }));
    expect(some).toEqual(found.filter((pair) => Number(pair.split(' ')[1]) >= 190));
  });

  it('asks for four fingerprints where a phrase is in hundreds of texts', () => {
    const found = (words: number): Candidates => {
      const docs = Array.from({ length: 200 }, (_, outlet) => ({
        outlet,
        text: `w${outlet} ${numbered('phrase', words)} v${outlet}`,
      }));
      return findCandidates(segmentsOf(docs), outletsOf(docs));
    };
    expect(found(7).a).toHaveLength(0);
    expect(found(8).a.length).toBeGreaterThan(199);
  });

  it('refuses more rows than a pair key holds', () => {
    const builder = new SegmentBuilder(2 ** 25);
    builder.add(prints.read(tokensOf('')));
    expect(() => findCandidates([builder.finish()], outletsOf([]))).toThrow(
      'at most 33554432 texts, not 33554433',
    );
  });
});
