import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readChecks } from '../../collect/checks/read-checks.ts';
import { fileIn, jsonLines, NOW, onDesk, useFolder } from '../desk.fixture.ts';
import { ingest } from '../ingest.ts';
import { rereadArchive } from '../reread.ts';
import { keepChecks } from './keep-checks.ts';

const folder = useFolder();

const ARTICLE = {
  url: 'https://a.example/1',
  text: 'The pier was leased for ninety years, the invented harbour office said on Monday.',
};
const CHECKS = [
  'claim,rating,checker,url,checked',
  '"The pier was sold, ""for ever""",False,Bay Check,https://check.example/1,2024-09-20',
  'Ninety cranes were shipped,Mostly true,Bay Check,https://check.example/2,2024-09-21',
].join('\n');

it('makes the fact-checks of a desk again from its archive, row for row, and no article of them', async () => {
  const rows = await onDesk(join(folder(), 'one'), async (desk) => {
    await ingest(desk, [fileIn(folder(), 'a.jsonl', jsonLines([ARTICLE]))]);
    const file = fileIn(folder(), 'checks.csv', CHECKS);
    const kept = await keepChecks(desk, readChecks([file], { now: NOW }));
    expect(kept).toMatchObject({ met: 2, added: 2, changed: 0, refused: 0 });
    return checksOf(desk);
  });
  await onDesk(join(folder(), 'two'), async (desk) => {
    const result = await rereadArchive(desk, join(folder(), 'one', 'archive'));
    expect(result).toMatchObject({ captures: 3, articles: 1, checks: 2, refused: 0, damaged: [] });
    expect(await checksOf(desk)).toEqual(rows);
  });
});

async function checksOf({
  store,
}: Parameters<Parameters<typeof onDesk>[1]>[0]): Promise<unknown[]> {
  const checks: unknown[] = [];
  for await (const check of store.checks()) checks.push(check);
  return checks;
}
