/**
 * Dates in forms that `writtenDate` does not know, and in more languages, by chrono-node. Only
 * what states year, month and day counts: "yesterday" depends on when a page was read.
 */
import { de, en, es, fr, it, ja, type ParsedResult, pt, ru, uk, zh } from 'chrono-node';
import type { WrittenDate } from './calendar.ts';

const READERS = [en, es, ru, uk, pt, fr, de, it, ja, zh.hant, zh.hans];
/** Share of the text that the date must make up: else it is a sentence that mentions a day. */
const MIN_SHARE = 0.6;

/** The date that most of `text` states; `now` (milliseconds) is only chrono's reference. */
export function proseDate(text: string, now: number): WrittenDate | undefined {
  if (!/\d{4}/.test(text)) return undefined;
  const reference = { instant: new Date(now), timezone: 0 };
  for (const reader of READERS) {
    let results: ParsedResult[] = [];
    try {
      results = reader.parse(text, reference);
    } catch {
      // A reader that fails on a form does not know it.
    }
    for (const result of results) {
      // Digits alone are not for chrono: it reads 05/09 as May where others mean September.
      if (!/\p{L}/u.test(result.text) || result.text.length < text.length * MIN_SHARE) continue;
      const date = certain(result);
      if (date !== undefined) return date;
    }
  }
  return undefined;
}

function certain({ start }: ParsedResult): WrittenDate | undefined {
  const sure = (part: Parameters<typeof start.get>[0]): number | undefined =>
    start.isCertain(part) ? (start.get(part) ?? undefined) : undefined;
  const [year, month, day, hour] = [sure('year'), sure('month'), sure('day'), sure('hour')];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (hour === undefined) return { year, month, day };
  const [minute, second, offset] = [sure('minute'), sure('second'), sure('timezoneOffset')];
  const time = ((hour * 60 + (minute ?? 0)) * 60 + (second ?? 0)) * 1000;
  const timePrecision = second !== undefined ? 'second' : minute !== undefined ? 'minute' : 'hour';
  const date: WrittenDate = { year, month, day, time, timePrecision };
  return offset === undefined ? date : { ...date, zone: [offset * 60_000] };
}
