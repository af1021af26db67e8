/** A country's name in the language of the page; its code where it has none there. */
import type { ConsoleLanguage } from '../page.ts';

export function countryName(code: string, language: ConsoleLanguage): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}
