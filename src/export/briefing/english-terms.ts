/** Words of the briefing for closed unions, in English; most are those of the report. */
import { ESTIMATES, type Estimate } from '../../domain/judgement.ts';
import {
  CONFLICT_WORDS,
  CREDIBILITY_WORDS,
  ECHO_STANCE_WORDS,
  VERDICT_WORDS,
} from '../judgement-wording.ts';
import {
  MEASURE_WORDS,
  POLARITY_WORDS,
  SCOPE_WORDS,
  STANCE_WORDS,
  UNIT_WORDS,
} from '../reading-wording.ts';
import { ALTERATION_WORDS, REASON_WORDS, REFUSAL_WORDS } from '../wording.ts';
import type { Terms } from './phrases.ts';

export const ENGLISH_TERMS: Terms = {
  estimate: Object.fromEntries(ESTIMATES.map((word) => [word, word])) as Record<Estimate, Estimate>,
  copyType: {
    verbatim: 'verbatim',
    edited: 'edited',
    cut: 'cut',
    paraphrased: 'paraphrased',
    translated: 'translated',
  },
  parentReason: REASON_WORDS,
  alteration: ALTERATION_WORDS,
  credibility: CREDIBILITY_WORDS,
  verdict: VERDICT_WORDS,
  stance: ECHO_STANCE_WORDS,
  conflict: CONFLICT_WORDS,
  rung: {
    articles: ['article', 'articles'],
    publishers: ['publisher', 'publishers'],
    agencies: ['newsroom or agency', 'newsrooms or agencies'],
    utterances: ['first utterance', 'first utterances'],
  },
  unit: UNIT_WORDS,
  scope: SCOPE_WORDS,
  measure: MEASURE_WORDS,
  size: {
    above: 'above what would be expected',
    within: 'within what would be expected',
    below: 'below what would be expected',
    divided: 'above or not, depending on what is taken into account',
    'cannot-say': 'set beside no expectation',
  },
  step: {
    'step up': 'a rise that chance does not explain',
    'step down': 'a fall that chance does not explain',
    'step none': 'a change that chance does not explain',
    'within-noise up': 'a rise that chance may explain',
    'within-noise down': 'a fall that chance may explain',
    'within-noise none': 'no change that could be told from chance',
  },
  polarity: POLARITY_WORDS,
  position: STANCE_WORDS,
  refusal: REFUSAL_WORDS,
  closed: {
    explained: 'explained otherwise',
    'not-confirmed': 'not confirmed',
    'acted-on': 'acted on',
    error: 'an error of reading or measuring',
    subsided: 'it subsided',
  },
  health: {
    dead: 'dead',
    failing: 'failing',
    moved: 'moved',
    silent: 'silent',
    slow: 'slow',
    new: 'not asked yet',
    off: 'switched off',
  },
};
