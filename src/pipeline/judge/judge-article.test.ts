import { describe, expect, it } from 'vitest';
import type { Tenure } from '../../domain/tenure.ts';
import { prose, useFolder } from '../desk.fixture.ts';
import type { Desk } from '../desk.ts';
import { openJudge } from './judge.ts';
import { type JudgedArticle, judgeArticle } from './judge-article.ts';
import { addChecks, articleOf, dayOf, onPier, PIER_ROWS, type PierRow } from './pier.fixture.ts';

const folder = useFolder();

async function judged(desk: Desk, name: string): Promise<JudgedArticle> {
  return judgeArticle(await openJudge(desk, () => []), await articleOf(desk, name));
}

const only = ({ statements }: JudgedArticle) => {
  expect(statements).toHaveLength(1);
  return statements[0]!;
};

const COMMANDER: Tenure = {
  person: 'Peter Talmek',
  personNames: [],
  office: 'Commander of the Lorvane Coast Guard',
  officeNames: [],
  from: { first: '2020-01-01', last: '2020-01-01' },
  to: { first: '2024-02-01', last: '2024-02-01' },
  source: { name: 'an invented list' },
};

describe('judgeArticle', () => {
  it('judges each statement by who else carries it, this article where it stands', async () => {
    await onPier(folder(), async (desk) => {
      const article = await judged(desk, 'harrow');
      const { place, judged: claim, clocks, recycled, ratedFalse } = only(article);
      const [content] = article.reading!.attributions[place]!.content;
      expect(claim.claim).toBe(article.article.text.slice(content!.begin, content!.end));
      expect(claim.carriers.map(({ article: { outlet } }) => outlet).toSorted()).toEqual(
        PIER_ROWS.map(({ name }) => name)
          .filter((name) => name !== 'choir')
          .toSorted(),
      );
      const own = claim.carriers.filter(({ article: { outlet } }) => outlet === 'harrow');
      expect(own).toMatchObject([{ spans: [content], confidence: undefined, sure: true }]);
      expect(clocks.uttered?.days).toEqual({ first: '2024-05-09', last: '2024-05-09' });
      expect(clocks.firstPublished?.article).toBe(article.article.id);
      expect([recycled, ratedFalse]).toEqual([[], false]);
    });
  });

  it('knows which article of the desk printed the same words first, wherever they stand', async () => {
    const [first] = PIER_ROWS;
    const text = `${prose(20, 90)}\n\n${first!.text}`;
    await onPier(
      folder(),
      async (desk) => {
        const { id } = await articleOf(desk, 'harrow');
        const copy = await judged(desk, 'shifted');
        const { clocks } = only(copy);
        expect(clocks.firstPublished?.article).toBe(id);
        expect(clocks.published).toEqual(copy.article.published);
        expect(clocks.captured).toBe(copy.article.capturedAt);
      },
      [[first!, { name: 'shifted', day: '2024-05-13', text }]],
    );
  });

  it('tells that a role was no longer held, and not held when it was said', async () => {
    await onPier(folder(), async (desk) => {
      expect(only(await judged(desk, 'harrow')).role?.standing).toBe('unknown');
      await desk.store.saveTenures([COMMANDER]);
      const { article, ...rest } = await judged(desk, 'harrow');
      const { role } = only({ article, ...rest });
      expect(role).toMatchObject({ standing: 'held-then-not-now', heldWhenUttered: 'no' });
      expect(role!.tenures).toEqual([COMMANDER]);
      const { begin, end } = role!.evidence.span;
      expect(article.text.slice(begin, end)).toContain('commander of the Lorvane Coast Guard');
    });
  });

  it('takes an old quote with a role that ended for recycled, on both grounds', async () => {
    const old: PierRow = {
      name: 'old',
      day: '2024-09-23',
      text: `"The northern pier of Lorvane hides more antennas than fishing boats," said Peter Talmek, commander of the Lorvane Coast Guard, during a hearing in 2022.\n\n${prose(3, 40)}`,
    };
    await onPier(
      folder(),
      async (desk) => {
        await desk.store.saveTenures([COMMANDER]);
        const { recycled, role } = only(await judged(desk, 'old'));
        expect(role).toMatchObject({ standing: 'held-then-not-now', heldWhenUttered: 'yes' });
        expect(recycled.map(({ reason }) => reason)).toEqual(['stated-date', 'role-ended']);
        // From the last day of 2022, and from the first, to 23 September 2024.
        expect(recycled[0]!.days.min).toBeGreaterThanOrEqual(630);
        expect(recycled[0]!.days.min).toBeLessThanOrEqual(632);
        expect(recycled[0]!.days.max).toBeGreaterThanOrEqual(996);
        expect(recycled[0]!.days.max).toBeLessThanOrEqual(998);
        expect(recycled.every(({ evidence }) => evidence.length > 0)).toBe(true);
      },
      [[old]],
    );
  });

  it('sees that the article itself calls a statement false, and looks up no short one', async () => {
    const rows: PierRow[] = [
      {
        name: 'caller',
        day: '2024-05-12',
        text: `The ambassador of Castra falsely claimed that Lorvane was recruiting sailors to fight in the northern war. Peter Talmek said the pier was sold.\n\n${prose(3, 40)}`,
      },
      {
        name: 'copy',
        day: '2024-05-13',
        text: `${prose(5, 30)}\n\nMaria Quill said the pier was sold.`,
      },
    ];
    await onPier(
      folder(),
      async (desk) => {
        await addChecks(desk, [{ claim: 'the pier was sold', rating: 'False' }]);
        const { article, reading, statements } = await judged(desk, 'caller');
        const shown = statements.map(({ place, ratedFalse, judged: claim }) => [
          article.text.slice(reading!.attributions[place]!.source!.span.begin).slice(0, 5),
          ratedFalse,
          claim.checks.length,
          claim.carriers.length,
        ]);
        expect(shown).toEqual([
          ['The a', true, 0, 1],
          ['Peter', false, 0, 1],
        ]);
      },
      [rows],
    );
  });

  it('holds the headline against the fact-checks', async () => {
    await onPier(folder(), async (desk) => {
      await addChecks(desk, [{ rating: 'False', checked: dayOf('2024-05-01') }]);
      expect((await judged(desk, 'harrow')).headline.map(({ verdict }) => verdict)).toEqual([
        'false',
      ]);
      expect((await judged(desk, 'choir')).headline).toEqual([]);
    });
  });

  it('says of an article that was not read that it was not, and counts what it judges', async () => {
    await onPier(folder(), async (desk) => {
      const unread = { ...desk, store: { ...desk.store, readingsOf: async () => new Map() } };
      const article = await judged(unread, 'harrow');
      expect(article).toMatchObject({ reading: undefined, statements: [], roles: [] });
      const steps: number[][] = [];
      const judge = await openJudge(desk, () => []);
      await judgeArticle(judge, await articleOf(desk, 'harrow'), (...step) => steps.push(step));
      expect(steps).toEqual([[1, 1]]);
    });
  });
});
