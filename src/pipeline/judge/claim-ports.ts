/** What matching claims wants of the shipped models: meaning, translations, how much a word tells. */
import type { EncodeTexts, Translate } from '../../judge/claims/query.ts';
import type { Worth } from '../../judge/claims/told-words.ts';
import { stem } from '../../text/stem.ts';
import { translationsOf } from '../../trace/lexicon/lexicon.ts';
import { loadModels } from '../models.ts';

/** The ports of `judge/claims`, joined to the shipped models. */
export interface ClaimPorts {
  /** Absent where no encoder is shipped. */
  readonly encode?: EncodeTexts;
  readonly translate: Translate;
  readonly worth: Worth;
}

/** Where no lexicon knows a language: between a common word and a rare one. */
const UNKNOWN_WORTH = 8;

/** Opens the ports; the models are loaded once a process. */
export function openClaimPorts(): ClaimPorts {
  const { encoder, shelf } = loadModels();
  return {
    ...(encoder === undefined ? {} : { encode: (texts) => encoder.encode(texts) }),
    translate: (word, from, to) => {
      const lexicon = shelf.between(from, to);
      if (lexicon === undefined) return [];
      return translationsOf(lexicon, word).map(({ stem: name, probability }) => ({
        stem: name,
        strength: Math.sqrt(probability),
      }));
    },
    worth: (word, language) => {
      const words = shelf.between(language, language === 'en' ? 'es' : 'en')?.source;
      if (words === undefined) return UNKNOWN_WORTH;
      const number = words.numberOf.get(stem(word, language));
      return number === undefined ? words.unknownIdf : words.idf[number]!;
    },
  };
}
