/** Spans of time as people write them: `90s`, `30m`, `1h`, `2d`, `1h30m`. */
import { type Checked, shown } from './checked.ts';

const UNITS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;
type Unit = keyof typeof UNITS;
const ORDER = ['d', 'h', 'm', 's', 'ms'] as const;
const SPAN = /^(?:\d{1,9}(?:\.\d{1,3})?(?:ms|[dhms]))+$/;

/** Milliseconds of a span, each unit at most once, the larger one first; bounds are inclusive. */
export function spanOfTime(
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): Checked<number> {
  const written = text.trim().toLowerCase().replace(/\s+/g, '');
  if (!SPAN.test(written) || written.length > 40) return { fault: spanFault(text) };
  let total = 0;
  let last = -1;
  for (const [, count, unit] of written.matchAll(/([\d.]+)(ms|[dhms])/g)) {
    const at = ORDER.indexOf(unit as Unit);
    if (at <= last) return { fault: spanFault(text) };
    last = at;
    total += Number(count) * UNITS[unit as Unit];
  }
  const value = Math.round(total);
  if (value < min || value > max) {
    const bounds = `${writtenSpan(min)} to ${writtenSpan(max)}`;
    return { fault: `${shown(text)} is out of bounds; write a span of time from ${bounds}.` };
  }
  return { value };
}

/** The span in as few whole units as it takes: 5,400,000 is `1h30m`. */
export function writtenSpan(ms: number): string {
  let rest = Math.max(0, Math.round(ms));
  let text = '';
  for (const unit of ORDER) {
    const count = Math.floor(rest / UNITS[unit]);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * UNITS[unit];
  }
  return text === '' ? '0s' : text;
}

function spanFault(text: string): string {
  const bare = /^\s*\d+\s*$/.test(text) ? ` (${text.trim()} of what?)` : '';
  return `${shown(text)} is no span of time${bare}; write a number with s, m, h or d, such as 30m.`;
}
