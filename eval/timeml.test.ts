import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseTimeMl, readTimeMl, timeMlFiles } from './timeml.ts';

const SOURCE = `<?xml version="1.0" ?>
<TimeML><DCT><TIMEX3 tid="t0" type="TIME" value="2024-09-23T08:02:00"
 functionInDocument="CREATION_TIME">09/23/2024</TIMEX3></DCT>
<TEXT>
A &amp; B &#x2014; <EVENT eid="e1">met</EVENT> <TIMEX3 tid="t1" type="DATE" value="2024-09-20">on <EVENT>Friday</EVENT></TIMEX3>.
<TIMEX3 tid="t0" type="DATE" value="2024-09-23" functionInDocument="CREATION_TIME">Sept. 23</TIMEX3>
<TIMEX3 tid="t9" type="DURATION" value="P1D"></TIMEX3></TEXT></TimeML>`;

describe('parseTimeMl', () => {
  it('reads the text without tags, the day of creation and the expressions', () => {
    const parsed = parseTimeMl(SOURCE)!;
    expect(parsed.text).toBe('\nA & B — met on Friday.\nSept. 23\n');
    expect(parsed.published).toBe('2024-09-23');
    const at = parsed.text.indexOf('on Friday');
    expect(parsed.timexes).toEqual([
      { begin: at, end: at + 'on Friday'.length, type: 'DATE', value: '2024-09-20' },
    ]);
    const own = parsed.text.indexOf('Sept. 23');
    expect(parsed.ignored).toEqual([{ begin: own, end: own + 'Sept. 23'.length }]);
  });

  it('is undefined without a text, and bears damaged tags and entities', () => {
    expect(parseTimeMl('<TimeML></TimeML>')).toBeUndefined();
    expect(parseTimeMl('<TEXT>a &nope; &#x110000; b</TIMEX3></TEXT>')).toEqual({
      ...{ text: 'a &nope; &#x110000; b', published: undefined, timexes: [], ignored: [] },
    });
  });
});

describe('timeMlFiles', () => {
  it('finds the files of a folder and the folders in it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'atalaya-timeml-'));
    try {
      mkdirSync(join(folder, 'a'));
      for (const name of ['b.tml', 'a/c.tml', 'README.txt'])
        writeFileSync(join(folder, name), SOURCE);
      expect(timeMlFiles(folder)).toEqual([join(folder, 'a', 'c.tml'), join(folder, 'b.tml')]);
      expect(readTimeMl(join(folder, 'b.tml'))?.timexes).toHaveLength(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
