/** The program's matching of claims, with the shipped models joined to its ports. */
import { buildClaimIndex, type ClaimIndex } from '../src/judge/claims/claim-index.ts';
import type { ClaimText } from '../src/judge/claims/claim-text.ts';
import type { MatchOptions } from '../src/judge/claims/match-claim.ts';
import { loadModels } from '../src/pipeline/models.ts';
import { translationsOf } from '../src/trace/lexicon/lexicon.ts';

/** An index of checks and the ports that matching wants. */
export function openMatcher(checks: readonly ClaimText[]): {
  readonly index: ClaimIndex;
  readonly ports: MatchOptions;
} {
  const { encoder, shelf } = loadModels();
  return {
    index: buildClaimIndex(checks),
    ports: {
      ...(encoder === undefined ? {} : { encode: (texts) => encoder.encode(texts) }),
      translate: (word, from, to) => {
        const lexicon = shelf.between(from, to);
        if (lexicon === undefined) return [];
        return translationsOf(lexicon, word).map(({ stem, probability }) => ({
          stem,
          strength: Math.sqrt(probability),
        }));
      },
    },
  };
}
