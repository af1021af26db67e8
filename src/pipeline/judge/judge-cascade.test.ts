import { describe, expect, it } from 'vitest';
import { prose, useFolder } from '../desk.fixture.ts';
import type { Desk } from '../desk.ts';
import { openJudge } from './judge.ts';
import { type JudgedCascade, judgeCascade } from './judge-cascade.ts';
import { addChecks, articleOf, dayOf, onPier, PIER_ROWS, type PierRow } from './pier.fixture.ts';

const folder = useFolder();

/** The widest cascade of the desk, judged. */
async function judged(desk: Desk): Promise<JudgedCascade> {
  const [cascade] = await desk.store.cascades({ limit: 1, offset: 0, minReach: 2 });
  return judgeCascade(await openJudge(desk, () => []), cascade!);
}

const outletsOf = ({ carriers }: JudgedCascade, sure: boolean): string[] =>
  carriers.filter((one) => one.sure === sure).map(({ article }) => article.outlet);

const boundsOf = ({ ladder }: JudgedCascade): number[][] =>
  ladder!.rungs.map(({ bounds }) => [bounds.atLeast, bounds.atMost]);

describe('judgeCascade', () => {
  it('adds what the same speaker is said to have said within two weeks, as perhaps the same', async () => {
    await onPier(folder(), async (desk) => {
      const cascade = await judged(desk);
      expect(outletsOf(cascade, true)).toEqual(['harrow', 'lowmere', 'undated']);
      // Not quill, where another speaks; not late, ten weeks on; not denier, who names no speaker.
      expect(outletsOf(cascade, false)).toEqual(['dunvale']);
      expect(boundsOf(cascade)).toEqual([
        [3, 4],
        [3, 4],
        [1, 2],
        [1, 2],
      ]);
      const perhaps = cascade.carriers.find(({ sure }) => !sure)!;
      const [span] = perhaps.spans;
      expect(perhaps.article.text.slice(span!.begin, span!.end)).toContain('northern pier');
      expect(perhaps.confidence).toBeGreaterThan(0);
    });
  });

  it('is named by the headline of its first article, and matched by what it shares', async () => {
    await onPier(folder(), async (desk) => {
      await addChecks(desk, [
        { rating: 'False', checked: dayOf('2024-05-01') },
        { rating: 'False', claim: 'The choir of Harlow never sang a single note in public' },
      ]);
      const { claim, checks, carriers } = await judged(desk);
      expect(claim).toBe('Castrans buy Lorvane pier');
      expect(checks.map(({ check }) => check.claim)).toEqual([
        'Castran engineers bought the northern pier of Lorvane',
      ]);
      const after = carriers.flatMap(({ article, debunked }) =>
        debunked !== undefined && debunked.days.min > 0 ? [article.outlet] : [],
      );
      expect(after).toEqual(['harrow', 'lowmere', 'dunvale']);
    });
  });

  it('says which members bring it again long after, and by how many days', async () => {
    const rows: PierRow[] = [
      { name: 'harrow', day: '2024-03-01', text: prose(1, 80) },
      { name: 'lowmere', day: '2024-03-02', text: prose(1, 80) },
      { name: 'late', day: '2024-08-28', text: prose(1, 80) },
    ];
    await onPier(
      folder(),
      async (desk) => {
        const { recycledEchoes, credibility, checks } = await judged(desk);
        const { id } = await articleOf(desk, 'late');
        expect(recycledEchoes.map(({ article }) => article)).toEqual([id]);
        const { reason, days, evidence } = recycledEchoes[0]!.recycled;
        expect(reason).toBe('earlier-article');
        // From 1 March, 10:00 to 28 August, 10:00.
        expect(days.min).toBeLessThanOrEqual(180);
        expect(days.max).toBeGreaterThanOrEqual(180);
        expect(days.max! - days.min).toBeLessThanOrEqual(2);
        expect(evidence.map(({ article }) => article)).toContain(id);
        expect(credibility.reasons.map(({ en }) => en).join(' ')).toMatch(/older than the article/);
        expect(checks).toEqual([]);
      },
      [rows],
    );
  });

  it('judges a cascade of a desk that nothing was read of, or dated', async () => {
    const rows = PIER_ROWS.slice(0, 3).map(({ day: _, ...row }) => row);
    await onPier(
      folder(),
      async (desk) => {
        const unread = { ...desk, store: { ...desk.store, readingsOf: async () => new Map() } };
        const cascade = await judged(unread);
        expect(outletsOf(cascade, true).toSorted()).toEqual(['harrow', 'lowmere', 'undated']);
        expect(cascade.recycledEchoes).toEqual([]);
        expect(boundsOf(cascade).slice(0, 3)).toEqual([
          [3, 3],
          [3, 3],
          [1, 1],
        ]);
      },
      [rows],
    );
  });
});
