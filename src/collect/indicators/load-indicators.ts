/**
 * Indicators from YAML: those that ship, changed by id and added to by a desk's own file. Every problem is
 * told with its place, none hides another. Linear in the texts; never throws for what they hold.
 */
import { type Indicator, MEASURES, SEVERITIES } from '../../domain/alerts.ts';
import type { WatchProblem } from '../../domain/watch.ts';
import type { Worded } from '../../domain/worded.ts';
import { type Checked, shown } from '../watch-list/checked.ts';
import { idValue } from '../watch-list/source-ids.ts';
import { lineValue, oneOf, wholeNumber } from '../watch-list/written-values.ts';
import { type Entries, entriesAt, itemsAt, valueAt } from '../watch-list/yaml-fields.ts';
import {
  complain,
  type Entry,
  openYaml,
  problemsOf,
  type Reading,
} from '../watch-list/yaml-reading.ts';

export const INDICATOR_KEYS = [
  'id',
  'measure',
  'title',
  'why',
  'severity',
  'threshold',
  'lookBack',
  'window',
  'baseline',
  'rivals',
  'clears',
  'enabled',
] as const;
const LANGUAGES = ['en', 'es'] as const;
const DAYS = { min: 1, max: 3650 } as const;
const BASELINE = { min: 28, max: 3650 } as const;
/** They hold a count against what was usual before: without a baseline they could never fire. */
const WITH_BASELINE: readonly string[] = ['official-warnings', 'burst'];

export type IndicatorsLoaded =
  | { readonly indicators: readonly Indicator[] }
  | { readonly problems: readonly WatchProblem[] };

/** The shipped indicators with what a desk's own file changes; `file` is the name that problems show. */
export function loadIndicators(
  shippedText: string,
  ownText: string | undefined,
  file: string,
): IndicatorsLoaded {
  const shipped = readAll(shippedText, 'indicators.yaml', new Map());
  if ('problems' in shipped || ownText === undefined || isBlank(ownText)) return shipped;
  return readAll(ownText, file, new Map(shipped.indicators.map((one) => [one.id, one])));
}

/** Nothing but comments: a file that was begun and changes nothing yet. */
function isBlank(text: string): boolean {
  return text.split('\n').every((line) => /^(?:#|$)/.test(line.trim()));
}

function readAll(
  text: string,
  file: string,
  known: ReadonlyMap<string, Indicator>,
): IndicatorsLoaded {
  const opened = openYaml(text, file);
  if ('problems' in opened) return opened;
  const { reading } = opened;
  const root: Entry = { node: reading.document.contents!, path: '' };
  const entries = entriesAt(reading, root, ['indicators']);
  const indicators = new Map(known);
  const seen = new Set<string>();
  for (const item of itemsAt(reading, entries?.get('indicators'))) {
    const one = indicatorAt(reading, item, known);
    if (one === undefined) continue;
    if (seen.has(one.id)) {
      complain(reading, item, `the id ${shown(one.id)} stands here twice; rename one.`);
    }
    seen.add(one.id);
    indicators.set(one.id, one);
  }
  const problems = problemsOf(reading);
  return problems.length > 0 ? { problems } : { indicators: [...indicators.values()] };
}

/** One indicator; keys that it leaves out are those of the shipped one of its id, if there is one. */
function indicatorAt(
  reading: Reading,
  item: Entry,
  known: ReadonlyMap<string, Indicator>,
): Indicator | undefined {
  const entries = entriesAt(reading, item, INDICATOR_KEYS);
  if (entries === undefined) return undefined;
  if (!entries.has('id')) return complain(reading, item, 'id is missing; name the indicator.');
  const id = valueAt(reading, entries.get('id'), idValue);
  if (id === undefined) return undefined;
  const base = known.get(id);
  const get = <T>(
    key: keyof Indicator,
    written: string,
    read: () => T | undefined,
  ): T | undefined => {
    if (entries.has(written)) return read();
    if (base !== undefined) return base[key] as T;
    return complain(reading, item, `${written} is missing.`);
  };
  const value = <T>(key: string, check: (text: string) => Checked<T>) =>
    valueAt(reading, entries.get(key), check);
  const days = (key: string, bounds: { min: number; max: number }) => () =>
    value(key, (text) => wholeNumber(text, bounds));
  const measure = get('measure', 'measure', () =>
    value('measure', (text) => oneOf(text, MEASURES)),
  );
  const title = get('title', 'title', () => wordedAt(reading, entries.get('title')!));
  const why = get('why', 'why', () => wordedAt(reading, entries.get('why')!));
  const severity = get('severity', 'severity', () =>
    value('severity', (text) => oneOf(text, SEVERITIES)),
  );
  const threshold = get('threshold', 'threshold', () => value('threshold', aboveZero));
  const lookBackDays = get('lookBackDays', 'lookBack', days('lookBack', DAYS));
  if (
    measure === undefined ||
    title === undefined ||
    why === undefined ||
    severity === undefined ||
    threshold === undefined ||
    lookBackDays === undefined
  ) {
    return undefined;
  }
  const baselineDays = days('baseline', BASELINE)() ?? base?.baselineDays ?? 0;
  if (WITH_BASELINE.includes(measure) && baselineDays === 0 && !entries.has('baseline')) {
    return complain(reading, item, `baseline is missing; ${measure} needs at least 28 days.`);
  }
  return {
    id,
    measure,
    title,
    why,
    severity,
    threshold,
    lookBackDays,
    windowDays: days('window', DAYS)() ?? base?.windowDays ?? 7,
    baselineDays,
    rivals: sentencesAt(reading, entries, 'rivals') ?? base?.rivals ?? [],
    clears: sentencesAt(reading, entries, 'clears') ?? base?.clears ?? [],
    enabled: value('enabled', yesOrNo) ?? base?.enabled ?? true,
  };
}

function sentencesAt(reading: Reading, entries: Entries, key: string): Worded[] | undefined {
  if (!entries.has(key)) return undefined;
  return itemsAt(reading, entries.get(key)).flatMap((item) => wordedAt(reading, item) ?? []);
}

/** A sentence in both languages. */
function wordedAt(reading: Reading, entry: Entry): Worded | undefined {
  const entries = entriesAt(reading, entry, LANGUAGES);
  if (entries === undefined) return undefined;
  const [en, es] = LANGUAGES.map((language) => {
    if (entries.has(language)) return valueAt(reading, entries.get(language), lineValue);
    return complain(reading, entry, `${language} is missing; say it in both languages.`);
  });
  return en === undefined || es === undefined ? undefined : { en, es };
}

function aboveZero(text: string): Checked<number> {
  const value = /^\d{1,9}(?:\.\d{1,6})?$/.test(text.trim()) ? Number(text) : 0;
  return value > 0
    ? { value }
    : { fault: `${shown(text)} is no number above 0; write one, such as 3 or 2.5.` };
}

function yesOrNo(text: string): Checked<boolean> {
  if (text === 'true' || text === 'false') return { value: text === 'true' };
  return { fault: `${shown(text)} is neither true nor false.` };
}
