import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleId, CascadeId } from '../../domain/ids.ts';
import type { RoleJudgement } from '../../domain/judgement.ts';
import type { Attribution, DateMention, StalenessCue } from '../../domain/reading.ts';
import type { Cascade, Echo } from '../../domain/trace.ts';
import { statedDays } from '../offices/day-bounds.ts';
import { day, tenure } from '../offices/tenures.fixture.ts';
import { type CarriedPassage, carrying } from './carried.ts';
import { clocksOf } from './clocks.ts';
import { recycledOf } from './recycled.ts';
import { recycledEchoes } from './recycled-echoes.ts';

const own = 'a000000000000000' as ArticleId;
const old = 'b000000000000000' as ArticleId;
const older = 'c000000000000000' as ArticleId;
const span = (begin: number, end: number) => ({ begin, end });

function statement(uttered?: number): Attribution {
  return {
    source: undefined,
    cue: undefined,
    content: [span(10, 30), span(50, 70)],
    mode: 'direct',
    role: undefined,
    venue: undefined,
    uttered,
    via: [],
    within: undefined,
  };
}

function date(value: string | undefined): DateMention {
  const days = value === undefined ? undefined : statedDays(value);
  return { span: span(80, 84), text: 'then', type: 'DATE', value: '', basis: 'absolute', days };
}

function passage(
  article: ArticleId,
  published: string | undefined,
  here = span(8, 72),
): CarriedPassage {
  const moment = published === undefined ? undefined : day(published);
  return { article, published: moment, there: span(100, 164), here };
}

interface Known {
  readonly published?: string | undefined;
  readonly uttered?: string | undefined;
  readonly passages?: readonly CarriedPassage[];
  readonly role?: RoleJudgement;
  readonly cues?: readonly StalenessCue[];
}

function judged({ published, uttered, passages = [], role, cues = [] }: Known) {
  const one = statement(0);
  const article = {
    id: own,
    published: published === undefined ? undefined : day(published),
    capturedAt: 5,
  };
  const clocks = clocksOf(article, { dates: [date(uttered)] }, one, passages);
  const recycled = recycledOf({ article: own, statement: one, clocks, passages, role, cues });
  return {
    clocks,
    recycled,
    days: recycled.map(({ reason, days }) => [reason, days.min, days.max]),
  };
}

describe('carrying', () => {
  test('what covers most of a statement, in one passage or several', () => {
    const whole = passage(old, '2024-01-01');
    const half = passage(older, '2024-01-01', span(0, 32));
    const rest = passage(older, '2024-01-01', span(45, 60));
    const { content } = statement();
    expect(carrying(content, [whole, half])).toEqual([whole]);
    expect(carrying(content, [half, rest])).toEqual([half, rest]);
    expect(carrying(content, [passage(old, undefined, span(30, 50))])).toEqual([]);
    expect(carrying([], [whole])).toEqual([]);
  });
});

describe('clocksOf', () => {
  test('keeps the four apart', () => {
    const { clocks } = judged({ published: '2024-09-23', uttered: '2022' });
    expect(clocks.uttered?.days).toEqual({ first: '2022-01-01', last: '2022-12-31' });
    expect(clocks.uttered?.evidence).toEqual({ article: own, span: span(80, 84) });
    expect(clocks.firstPublished?.article).toBe(own);
    expect(clocks.published).toEqual(day('2024-09-23'));
    expect(clocks.captured).toBe(5);
  });

  test('unresolved is not stated, nor is a duration', () => {
    expect(judged({ published: '2024-09-23' }).clocks.uttered).toBeUndefined();
    const dates: DateMention[] = [{ ...date('2022'), type: 'DURATION' }];
    const article = { id: own, published: undefined, capturedAt: 0 };
    expect(clocksOf(article, { dates }, statement(0), []).uttered).toBeUndefined();
    expect(clocksOf(article, { dates }, statement(), []).uttered).toBeUndefined();
  });

  test('first published in the earliest article that is known to be earlier', () => {
    const passages = [passage(old, '2024-03-01'), passage(older, '2024-01-01')];
    const first = judged({ published: '2024-09-23', passages }).clocks.firstPublished;
    expect(first).toEqual({ article: older, moment: day('2024-01-01') });
    const same = judged({ published: '2024-03-01', passages: [passages[0]!] }).clocks;
    expect(same.firstPublished?.article).toBe(own);
    expect(judged({ passages }).clocks.firstPublished).toBeUndefined();
    const undated = judged({ published: '2024-03-01', passages: [passage(old, undefined)] }).clocks;
    expect(undated.firstPublished?.article).toBe(own);
  });
});

describe('recycledOf', () => {
  test('a stated date half a year back, with bounds', () => {
    const at = (uttered: string | undefined) => judged({ published: '2024-09-23', uttered }).days;
    expect(at('2022')).toEqual([['stated-date', 632, 996]]);
    expect(at('2024-03-27')).toEqual([['stated-date', 180, 180]]);
    expect(at('2024-03-28')).toEqual([]);
    expect(at('2024')).toEqual([]);
    expect(at('2024-03')).toEqual([]);
    expect(at('2025')).toEqual([]);
    expect(at(undefined)).toEqual([]);
    expect(judged({ uttered: '2022' }).days).toEqual([]);
  });

  test('the same words a month before', () => {
    const at = (...earlier: string[]) =>
      judged({
        published: '2024-09-23',
        passages: earlier.map((one, i) => passage(i === 0 ? old : older, one)),
      });
    // The bounds of a day are a day wide: a month surely, 30 to 32 days.
    expect(at('2024-08-23').days).toEqual([['earlier-article', 30, 32]]);
    expect(at('2024-08-24').days).toEqual([]);
    expect(at('2024-10-23').days).toEqual([]);
    const { recycled } = at('2024-08-01', '2024-03-05');
    expect(recycled).toHaveLength(1);
    expect(recycled[0]?.evidence).toEqual([
      { article: own, span: span(8, 72) },
      { article: older, span: span(100, 164) },
    ]);
  });

  const role = (
    standing: RoleJudgement['standing'],
    heldWhenUttered: RoleJudgement['heldWhenUttered'],
    to?: string,
  ): RoleJudgement => ({
    standing,
    heldWhenUttered,
    evidence: { article: own, span: span(0, 9) },
    tenures: [tenure('Leo Sanz', 'Director', { from: '2021-05-01', ...(to && { to }) })],
  });

  test('a role that had ended, unless it was said outside it', () => {
    const at = (one: RoleJudgement) => judged({ published: '2024-09-23', role: one }).days;
    const ended = 'held-then-not-now';
    expect(at(role(ended, 'unknown', '2024-02-05'))).toEqual([['role-ended', 231, 1241]]);
    expect(at(role(ended, 'yes', '2024-02-05'))).toHaveLength(1);
    expect(at(role(ended, 'no', '2024-02-05'))).toEqual([]);
    expect(at(role(ended, 'unknown', '2024-09-01'))).toEqual([]);
    expect(at(role(ended, 'unknown'))).toEqual([]);
    expect(at(role('held', 'unknown', '2024-02-05'))).toEqual([]);
  });

  test('a text that calls itself old is recycled still, and says so', () => {
    const cue = (kind: StalenessCue['kind']): StalenessCue => ({
      kind,
      span: span(1, 5),
      text: '',
    });
    const cues = [cue('archive'), cue('old-date')];
    const { recycled } = judged({ published: '2024-09-23', uttered: '2022', cues });
    expect(recycled[0]?.evidence.slice(-1)).toEqual([{ article: own, span: span(1, 5) }]);
    expect(recycled[0]?.evidence).toHaveLength(4);
    expect(judged({ published: '2024-09-23', cues }).recycled).toEqual([]);
  });
});

describe('recycledEchoes', () => {
  const echo = (article: ArticleId): Echo => ({
    article,
    parent: undefined,
    copyType: undefined,
    credit: 'unknown',
    creditPlace: undefined,
    change: undefined,
    passages: [{ a: span(1, 9), b: span(2, 10), words: 2, aWords: 2, bWords: 2 }],
    comparedWith: older,
  });
  const found = (
    dates: Readonly<Record<ArticleId, string>>,
    earliest: readonly ArticleId[] = [older],
  ) => {
    const cascade: Cascade = {
      id: 'd000000000000000' as CascadeId,
      echoes: [older, old, own].map(echo),
      earliest,
      reach: 3,
    };
    const moment = (id: ArticleId) => (dates[id] === undefined ? undefined : day(dates[id]));
    return recycledEchoes(cascade, moment);
  };

  test('a report of March in August is, a wire of days ago is not', () => {
    const all = found({ [older]: '2024-03-05', [old]: '2024-03-09', [own]: '2024-08-19' });
    expect(all).toEqual([
      {
        article: own,
        recycled: {
          reason: 'earlier-article',
          days: { min: 166, max: 168 },
          evidence: [
            { article: own, span: span(2, 10) },
            { article: older, span: span(1, 9) },
          ],
        },
      },
    ]);
  });

  test('nothing where no member is dated, or which is the earliest stays open', () => {
    expect(found({ [own]: '2024-08-19' })).toEqual([]);
    expect(found({ [older]: '2024-03-05' })).toEqual([]);
    const dates = { [older]: '2024-03-05', [own]: '2024-08-19' };
    expect(found(dates, [])).toEqual([]);
    expect(found({ ...dates, [old]: '2024-08-01' }, [older, old])).toEqual([]);
  });

  test('is every member that a month parts from the earliest', () => {
    const at = fc.integer({ min: 0, max: 90 });
    const iso = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
    fc.assert(
      fc.property(at, at, (first, last) => {
        const dates = { [older]: iso(first), [own]: iso(last) };
        // A day is a day wide on both sides.
        expect(found(dates).length).toBe(last - first - 1 >= 30 ? 1 : 0);
      }),
    );
  });
});
