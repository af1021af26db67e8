/** A publication's date as bounds in words: what is not known is said, and nothing is rounded up to a moment. */
import type { Moment } from '../domain/moment.ts';
import { DAY } from '../export/moments.ts';
import type { ConsoleLanguage } from './page.ts';
import { day, instant } from './words/figures.ts';

const UNKNOWN: Readonly<Record<ConsoleLanguage, string>> = { en: 'undated', es: 'sin fecha' };
const BETWEEN: Readonly<Record<ConsoleLanguage, readonly [string, string]>> = {
  en: ['between', 'and'],
  es: ['entre', 'y'],
};
/** Bounds within a minute are told as one moment. */
const POINT = 60_000;

/** `23 Sep 2024, 14:05 UTC`; `23 Sep 2024`; `between 22 Sep 2024 and 24 Sep 2024`; `undated`. */
export function momentText(moment: Moment | undefined, language: ConsoleLanguage): string {
  if (moment === undefined) return UNKNOWN[language];
  const { earliest, latest } = moment;
  if (latest - earliest < POINT) return instant(earliest, language);
  const isOneDay = Math.floor(earliest / DAY) === Math.floor(latest / DAY);
  if (isOneDay) return day(earliest, language);
  const [between, and] = BETWEEN[language];
  return `${between} ${day(earliest, language)} ${and} ${day(latest, language)}`;
}
