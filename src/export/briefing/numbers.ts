/**
 * Numbers that a text holds, in comparable form: digits with their separators, and number words up to
 * twenty. The separator of thousands hangs on the language; where that is not known, both readings count.
 */
import type { BriefingLanguage } from '../../domain/briefing.ts';

/** `1,234`, `1.234`, `1 234` with a narrow space, `2.5`, `23`; digits of other scripts as they stand. */
const TOKEN = /\d+(?:[.,\u00a0\u202f]\d+)*|\p{N}+/gu;
const GROUPED: Readonly<Record<BriefingLanguage, RegExp>> = {
  en: /^\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?$/,
  es: /^\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?:,\d+)?$/,
};

const WORDS: Readonly<Record<BriefingLanguage, readonly string[]>> = {
  // From two on: "one" and "uno" are articles and pronouns more often than counts.
  en: 'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  ),
  es: 'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte'.split(
    ' ',
  ),
};
/** Words for magnitudes that no count of a footing is written in; they must stand there as words. */
const LARGE: Readonly<Record<BriefingLanguage, readonly string[]>> = {
  en: 'dozen dozens hundred hundreds thousand thousands million millions billion billions half twice double triple'.split(
    ' ',
  ),
  es: 'docena docenas cien cientos centenar centenares mil miles millón millones mitad doble triple'.split(
    ' ',
  ),
};

/** The number as digits with a point, without separators and leading zeros. */
function plainNumber(token: string, language: BriefingLanguage): string {
  const grouped = GROUPED[language].test(token);
  const thousands = language === 'en' ? /[,\u00a0\u202f]/g : /[.\u00a0\u202f]/g;
  const digits = grouped ? token.replace(thousands, '') : token;
  return digits.replace(',', '.').replace(/^0+(?=\d)/, '');
}

/** What a sentence says in numbers: each as written, with its comparable form. */
export function numbersOf(
  sentence: string,
  language: BriefingLanguage,
): readonly { readonly written: string; readonly value: string }[] {
  const digits = [...sentence.matchAll(TOKEN)].map(([written]) => ({
    written,
    value: plainNumber(written, language),
  }));
  const words = wordsOf(sentence).flatMap((written) => {
    const place = WORDS[language].indexOf(written);
    if (place >= 0) return [{ written, value: String(place + 2) }];
    return LARGE[language].includes(written) ? [{ written, value: written }] : [];
  });
  return [...digits, ...words];
}

/** All comparable forms of the numbers that a text of unknown language holds. */
export function numbersIn(text: string): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const language of ['en', 'es'] as const) {
    for (const { value } of numbersOf(text, language)) forms.add(value);
  }
  return forms;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
