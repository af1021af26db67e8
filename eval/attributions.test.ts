import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attributions } from './attributions.ts';

describe('attributions', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'atalaya-attributions-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(inner: string): void {
    for (const part of ['text', 'attributions']) mkdirSync(join(inner, part), { recursive: true });
    writeFileSync(join(inner, 'text', 'a.txt'), '“It rains,” said Jane Doe.');
    writeFileSync(
      join(inner, 'attributions', 'a_01.ann'),
      'T1\tContent 0 11\tx\nT2\tCue 12 16\tx\nT3\tSource 17 25\tx\nE1\tSource:T3 Cue:T2 Content:T1',
    );
  }

  it.each(['.', 'dev'])('measures %s with the rules that ship', async (inner) => {
    write(join(folder, inner));
    const answer = await attributions.run(folder);
    expect(answer.kind).toBe('measured');
    if (answer.kind !== 'measured') return;
    const { articlesPerSecond, ...figures } = answer.figures;
    const all = { p: 1, r: 1, f1: 1 };
    const roles = { source: all, cue: all, content: all };
    expect(figures).toEqual({ exact: roles, overlap: roles, quotedAllOverlap: all });
    expect(articlesPerSecond).toBeGreaterThan(0);
  });

  it.each(['nowhere', 'nowhere.tar.gz', '.'])('says that %s holds no data', async (place) => {
    const answer = await attributions.run(join(folder, place));
    expect(answer).toMatchObject({ kind: 'absent', place: join(folder, place) });
  });
});
