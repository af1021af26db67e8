import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Indicator, MEASURES } from '../../domain/alerts.ts';
import type { WatchProblem } from '../../domain/watch.ts';
import { loadIndicators } from './load-indicators.ts';

const read = (path: string): string =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const SHIPPED = read('data/indicators/indicators.yaml');
const DOCS = read('docs/indicators.md');

function loaded(own?: string): readonly Indicator[] {
  const result = loadIndicators(SHIPPED, own, 'own.yaml');
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.indicators;
}

/** Each problem as `line path: message`. */
function problems(own: string): string[] {
  const result = loadIndicators(SHIPPED, own, 'own.yaml');
  if ('indicators' in result) return [];
  expect(result.problems.every(({ file, column }) => file === 'own.yaml' && column > 0)).toBe(true);
  return result.problems.map(
    ({ line, path, message }: WatchProblem) => `${line} ${path}: ${message}`,
  );
}

const NEW = {
  id: 'own',
  measure: 'source-silent',
  severity: 'low',
  threshold: '4',
  lookBack: '90',
  title: '{ en: A title, es: Un título }',
  why: '{ en: A reason, es: Una razón }',
};

/** A file with one indicator, a key a line; the first key stands on line 2. */
function fileOf(keys: Readonly<Record<string, string | undefined>>): string {
  const lines = Object.entries(keys).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  );
  return `indicators:\n  - ${lines.join('\n    ')}\n`;
}

describe('the indicators that ship', () => {
  test('are one a measure, all switched on, with ids of their own', () => {
    const all = loaded();
    expect(all.map(({ measure }) => measure)).toEqual([...MEASURES]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.every(({ enabled }) => enabled)).toBe(true);
  });

  test.each(loaded().map((one) => [one.id, one] as const))(
    '%s says in two languages what it is, what else would look so, what would clear it',
    (_id, { title, why, rivals, clears }) => {
      expect(rivals.length).toBeGreaterThan(1);
      expect(clears.length).toBeGreaterThan(0);
      for (const { en, es } of [title, why, ...rivals, ...clears]) {
        expect(en).not.toBe(es);
        expect(Math.min(en.length, es.length)).toBeGreaterThan(3);
      }
      for (const { en, es } of [why, ...rivals, ...clears]) {
        expect([en.at(-1), es.at(-1)]).toEqual(['.', '.']);
      }
    },
  );

  test.each(loaded().map((one) => [one.id, one] as const))(
    '%s stands in the document with its measure and threshold',
    (id, { measure, threshold }) => {
      const row = DOCS.split('\n').find((line) => line.startsWith(`| \`${id}\` |`));
      const cells = row?.split('|').map((cell) => cell.trim());
      expect(cells?.[2]).toBe(`\`${measure}\``);
      expect(cells?.at(-2)).toBe(String(threshold));
      expect(DOCS).toMatch(new RegExp(`\\*${measure}\\*`));
    },
  );

  test('the document names no other', () => {
    const ids = [...DOCS.matchAll(/^\| `([^`]+)` \| `([^`]+)` \|/gm)].map((row) => row[1]);
    expect(ids).toEqual(loaded().map(({ id }) => id));
  });

  test('the example in the document is read as it stands', () => {
    const [, example] = /```yaml\n(indicators:[\s\S]*?)```/.exec(DOCS)!;
    const all = new Map(loaded(example).map((one) => [one.id, one]));
    expect(all.get('burst')?.threshold).toBe(6);
    expect(all.get('old-statement-recycled')?.enabled).toBe(false);
    expect(all.get('embassy-silent')).toMatchObject({ lookBackDays: 180, clears: [{}] });
  });

  test('are told of by their own file, where it is broken', () => {
    const result = loadIndicators('indicators: 3', undefined, 'own.yaml');
    expect(result).toMatchObject({ problems: [{ file: 'indicators.yaml', line: 1 }] });
  });
});

describe("a desk's own file", () => {
  test('changes only the keys that it names, and leaves the order as it was', () => {
    const before = loaded();
    const own = fileOf({ id: 'burst', threshold: '6.5', severity: 'HIGH', window: '3' });
    expect(loaded(own)).toEqual(
      before.map((one) =>
        one.id === 'burst' ? { ...one, threshold: 6.5, severity: 'high', windowDays: 3 } : one,
      ),
    );
  });

  test('switches off and on', () => {
    const states = ['false', 'true'].map((enabled) =>
      loaded(fileOf({ id: 'burst', enabled })).find(({ id }) => id === 'burst'),
    );
    expect(states.map((one) => one?.enabled)).toEqual([false, true]);
  });

  test('replaces lists of sentences, also by none', () => {
    const burst = (rivals: string) =>
      loaded(fileOf({ id: 'burst', rivals })).find(({ id }) => id === 'burst');
    expect(burst('[{ en: a, es: b }]')?.rivals).toEqual([{ en: 'a', es: 'b' }]);
    expect(burst('[]')?.rivals).toEqual([]);
  });

  test('adds, with what is left out as the document says', () => {
    expect(loaded(fileOf(NEW)).at(-1)).toEqual({
      id: 'own',
      measure: 'source-silent',
      severity: 'low',
      threshold: 4,
      lookBackDays: 90,
      title: { en: 'A title', es: 'Un título' },
      why: { en: 'A reason', es: 'Una razón' },
      windowDays: 7,
      baselineDays: 0,
      rivals: [],
      clears: [],
      enabled: true,
    });
  });
});

describe('problems', () => {
  test.each(['measure', 'severity', 'threshold', 'lookBack', 'title', 'why'])(
    'a new indicator without %s',
    (key) => {
      expect(problems(fileOf({ ...NEW, [key]: undefined }))).toEqual([
        `2 indicators[0]: ${key} is missing.`,
      ]);
    },
  );

  test.each([
    ['id', 'My Indicator', /"My Indicator" is no id; .* such as my-indicator\.$/],
    ['measure', 'bursts', /"bursts" is none of .*; did you mean burst\?$/],
    ['severity', 'grave', /"grave" is none of low, medium, high/],
    ['threshold', '0', /"0" is no number above 0; write one, such as 3 or 2\.5\.$/],
    ['threshold', '-3', /"-3" is no number above 0/],
    ['threshold', '1e3', /"1e3" is no number above 0/],
    ['threshold', 'Infinity', /"Infinity" is no number above 0/],
    ['threshold', '9999999999', /is no number above 0/],
    ['lookBack', '0', /"0" is no whole number from 1 to 3650; write one\.$/],
    ['lookBack', '1.5', /"1\.5" is no whole number/],
    ['title', 'A title', /"A title" stands here; expected keys \(en, es\)\.$/],
    ['title', '{ en: A title }', /^es is missing; say it in both languages\.$/],
    ['why', '{ en: A, es: B, fr: C }', /"fr" is no key that is known here/],
  ] as const)('%s: %s', (key, value, message) => {
    const found = problems(fileOf({ ...NEW, [key]: value }));
    const line = 2 + Object.keys(NEW).indexOf(key);
    expect(found).toHaveLength(1);
    const [, at, path, said] = /^(\d+) (\S*): (.*)$/.exec(found[0]!)!;
    expect([Number(at), path?.startsWith(`indicators[0].${key}`)]).toEqual([line, true]);
    expect(said).toMatch(message);
  });

  test.each([
    ['window', '0', /whole number from 1 to 3650/],
    ['baseline', '27', /whole number from 28 to 3650/],
    ['enabled', 'yes', /"yes" is neither true nor false\.$/],
    ['rivals', 'one', /"one" stands here; expected a list/],
    ['clears', '[{ en: a }]', /es is missing; say it in both languages\.$/],
    ['lookback', '9', /"lookback" is no key that is known here; did you mean lookBack\?/],
  ] as const)('%s: %s, which may be left out', (key, value, message) => {
    const found = problems(fileOf({ ...NEW, [key]: value }));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^9 indicators\[0\]/);
    expect(found[0]).toMatch(message);
  });

  test('an indicator without an id, twice the same, and one that is no map', () => {
    const twice = 'indicators:\n  - id: burst\n  - id: burst\n  - threshold: 3\n  - burst\n';
    expect(problems(twice)).toEqual([
      '3 indicators[1]: the id "burst" stands here twice; rename one.',
      '4 indicators[2]: id is missing; name the indicator.',
      expect.stringMatching(/^5 indicators\[3\]: "burst" stands here; expected keys \(id, /),
    ]);
  });

  test('none hides another', () => {
    const all = { ...NEW, severity: 'grave', threshold: '0', lookBack: 'long' };
    expect(problems(fileOf(all)).map((one) => one.split(' ')[0])).toEqual(['4', '5', '6']);
  });

  test.each([
    ['a list', '- id: burst\n', 1],
    ['another key', 'indicator: []\n', 1],
    ['no YAML', 'indicators:\n  - id: "burst\n', 3],
    ['two documents', 'indicators: []\n---\nindicators: []\n', 2],
    ['bytes', 'indicators: []\n\0', 1],
  ])('of a file that holds %s', (_what, text, line) => {
    const found = problems(text);
    expect(found.length).toBeGreaterThan(0);
    expect(Number(found[0]!.split(' ')[0])).toBe(line);
  });
});

describe('any text', () => {
  const never = (text: string): void => {
    const result = loadIndicators(SHIPPED, text, 'own.yaml');
    if ('problems' in result) {
      expect(result.problems.length).toBeGreaterThan(0);
      for (const { line, message } of result.problems) {
        expect([line > 0, message.includes('undefined')]).toEqual([true, false]);
      }
      return;
    }
    for (const { threshold, lookBackDays, windowDays, baselineDays } of result.indicators) {
      expect(threshold).toBeGreaterThan(0);
      expect([lookBackDays, windowDays, baselineDays].every(Number.isInteger)).toBe(true);
    }
  };

  test('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), never));
  });

  test('of words that the format knows never throws', () => {
    const word = fc.constantFrom(
      ...[
        'indicators:',
        '\n',
        '  ',
        '- ',
        'id: ',
        'burst',
        'threshold: ',
        '3',
        'title: ',
        '{',
        '}',
      ],
      ...[
        'en: ',
        'es: ',
        'a',
        '[',
        ']',
        ', ',
        '&a ',
        '*a',
        '!!set ',
        '"',
        '#',
        '<<: ',
        '? ',
        'null',
      ],
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        never(words.join(''));
        never(`indicators:\n  - id: burst\n    ${words.join('')}`);
      }),
    );
  });

  test('of many indicators is read in one go', () => {
    const many = Array.from({ length: 3000 }, (_, i) => `  - id: burst-${i}\n    threshold: 3`);
    const result = loadIndicators(SHIPPED, `indicators:\n${many.join('\n')}\n`, 'own.yaml');
    expect('problems' in result && result.problems.length).toBe(101);
  });
});
