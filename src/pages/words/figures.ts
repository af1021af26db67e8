/** Numbers, dates and spans of time in the console's languages. Times are milliseconds, in UTC. */
import type { Worded } from '../../domain/worded.ts';
import { DAY, HOUR, isoOf, MINUTE, MONTHS, SECOND } from '../../export/moments.ts';
import type { ConsoleLanguage } from '../page.ts';

/** From here on a date says more than a number of days. */
const LONG_AGO = 30 * DAY;

/** Decimal sign and separator of thousands; Spanish separates from five digits on. */
const SIGNS = {
  en: { decimal: '.', thousands: ',', from: 4 },
  es: { decimal: ',', thousands: '\u202f', from: 5 },
} as const;

/** `12,345` or `12 345`; at most `places` decimals, and none where they are zeros. */
export function figure(n: number, language: ConsoleLanguage, places = 1): string {
  if (!Number.isFinite(n)) return '–';
  const { decimal, thousands, from } = SIGNS[language];
  const [whole = '0', rest = ''] = Math.abs(n).toFixed(places).split('.');
  const grouped = whole.length < from ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, thousands);
  const fraction = rest.replace(/0+$/, '');
  const value = fraction === '' ? grouped : `${grouped}${decimal}${fraction}`;
  return n < 0 && /[1-9]/.test(value) ? `−${value}` : value;
}

/** A share of one as `12%` or `12 %`. */
export function percent(share: number, language: ConsoleLanguage): string {
  return `${figure(share * 100, language, 0)}${language === 'es' ? '\u202f' : ''}%`;
}

/** `1 article`, `2 articles`: the number with its noun. */
export function counted(n: number, one: string, many: string, language: ConsoleLanguage): string {
  return `${figure(n, language)} ${n === 1 ? one : many}`;
}

/** `23 Sep 2024`, `23 sept 2024`. */
export function day(ms: number, language: ConsoleLanguage): string {
  if (isoOf(ms) === undefined) return '–';
  const date = new Date(ms);
  const month = MONTHS[language][date.getUTCMonth()];
  return `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
}

/** `23 Sep 2024, 14:05 UTC`. */
export function instant(ms: number, language: ConsoleLanguage): string {
  const iso = isoOf(ms);
  return iso === undefined ? '–' : `${day(ms, language)}, ${iso.slice(-13, -8)} UTC`;
}

/** A length of time in one unit, rounded down: `40 s`, `3 h`, `5 days`. */
export function span(ms: number, language: ConsoleLanguage): string {
  const size = Math.max(0, ms);
  if (size < MINUTE) return `${Math.floor(size / SECOND)} s`;
  if (size < HOUR) return `${Math.floor(size / MINUTE)} min`;
  if (size < 2 * DAY) return `${Math.floor(size / HOUR)} h`;
  return `${figure(Math.floor(size / DAY), language)} ${language === 'en' ? 'days' : 'días'}`;
}

/** `3 h ago`, `hace 3 h`, the day itself where it is long ago; what lies ahead is `in 3 h`, `dentro de 3 h`. */
export function fromNow(ms: number, now: number, language: ConsoleLanguage): string {
  if (Math.abs(now - ms) >= LONG_AGO) return day(ms, language);
  const length = span(Math.abs(now - ms), language);
  if (ms <= now) return language === 'en' ? `${length} ago` : `hace ${length}`;
  return language === 'en' ? `in ${length}` : `dentro de ${length}`;
}

/** A sentence that stands in both languages. */
export function said(sentence: Worded, language: ConsoleLanguage): string {
  return sentence[language];
}
