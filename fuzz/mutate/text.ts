/** Mutations that any text may suffer: parts lost, doubled, moved, and replaced by what breaks parsers. */
import { between, type Chance } from '../../bench/chance.ts';
import { type Mutator, pick, spanIn, spliced } from './pick.ts';

/** Characters and words that parsers have stumbled over. */
const NASTY = [
  ...['\0', '\ud800', '\udc00', '\uffff', '\ufeff', '\u202e', '\u2028', '\u0085', '\u200b', '\x1b'],
  ...['\r', '\n', '\t', '\v', '\f', ' ', '\u00a0', '\\', '"', "'", '`', '<', '>', '&', '%', '#'],
  ...['..', '../', '..\\', '/', '//', '://', 'javascript:', 'file:///', 'data:,', '@', '?', ';'],
  ...['__proto__', 'constructor', 'toString', 'null', 'undefined', 'true', 'NaN', '-Infinity'],
  ...['%00', '%zz', '%', '%ff%fe', '\u0130', 'ß', 'ﬃ', '\u0301', '👩‍👩‍👧', '$&', '{{x}}', '=cmd|'],
] as const;

const NUMBERS = [
  ...['0', '-0', '-1', '1e999', '1e-999', '9007199254740993', '2147483648', '4294967296'],
  ...[
    '-9223372036854775809',
    '0x10',
    '00',
    '1.',
    '.5',
    '+1',
    '1_000',
    '٣',
    '１',
    '99999999999999999999',
  ],
] as const;

const DATES = [
  ...['0000-00-00', '9999-12-31', '2024-02-30', '2024-13-01', '-000001-01-01', '+275760-09-13'],
  ...['+275761-01-01T00:00:00Z', '2024-09-23T25:61:61Z', '2024-09-23T14:05:00+99:99', '1970-01-01'],
  ...['2024', '2024-09', '2024-W54', '23/09/2024', '31 February 2024', 'Mon, 32 Foo 2024 10:00:00'],
  ...[
    '23 de septiembre de 2024',
    '23 сентября 2024 г.',
    'yesterday',
    '1727100000',
    '1727100000000',
  ],
] as const;

const DATE = /\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?/g;
const NUMBER = /\d+/g;

/** A length that is mostly small and seldom large: what is repeated still fits. */
const times = (chance: Chance, most: number): number => Math.floor(2 + most * chance() ** 6);

/** One match of `pattern` replaced, where there is any. */
export function replaceOne(
  text: string,
  pattern: RegExp,
  by: (found: string) => string,
  chance: Chance,
): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const { 0: match, index } = pick(found, chance);
  return spliced(text, index, index + match.length, by(match));
}

export const TEXT_MUTATORS: readonly Mutator[] = [
  // Lost.
  (text, chance) => spliced(text, ...spanIn(text.length, chance), ''),
  // Cut off.
  (text, chance) => text.slice(0, between(chance, 0, text.length)),
  // Said again, once or many times.
  (text, chance) => {
    const [begin, end] = spanIn(text.length, chance);
    const part = text.slice(begin, end);
    const most = part === '' ? 0 : Math.floor(30_000 / part.length);
    return spliced(text, end, end, part.repeat(Math.min(times(chance, most), most)));
  },
  // Moved.
  (text, chance) => {
    const [begin, end] = spanIn(text.length, chance);
    const rest = text.slice(0, begin) + text.slice(end);
    const at = between(chance, 0, rest.length);
    return spliced(rest, at, at, text.slice(begin, end));
  },
  // Put in, once or many times.
  (text, chance) => {
    const at = between(chance, 0, text.length);
    return spliced(text, at, at, pick(NASTY, chance).repeat(times(chance, 3000) - 1));
  },
  // Put over.
  (text, chance) => spliced(text, ...spanIn(text.length, chance), pick(NASTY, chance)),
  (text, chance) => {
    const at = between(chance, 0, text.length);
    return spliced(text, at, at + 1, String.fromCharCode(between(chance, 0, 0xffff)));
  },
  (text, chance) => {
    const at = between(chance, 0, text.length);
    return spliced(text, at, at + 1, String.fromCharCode(between(chance, 0, 127)));
  },
  (text, chance) => replaceOne(text, NUMBER, () => pick(NUMBERS, chance), chance),
  (text, chance) =>
    replaceOne(text, NUMBER, (digits) => digits.repeat(times(chance, 2000)), chance),
  (text, chance) => replaceOne(text, DATE, () => pick(DATES, chance), chance),
  (text, chance) => {
    const [begin, end] = spanIn(text.length, chance);
    const part = text.slice(begin, end);
    return spliced(text, begin, end, chance() < 0.5 ? part.toUpperCase() : part.toLowerCase());
  },
];
