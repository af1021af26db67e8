/**
 * Whole numbers in words and digits, with the bounds that are stated: "at least nine", "between 18
 * and 20", "не более 30", "unos cuarenta". What is a date, a share, a sum of money or a measure is no
 * number here. Linear.
 */
import type { ReadLanguage } from '../../domain/reading.ts';
import { fold } from '../../text/transliterate.ts';
import type { Hit } from '../patterns.ts';
import type { TaggedDocument } from '../tagging/tagged.ts';
import type { CountClass, CountMarks, Numerals } from './count-lexicon.ts';

/** A number at tokens as a half-open range that holds its bounds; `core` is where it itself begins. */
export interface NumberPhrase {
  readonly first: number;
  readonly core: number;
  readonly last: number;
  readonly min: number;
  /** Null: no upper end is stated. */
  readonly max: number | null;
  /** The number itself, without bounds. */
  readonly value: number;
  /** "not more than": what is denied is that there are more. */
  readonly negated: boolean;
  /** "un diplomático": a number where a deed tells that it counts, else an article. */
  readonly article: boolean;
  /** "from 20 to 35" may be a range or a change; then `min` and `max` are the two. */
  readonly fromTo: boolean;
}

interface Value {
  readonly value: number;
  readonly last: number;
  readonly open: boolean;
}

interface Source {
  readonly document: TaggedDocument;
  readonly marks: CountMarks;
  readonly numerals: Numerals;
  readonly dateAt: (at: number) => number;
}

const STRICT_BOUNDS: ReadonlySet<CountClass> = new Set(['least', 'above', 'most', 'below']);
const BOUNDS: ReadonlySet<CountClass> = new Set(['least', 'above', 'most', 'below', 'about']);
/** Bounds before bounds ("about at least", "some only"): more are no number phrase. */
const MOST_BOUNDS = 3;
const DASH = /^[-–—‑]$/u;
const ARTICLES = new Set(['un', 'una']);
/** No mission of the world has as many. */
const LARGEST = 1_000_000;

/** All numbers of a document, in order. */
export function numbersIn(
  document: TaggedDocument,
  marks: CountMarks,
  numerals: Numerals,
  dateAt: (at: number) => number,
): NumberPhrase[] {
  const source: Source = { document, marks, numerals, dateAt };
  const numbers: NumberPhrase[] = [];
  for (let at = 0; at < document.tokens.length; ) {
    const value = valueAt(source, at);
    if (value === undefined) {
      at++;
      continue;
    }
    const number = rangeAt(source, at, value) ?? boundedAt(source, at, value);
    if (!isMeasure(source, number) && !isNone(source, number)) numbers.push(number);
    at = number.last;
  }
  return numbers;
}

function isMeasure({ marks }: Source, { core, last }: NumberPhrase): boolean {
  const share = marks.is(core, 'percent') || marks.is(last, 'percent');
  return share || marks.is(core - 1, 'money') || marks.is(last, 'money');
}

/** "not one diplomat", "ни одного дипломата". */
function isNone({ marks }: Source, { first, value }: NumberPhrase): boolean {
  return value === 1 && marks.is(first - 1, 'not');
}

/** "18 to 20", "18–20", "between 18 and 20", "de 8 a 10", "от 18 до 20". */
function rangeAt(source: Source, at: number, low: Value): NumberPhrase | undefined {
  const { document, marks } = source;
  const link = document.tokens[low.last];
  if (link === undefined || low.open) return undefined;
  // "с дюжины до почти пятидесяти"
  const begin = marks.is(low.last + 1, 'about') ? low.last + 2 : low.last + 1;
  const high = valueAt(source, begin);
  if (high === undefined || high.value <= 0) return undefined;
  const dash = DASH.test(link.text);
  if (!dash && !marks.is(low.last, 'range')) return undefined;
  const led = marks.is(at - 1, 'between');
  const fromTo = led && marks.is(at - 1, 'from');
  const free = dash || ['or', 'o', 'u', 'или', 'to'].includes(link.lower);
  if (!free && !led) return undefined;
  if (!fromTo && low.value >= high.value) return undefined;
  const phrase = {
    first: led ? at - 1 : at,
    core: at,
    last: high.last,
    fromTo,
    negated: false,
    article: false,
  };
  return fromTo || low.value < high.value
    ? { ...phrase, min: low.value, max: high.value, value: high.value }
    : undefined;
}

function boundedAt(source: Source, at: number, value: Value): NumberPhrase {
  const { marks, document } = source;
  let first = at;
  let min = value.value;
  let max: number | null = value.open ? null : value.value;
  let negated = false;
  const { first: start } = document.sentences[document.tokens[at]!.sentence]!;
  for (let n = 0; n < MOST_BOUNDS && first > start; n++) {
    const bound = marks.endingAt(first, BOUNDS) ?? boundBeforeLink(source, first, start);
    if (bound === undefined) break;
    first = bound.first;
    if (bound.kind === 'about') continue;
    negated = bound.kind === 'above' && isNegated(source, first, start);
    if (negated || bound.kind === 'most') [min, max] = [0, value.value];
    else if (bound.kind === 'below') [min, max] = [0, value.value - 1];
    else [min, max] = [bound.kind === 'above' ? value.value + 1 : value.value, null];
    break;
  }
  const article = first === at && value.last === at + 1 && ARTICLES.has(document.tokens[at]!.lower);
  const { last } = value;
  return { first, core: at, last, min, max, value: value.value, fromTo: false, negated, article };
}

/** "at least by nine", "как минимум на девять". */
function boundBeforeLink(
  { marks }: Source,
  first: number,
  start: number,
): Hit<CountClass> | undefined {
  return first - 1 > start && marks.is(first - 1, 'by')
    ? marks.endingAt(first - 1, STRICT_BOUNDS)
    : undefined;
}

/** "may not have more than 40": no verb but the one that is denied stands between. */
function isNegated({ marks, document }: Source, first: number, start: number): boolean {
  for (let at = first - 1; at >= Math.max(start, first - 4); at--) {
    if (marks.is(at, 'not')) return true;
    if (document.tokens[at]!.kind !== 'word') return false;
  }
  return false;
}

/** The number that begins at a token. */
function valueAt(source: Source, at: number): Value | undefined {
  const { document, numerals, dateAt } = source;
  const token = document.tokens[at];
  if (token === undefined || dateAt(at) >= 0) return undefined;
  if (token.kind === 'number') return digitsAt(source, at);
  const dash = token.lower.indexOf('-');
  const head = dash > 0 ? token.lower.slice(0, dash) : token.lower;
  if (!numerals.beginnings.has(head) && !numerals.beginnings.has(token.lower)) return undefined;
  const word = fold(token.lower);
  const half = halfAt(source, at, word);
  if (half !== undefined) return half;
  const many = numerals.many.get(word);
  if (many !== undefined) return { value: many, last: at + 1, open: true };
  return wordsAt(source, at);
}

function halfAt({ document, numerals }: Source, at: number, word: string): Value | undefined {
  let phrase = word;
  for (let last = at + 1; last <= at + 3; last++) {
    const value = numerals.halves.get(phrase);
    if (value !== undefined) return { value, last, open: false };
    phrase += ` ${fold(document.tokens[last]?.lower ?? '')}`;
  }
  return undefined;
}

function digitsAt({ document, numerals }: Source, at: number): Value | undefined {
  const { tokens, language, text } = document;
  const own = wholeNumber(tokens[at]!.text, language);
  if (own === undefined) return undefined;
  const next = tokens[at + 1];
  const gap = next === undefined ? '' : text.slice(tokens[at]!.end, next.begin);
  if (next !== undefined && own < 1000 && /^\d{3}$/.test(next.text) && /^\s$/u.test(gap)) {
    return { value: own * 1000 + Number(next.text), last: at + 2, open: false };
  }
  const times = next === undefined ? undefined : numerals.multipliers.get(fold(next.lower));
  if (times !== undefined) return { value: own * times, last: at + 2, open: false };
  return { value: own, last: at + 1, open: false };
}

/** "40", "1,200" in English, "1.200" in Spanish; decimals, years with letters and times are none. */
function wholeNumber(text: string, language: ReadLanguage): number | undefined {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const grouped = language === 'en' ? /^\d{1,3}(?:,\d{3})+$/ : /^\d{1,3}(?:\.\d{3})+$/;
  const value = grouped.test(text) ? Number(text.replace(/[.,]/g, '')) : undefined;
  return value !== undefined && value <= LARGEST ? value : undefined;
}

/** A run of numerals: "twenty-five", "treinta y cinco", "two hundred and six", "полтора десятка". */
function wordsAt({ document, numerals, dateAt }: Source, at: number): Value | undefined {
  const { tokens } = document;
  let value: number | undefined;
  let last = at;
  for (let next = at; next < tokens.length && next < at + 8; next++) {
    const word = fold(tokens[next]!.lower);
    if (next > at && dateAt(next) >= 0) break;
    if (value !== undefined && (word === 'and' || word === 'y')) continue;
    const sum = joined(value, word, numerals, last < next);
    if (sum === undefined) break;
    value = sum;
    last = next + 1;
  }
  if (value === undefined || !Number.isInteger(value) || value > LARGEST) return undefined;
  return { value, last, open: false };
}

/** The number so far with one more numeral; `linked` says that an "and" stands between. */
function joined(
  value: number | undefined,
  word: string,
  { numbers, multipliers }: Numerals,
  linked: boolean,
): number | undefined {
  const times = multipliers.get(word);
  if (times !== undefined) return linked ? undefined : (value ?? 1) * times;
  const own = numbers.get(word) ?? hyphened(word, numbers);
  if (own === undefined || value === undefined) return own;
  const step = own >= 100 ? 1000 : own >= 10 ? 100 : 10;
  if (own >= value || value < 20 || value % step !== 0) return undefined;
  return linked && value < 30 ? undefined : value + own;
}

/** "twenty-five". */
function hyphened(word: string, numbers: ReadonlyMap<string, number>): number | undefined {
  const [tens, ones, ...more] = word.split('-');
  const high = numbers.get(tens ?? '');
  const low = numbers.get(ones ?? '');
  if (high === undefined || low === undefined || more.length > 0) return undefined;
  return high >= 20 && low < 10 ? high + low : undefined;
}
