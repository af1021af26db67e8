import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { claimsNone } from './claims-none.ts';

const folder = mkdtempSync(join(tmpdir(), 'atalaya-claims-none-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('claimsNone', () => {
  it('says what is absent', async () => {
    expect((await claimsNone.run(join(folder, 'nowhere'))).kind).toBe('absent');
  });

  it('counts true matches that stay, and news that match', async () => {
    // Invented.
    const checks = [
      'Glowing honey is sold in Norland',
      'The bridge at Karlow was never opened',
      'A whale swam through the harbour of Westvale',
    ];
    const rows = checks.map((title, i) => JSON.stringify({ id: `c${i}`, lang: 'en', title }));
    writeFileSync(join(folder, 'vclaims.jsonl'), rows.join('\n'));
    const queries = ['Is glowing honey sold in Norland?', 'Somebody saw the bridge', 'A whale!'];
    const lines = queries.map((query, i) => `q${i}\t${query}`);
    writeFileSync(join(folder, 'dev_queries.tsv'), `${lines.join('\n')}\n`);
    // The last is ranked wrong, so it is neither kept nor lost.
    writeFileSync(join(folder, 'dev_qrels.tsv'), 'q0\t0\tc0\t1\nq1\t0\tc1\t1\nq2\t0\tc0\t1\n');
    const texts = Array.from({ length: 161 }, (_, i) =>
      i === 0 ? checks[2]! : 'Ministers of Ostmark discussed a budget for ferries on Monday.',
    );
    const news = join(folder, 'news.jsonl');
    writeFileSync(news, texts.map((text) => JSON.stringify({ text })).join('\n'));
    const answer = await claimsNone.run(folder, { news });
    expect(answer.kind).toBe('measured');
    if (answer.kind !== 'measured') return;
    expect(answer.figures).toMatchObject({ right: 2, kept: 0.5, sentences: 3 });
    expect(answer.figures['falseMatches']).toBeCloseTo(1 / 3);
  });
});
