/**
 * The stance of an article in a language without lists. Only what needs no words is looked at: quotation
 * marks around the claim, and the English words that checkers put into headlines everywhere. What cannot be
 * read might debunk; so such an article counts as an amplifier only where the claim fills it, and a
 * rebuttal would have no room.
 */
import type { StanceJudgement } from '../../domain/judgement.ts';
import { fold } from '../../text/transliterate.ts';
import { isWithin, pageOf } from './page.ts';
import type { StanceInput } from './stance-input.ts';

const HEADLINE_WORDS =
  /\b(?:fake(?:s| news)?|fact-?checks?|fact check(?:ing)?|hoax|debunk(?:ed|ing)?|deep-?fakes?|faktencheck)\b/u;
const MOST_TITLE = 500;
/** Share of the text's characters that the claim fills where there is no room for a rebuttal. */
const FILLED = 0.8;

/** Judges without words. A headline word makes it `doubts`: it may stand there in quotation. */
export function unreadStance(input: StanceInput): StanceJudgement {
  const { title, text, spans, article } = input;
  const evidence = spans.map(({ begin, end }) => ({ article, span: { begin, end } }));
  const word = HEADLINE_WORDS.exec(fold(title.slice(0, MOST_TITLE)))?.[0];
  if (word !== undefined) return { stance: 'doubts', amplifies: false, evidence, headline: word };
  const { quotes } = pageOf(text);
  const quoted = spans.length > 0 && spans.every((span) => isWithin(quotes, span));
  const filled =
    spans.reduce((sum, { begin, end }) => sum + end - begin, 0) >= FILLED * text.length;
  return {
    stance: quoted ? 'attributes' : 'repeats',
    amplifies: filled && input.factChecker !== true,
    evidence,
  };
}
