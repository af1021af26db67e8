import { describe, expect, it } from 'vitest';
import type { Conflict, Ladder, Recycled } from '../../domain/judgement.ts';
import type { OutletFact } from '../../domain/watch.ts';
import { alike } from '../../domain/worded.ts';
import { type ClaimEvidence, credibilityOf, type Voice, type WeighedCheck } from './credibility.ts';

const NOTHING: ClaimEvidence = {
  ladder: undefined,
  recycled: [],
  checks: [],
  voices: [],
  conflicts: [],
};
const STATE: OutletFact = {
  domain: 'state.example',
  affiliation: 'state-controlled',
  source: { name: 'Invented list' },
};
const ladder = (atLeast: number, atMost: number, agencies = 4): Ladder => ({
  rungs: [
    { kind: 'articles', bounds: { atLeast: 40, atMost: 40 }, units: [], merges: [] },
    { kind: 'agencies', bounds: { atLeast: agencies, atMost: 9 }, units: [], merges: [] },
    { kind: 'utterances', bounds: { atLeast, atMost }, units: [], merges: [] },
  ],
  circles: [],
});
const check = (verdict: WeighedCheck['verdict'], more: Partial<WeighedCheck> = {}) => ({
  checker: 'Verdad Inventada',
  verdict,
  checked: {
    earliest: Date.UTC(2024, 8, 23),
    latest: Date.UTC(2024, 8, 24) - 1,
    precision: 'day' as const,
    zone: 'stated' as const,
  },
  registered: false,
  facts: [],
  ...more,
});
const voice = (publisher: string, stance: Voice['stance'], facts: OutletFact[] = []): Voice => ({
  publisher,
  stance,
  facts,
});
const OLD: Recycled = { reason: 'stated-date', days: { min: 630.5, max: 995 }, evidence: [] };
const DIFFER: Conflict = {
  kind: 'count',
  subject: { en: 'level of staff', es: 'nivel de personal' },
  sides: ['9', '12'].map((value) => ({ value: alike(value), evidence: [], checks: [] })),
};
/** The grade, with its reasons in English. */
const told = (more: Partial<ClaimEvidence>) => {
  const { grade, reasons } = credibilityOf({ ...NOTHING, ...more });
  return { grade, reasons: reasons.map(({ en }) => en) };
};
const gradeOf = (more: Partial<ClaimEvidence>) => credibilityOf({ ...NOTHING, ...more }).grade;

describe('credibilityOf', () => {
  it('is 6 without evidence, and of one utterance that nothing is compared with', () => {
    expect(told(NOTHING)).toEqual({
      grade: 6,
      reasons: ['There is nothing to compare it with.'],
    });
    expect(told({ ladder: ladder(1, 1) })).toEqual({
      grade: 6,
      reasons: [
        'All that carries it goes back to one utterance.',
        'There is nothing to compare it with.',
      ],
    });
  });

  it('is confirmed by two sure utterances through two newsrooms, not by forty articles', () => {
    expect(gradeOf({ ladder: ladder(2, 3) })).toBe(1);
    expect(gradeOf({ ladder: ladder(2, 3, 1) })).toBe(3);
    expect(gradeOf({ ladder: ladder(1, 3) })).toBe(3);
    expect(gradeOf({ ladder: ladder(1, 1) })).toBe(6);
  });

  it('is probably true where a check bears it out', () => {
    expect(gradeOf({ checks: [check('true')] })).toBe(2);
    expect(gradeOf({ checks: [check('mostly-true')], ladder: ladder(1, 2) })).toBe(2);
    expect(gradeOf({ checks: [check('true')], ladder: ladder(2, 2) })).toBe(1);
  });

  it.each([
    ['false', 5],
    ['altered', 5],
    ['satire', 5],
    ['mostly-false', 4],
    ['misleading', 4],
    ['mixed', 6],
    ['unproven', 6],
    ['other', 6],
    [undefined, 6],
  ] as const)('takes a check %s for %d where nothing else is known', (verdict, grade) => {
    expect(gradeOf({ checks: [check(verdict)] })).toBe(grade);
  });

  it('says who checked when, and what a registry lists', () => {
    expect(told({ checks: [check('false')] }).reasons).toEqual([
      'Verdad Inventada checked it (2024-09-23): false.',
    ]);
    const listed = check(undefined, { registered: true, checked: undefined });
    expect(told({ checks: [listed] })).toEqual({
      grade: 4,
      reasons: ['Verdad Inventada checked it (undated): listed as disinformation.'],
    });
  });

  it('is contradicted even where many repeat it, and doubtful where checks contradict one another', () => {
    expect(gradeOf({ checks: [check('false')], ladder: ladder(3, 5) })).toBe(5);
    expect(gradeOf({ checks: [check('false'), check('true')] })).toBe(4);
    expect(gradeOf({ checks: [check('false'), check('true')], ladder: ladder(2, 2) })).toBe(4);
  });

  it('is doubtful where an article says in its own voice that it is false', () => {
    const debunked = [voice('bne.example', 'debunks'), voice('bne.example', 'debunks')];
    const { grade, reasons } = told({
      voices: debunked,
      ladder: ladder(1, 1),
    });
    expect(grade).toBe(4);
    expect(reasons).toEqual([
      'All that carries it goes back to one utterance.',
      'bne.example says in its own voice that it is false.',
    ]);
    expect(gradeOf({ voices: [voice('a.example', 'doubts'), voice('a.example', 'debunks')] })).toBe(
      4,
    );
    const carrying = (['repeats', 'attributes', 'hedges'] as const).map((stance) =>
      voice('a.example', stance),
    );
    expect(gradeOf({ voices: carrying })).toBe(6);
  });

  it('is moved neither way by a state’s own checkers and outlets, which are told all the same', () => {
    for (const verdict of ['false', 'true', 'misleading'] as const) {
      const graded = told({ checks: [check(verdict, { facts: [STATE] })] });
      expect(graded.grade).toBe(6);
      expect(graded.reasons[0]).toMatch(/in a state's hands, so this moves no grade/);
    }
    const denied = { voices: [voice('state.example', 'debunks', [STATE])], ladder: ladder(2, 2) };
    expect(gradeOf(denied)).toBe(1);
    expect(told({ ...denied }).reasons.at(-1)).toMatch(/state.example/);
  });

  it('is no better than 3 where it is old, differs, is doubted or is open; and no better for that', () => {
    const limits: Partial<ClaimEvidence>[] = [
      { recycled: [OLD] },
      { conflicts: [DIFFER] },
      { voices: [voice('a.example', 'doubts')] },
      { checks: [check('unproven')] },
    ];
    for (const limit of limits) {
      expect(gradeOf({ ...limit, ladder: ladder(2, 2) })).toBe(3);
      expect(gradeOf({ ...limit, ladder: ladder(1, 1) })).toBe(6);
    }
    expect(told({ recycled: [OLD], conflicts: [DIFFER] }).reasons).toEqual([
      'The statement is older than the article that carries it, by 630 days at least.',
      'Stated values differ (level of staff): 9 / 12.',
      'There is nothing to compare it with.',
    ]);
    const sides = Array.from({ length: 9 }, (_, i) => ({
      ...DIFFER.sides[0]!,
      value: alike(`${i}`),
    }));
    expect(told({ conflicts: [{ ...DIFFER, sides }] }).reasons[0]).toBe(
      'Stated values differ (level of staff): 0 / 1 / 2 / 3 / 4 / 5 / 3 more.',
    );
  });
});
