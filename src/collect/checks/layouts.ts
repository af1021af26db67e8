/** Layouts of tables and of JSON objects that state one fact-check each, told by their columns. */
import { CHECKTHAT, FACT_CHECK_TWEET } from './benchmarks.ts';
import { EUVSDISINFO_CASES, EUVSDISINFO_DISPROOFS } from './euvsdisinfo.ts';
import { columnName, type Layout } from './layout.ts';
import { LEDGER } from './ledger.ts';
import { OWN } from './own-columns.ts';

/** The most telling first: our own plain columns fit many tables. */
const LAYOUTS: readonly Layout[] = [
  LEDGER,
  EUVSDISINFO_DISPROOFS,
  EUVSDISINFO_CASES,
  CHECKTHAT,
  FACT_CHECK_TWEET,
  OWN,
];

/** The layout whose columns are all among `keys`, if any. */
export function layoutOf(keys: readonly string[]): Layout | undefined {
  const names = new Set(keys.map(columnName));
  return LAYOUTS.find(({ needs }) => needs.every((name) => names.has(name)));
}

/** In one sentence, what was looked for. */
export function layoutsWanted(): string {
  const layouts = LAYOUTS.map(({ name, needs }) => `${name} (${needs.join(', ')})`);
  return layouts.join('; ');
}
