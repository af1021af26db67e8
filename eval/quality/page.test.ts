import { describe, expect, it } from 'vitest';
import type { Entry, Kept } from './entry.ts';
import { qualityPage } from './page.ts';

const ENTRY: Entry = {
  ...{
    id: 'one',
    subject: 'reading',
    title: 'Invented | measure',
    command: ['eval', 'one', 'DATA/x'],
  },
  figures: [
    { name: 'F1', at: ['a', 'f1'], kind: 'share' },
    { name: 'speed', at: ['speed'], kind: 'perSecond' },
  ],
  ...{ published: 'somebody .9', wrong: 'What is long.' },
};
const measured = (figures: unknown): Kept => ({ kind: 'measured', figures, day: '2024-09-23' });
const rowOf = (answers: Record<string, Kept>): string =>
  qualityPage([ENTRY], answers)
    .split('\n')
    .find((line) => line.startsWith('| Invented'))!;

describe('qualityPage', () => {
  it('shows figures beside what others published, with command and day', () => {
    expect(rowOf({ one: measured({ a: { f1: 0.91234 }, speed: 1234.5 }) })).toBe(
      '| Invented \\| measure | F1 .912; speed 1,235 a second | somebody .9 | – | `eval one DATA/x` | 2024-09-23 |',
    );
    expect(qualityPage([ENTRY], {})).toContain('- *Invented | measure*: What is long.');
  });

  it.each<[string, Record<string, Kept>, string]>([
    ['that was never measured', {}, 'not measured yet'],
    ['without data', { one: { kind: 'absent', day: '2024-09-23' } }, 'no data here'],
    [
      'that failed',
      { one: { kind: 'failed', reason: 'it broke', day: '2024-09-23' } },
      '**failed**: it broke',
    ],
    [
      'without a figure',
      { one: measured({ a: 3, speed: null }) },
      'F1 **not answered**; speed **not answered**',
    ],
    ['that answers nonsense', { one: measured('none') }, 'F1 **not answered**'],
  ])('says so of one %s', (_what, answers, told) => {
    expect(rowOf(answers)).toContain(told);
  });

  it('leaves out subjects of which there is no measure', () => {
    expect(qualityPage([ENTRY], {}).match(/^## /gm)).toHaveLength(1);
  });
});
