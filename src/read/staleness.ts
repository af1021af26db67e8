/**
 * Signs that something told as new is old: a statement or a picture that is dated long before the
 * article, a role that the text calls a former one, what goes around again, archive pictures. By
 * lists of words of our own; every step looks at a bounded number of words, so that it is linear.
 */
import type { Attribution, DateMention, ReadLanguage, StalenessCue } from '../domain/reading.ts';
import type { LexiconSource } from './lexicon-source.ts';
import { formerRoles } from './staleness/former-roles.ts';
import { againShared, archived } from './staleness/media.ts';
import { oldDates } from './staleness/old-dates.ts';
import { openStaleLexicon, type StaleLexicon } from './staleness/stale-lexicon.ts';
import type { TaggedDocument } from './tagging/tagged.ts';

/** The signs in a document, in reading order. */
export type ReadStaleness = (
  document: TaggedDocument,
  dates: readonly DateMention[],
  attributions: readonly Attribution[],
) => StalenessCue[];

/** The reader for all languages; the lists of one are read when it is first met. */
export function openStaleness(lexicon: LexiconSource): ReadStaleness {
  const opened = new Map<ReadLanguage, StaleLexicon>();
  return (document, dates, attributions) => {
    const { language } = document;
    const { find, isOffice } = opened.get(language) ?? openStaleLexicon(lexicon, language);
    opened.set(language, { find, isOffice });
    const task = { document, dates, attributions, marks: find(document), isOffice };
    return inOrder([
      ...formerRoles(task),
      ...againShared(task),
      ...archived(task),
      ...oldDates(task),
    ]);
  };
}

/** In reading order; of two of one kind that overlap the first stays. */
function inOrder(cues: readonly StalenessCue[]): StalenessCue[] {
  const sorted = [...cues].sort((a, b) => a.span.begin - b.span.begin || b.span.end - a.span.end);
  const ends = new Map<StalenessCue['kind'], number>();
  return sorted.filter(({ kind, span }) => {
    if (span.begin < (ends.get(kind) ?? 0)) return false;
    ends.set(kind, span.end);
    return true;
  });
}
