/** Where a credit stands, as what bears a step of the ladder out: a passage of the text, or a note. */
import type { ArticleId } from '../../domain/ids.ts';
import type { Evidence } from '../../domain/judgement.ts';
import type { CreditPlace } from '../../domain/trace.ts';
import { alike, type Worded } from '../../domain/worded.ts';

/** The passage, and whom it names; what a page only states has no passage, and is told in the note. */
export function shownAt(
  article: ArticleId,
  place: CreditPlace,
  named: string,
): { readonly evidence: readonly Evidence[]; readonly note: Worded } {
  switch (place.kind) {
    case 'text':
      return { evidence: [{ article, span: place.span }], note: alike(named) };
    case 'authors':
      return {
        evidence: [],
        note: {
          en: `${named}, by the stated author “${place.words}”`,
          es: `${named}, según la autoría que consta, «${place.words}»`,
        },
      };
    case 'based-on':
      return {
        evidence: [],
        note: {
          en: `${named}, by the stated original ${place.url}`,
          es: `${named}, según el original que consta, ${place.url}`,
        },
      };
  }
}
