/** Times and languages in the forms of collectors (GDELT, Media Cloud), in the forms of everyone. */

/**
 * `20240923101500` and `20240923T101500Z` as ISO 8601, `20240923` as a day; `zone` is `Z` where the
 * collector writes UTC, else ''. Absent for anything else, and for months and days that do not exist.
 */
export function collectorTime(value: string, zone: 'Z' | ''): string | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)Z?)?$/.exec(value.trim());
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const date = `${year}-${month}-${day}`;
  const time = hour === undefined ? '' : `T${hour}:${minute}:${second}`;
  const at = new Date(`${date}${time === '' ? 'T00:00:00' : time}Z`);
  // A day that does not exist is rolled into the next month.
  if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(date)) return undefined;
  return time === '' ? date : `${date}${time}${zone}`;
}

/** The day of a Media Cloud dump by its file name, `mc-2024-09-23.rss.gz`. */
export function dayOfDump(name: string): string | undefined {
  const digits = /(?:^|[/\\])mc-(\d{4})-(\d\d)-(\d\d)\.rss/i.exec(name);
  return digits === null ? undefined : collectorTime(digits.slice(1).join(''), '');
}

/** `srclc:spa;eng:Moses …`: the language that GDELT translated from, as ISO 639-1 where it has one. */
export function translatedFrom(info: string): string | undefined {
  const code = /(?:^|;)\s*srclc:([a-z]{2,3})\b/i.exec(info)?.[1];
  return code === undefined ? undefined : languageCode(code);
}

/** Codes found so far: asking for one takes longer than reading its line. */
const codes = new Map<string, string>();
/** No list has so many languages; what comes after is found anew each time. */
const MAX_CODES = 1000;

/** `spa`, `ES-mx`, `Spanish` as `es`; what is no language that we know stays as stated. */
export function languageCode(value: string): string {
  const known = codes.get(value);
  if (known !== undefined) return known;
  const code = foundCode(value.trim());
  if (codes.size < MAX_CODES && value.length < 40) codes.set(value, code);
  return code;
}

function foundCode(stated: string): string {
  const named = englishNames().get(stated.toLowerCase());
  if (named !== undefined) return named;
  const tag = stated.replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,3}$/i.test(tag)) return stated;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? stated;
  } catch {
    return stated;
  }
}

let names: ReadonlyMap<string, string> | undefined;

/** The languages with a code of two letters, by their English names in lower case. */
function englishNames(): ReadonlyMap<string, string> {
  if (names !== undefined) return names;
  const display = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const found = new Map<string, string>();
  for (const first of letters) {
    for (const second of letters) {
      const name = display.of(first + second)?.toLowerCase();
      if (name !== undefined && !found.has(name)) found.set(name, languageTag(first + second));
    }
  }
  names = found;
  return found;
}

/** Codes that were withdrawn (`iw`) as those in their place (`he`). */
const languageTag = (code: string): string => Intl.getCanonicalLocales(code)[0] ?? code;
