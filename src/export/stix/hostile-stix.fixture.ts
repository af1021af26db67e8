/** The invented records of STIX made hostile: texts, numbers and times as an enemy would choose them. */
import fc from 'fast-check';
import type { ExportRecord } from '../../domain/exports.ts';
import { RECORDS } from './invented-stix.fixture.ts';

/** Fields whose values are the desk's own: ids, kinds and the like. All other texts come from outside. */
const OWN = new Set(
  (
    'kind id article precision zone role reason copyType credit creditIn unit scope measure cascade action ' +
    'state severity order type status mode form polarity code check entry verdict claim strength'
  ).split(' '),
);

/** The same records, with texts and numbers from outside replaced by what `text` and `number` give. */
function poisoned(
  records: readonly ExportRecord[],
  text: () => string,
  number: (value: number) => number,
): ExportRecord[] {
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      // Estimates and ids stand where texts from outside stand elsewhere.
      return (OWN.has(key) && value !== '') || value === 'likely' ? value : text();
    }
    if (typeof value === 'number') return number(value);
    if (Array.isArray(value)) return value.map((item) => walk(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, walk(part, name)]),
    );
  };
  return records.map((record) => walk(record, '') as ExportRecord);
}

const HOSTILE = [
  '',
  ' ',
  '\u0000\u0001\u001b[2J',
  '\ud800 lone \udfff',
  '\u202eright to left',
  '</script><script>alert(1)</script>',
  '=cmd|"/C calc"!A0',
  'https://user:secret@a.example/ü?q=[1]|{2}%zz#\ud83d',
  'javascript:alert(1)',
  'http://[::1]/x y',
  'cve',
  '__proto__',
  '0000-00-00',
  '9999-12-31',
  'XV',
  'x'.repeat(100_000),
  '😀'.repeat(2_000),
  'a b '.repeat(1_000),
  '\u2028"\\',
];
const EXTREMES = [
  0,
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -62_135_596_800_001,
  -62_135_596_800_000,
  253_402_300_799_999,
  253_402_300_800_000,
  8.64e15,
  0.5,
];

/** Records whose texts and numbers are drawn round and round from a few hostile ones. */
export const hostileRecords = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' })), {
      minLength: 1,
    }),
    fc.array(fc.oneof(fc.constantFrom(...EXTREMES), fc.double(), fc.constant(undefined)), {
      minLength: 1,
    }),
  )
  .map(([texts, numbers]) => {
    let [text, number] = [0, 0];
    return poisoned(
      RECORDS,
      () => texts[text++ % texts.length] ?? '',
      (value) => numbers[number++ % numbers.length] ?? value,
    );
  });
