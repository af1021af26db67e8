/**
 * The built-in reader: one article to one `Reading`, by lists, rules and small weights of our own, for
 * English, Spanish and Russian. Each part is made once, in an order in which later parts rest on
 * earlier ones: names and dates, then statements, then what happened, how many, who stands where.
 */
import type { ArticleId } from '../domain/ids.ts';
import { READ_LANGUAGES, type Reading, type ReadLanguage } from '../domain/reading.ts';
import { openCompletion } from './attributions/complete.ts';
import { openEnglishAttributions } from './attributions/find-english.ts';
import { openRussianAttributions } from './attributions/find-russian.ts';
import { openSpanishAttributions } from './attributions/find-spanish.ts';
import { openCounts } from './counts/counts.ts';
import { openDates } from './dates/dates.ts';
import { documentOf } from './document.ts';
import { openDeeds } from './events/deeds.ts';
import type { LexiconSource, WeightsSource } from './lexicon-source.ts';
import { openMentions } from './mentions/mentions.ts';
import { openStaleness } from './staleness.ts';
import { openEnglishTagger } from './tagging/english.ts';
import { openTagger } from './tagging/perceptron.ts';

/** Raised with every change that can change a reading: articles are then read again. */
export const BUILT_IN_READER = 'built-in@2';

/** What of an article is read. */
export interface ReadableArticle {
  readonly id: ArticleId;
  readonly text: string;
  readonly language: string;
  /** The outlet's name as stated. */
  readonly outlet: string;
  /** Day of publication, `YYYY-MM-DD`; absent where it is not known. */
  readonly published: string | undefined;
}

/**
 * A reader of articles. Readings come in the order of the articles. A reader throws only where the
 * world fails it (a server that does not answer); what it cannot take of an answer it counts.
 */
export interface Reader {
  /** `name@version`. */
  readonly id: string;
  readonly languages: readonly string[];
  /** Articles asked for and stored at a time: what is lost at most where it fails. */
  readonly page?: number;
  read(articles: readonly ReadableArticle[]): Promise<readonly Reading[]>;
}

/** Reads one article at once. Throws if its language is none of `READ_LANGUAGES`. */
export type ReadArticle = (article: ReadableArticle) => Reading;

export interface ReadingTools {
  readonly lexicon: LexiconSource;
  readonly weights: WeightsSource;
}

/** The built-in reader. Lists and weights of a language are loaded when it is first met. */
export function openReader(tools: ReadingTools): ReadArticle {
  const opened = new Map<ReadLanguage, ReadArticle>();
  return (article) => {
    const language = READ_LANGUAGES.find((one) => one === article.language);
    if (language === undefined) {
      throw new Error(
        `the built-in reader reads ${READ_LANGUAGES.join(', ')}, not "${article.language}"`,
      );
    }
    let read = opened.get(language);
    if (read === undefined) {
      read = openLanguage(language, tools);
      opened.set(language, read);
    }
    return read(article);
  };
}

function openLanguage(language: ReadLanguage, { lexicon, weights }: ReadingTools): ReadArticle {
  const { tag, find } = attributionsIn(language, { lexicon, weights });
  const readMentions = openMentions(lexicon, weights);
  const readDates = openDates(lexicon);
  const complete = openCompletion(lexicon);
  const readDeeds = openDeeds(lexicon);
  const readCounts = openCounts(lexicon);
  const readStaleness = openStaleness(lexicon);
  return ({ id, text, outlet, published }) => {
    const document = tag(documentOf({ text, language, outlet, published }));
    const mentions = readMentions(document);
    const dates = readDates(document);
    const attributions = complete(document, find(document), mentions, dates);
    const { events, positions } = readDeeds(document, mentions, dates, attributions);
    return {
      article: id,
      reader: BUILT_IN_READER,
      mentions,
      dates,
      attributions,
      events,
      counts: readCounts(document, mentions, dates, attributions),
      positions,
      staleness: readStaleness(document, dates, attributions),
      refused: {},
    };
  };
}

function attributionsIn(language: ReadLanguage, { lexicon, weights }: ReadingTools) {
  switch (language) {
    case 'en':
      return { tag: openEnglishTagger(), find: openEnglishAttributions(lexicon) };
    case 'es':
      return { tag: openTagger(language, weights), find: openSpanishAttributions(lexicon) };
    case 'ru':
      return { tag: openTagger(language, weights), find: openRussianAttributions(lexicon) };
  }
}
