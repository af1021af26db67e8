import { describe, expect, it } from 'vitest';
import type { OutletFact } from '../../domain/watch.ts';
import { openProfiles, profileOf } from '../profile/profile.ts';
import { proportionOf } from '../profile/proportion.ts';
import { reliabilityOf } from './reliability.ts';

const fact = (more: Partial<OutletFact>): OutletFact => ({
  domain: 'radio.example',
  source: { name: 'Invented list', date: '2024' },
  ...more,
});
const CONTROLLED = fact({ affiliation: 'state-controlled', country: 'VD' });
const GOOD = fact({ labels: ['bias: center', 'reporting: high', 'credibility: high-credibility'] });
const BAD = fact({ labels: ['campaign: invented-campaign'], source: { name: 'Second list' } });

interface Counts {
  readonly before: number;
  readonly later: number;
  readonly unordered: number;
  readonly dropped: number;
  readonly silently: number;
}

/** A record of `n` passages carried, of which so many were refuted; one later, where nothing else is said. */
function history(n: number, counts: Partial<Counts> = {}) {
  const {
    before = 0,
    later = counts.before || counts.unordered ? 0 : 1,
    unordered = 0,
    dropped = 0,
    silently = 0,
  } = counts;
  const empty = profileOf(openProfiles(), 'radio.example', {
    articles: n,
    followed: n,
    said: 0,
    silently,
  });
  return {
    ...empty,
    carried: n,
    refuted: {
      before: proportionOf(before, n),
      later: proportionOf(later, n),
      unordered: proportionOf(unordered, n),
    },
    credits: { dropped: proportionOf(dropped, n), unknown: 0 },
  };
}

/** The grade, with its reasons in English. */
function told(...given: Parameters<typeof reliabilityOf>) {
  const { grade, reasons } = reliabilityOf(...given);
  return { grade, reasons: reasons.map(({ en }) => en) };
}

describe('reliabilityOf', () => {
  it('is F with little history and no facts, and says so', () => {
    expect(told([])).toEqual({
      grade: 'F',
      reasons: [
        'There is too little to go by: 0 passages carried with others on this desk, and no list on what it prints.',
      ],
    });
    for (const before of [0, 1, 2, 3, 4]) {
      expect(reliabilityOf([], history(4, { before })).grade).toBe('F');
    }
  });

  it('takes state control for no unreliability, and for no better than C', () => {
    expect(reliabilityOf([CONTROLLED]).grade).toBe('F');
    expect(reliabilityOf([], history(200)).grade).toBe('B');
    const { grade, reasons } = told([CONTROLLED], history(200));
    expect(grade).toBe('C');
    expect(reasons).toContain('Invented list, 2024 states of radio.example: state-controlled.');
    expect(reasons.at(-1)).toMatch(/party to what concerns that state/);
    expect(reliabilityOf([CONTROLLED], history(200, { before: 60 })).grade).toBe('E');
  });

  it('grades by the record: what was carried though refuted, and what was ever refuted', () => {
    expect(reliabilityOf([], history(40)).grade).toBe('C');
    // Nothing refuted, perhaps because nobody looked.
    expect(reliabilityOf([], history(200, { later: 0 })).grade).toBe('F');
    expect(reliabilityOf([], history(200, { before: 40 })).grade).toBe('E');
    expect(reliabilityOf([], history(200, { before: 12 })).grade).toBe('D');
    expect(reliabilityOf([], history(200, { later: 40 })).grade).toBe('D');
    expect(reliabilityOf([], history(200, { later: 12 })).grade).toBe('C');
    expect(reliabilityOf([], history(200, { unordered: 40 })).grade).toBe('D');
    expect(reliabilityOf([], history(200, { dropped: 60 })).grade).toBe('B');
    expect(reliabilityOf([], history(200, { dropped: 100 })).grade).toBe('C');
    expect(reliabilityOf([], history(200, { silently: 10 })).grade).toBe('B');
    expect(reliabilityOf([], history(200, { silently: 40 })).grade).toBe('C');
    expect(reliabilityOf([], history(10, { before: 1 })).grade).toBe('F');
  });

  it('holds it against nobody that there is nothing to credit', () => {
    const origin = { ...history(200), credits: { dropped: proportionOf(0, 0), unknown: 0 } };
    const { grade, reasons } = told([], origin);
    expect(grade).toBe('B');
    expect(reasons.join()).not.toMatch(/where the text came from/);
  });

  it('never gives A, whatever the record', () => {
    expect(reliabilityOf([GOOD], history(1_000_000)).grade).toBe('B');
  });

  it('says counts, rates and intervals', () => {
    const { reasons } = told([], history(40, { before: 3 }));
    expect(reasons[0]).toBe(
      'In 3 of 40 cases it carried what a fact-check had refuted before (7.5 %; 95 % interval 2.6 to 19.9 %).',
    );
    expect(told([], history(4, { before: 3 })).reasons[0]).toBe(
      'In 3 of 4 cases it carried what a fact-check had refuted before: too few for a rate.',
    );
  });

  it('lets lists grade where the record does not, and the worse of both stand', () => {
    expect(reliabilityOf([GOOD]).grade).toBe('C');
    expect(reliabilityOf([BAD]).grade).toBe('D');
    expect(reliabilityOf([BAD], history(200)).grade).toBe('D');
    expect(reliabilityOf([BAD], history(200, { before: 60 })).grade).toBe('E');
    expect(reliabilityOf([GOOD], history(200)).grade).toBe('B');
    expect(reliabilityOf([fact({ labels: ['bias: left', 'type: SC'] })]).grade).toBe('F');
  });

  it('keeps facts that contradict one another side by side', () => {
    const free = fact({ affiliation: 'independent', source: { name: 'Second list' } });
    const { grade, reasons } = told([GOOD, BAD, CONTROLLED, free]);
    expect(grade).toBe('F');
    expect(reasons.slice(0, 5)).toEqual([
      'Invented list, 2024 speaks for what radio.example prints: reporting: high, credibility: high-credibility.',
      'Second list speaks against what radio.example prints: campaign: invented-campaign.',
      'Invented list, 2024 states of radio.example: state-controlled.',
      'Second list states of radio.example: independent.',
      'The lists contradict one another on what it prints.',
    ]);
  });

  it('does not ask which state', () => {
    const grades = ['RU', 'US', 'MX', 'CN', 'FR'].map((country) =>
      reliabilityOf([{ ...CONTROLLED, country }], history(200)),
    );
    expect(new Set(grades.map((graded) => JSON.stringify(graded))).size).toBe(1);
  });
});
