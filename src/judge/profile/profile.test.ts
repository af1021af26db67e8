import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId, CascadeId, CheckId } from '../../domain/ids.ts';
import { type DebunkedBefore, ECHO_STANCES, type EchoStance } from '../../domain/judgement.ts';
import { type Cascade, COPY_TYPES, CREDIT_STATES, type Echo } from '../../domain/trace.ts';
import { addCascade, openProfiles, profileOf } from './profile.ts';
import type { MemberFacts } from './tallies.ts';

const NO_COUNTS = { articles: 0, followed: 0, said: 0, silently: 0 };

/** An invented member. Its id is `publisher/n`. */
interface Drawn {
  readonly publisher: string;
  readonly parent: number | undefined;
  readonly copyType: Echo['copyType'];
  readonly credit: Echo['credit'];
  readonly lag: { readonly min: number; readonly max: number };
  readonly debunked: { readonly min: number; readonly max: number } | 'undated' | undefined;
  readonly stance: EchoStance | undefined;
}

const plain = (publisher: string, more: Partial<Drawn> = {}): Drawn => ({
  publisher,
  parent: undefined,
  copyType: undefined,
  credit: 'unknown',
  lag: { min: 1, max: 2 },
  debunked: undefined,
  stance: undefined,
  ...more,
});

function build(cascades: readonly (readonly Drawn[])[]) {
  const members = new Map<string, Drawn>();
  const idOf = (c: number, i: number): ArticleId => `${c}/${i}` as ArticleId;
  const built = cascades.map((drawn, c): Cascade => {
    drawn.forEach((member, i) => {
      members.set(idOf(c, i), member);
    });
    return {
      id: String(c) as CascadeId,
      echoes: drawn.map(({ parent, lag, copyType, credit }, i) => ({
        article: idOf(c, i),
        parent:
          parent === undefined
            ? undefined
            : { article: idOf(c, parent), reason: 'earliest', confidence: 1, rivals: [], lag },
        copyType,
        credit,
        creditPlace: undefined,
        change: undefined,
        passages: [],
        comparedWith: undefined,
      })),
      earliest: drawn.flatMap(({ parent }, i) => (parent === undefined ? [idOf(c, i)] : [])),
      reach: new Set(drawn.map(({ publisher }) => publisher)).size,
    };
  });
  const facts: MemberFacts = {
    publisherOf: (article) => members.get(article)?.publisher,
    debunkedOf: (article) => {
      const days = members.get(article)?.debunked;
      if (days === undefined || days === 'undated') return days;
      return { article, check: 'c' as CheckId, days } satisfies DebunkedBefore;
    },
    stanceOf: (article) => {
      const stance = members.get(article)?.stance;
      // `amplifies` is set on purpose where it must not count.
      return stance && { stance, amplifies: stance !== 'hedges', evidence: [] };
    },
  };
  const profiles = openProfiles();
  for (const cascade of built) addCascade(profiles, cascade, facts);
  return profiles;
}

const of = (cascades: readonly (readonly Drawn[])[], publisher: string, counts = NO_COUNTS) =>
  profileOf(build(cascades), publisher, counts);

const member = fc.record<Drawn>({
  publisher: fc.constantFrom('a.example', 'b.example', 'c.example'),
  parent: fc.option(fc.nat(5), { nil: undefined }),
  copyType: fc.constantFrom(undefined, ...COPY_TYPES),
  credit: fc.constantFrom(...CREDIT_STATES),
  lag: fc.tuple(fc.integer({ min: 1, max: 1e9 }), fc.nat(1e8)).map(([min, w]) => ({
    min,
    max: min + w,
  })),
  debunked: fc.oneof(
    fc.constantFrom(undefined, 'undated' as const),
    fc
      .tuple(fc.integer({ min: -9, max: 9 }), fc.nat(3))
      .map(([min, width]) => ({ min, max: min + width })),
  ),
  stance: fc.constantFrom(undefined, ...ECHO_STANCES),
});
const cascades = fc.array(
  fc
    .array(member, { minLength: 1, maxLength: 6 })
    .map((all) =>
      all.map((one, i) =>
        i === 0 || one.parent === undefined
          ? { ...one, parent: undefined }
          : { ...one, parent: one.parent % i },
      ),
    ),
  { maxLength: 12 },
);

describe('profileOf', () => {
  it('is all zeros of a publisher that no cascade holds', () => {
    expect(of([], 'x.example')).toMatchObject({ carried: 0, reprints: 0, from: [], by: [] });
    expect(of([], 'x.example')).not.toHaveProperty('lag');
  });

  it('sets copies of its own pieces apart', () => {
    const own = plain('a.example', { parent: 0, credit: 'dropped', copyType: 'cut' });
    const found = of([[plain('a.example'), own, plain('b.example', { parent: 1 })]], 'a.example');
    expect(found).toMatchObject({ ownCopies: 1, reprints: 0, carried: 1, earliest: 1 });
    expect(found.copyTypes.cut).toBe(0);
    expect(found.credits.dropped).toEqual({ count: 0, n: 0 });
    expect(found.by).toEqual([{ publisher: 'b.example', reprints: { count: 1, n: 1 } }]);
  });

  it('never counts a debunking article as amplifying or as carrying what is refuted', () => {
    const debunks = plain('a.example', { stance: 'debunks', debunked: { min: 3, max: 3 } });
    const repeats = plain('a.example', { stance: 'repeats', debunked: { min: 3, max: 3 } });
    const found = of([...Array(6).fill([debunks]), ...Array(5).fill([repeats])], 'a.example');
    expect(found.stances.amplifies).toMatchObject({ count: 5, n: 11 });
    expect(found.refuted.before).toMatchObject({ count: 5, n: 5 });
    expect(found.stances.counts).toMatchObject({ debunks: 6, repeats: 5 });
  });

  it('says rates from five cases on, and corrections as they are given', () => {
    const counts = { articles: 20, followed: 10, said: 3, silently: 1 };
    const { corrected, articles } = of([], 'a.example', counts);
    expect(articles).toBe(20);
    expect(corrected.said).toMatchObject({ count: 3, n: 10, rate: { share: 0.3 } });
    expect(corrected.silently).toMatchObject({ count: 1, n: 10, rate: { share: 0.1 } });
    expect(of([], 'a.example').corrected.said).toEqual({ count: 0, n: 0 });
  });

  it('is earliest only where no other member may be', () => {
    expect(of([[plain('a.example'), plain('b.example')]], 'a.example').earliest).toBe(0);
  });

  it('leaves out members of unknown publisher, and parents likewise', () => {
    const profiles = openProfiles();
    const cascade = { ...emptyCascade(), earliest: ['x' as ArticleId] };
    const none: MemberFacts = {
      publisherOf: () => undefined,
      debunkedOf: () => undefined,
      stanceOf: () => undefined,
    };
    addCascade(profiles, cascade, none);
    expect(profiles.size).toBe(0);
  });

  it('counts what a naive count finds', () => {
    fc.assert(
      fc.property(cascades, (drawn) => {
        const found = of(drawn, 'a.example');
        const parentOf = (all: readonly Drawn[], { parent }: Drawn) =>
          parent === undefined ? undefined : all[parent]!.publisher;
        const mine = drawn.flatMap((all) =>
          all
            .filter(({ publisher }) => publisher === 'a.example')
            .map((one) => ({ ...one, from: parentOf(all, one) })),
        );
        const carried = mine.filter(({ from }) => from !== 'a.example');
        const reprints = carried.filter(({ from }) => from !== undefined);
        const stood = carried.filter(({ stance }) => stance !== 'doubts' && stance !== 'debunks');
        const judged = carried.filter(({ stance }) => stance !== undefined);
        const days = stood.map(({ debunked }) => debunked);
        const dated = days.flatMap((d) => (d === undefined || d === 'undated' ? [] : [d]));
        expect(found.carried).toBe(carried.length);
        expect(found.ownCopies).toBe(mine.length - carried.length);
        expect(found.reprints).toBe(reprints.length);
        expect(found.credits.dropped).toMatchObject({
          count: reprints.filter(({ credit }) => credit === 'dropped').length,
          n: reprints.filter(({ credit }) => credit !== 'unknown').length,
        });
        for (const type of COPY_TYPES) {
          const ofType = reprints.filter(({ copyType }) => copyType === type);
          expect(found.copyTypes[type]).toBe(ofType.length);
        }
        const { before, later, unordered } = found.refuted;
        expect([before.n, later.n, unordered.n]).toEqual(Array(3).fill(stood.length));
        expect(before.count).toBe(dated.filter(({ min }) => min > 0).length);
        expect(later.count).toBe(dated.filter(({ max }) => max < 0).length);
        const refuted = days.filter((d) => d !== undefined).length;
        expect(before.count + later.count + unordered.count).toBe(refuted);
        const amplifying = judged.filter(({ stance }) =>
          ['repeats', 'attributes'].includes(stance!),
        );
        expect(found.stances.amplifies).toMatchObject({
          count: amplifying.length,
          n: judged.length,
        });
        for (const { publisher, reprints: share } of found.from) {
          expect(share.count).toBe(reprints.filter(({ from }) => from === publisher).length);
          expect(share.n).toBe(reprints.length);
        }
        const others = ['b.example', 'c.example'].map((name) => of(drawn, name));
        for (const other of others) {
          const given = other.from.find(({ publisher }) => publisher === 'a.example');
          const taken = found.by.find(({ publisher }) => publisher === other.publisher);
          expect(taken?.reprints.count).toBe(given?.reprints.count);
        }
        expect(found.lag === undefined).toBe(reprints.length === 0);
        if (reprints.length === 0) return;
        const middle = (lags: number[], place: number): number =>
          lags.sort((x, y) => x - y)[Math.floor((lags.length - 1 + place) / 2)]!;
        const least = middle(
          reprints.map(({ lag }) => lag.min),
          0,
        );
        const greatest = middle(
          reprints.map(({ lag }) => lag.max),
          1,
        );
        expect(found.lag!.min).toBeLessThanOrEqual(least);
        expect(found.lag!.min).toBeGreaterThan(least * 0.979 - 1);
        expect(found.lag!.max).toBeGreaterThanOrEqual(greatest);
        expect(found.lag!.max).toBeLessThan(greatest * 1.021 + 1);
      }),
      { numRuns: 200 },
    );
  });
});

function emptyCascade(): Cascade {
  return {
    id: 'c' as CascadeId,
    echoes: [
      {
        article: 'x' as ArticleId,
        parent: undefined,
        copyType: undefined,
        credit: 'unknown',
        creditPlace: undefined,
        change: undefined,
        passages: [],
        comparedWith: undefined,
      },
    ],
    earliest: [],
    reach: 1,
  };
}
