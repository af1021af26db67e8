import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { datesHtml, scoreDays } from './dates-html.ts';

const folder = mkdtempSync(join(tmpdir(), 'atalaya-dates-html-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('scoreDays', () => {
  it('counts equal days, and no day where none is expected', () => {
    const days = [
      { gold: '2024-05-12', found: '2024-05-12' },
      { gold: '2024-05-12', found: '2024-05-13' },
      { gold: '2024-05-12', found: undefined },
      { gold: undefined, found: undefined },
      { gold: undefined, found: '2024-05-13' },
    ];
    expect(scoreDays(days)).toEqual({ pages: 5, accuracy: 2 / 5, answered: 3 / 5 });
  });
});

describe('dates-html', () => {
  it('asks pages for their day, those that are no article too', async () => {
    mkdirSync(join(folder, 'html'));
    writeFileSync(
      join(folder, 'html', 'a.html'),
      '<meta name="date" content="2024-05-12"><p>Short.</p>',
    );
    writeFileSync(join(folder, 'html', 'b.html'), '<p>Nothing is said.</p>');
    writeFileSync(
      join(folder, 'html', 'c.html'),
      '<meta property="article:modified_time" content="2024-05-13">',
    );
    const truth = { a: { date: '2024-05-12' }, b: { date: null }, c: { date: '2024-05-12' } };
    writeFileSync(join(folder, 'truth.json'), JSON.stringify(truth));
    expect(await datesHtml.run(folder)).toMatchObject({
      kind: 'measured',
      figures: { accuracy: 2 / 3, answered: 2 / 3, pages: 3 },
    });
  });

  it('says where there is no data', async () => {
    expect(await datesHtml.run(join(folder, 'none'))).toMatchObject({ kind: 'absent' });
  });
});
