/**
 * The fixed words for the closed unions of judgements. Each says what the evidence shows and no more:
 * the words go behind a name, a label or a colon, as those of `wording.ts` do.
 */
import type { Verdict } from '../domain/checks.ts';
import type {
  ConflictKind,
  Credibility,
  EchoStance,
  MergeReason,
  RecycledReason,
  Reliability,
  RoleStanding,
} from '../domain/judgement.ts';

/** NATO AJP-2.1, first axis: the source. */
export const RELIABILITY_WORDS: Readonly<Record<Reliability, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
};

/** NATO AJP-2.1, second axis: the information. */
export const CREDIBILITY_WORDS: Readonly<Record<Credibility, string>> = {
  1: 'confirmed by other sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'truth cannot be judged',
};

export const MERGE_WORDS: Readonly<Record<MergeReason, string>> = {
  'same-domain': 'editions under one domain',
  'same-owner': 'a list states one owner for both',
  'same-name': 'both state one name for the outlet',
  'shared-wording': 'the same words outside any quotation',
  translated: 'a long passage of one, translated sentence by sentence',
  retold: 'the same told in other words',
  'same-wire': 'both credit one agency for the piece',
  'wire-itself': 'one is the agency that the other credits',
  'names-outlet': 'one names the other as its source',
  'same-quotation': 'the same words, quoted from one speaker',
  'same-occasion': 'one speaker on one occasion, to the same effect',
  'same-speaker': 'one speaker to the same effect, the occasion not stated by both',
  'speaker-unstated': 'a speaker is not named, so nothing tells them apart',
};

export const RECYCLED_WORDS: Readonly<Record<RecycledReason, string>> = {
  'stated-date': 'the article states an earlier date for it',
  'earlier-article': 'an earlier article on this desk carries the same words',
  'role-ended': 'the speaker’s stated role had ended before the article was published',
};

export const ROLE_STANDING_WORDS: Readonly<Record<RoleStanding, string>> = {
  held: 'held when the article was published',
  'held-then-not-now': 'held earlier, not when the article was published',
  'not-yet': 'begun only after the article was published',
  'never-held': 'the registry has somebody else in the office at that time',
  'former-as-stated': 'stated as a former role, which it was',
  unknown: 'the registry does not tell',
};

export const ECHO_STANCE_WORDS: Readonly<Record<EchoStance, string>> = {
  repeats: 'repeats it in its own voice',
  attributes: 'attributes it to somebody',
  hedges: 'carries it with a hedge',
  doubts: 'casts doubt on it',
  debunks: 'says that it is not true',
};

/** What ratings come down to; beside them stand the checker's own words. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  false: 'rated false',
  'mostly-false': 'rated mostly false',
  misleading: 'rated misleading',
  altered: 'rated altered or fabricated material',
  satire: 'rated satire',
  mixed: 'rated part true, part false',
  unproven: 'rated not proven',
  'mostly-true': 'rated mostly true',
  true: 'rated true',
  other: 'rated in words that the desk does not know',
};

export const CONFLICT_WORDS: Readonly<Record<ConflictKind, string>> = {
  figure: 'a figure differs between an article and its echo',
  count: 'counts of the same thing at the same time differ',
  verdict: 'fact-checks of the claim differ',
  'utterance-day': 'the days stated for the utterance differ',
};
