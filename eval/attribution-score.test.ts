import { describe, expect, it } from 'vitest';
import { emptyTallies, type Tallies, tallyArticle } from './attribution-score.ts';
import type { Roles } from './polnear.ts';

//            0         1         2         3         4
//            01234567890123456789012345678901234567890
const TEXT = 'Doe said “it rains” and Roe says it snows';
const span = (words: string) => {
  const begin = TEXT.indexOf(words);
  return { begin, end: begin + words.length };
};
const roles = (source: string, cue: string, ...content: string[]): Roles => ({
  source: source === '' ? [] : [span(source)],
  cue: [span(cue)],
  content: content.map(span),
});

function score(gold: readonly Roles[], found: readonly Roles[]): Tallies {
  const tallies = emptyTallies();
  tallyArticle(tallies, TEXT, gold, found);
  return tallies;
}

const first = roles('Doe', 'said', '“it rains”');
const second = roles('Roe', 'says', 'it snows');

describe('tallyArticle', () => {
  it('counts what is the same as right', () => {
    const { exact, overlap, quoted } = score([first, second], [second, first]);
    const both = { found: 2, foundRight: 2, gold: 2, goldRight: 2 };
    expect(exact).toEqual({ source: both, cue: both, content: both });
    expect(overlap).toEqual(exact);
    expect(quoted).toEqual({ found: 1, foundRight: 1, gold: 1, goldRight: 1 });
  });

  it('counts a longer span as overlap only', () => {
    const { exact, overlap } = score([second], [roles('Roe', 'says', 'says it snows')]);
    expect(exact.content).toEqual({ found: 1, foundRight: 0, gold: 1, goldRight: 0 });
    expect(overlap.content).toEqual({ found: 1, foundRight: 1, gold: 1, goldRight: 1 });
  });

  it('counts what is missing and what is too much', () => {
    expect(score([first], []).exact.cue).toEqual({
      found: 0,
      foundRight: 0,
      gold: 1,
      goldRight: 0,
    });
    expect(score([], [first]).exact.cue).toEqual({
      found: 1,
      foundRight: 0,
      gold: 0,
      goldRight: 0,
    });
  });

  it('counts a source that two attributions share once', () => {
    const { exact } = score([first, roles('Doe', 'says', 'it snows')], [first]);
    expect(exact.source).toEqual({ found: 1, foundRight: 1, gold: 1, goldRight: 1 });
    expect(exact.cue.gold).toBe(2);
  });

  it('joins fragments with nothing but white space between them', () => {
    const broken = roles('Doe', 'said', '“it', 'rains”');
    expect(score([broken], [first]).exact.content.goldRight).toBe(1);
    const apart = roles('Doe', 'said', '“it', 'snows');
    expect(score([apart], [first]).exact.content.goldRight).toBe(0);
  });

  it('leaves out what stands within the content of another', () => {
    const outer = roles('Doe', 'said', '“it rains” and Roe says it snows');
    expect(score([outer], [outer, second]).exact.cue.found).toBe(1);
  });

  it('asks all three roles of quoted attributions, and none where the gold has none', () => {
    const other = roles('Roe', 'said', '“it rains”');
    expect(score([first], [other]).quoted).toEqual({
      found: 1,
      foundRight: 0,
      gold: 1,
      goldRight: 0,
    });
    const unstated = roles('', 'said', '“it rains”');
    expect(score([unstated], [unstated]).quoted.goldRight).toBe(1);
    expect(score([unstated], [first]).quoted.goldRight).toBe(0);
  });
});
