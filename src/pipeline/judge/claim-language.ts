/** The language of a claim that somebody types: too few words for a detector that must not guess. */
import { tokensOf } from '../../text/tokens.ts';
import type { Judge } from './judge.ts';

/** Words looked at. */
const MOST_WORDS = 80;
/** No word of any language: what a word is worth that a lexicon does not have. */
const NO_WORD = 'zzqxkjv';
/** Least that the words of a claim have to be more usual than unknown ones, all together. */
const LEAST_USUAL = 3;

/**
 * What the detector says; where it cannot tell, the language of the desk in which the words are the most
 * usual; `und` where they are unusual in all. O(words × languages).
 */
export async function claimLanguage(
  { desk, ports, languages }: Pick<Judge, 'desk' | 'ports' | 'languages'>,
  text: string,
): Promise<string> {
  const told = await desk.detectLanguage(text);
  if (told !== 'und') return told;
  const { count, begins, ends } = tokensOf(text);
  const words = Array.from({ length: Math.min(count, MOST_WORDS) }, (_, i) =>
    text.slice(begins[i], ends[i]),
  ).filter((word) => /\p{L}/u.test(word));
  let best = { language: 'und', usual: LEAST_USUAL };
  for (const language of languages) {
    const unknown = ports.worth(NO_WORD, language);
    const usual = words.reduce((sum, word) => sum + unknown - ports.worth(word, language), 0);
    if (usual > best.usual) best = { language, usual };
  }
  return best.language;
}
