/** The reader of verb groups of a language. */
import { openEnglishVerbs } from './english-verbs.ts';
import type { EventLexicon } from './event-lexicon.ts';
import { openRussianVerbs } from './russian-verbs.ts';
import { openSpanishVerbs } from './spanish-verbs.ts';
import type { ReadVerb } from './verb-group.ts';

export function openVerbs(lexicon: EventLexicon): ReadVerb {
  switch (lexicon.language) {
    case 'en':
      return openEnglishVerbs(lexicon);
    case 'es':
      return openSpanishVerbs(lexicon);
    case 'ru':
      return openRussianVerbs(lexicon);
  }
}
