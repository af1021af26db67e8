import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ArticleId, CascadeId } from '../src/domain/ids.ts';
import type { Ladder, RungKind } from '../src/domain/judgement.ts';
import type { Cascade, CopyType, CreditState, Echo } from '../src/domain/trace.ts';
import { exampleMeasure, type Gold, scoreExample, scoreExampleLadders } from './example.ts';

/** Articles are named by their URL, so that `urlOf` is the identity. */
const urlOf = (id: ArticleId): string => id;

function echo(url: string, parent?: string, copyType?: CopyType, credit?: CreditState): Echo {
  return {
    article: url as ArticleId,
    parent:
      parent === undefined
        ? undefined
        : {
            article: parent as ArticleId,
            reason: 'earliest',
            confidence: 1,
            rivals: [],
            lag: { min: 0, max: 0 },
          },
    copyType,
    credit: credit ?? 'unknown',
    creditPlace: undefined,
    change: undefined,
    passages: [],
    comparedWith: undefined,
  };
}

/** A cascade is known by its members. */
const cascade = (...echoes: Echo[]): Cascade => ({
  id: echoes.map(({ article }) => article).join(' ') as CascadeId,
  echoes,
  earliest: [],
  reach: echoes.length,
});

const gold: Gold = {
  cascades: [
    {
      id: 'one',
      origin: 'o',
      ladder: { articles: 3, publishers: 3, agencies: 1, utterances: 1 },
      echoes: [
        { url: 'a', parent: 'o', copyType: 'verbatim', credit: 'dropped' },
        { url: 'b', parent: 'a', copyType: 'edited', credit: 'kept' },
      ],
    },
    {
      id: 'two',
      origin: null,
      ladder: { articles: 2, publishers: 2, agencies: 1, utterances: 1 },
      echoes: [
        { url: 'x', parent: null, copyType: 'cut', credit: 'kept' },
        { url: 'y', parent: null, copyType: null, credit: 'unknown' },
      ],
    },
  ],
};

const perfect = [
  cascade(echo('o'), echo('a', 'o', 'verbatim', 'dropped'), echo('b', 'a', 'edited', 'kept')),
  cascade(echo('x', undefined, 'cut', 'kept'), echo('y')),
];

type Bound = number | readonly [number, number];

/** A ladder with these bounds, from articles to utterances; one number for both ends. */
function bounds(...all: readonly [Bound, Bound, Bound, Bound]): Ladder {
  const kinds: RungKind[] = ['articles', 'publishers', 'agencies', 'utterances'];
  const rungs = kinds.map((kind, i) => {
    const [atLeast, atMost] = [all[i]!].flat() as [number, number?];
    return { kind, bounds: { atLeast, atMost: atMost ?? atLeast }, units: [], merges: [] };
  });
  return { rungs, circles: [] };
}

/** Ladders of the perfect cascades, in their order. */
const ladders = (...found: Ladder[]): Map<CascadeId, Ladder> =>
  new Map(found.map((ladder, i) => [perfect[i]!.id, ladder]));

describe('scoreExample', () => {
  it('is 1 throughout where the program says what the gold says', () => {
    expect(scoreExample(gold, perfect, urlOf)).toEqual({
      echo: { p: 1, r: 1 },
      copyType: { accuracy: 1 },
      parent: { accuracy: 1 },
      attributionDropped: { f1: 1 },
    });
  });

  it('is 0 in recall where the program says nothing', () => {
    expect(scoreExample(gold, [], urlOf)).toEqual({
      echo: { p: 1, r: 0 },
      copyType: { accuracy: 0 },
      parent: { accuracy: 0 },
      attributionDropped: { f1: 0 },
    });
  });

  it('counts a stray article once against precision', () => {
    const stray = cascade(echo('o'), echo('a'), echo('b'), echo('stray'));
    const score = scoreExample(gold, [stray], urlOf);
    expect(score.echo.p).toBeCloseTo(2 / 3, 12);
    expect(score.echo.r).toBe(0.5);
  });

  it('takes a cascade with one gold member only for a false one', () => {
    const score = scoreExample(gold, [cascade(echo('a'), echo('stray'))], urlOf);
    expect(score.echo).toEqual({ p: 0, r: 0 });
  });

  it('takes two gold cascades thrown together for the larger and two strays', () => {
    const together = cascade(...perfect.flatMap((one) => one.echoes));
    const score = scoreExample(gold, [together], urlOf);
    expect(score.echo).toEqual({ p: 0.5, r: 0.5 });
  });

  it('finds the echoes of a gold cascade that the program splits in two', () => {
    const four: Gold = {
      cascades: [
        {
          id: 'four',
          origin: null,
          ladder: { articles: 4, publishers: 4, agencies: 1, utterances: 1 },
          echoes: ['a', 'b', 'c', 'd'].map((url) => ({
            url,
            parent: null,
            copyType: null,
            credit: 'unknown',
          })),
        },
      ],
    };
    const split = [cascade(echo('a'), echo('b')), cascade(echo('c'), echo('d'))];
    expect(scoreExample(four, split, urlOf).echo).toEqual({ p: 1, r: 1 });
  });

  it('counts a wrong type, a wrong parent, a credit wrongly said to be dropped', () => {
    const wrong = cascade(
      echo('o'),
      echo('a', 'o', 'edited', 'dropped'),
      echo('b', 'o', 'edited', 'dropped'),
    );
    const score = scoreExample(gold, [wrong], urlOf);
    expect(score.copyType.accuracy).toBeCloseTo(1 / 3, 12);
    expect(score.parent.accuracy).toBe(0.5);
    // One hit of two said and one true: 2·1 / (2 + 1).
    expect(score.attributionDropped.f1).toBeCloseTo(2 / 3, 12);
  });
});

describe('scoreExampleLadders', () => {
  const score = (...found: Ladder[]) =>
    scoreExampleLadders(gold, { cascades: perfect, ladders: ladders(...found), urlOf });

  it('is 1 where all bounds are the truth', () => {
    const all = score(bounds(3, 3, 1, 1), bounds(2, 2, 1, 1));
    expect(all).toEqual({ contained: 1, exact: 1 });
  });

  it('counts bounds that leave room as contained, those beside the truth not at all', () => {
    const some = score(bounds(3, [2, 3], [1, 2], [2, 3]), bounds(2, 1, 1, 1));
    expect(some).toEqual({ contained: 6 / 8, exact: 4 / 8 });
  });

  it('counts a cascade that was not found as neither', () => {
    const run = { cascades: perfect.slice(1), ladders: ladders(bounds(3, 3, 1, 1)), urlOf };
    expect(scoreExampleLadders(gold, run)).toEqual({ contained: 0, exact: 0 });
  });
});

describe('exampleMeasure', () => {
  it('reads the gold, asks the program and gives the figures of the contract', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'example-'));
    writeFileSync(join(folder, 'gold.json'), JSON.stringify({ ...gold, note: 'invented' }));
    const answer = await exampleMeasure(folder, async () => ({
      cascades: perfect,
      ladders: ladders(bounds(3, 3, 1, 1), bounds(2, 2, 1, 1)),
      urlOf,
    })).run('');
    rmSync(folder, { recursive: true });
    expect(answer).toMatchObject({
      kind: 'measured',
      figures: {
        echo: { p: 1, r: 1 },
        copyType: { accuracy: 1 },
        parent: { accuracy: 1 },
        attributionDropped: { f1: 1 },
        ladder: { contained: 1, exact: 1 },
      },
    });
  });

  it('says where it looked', async () => {
    const answer = await exampleMeasure('/nowhere', async () => ({
      cascades: [],
      ladders: new Map(),
      urlOf,
    })).run('');
    expect(answer).toMatchObject({ kind: 'absent', place: '/nowhere/gold.json' });
  });
});
