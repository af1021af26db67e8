import { expect, it } from 'vitest';
import { fileIn, jsonLines, onDesk, prose, useFolder } from './desk.fixture.ts';
import { ingest } from './ingest.ts';
import { keptDomains } from './kept-domains.ts';

const folder = useFolder();

it('counts articles by domain again only where one came in', async () => {
  await onDesk(folder(), async (desk) => {
    let asked = 0;
    const domainArticles: typeof desk.store.domainArticles = (period) => {
      asked++;
      return desk.store.domainArticles(period);
    };
    const store = { ...desk.store, domainArticles };
    const add = (n: number) =>
      ingest(desk, [
        fileIn(
          folder(),
          `${n}.jsonl`,
          jsonLines([{ url: `https://outlet${n % 2}.example/${n}`, text: prose(n, 30) }]),
        ),
      ]);
    for (const [n, counts] of [
      [1, { 'outlet1.example': 1 }],
      [2, { 'outlet1.example': 1, 'outlet0.example': 1 }],
      [3, { 'outlet1.example': 2, 'outlet0.example': 1 }],
    ] as const) {
      await add(n);
      for (let again = 0; again < 2; again++) {
        const found = await keptDomains(store);
        expect(Object.fromEntries(found.map((one) => [one.domain, one.articles]))).toEqual(counts);
      }
    }
    expect(asked).toBe(3);
  });
});
