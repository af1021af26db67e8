import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { averagePrecision, claims } from './claims.ts';

const folder = mkdtempSync(join(tmpdir(), 'atalaya-claims-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('averagePrecision', () => {
  it('counts what is relevant and missed', () => {
    expect(averagePrecision(['a', 'x', 'b'], new Set(['a', 'b', 'c', 'd']))).toBeCloseTo(5 / 12);
    expect(averagePrecision([], new Set(['a']))).toBe(0);
  });
});

describe('claims', () => {
  it('says what is absent', async () => {
    expect((await claims.run(join(folder, 'nowhere'))).kind).toBe('absent');
  });

  it('reads checks, quoted queries and qrels', async () => {
    const checks = ['Glowing honey is sold in Norland', 'The bridge at Karlow was never opened'];
    const rows = checks.map((title, i) => JSON.stringify({ id: `c${i}`, lang: 'en', title }));
    writeFileSync(join(folder, 'factchecks_all_short.jsonl'), rows.join('\n'));
    writeFileSync(
      join(folder, 'Dev_Queries.tsv'),
      'iclaim_id\ticlaim\n1\t"Look:\n""glowing"" honey"\n2\tbridge of Karlow\n',
    );
    writeFileSync(join(folder, 'Dev_QRELs.tsv'), '1\t0\tc0\t1\n2\t0\tc0\t1\n');
    const answer = await claims.run(folder);
    expect(answer.kind).toBe('measured');
    if (answer.kind !== 'measured') return;
    expect(answer.figures).toMatchObject({ map1: 0.5, queries: 2, bm25Map5: 0.5 });
    const edited = await claims.run(folder, { edit: 'upper' });
    expect(edited.kind === 'measured' && edited.figures['queries']).toBe(2);
    expect((await claims.run(folder, { edit: 'poetry' })).kind).toBe('absent');
  });
});
