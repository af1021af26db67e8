/**
 * The forms in which a name, a demonym or a title of the lists appears in running text: cases in
 * Russian, gender and number in Spanish, number in English. Over-generation is harmless, since a
 * form counts only where it is met; a missing form is a missed mention. O(1) a word.
 */
import type { ReadLanguage } from '../../domain/reading.ts';
import { fold } from '../../text/transliterate.ts';

/** What a listed word is: names do not take the endings that adjectives and nouns of people take. */
export type WordRole = 'name' | 'demonym' | 'title';

/** All forms of one word, folded, the word itself first. */
export function formsOf(word: string, language: ReadLanguage, role: WordRole): readonly string[] {
  const base = fold(word);
  if (language === 'ru')
    return isAbbreviation(word) ? [base] : [...new Set([base, ...russian(base)])];
  if (role === 'name') return [base];
  const forms = language === 'es' ? spanish(base, word) : english(base);
  return [...new Set([base, ...forms])];
}

/** Whether a listed word is written in capitals only, and so must be in the text: US, GRU, РФ. */
export function isAbbreviation(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}

function english(base: string): string[] {
  return /(?:s|sh|ch)$|men$/.test(base) ? [base] : [base, `${base}s`];
}

function spanish(base: string, word: string): string[] {
  const cut = base.slice(0, -1);
  if (base.endsWith('o')) return ['o', 'a', 'os', 'as'].map((end) => cut + end);
  if (/[aeu]$/.test(base)) return [`${base}s`];
  if (base.endsWith('z')) return [`${cut}ces`, `${base}a`];
  if (/[íi]$/.test(word)) return [`${base}es`, `${base}s`];
  return [`${base}a`, `${base}es`, `${base}as`];
}

/** Endings that replace the listed one; the first rule that fits is taken. Folded: и is й, е is ё. */
const RUSSIAN: readonly (readonly [RegExp, string])[] = [
  [/(?<=[гкхжчшщ])ии$/, 'ии ого ему ому им ом ая ую ои ое ие их ими ою'],
  [/(?:ыи|(?<=[^аеоу])ои)$/, 'ыи ого ому ым ом ая ую ои ое ые ых ыми ою'],
  [/(?<=[бвдзлмнпрст])ии$/, 'ии его ему им ем яя юю еи ее ие их ими'],
  [/ая$/, 'ая ои ую ою ое ого ому ые ых'],
  [/яя$/, 'яя еи юю ею'],
  [/(?<=[гкхжчшщ])ое$/, 'ое ого ому им ом'],
  [/ое$/, 'ое ого ому ым ом'],
  [/(?<=[гкхжчшщ])ие$/, 'ие их им ими'],
  [/(?<=[вн])ие$/, 'ие их им ими ия ию ием ии ий'],
  [/ые$/, 'ые ых ым ыми'],
  [/ия$/, 'ия ии ию иеи иею ий иям иями иях'],
  [/ие$/, 'ие ия ию ием ии'],
  [/анин$/, 'анин анина анину анином анине ане ан анам анами анах'],
  [/янин$/, 'янин янина янину янином янине яне ян янам янами янах'],
  [/([ао])ец$/, '$1ец $1ица $1ицу $1ицем $1ице $1ицы $1ицев $1ицам $1ицами $1ицах'],
  [/еец$/, 'еец еица еицу еицем еице еицы еицев еицам еицами еицах'],
  [/ец$/, 'ец ца цу цом цем це цы цев цов цам цами цах'],
  [/ок$/, 'ок ка ку ком ке ки ков кам ками ках'],
  [/(?<=[гкхжчш])а$/, 'а и е у ои еи ам ами ах'],
  [/а$/, 'а ы е у ои ою еи ам ами ах'],
  [/я$/, 'я и е ю еи ею ям ями ях'],
  [/(?<=[^аеиоуыэюя])ы$/, 'ы ов ам ами ах -'],
  [/ь$/, 'ь и ю я ем е ью еи ями ям ях'],
  [/(?<=[аеоуыэ])и$/, 'и я ю ем е и ев ям ями ях'],
  [/(?<=[гкх])$/, 'а у ом е и ов ам ами ах'],
  [/(?<=[жчшщц])$/, 'а у ом ем е и ы еи ев ам ами ах'],
  [/(?<=[бвдзлмнпрстф])$/, 'а у ом ым е ы ов ам ами ах'],
];
/** Words whose last vowel falls in all other cases, with what then remains. */
const FLEETING: Readonly<Record<string, string>> = { египет: 'египт', турок: 'турк' };

function russian(base: string): string[] {
  const fleeting = FLEETING[base];
  if (fleeting !== undefined) return russian(fleeting);
  if (base.length < 3 || /[\da-z]/.test(base)) return [];
  for (const [ending, forms] of RUSSIAN) {
    if (!ending.test(base)) continue;
    return forms.split(' ').map((form) => base.replace(ending, form === '-' ? '' : form));
  }
  return [];
}
