/** Whole statements of a text for tests: finder and completion of a language together. */
import type { Attribution, ReadLanguage } from '../../domain/reading.ts';
import { shippedLexicon, shippedWeights } from '../../pipeline/reading-data.ts';
import { openDates } from '../dates/dates.ts';
import { documentOf } from '../document.ts';
import { openMentions } from '../mentions/mentions.ts';
import { openEnglishTagger } from '../tagging/english.ts';
import { openTagger } from '../tagging/perceptron.ts';
import { openCompletion } from './complete.ts';
import { openEnglishAttributions } from './find-english.ts';
import { openRussianAttributions } from './find-russian.ts';
import { openSpanishAttributions } from './find-spanish.ts';

const taggers = {
  en: openEnglishTagger(),
  es: openTagger('es', shippedWeights),
  ru: openTagger('ru', shippedWeights),
};
const finders = {
  en: openEnglishAttributions(shippedLexicon),
  es: openSpanishAttributions(shippedLexicon),
  ru: openRussianAttributions(shippedLexicon),
};
const mentionsIn = openMentions(shippedLexicon, shippedWeights);
const datesIn = openDates(shippedLexicon);
const complete = openCompletion(shippedLexicon);

/** The statements, published on 2024-06-12 by an outlet that no text names. */
export function statementsIn(language: ReadLanguage, text: string): Attribution[] {
  const document = taggers[language](
    documentOf({ text, language, published: '2024-06-12', outlet: 'The Invented Bell' }),
  );
  return complete(document, finders[language](document), mentionsIn(document), datesIn(document));
}

/** `source | cue | content … content | via > via`, one a statement; `-` for what is not there. */
export function shownStatements(language: ReadLanguage, text: string): string[] {
  return statementsIn(language, text).map(({ source, cue, content, via }) => {
    const stated = content.map(({ begin, end }) => text.slice(begin, end)).join(' … ');
    const chain = via.map(({ text: words }) => words).join(' > ');
    const speaker = source?.form === 'unstated' ? undefined : source?.text;
    return `${speaker ?? '-'} | ${cue?.text ?? '-'} | ${stated} | ${chain || '-'}`;
  });
}
