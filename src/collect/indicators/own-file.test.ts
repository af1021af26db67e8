import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadIndicators } from './load-indicators.ts';

const shipped = readFileSync(
  new URL('../../../data/indicators/indicators.yaml', import.meta.url),
  'utf8',
);
const load = (own: string | undefined) => loadIndicators(shipped, own, 'own.yaml');

/** A new indicator, but for its measure and what goes with it. */
const own = (rest: string): string =>
  `indicators:\n  - { id: own, severity: low, threshold: 4, lookBack: 90, title: { en: a, es: b }, why: { en: a, es: b }, ${rest} }\n`;

describe("a desk's own file", () => {
  test('of comments alone, or empty, changes nothing', () => {
    for (const text of ['', '\n', '# mine\r\n\r\n  # later\n', '\ufeff# mine']) {
      expect(load(text)).toEqual(load(undefined));
    }
  });

  test('needs a baseline where the measure could not fire without one', () => {
    for (const measure of ['burst', 'official-warnings']) {
      expect(load(own(`measure: ${measure}`))).toMatchObject({
        problems: [{ file: 'own.yaml', line: 2, path: 'indicators[0]' }],
      });
      const given = load(own(`measure: ${measure}, baseline: 28`));
      expect('indicators' in given && given.indicators.at(-1)?.baselineDays).toBe(28);
    }
    expect('indicators' in load(own('measure: source-silent'))).toBe(true);
  });

  test('a wrong baseline is one problem and not two', () => {
    const { problems } = load(own('measure: burst, baseline: 3')) as { problems: unknown[] };
    expect(problems).toHaveLength(1);
  });

  test('changes of a shipped one keep its baseline', () => {
    const loaded = load('indicators:\n  - id: burst\n    threshold: 6\n');
    const burst = 'indicators' in loaded && loaded.indicators.find(({ id }) => id === 'burst');
    expect(burst).toMatchObject({ threshold: 6, baselineDays: 84 });
  });
});
