import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseStandoff, readPolnear } from './polnear.ts';

const TEXT = '“Yes,” said Doe. “Yes.”';
const STANDOFF = [
  'T1\tContent 0 6;17 23\t“Yes,” “Yes.”',
  'T2\tCue 7 11\tsaid',
  'T3\tSource 12 15\tDoe',
  'T4\tAttribution 7 11\tsaid',
  'E1\tAttribution:T4 Source:T3 Cue:T2 Content:T1',
  '',
].join('\n');
const ROLES = {
  source: [{ begin: 12, end: 15 }],
  cue: [{ begin: 7, end: 11 }],
  content: [
    { begin: 0, end: 6 },
    { begin: 17, end: 23 },
  ],
};

describe('parseStandoff', () => {
  it('joins the fragments of each role', () => {
    expect(parseStandoff(STANDOFF, TEXT)).toEqual([ROLES]);
  });

  it('joins several spans of a role, in reading order', () => {
    const standoff = 'T1\tContent 17 23\tx\nT2\tContent 0 6\tx\nE1\tContent:T1 Content2:T2';
    expect(parseStandoff(standoff, TEXT)).toEqual([
      { source: [], cue: [], content: ROLES.content },
    ]);
  });

  it('counts in code points', () => {
    const standoff = 'T1\tCue 2 4\tab\nE1\tCue:T1';
    expect(parseStandoff(standoff, '😀 ab')[0]!.cue).toEqual([{ begin: 3, end: 5 }]);
  });

  it.each([
    ['nothing', ''],
    ['a broken span', 'T1\tCue a b\tx\nE1\tCue:T1'],
    ['a span that is not there', 'E1\tCue:T9'],
    ['a role that is not known', 'T1\tDiscuss 0 2\tx\nE1\tDiscuss:T1'],
  ])('reads no role from %s', (_, standoff) => {
    for (const roles of parseStandoff(standoff, TEXT)) {
      expect(roles).toEqual({ source: [], cue: [], content: [] });
    }
  });
});

describe('readPolnear', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'atalaya-polnear-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('reads each article with the lists of all its annotators', () => {
    for (const part of ['text', 'attributions']) mkdirSync(join(folder, part));
    writeFileSync(join(folder, 'text', 'paper_a.txt'), TEXT);
    writeFileSync(join(folder, 'text', 'unread.txt'), TEXT);
    writeFileSync(join(folder, 'attributions', 'paper_a_01.ann'), STANDOFF);
    writeFileSync(join(folder, 'attributions', 'paper_a_02.ann'), '');
    expect(readPolnear(folder)).toEqual([
      { name: 'paper_a', text: TEXT, annotations: [[ROLES], []] },
    ]);
  });

  it('names the part that is not there', () => {
    mkdirSync(join(folder, 'text'));
    expect(readPolnear(folder)).toEqual({ absent: join(folder, 'attributions') });
  });
});
