import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BUNDLED, claimsCross, readClaims } from './claims-cross.ts';

const folder = mkdtempSync(join(tmpdir(), 'atalaya-claims-cross-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('readClaims', () => {
  it('reads the bundled claims: sixty, each in three languages, on invented addresses', () => {
    const claims = readClaims(BUNDLED);
    expect(claims).toHaveLength(60);
    for (const { url, wordings } of claims) {
      expect(url).toMatch(/^https:\/\/checks\.example\/\d\d$/);
      expect([...wordings].filter(([, text]) => text !== '').map(([language]) => language)).toEqual(
        [...['en', 'es', 'ru']],
      );
    }
  });
});

describe('claimsCross', () => {
  it('says what is absent', async () => {
    expect((await claimsCross.run(join(folder, 'nowhere'))).kind).toBe('absent');
    expect((await claimsCross.run('', { among: join(folder, 'nowhere') })).kind).toBe('absent');
  });

  it('counts what is found, what stays, and what matches with its check taken out', async () => {
    const rows = [
      'url\ten\tes',
      'a\tThe harbour of Westvale was closed\tEl puerto de Westvale fue cerrado',
      'b\tA vaccine turns hair green\tUna vacuna tiñe el pelo de verde',
      'c\tWolves burned a mill\tUnos zapatos caros',
    ];
    const file = join(folder, 'claims.tsv');
    writeFileSync(file, `${rows.join('\n')}\n`);
    const answer = await claimsCross.run(file);
    expect(answer.kind).toBe('measured');
    if (answer.kind !== 'measured') return;
    expect(Object.keys(answer.figures)).toEqual(['es-en', 'en-es']);
    // Two are translations of one another, the third is not.
    expect(answer.figures['es-en']).toMatchObject({ recall1: 2 / 3, falseMatches: 0 });
  });
});
