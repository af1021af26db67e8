import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dates, scoreDates } from './dates.ts';

const TEXT = {
  folder: '.',
  text: 'Monday, 2020, two days, now',
  published: '2024-09-23',
  timexes: [
    { begin: 0, end: 6, type: 'DATE', value: '2024-09-23' },
    { begin: 8, end: 12, type: 'DATE', value: '2020' },
    { begin: 14, end: 22, type: 'DURATION', value: 'P2D' },
  ],
  ignored: [{ begin: 24, end: 27 }],
};
const found = (begin: number, end: number, value: string, type: 'DATE' | 'DURATION' = 'DATE') => ({
  ...{ span: { begin, end }, type, value },
});

/** The F1 of relaxed, strict and value. */
function scores(answers: readonly ReturnType<typeof found>[]): unknown {
  const answer = scoreDates([TEXT], () => answers);
  if (answer.kind !== 'measured') return answer.kind;
  return ['relaxed', 'strict', 'value'].map(
    (key) => (answer.figures[key] as { f1: number | null }).f1,
  );
}

describe('scoreDates', () => {
  it('gives full marks for the gold itself', () => {
    const gold = TEXT.timexes.map(({ begin, end, value }) => found(begin, end, value));
    expect(scores(gold)).toEqual([1, 1, 1]);
  });

  it('counts overlaps, same extents and same values apart', () => {
    expect(scores([found(0, 7, '2024-09-23'), found(8, 12, '1999')])).toEqual([
      4 / 5,
      2 / 5,
      2 / 5,
    ]);
  });

  it('pairs one to one: two answers on one expression are one right and one wrong', () => {
    expect(scores([found(14, 17, 'P1D'), found(18, 22, 'P2D')])).toEqual([2 / 5, 0, 0]);
    expect(scores([found(0, 22, 'P2D')])).toEqual([2 / 4, 0, 0]);
  });

  it('leaves out answers on the creation time, and misses all where nothing is answered', () => {
    expect(scores([found(24, 27, 'PRESENT_REF')])).toEqual([0, 0, 0]);
    expect(scores([])).toEqual([0, 0, 0]);
    const empty = scoreDates([{ ...TEXT, timexes: [] }], () => []);
    expect(empty.kind === 'measured' && empty.figures['relaxed']).toEqual({
      p: null,
      r: null,
      f1: null,
    });
  });

  it('tells the folders apart', () => {
    const answer = scoreDates([TEXT, { ...TEXT, folder: 'other' }], () => [
      found(0, 6, '2024-09-23'),
    ]);
    expect(answer.kind === 'measured' && answer.table).toMatch(
      /\n\. +3 +1 [\s\S]*\nother +3 +1 [\s\S]*\nall +6 +2 /,
    );
  });
});

describe('dates', () => {
  it('reads a folder with the shipped lists, in the language of its texts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'atalaya-dates-'));
    const text =
      'El embajador llegó a la capital <TIMEX3 type="DATE" value="2024-09-20">el viernes</TIMEX3>.';
    const dct =
      '<DCT><TIMEX3 type="DATE" value="2024-09-23" functionInDocument="CREATION_TIME">x</TIMEX3></DCT>';
    try {
      expect(await dates.run(folder)).toMatchObject({ kind: 'absent', place: folder });
      writeFileSync(join(folder, 'a.tml'), `<TimeML>${dct}<TEXT>${text}</TEXT></TimeML>`);
      expect(await dates.run(folder)).toMatchObject({
        kind: 'measured',
        figures: { relaxed: { f1: 1 }, strict: { f1: 1 }, value: { f1: 1 }, gold: 1, texts: 1 },
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says where it looked where there is no data', async () => {
    expect(await dates.run('/nowhere/at/all')).toMatchObject({
      kind: 'absent',
      place: '/nowhere/at/all',
    });
  });
});
