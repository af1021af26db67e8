/** What is asked of every store about fact-checks, tenures and articles by their words. */
import { expect, it } from 'vitest';
import type { FactCheck } from '../domain/checks.ts';
import { checkIdOf } from '../domain/ids.ts';
import type { Tenure } from '../domain/tenure.ts';
import { articleOn, batchOf, captureOf } from './rows.fixture.ts';
import type { Store } from './store.ts';

function checkOf(claim: string, more: Partial<FactCheck> = {}): FactCheck {
  return {
    id: checkIdOf('https://check.example/1', claim),
    capture: captureOf(claim).id,
    claim,
    checker: 'Check',
    language: 'es',
    appearances: [],
    outlets: [],
    ...more,
  };
}

function tenureOf(person: string, first: string, more: Partial<Tenure> = {}): Tenure {
  return {
    person,
    personNames: [],
    office: 'Warden of the Lighthouse',
    officeNames: ['lighthouse warden'],
    from: { first, last: first },
    source: { name: 'Gazette', url: 'https://gazette.example/', date: '2024' },
    ...more,
  };
}

export function describeJudging(store: () => Store): void {
  const save = (checks: readonly FactCheck[]): Promise<void> =>
    store().saveChecks({ captures: checks.map(({ claim }) => captureOf(claim)), checks });
  const all = async (): Promise<FactCheck[]> => {
    const checks: FactCheck[] = [];
    for await (const check of store().checks()) checks.push(check);
    return checks;
  };

  it('keeps fact-checks in their order, with their captures, and finds them by id', async () => {
    const [one, two] = [checkOf('one'), checkOf('two', { checker: 'Other' })];
    await save([two, one]);
    expect(await all()).toEqual([two, one]);
    expect(await store().checksByIds([one.id, checkIdOf('', 'none')])).toEqual(
      new Map([[one.id, one]]),
    );
    expect(await store().knownChecks([two.id])).toEqual(new Map([[two.id, two.capture]]));
    expect((await store().capturesByIds([two.capture])).size).toBe(1);
    expect(await store().checkCounts()).toMatchObject({
      checks: 2,
      checkers: [
        { checker: 'Check', checks: 1 },
        { checker: 'Other', checks: 1 },
      ],
      languages: [{ language: 'es', checks: 2 }],
    });
  });

  it('replaces a fact-check that is stated anew, in its place, and tells that something changed', async () => {
    await save([checkOf('one'), checkOf('two')]);
    const { version } = await store().checkCounts();
    const anew = checkOf('one', { rating: 'Bulo' });
    await store().saveChecks({ captures: [], checks: [anew] });
    expect(await all()).toEqual([anew, checkOf('two')]);
    expect((await store().checkCounts()).version).not.toBe(version);
  });

  it('saves nothing of a batch whose capture is missing', async () => {
    const orphan = { captures: [captureOf('one')], checks: [checkOf('one'), checkOf('none')] };
    await expect(store().saveChecks(orphan)).rejects.toThrow();
    expect(await all()).toEqual([]);
    expect((await store().capturesByIds([captureOf('one').id])).size).toBe(0);
  });

  it('keeps tenures; the same from the same source is replaced, from another stands beside it', async () => {
    const ended = { to: { first: '2024-02-05', last: '2024-02-05' } };
    await store().saveTenures([tenureOf('Ada', '2020-01-01'), tenureOf('Bo', '2024-02-05')]);
    await store().saveTenures([
      tenureOf('Ada', '2020-01-01', ended),
      tenureOf('Ada', '2020-01-01', { source: { name: 'Almanac' } }),
    ]);
    expect(await store().tenures()).toEqual([
      tenureOf('Ada', '2020-01-01', ended),
      tenureOf('Bo', '2024-02-05'),
      tenureOf('Ada', '2020-01-01', { source: { name: 'Almanac' } }),
    ]);
  });

  it('finds articles by the beginnings of words in title and text, accents and case aside', async () => {
    const texts = ['Los cárteles de Costa Serena', 'Der Zug kommt', 'Вербовка картелей'];
    await store().saveBatch(batchOf(texts));
    const found = async (words: string[], limit = 9): Promise<string[]> => {
      const ids = await store().articlesWith(words, limit);
      const articles = await store().articlesByIds(ids);
      return ids.map((id) => articles.get(id)!.text);
    };
    expect(await found(['CARTEL'])).toEqual([texts[0]]);
    expect(await found(['картел', 'zug'])).toHaveLength(2);
    expect((await found(['cartel', 'serena', 'zug']))[0]).toBe(texts[0]);
    expect(await found(['title'])).toHaveLength(3);
    expect(await found(['title'], 2)).toHaveLength(2);
    expect(await found(['"', 'zz OR* yy:', '', 'nothing-like-it'])).toEqual([]);
    expect(await found([])).toEqual([]);
  });

  it('counts the articles of each outlet once whatever their versions', async () => {
    const other = articleOn('other', { domain: 'b.example', key: 'b' });
    const again = articleOn('again', { domain: 'b.example', key: 'b' });
    await store().saveBatch(batchOf(['one', 'two', other, again]));
    expect(await store().outletArticles()).toEqual([
      { domain: 'a.example', name: 'A', articles: 2, followed: 0 },
      { domain: 'b.example', name: 'A', articles: 1, followed: 0 },
    ]);
  });

  it('finds an article that came in later', async () => {
    expect(await store().articlesWith(['lantern'], 9)).toEqual([]);
    await store().saveBatch(batchOf(['lanterns']));
    expect(await store().articlesWith(['lantern'], 9)).toEqual([articleOn('lanterns').id]);
  });
}
