/**
 * Which language a text is in: fastText's lid.176 in WebAssembly, offline, about 20 µs a text.
 * Joulin et al. 2016, https://arxiv.org/abs/1607.01759; the model is CC BY-SA 3.0 (Facebook).
 */

/** Below this probability the answer is `und`: a guess is worse than none. */
const LEAST_PROBABILITY = 0.35;
/** Characters looked at; more do not change the answer, only the time. */
const ENOUGH_CHARACTERS = 1000;

/** The ISO 639-1 code of a text's language (639-3 where there is no short one), or `und`. */
export type LanguageDetector = (text: string) => Promise<string>;

/** Loads the model (about 0.1 s, 4 MB). */
async function loadLanguageDetector(): Promise<LanguageDetector> {
  const { getLIDModel } = await import('fasttext.wasm.js');
  const model = await getLIDModel();
  await model.load();
  return async (text) => {
    const sample = text
      .slice(0, ENOUGH_CHARACTERS)
      .replace(/https?:\/\/\S+|\s+/g, ' ')
      .trim();
    if (!/\p{L}{2}/u.test(sample)) return 'und';
    const answer = await model.identify(sample);
    if (answer.possibility < LEAST_PROBABILITY) return 'und';
    return answer.alpha2 ?? answer.alpha3 ?? 'und';
  };
}

/** A detector that loads its model when it is first asked. */
export function lazyLanguageDetector(): LanguageDetector {
  let loading: Promise<LanguageDetector> | undefined;
  return async (text) => {
    loading ??= loadLanguageDetector();
    return (await loading)(text);
  };
}
