/** Counts of a text by the shipped lists and taggers, as one line each; for tests. */
import type {
  Attribution,
  CuePolarity,
  PresenceCount,
  ReadLanguage,
} from '../../domain/reading.ts';
import { shippedLexicon, shippedWeights } from '../../pipeline/reading-data.ts';
import { openDates } from '../dates/dates.ts';
import { documentOf } from '../document.ts';
import { openMentions } from '../mentions/mentions.ts';
import { openEnglishTagger } from '../tagging/english.ts';
import { openTagger } from '../tagging/perceptron.ts';
import type { Tagger } from '../tagging/tagged.ts';
import { openCounts } from './counts.ts';

const openers: Readonly<Record<ReadLanguage, () => Tagger>> = {
  en: openEnglishTagger,
  es: () => openTagger('es', shippedWeights),
  ru: () => openTagger('ru', shippedWeights),
};
const taggers = new Map<ReadLanguage, Tagger>();
const mentionsOf = openMentions(shippedLexicon, shippedWeights);
const datesOf = openDates(shippedLexicon);
const counts = openCounts(shippedLexicon);

/** Day of publication of all texts of the tests. */
export const PUBLISHED = '2024-06-06';

export function tagged(language: ReadLanguage, text: string): ReturnType<Tagger> {
  const tagger = taggers.get(language) ?? openers[language]();
  taggers.set(language, tagger);
  return tagger(documentOf({ text, language, outlet: 'The Gulf Lantern', published: PUBLISHED }));
}

/** The counts of a text, told by the attributions handed in. */
export function countsIn(
  language: ReadLanguage,
  text: string,
  attributions: readonly Attribution[] = [],
): readonly PresenceCount[] {
  const document = tagged(language, text);
  return counts(document, mentionsOf(document), datesOf(document), attributions);
}

/** "expulsion 12 diplomats country RU>CZ happened"; an open end is "12..", no number "-". */
export function lineOf(count: PresenceCount): string {
  const { measure, number, unit, scope, sender, host, status } = count;
  const size =
    number === undefined
      ? '-'
      : number.min === number.max
        ? `${number.min}`
        : `${number.min}..${number.max ?? ''}`;
  return `${measure} ${size} ${unit} ${scope} ${sender?.state ?? '?'}>${host?.state ?? '?'} ${status}`;
}

/** A statement whose content is a piece of a text. */
export function statement(text: string, content: string, polarity: CuePolarity): Attribution {
  const begin = text.indexOf(content);
  const span = { begin: 0, end: 1 };
  return {
    source: undefined,
    cue: { span, text: text.slice(0, 1), lemma: polarity, polarity },
    content: [{ begin, end: begin + content.length }],
    mode: 'indirect',
    role: undefined,
    venue: undefined,
    uttered: undefined,
    via: [],
    within: undefined,
  };
}
