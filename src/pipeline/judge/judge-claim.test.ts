import { describe, expect, it } from 'vitest';
import type { OutletFact } from '../../domain/watch.ts';
import { useFolder } from '../desk.fixture.ts';
import type { Desk } from '../desk.ts';
import { openJudge } from './judge.ts';
import { type JudgedClaim, judgeText } from './judge-claim.ts';
import { addChecks, CLAIM, dayOf, onPier, PIER_ROWS } from './pier.fixture.ts';

const folder = useFolder();

async function judged(
  desk: Desk,
  text = CLAIM,
  factsOf: (domain: string) => readonly OutletFact[] = () => [],
): Promise<JudgedClaim> {
  return judgeText(await openJudge(desk, factsOf), { text, language: 'en' });
}

const outletsOf = ({ carriers }: JudgedClaim): string[] =>
  carriers.map(({ article }) => article.outlet);

const boundsOf = ({ ladder }: JudgedClaim): (readonly [string, number, number])[] =>
  (ladder?.rungs ?? []).map(({ kind, bounds }) => [kind, bounds.atLeast, bounds.atMost]);

describe('judgeText', () => {
  it('finds who carries the claim, where and how, by date, undated ones last', async () => {
    await onPier(folder(), async (desk) => {
      const claim = await judged(desk);
      expect(outletsOf(claim)).toEqual([
        'harrow',
        'lowmere',
        ...outletsOf(claim).slice(2, 4),
        'denier',
        'late',
        'undated',
      ]);
      expect(outletsOf(claim).slice(2, 4).toSorted()).toEqual(['dunvale', 'quill']);
      for (const { article, spans, confidence } of claim.carriers) {
        expect(spans.length).toBeGreaterThan(0);
        for (const { begin, end } of spans) expect(article.text.slice(begin, end)).toMatch(/pier/);
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
      const stances = Object.fromEntries(
        claim.carriers.map(({ article, stance }) => [article.outlet, stance]),
      );
      expect(stances['harrow']).toMatchObject({ stance: 'attributes', amplifies: true });
      expect(stances['denier']).toMatchObject({ stance: 'debunks', amplifies: false });
    });
  });

  it('counts copies as one newsroom, and one speaker as perhaps one utterance', async () => {
    await onPier(folder(), async (desk) => {
      const claim = await judged(desk);
      const [articles, publishers, agencies, utterances] = claim.ladder!.rungs;
      expect(articles!.bounds).toEqual({ atLeast: 7, atMost: 7 });
      expect(publishers!.bounds).toEqual({ atLeast: 7, atMost: 7 });
      // Three of the seven print one text.
      expect(agencies!.bounds.atMost).toBe(5);
      const copies = agencies!.units.find(({ articles: of }) => of.length > 1);
      expect(copies?.articles).toHaveLength(3);
      // Talmek and Quill are two; what names no speaker may be either.
      expect(utterances!.bounds).toEqual({ atLeast: 2, atMost: 5 });
    });
  });

  it('has nothing to say of a claim of which nothing is known', async () => {
    await onPier(folder(), async (desk) => {
      await addChecks(desk, [{ rating: 'False' }]);
      const claim = await judged(desk, 'A queen bought nine blue balloons at the village fair');
      expect(claim).toMatchObject({ checks: [], carriers: [], conflicts: [] });
      expect(claim.ladder).toBeUndefined();
      expect(claim.credibility.grade).toBe(6);
    });
  });

  it.each(['', ' ', '???', '\u0000', 'the of and'])(
    'takes %j for a claim of nothing',
    async (text) => {
      await onPier(folder(), async (desk) => {
        expect(await judged(desk, text)).toMatchObject({ checks: [], carriers: [] });
      });
    },
  );

  it('says who repeated it after a check refuted it, and leaves open what days leave open', async () => {
    await onPier(folder(), async (desk) => {
      const before = await judged(desk);
      expect(before.carriers.map(({ debunked }) => debunked)).toEqual(Array(7).fill(undefined));
      await addChecks(desk, [
        { rating: 'False', checked: dayOf('2024-05-11') },
        { rating: 'False', checker: 'Cape Check', checked: dayOf('2024-06-30') },
      ]);
      const { carriers, checks, credibility } = await judged(desk);
      const first = checks.find(({ check }) => check.checker === 'Bay Check')!.check.id;
      const order = carriers.flatMap(({ article, debunked }) => {
        if (debunked === undefined) return [];
        expect(debunked.check).toBe(first);
        const { min, max } = debunked.days;
        return [[article.outlet, min > 0 ? 'after' : max < 0 ? 'before' : 'open']];
      });
      expect(Object.fromEntries(order)).toEqual({
        harrow: 'before',
        lowmere: 'open',
        dunvale: 'after',
        quill: 'after',
        denier: 'after',
        late: 'after',
      });
      expect(credibility.grade).toBeGreaterThan(before.credibility.grade);
    });
  });

  it('says nothing of an order where only a check that confirms it is dated', async () => {
    await onPier(folder(), async (desk) => {
      await addChecks(desk, [{ rating: 'True', checked: dayOf('2024-05-11') }]);
      const { carriers, checks } = await judged(desk);
      expect(checks.map(({ verdict }) => verdict)).toEqual(['true']);
      expect(carriers.flatMap(({ debunked }) => debunked ?? [])).toEqual([]);
    });
  });

  it('keeps checks that contradict each other side by side', async () => {
    await onPier(folder(), async (desk) => {
      await addChecks(desk, [{ rating: 'False' }, { rating: 'True', checker: 'Cape Check' }]);
      const { checks, conflicts } = await judged(desk);
      const [conflict, ...more] = conflicts;
      expect(more).toEqual([]);
      expect(conflict).toMatchObject({ kind: 'verdict' });
      const idOf = (verdict: string): readonly string[] =>
        checks.flatMap((one) => (one.verdict === verdict ? [one.check.id] : []));
      expect(conflict!.sides.map(({ value, checks: by }) => [value.en, by])).toEqual(
        expect.arrayContaining([
          ['false', idOf('false')],
          ['true', idOf('true')],
        ]),
      );
    });
  });

  it('takes to be listed in a registry of cases for the result, and no rating for none', async () => {
    await onPier(folder(), async (desk) => {
      await addChecks(desk, [
        { checker: 'EUvsDisinfo', list: 'EUvsDisinfo', checked: dayOf('2024-05-01') },
        { checker: 'Cape Check' },
      ]);
      const { checks, carriers } = await judged(desk);
      const shown = checks.map(({ check, verdict, registered }) => [
        check.checker,
        verdict,
        registered,
      ]);
      expect(shown.toSorted()).toEqual([
        ['Cape Check', undefined, false],
        ['EUvsDisinfo', undefined, true],
      ]);
      expect(carriers[0]!.debunked?.days.min).toBeGreaterThan(0);
    });
  });

  it('reads an article by who published one of the checks as that of a fact-checker', async () => {
    const asking = {
      name: 'bay',
      day: '2024-05-13',
      title: 'Castran engineers bought the northern pier of Lorvane: what we know',
      text: 'Castran engineers bought the northern pier of Lorvane, posts say. We asked the harbour office, which showed us the register. The pier belongs to the city.',
    };
    await onPier(
      folder(),
      async (desk) => {
        const stanceOf = async () =>
          (await judged(desk)).carriers.find(({ article }) => article.outlet === 'bay')!.stance;
        expect((await stanceOf()).amplifies).toBe(true);
        await addChecks(desk, [{ rating: 'False', url: 'https://www.bay.example/checks/1' }]);
        expect((await stanceOf()).amplifies).toBe(false);
      },
      [[...PIER_ROWS, asking]],
    );
  });

  it('counts an article that was changed once, as it was first kept', async () => {
    const [first] = PIER_ROWS;
    const changed = { ...first!, text: first!.text.replace('ninety', 'eighty') };
    await onPier(
      folder(),
      async (desk) => {
        const claim = await judged(desk);
        expect(outletsOf(claim).filter((outlet) => outlet === 'harrow')).toHaveLength(1);
        expect(claim.carriers[0]!.article.text).toContain('ninety million');
        expect(boundsOf(claim)[0]).toEqual(['articles', 7, 7]);
      },
      [PIER_ROWS, [changed]],
    );
  });

  it('counts outlets of one owner as perhaps one, where a list says so', async () => {
    await onPier(folder(), async (desk) => {
      const owned = (domain: string): readonly OutletFact[] =>
        ['harrow.example', 'dunvale.example'].includes(domain)
          ? [{ domain, owner: 'Astral House', source: { name: 'an invented list' } }]
          : [];
      const claim = await judged(desk, CLAIM, owned);
      expect(boundsOf(claim)[1]).toEqual(['publishers', 6, 7]);
    });
  });
});
