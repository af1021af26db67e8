import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../domain/ids.ts';
import { fileIn, jsonLines, onDesk, prose, useFolder } from '../desk.fixture.ts';
import { ingest } from '../ingest.ts';
import { readDesk } from '../read.ts';
import { traceDesk } from '../trace.ts';
import { ladderOfArticles, ladderOfCascade } from './ladder-members.ts';

const folder = useFolder();

const QUOTE = 'We count eleven masts along the ridge and none of them is meant for fishing boats';
const LEAD = `The deputy minister, Ivor Talmek, said on Thursday: "${QUOTE}."`;

/** One article on its own domain, an hour after the one before. */
function row(place: number, text: string) {
  const name = ['Harrow Courier', 'Lowmere Gazette', 'Dunvale Herald'][place]!;
  const domain = `${name.replace(' ', '').toLowerCase()}.example`;
  const published = `2024-05-10T1${place}:00:00Z`;
  return {
    url: `https://${domain}/1`,
    domain,
    outlet: name,
    published,
    language: 'en',
    title: `T${place}`,
    text,
  };
}

/** A desk with these texts, traced and read; `work` is given its articles' ids in their order. */
async function onTexts<T>(
  texts: readonly string[],
  work: (desk: Parameters<Parameters<typeof onDesk>[1]>[0], ids: ArticleId[]) => Promise<T>,
): Promise<T> {
  const file = fileIn(folder(), 'a.jsonl', jsonLines(texts.map((text, i) => row(i, text))));
  return onDesk(folder(), async (desk) => {
    await ingest(desk, [file]);
    await traceDesk(desk);
    await readDesk(desk);
    const articles = await desk.store.articlesAt(texts.map((_, i) => i));
    return work(
      desk,
      articles.map(({ id }) => id),
    );
  });
}

const boundsOf = ({ rungs }: Awaited<ReturnType<typeof ladderOfCascade>>) =>
  rungs.map(({ bounds }) => [bounds.atLeast, bounds.atMost]);

describe('ladderOfCascade', () => {
  it('reads articles, statements, credits and facts from the desk', async () => {
    const own = `${LEAD}\n\n${prose(1, 60)}`;
    const texts = [own, `${own}\n\nWith information from Harrow Courier.`, own];
    const ladder = await onTexts(texts, async ({ store }) => {
      const [cascade] = await store.cascades({ limit: 1, offset: 0, minReach: 1 });
      return ladderOfCascade(store, cascade!, (domain) =>
        domain.startsWith('harrow')
          ? []
          : [{ domain, owner: 'Astral', source: { name: 'a list' } }],
      );
    });
    expect(boundsOf(ladder)).toEqual([
      [3, 3],
      [2, 3],
      [1, 1],
      [1, 1],
    ]);
    expect(ladder.root?.name).toContain('Talmek');
    const named = ladder.rungs[2]!.merges.filter(({ reason }) => reason === 'names-outlet');
    const begin = texts[1]!.indexOf('With information');
    expect(named.flatMap(({ evidence }) => evidence.map(({ span }) => span))).toEqual([
      { begin, end: texts[1]!.indexOf('.', begin) },
    ]);
  });

  it('keeps two newsrooms apart that quote the same words', async () => {
    const texts = [
      `${LEAD}\n\n${prose(1, 60)}`,
      `${prose(2, 30)} "${QUOTE}," Talmek said.\n\n${prose(3, 40)}`,
    ];
    const ladder = await onTexts(texts, async ({ store }) => {
      const [cascade] = await store.cascades({ limit: 1, offset: 0, minReach: 1 });
      return ladderOfCascade(store, cascade!, () => []);
    });
    expect(ladder.rungs[2]!.bounds).toEqual({ atLeast: 1, atMost: 2 });
  });
});

describe('ladderOfArticles', () => {
  it('joins two articles through a third that is not asked about', async () => {
    const [first, second] = [prose(1, 60), prose(2, 60)];
    const texts = [first, `${first}\n\n${second}`, second];
    const found = await onTexts(texts, async ({ store }, ids) => {
      const whole = new Map(ids.map((id, i) => [id, [{ begin: 0, end: texts[i]!.length }]]));
      const asked = [ids[0]!, ids[2]!];
      const nowhere = new Map([[ids[0]!, [{ begin: 0, end: 0 }]]]);
      return [
        await ladderOfArticles(store, asked, whole, () => []),
        await ladderOfArticles(store, asked, nowhere, () => []),
      ];
    });
    expect(boundsOf(found[0]!)[2]).toEqual([1, 1]);
    // No passage stands on the claim: nothing joins them.
    expect(boundsOf(found[1]!)[2]).toEqual([2, 2]);
    expect(boundsOf(found[0]!)[0]).toEqual([2, 2]);
  });

  it('joins what was taken from an article that tells the claim elsewhere', async () => {
    const texts = [`${LEAD}\n\n${prose(1, 60)}`, `${prose(2, 30)}\n\n${prose(1, 60)}`];
    const [taken, own] = [texts[1]!.indexOf(prose(1, 60)), LEAD.length];
    const ladders = await onTexts(texts, async ({ store }, [a, b]) => {
      const first = [{ begin: 0, end: own }];
      const spansIn = (begin: number, end: number) =>
        new Map([
          [a!, first],
          [b!, [{ begin, end }]],
        ]);
      return [
        await ladderOfArticles(store, [a!, b!], spansIn(taken + 10, taken + 40), () => []),
        // Told in words of its own: what it took over says nothing of the claim.
        await ladderOfArticles(store, [a!, b!], spansIn(0, 40), () => []),
      ];
    });
    expect(ladders.map((ladder) => boundsOf(ladder)[2])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('judges articles that no cascade holds', async () => {
    const ladder = await onTexts([prose(1, 40), prose(2, 40)], async ({ store }, ids) =>
      ladderOfArticles(store, ids, new Map(), () => []),
    );
    expect(boundsOf(ladder)).toEqual([
      [2, 2],
      [2, 2],
      [2, 2],
      [2, 2],
    ]);
  });
});
