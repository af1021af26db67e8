/** Days in words, and days that a sentence names, in both languages of the briefing. */
import type { BriefingLanguage } from '../../domain/briefing.ts';

const MONTHS: Readonly<Record<BriefingLanguage, readonly string[]>> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
};

const ISO = /\b(\d{4})-(\d{2})(?:-(\d{2}))?\b/g;

/** Every day or month of the form `2024-09-23`, `2024-09` in words: `23 September 2024`. */
export function daysInWords(text: string, language: BriefingLanguage): string {
  return text.replace(ISO, (stated, year: string, month: string, day: string | undefined) => {
    const name = MONTHS[language][Number(month) - 1];
    if (name === undefined) return stated;
    const of = language === 'es' ? ' de ' : ' ';
    return [...(day === undefined ? [] : [Number(day)]), name, year].join(of);
  });
}

const WRITTEN: Readonly<Record<BriefingLanguage, RegExp>> = {
  en: new RegExp(`\\b(?:(\\d{1,2}) )?(${MONTHS.en.join('|')}) (\\d{4})\\b`, 'g'),
  es: new RegExp(`\\b(?:(\\d{1,2}) de )?(${MONTHS.es.join('|')}) de (\\d{4})\\b`, 'g'),
};

/** Days and months that a sentence names, in the form `2024-09-23` or `2024-09`, with the words for them. */
export function daysNamed(
  sentence: string,
  language: BriefingLanguage,
): readonly { readonly words: string; readonly iso: string }[] {
  const written = [...sentence.matchAll(WRITTEN[language])].map(([words, day, name, year]) => {
    const month = String(MONTHS[language].indexOf(name ?? '') + 1).padStart(2, '0');
    const end = day === undefined ? '' : `-${day.padStart(2, '0')}`;
    return { words, iso: `${year}-${month}${end}` };
  });
  const iso = [...sentence.matchAll(ISO)].map(([words]) => ({ words, iso: words }));
  return [...written, ...iso];
}
