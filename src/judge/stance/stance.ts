/**
 * How an article treats a claim that it carries: repeats it as fact, attributes, hedges, doubts or debunks it.
 *
 * First, how the claim itself is carried (`carried.ts`). Then what the article's own voice, or those who have
 * looked, say of it: in the headline, in the sentence, around it (`signs.ts`, `headline.ts`, `sections.ts`).
 * A verdict of "false" outweighs a doubt, a doubt a hedge, and an assertion that it is true all of them
 * but a headline that says false. That a party denies the claim judges nothing. What shows no verdict stays
 * as it is carried: most articles judge nothing. Linear in the text.
 *
 * The stances come near the labels of rumour studies (support, deny, query, comment: Zubiaga et al. 2016,
 * doi:10.1371/journal.pone.0150989), with comment split by how the claim is attributed.
 */
import type { EchoStance, StanceJudgement } from '../../domain/judgement.ts';
import type { Span } from '../../domain/span.ts';
import { type Carried, carriedAs } from './carried.ts';
import { type Claim, claimOf } from './claim.ts';
import { type HeadlineSign, headlineSign } from './headline.ts';
import { type FindSigns, openSigns, type StanceLexicon } from './lexicon.ts';
import { pageOf } from './page.ts';
import { statementsOf } from './said.ts';
import { sectionsOf } from './sections.ts';
import { type Sign, signsOf } from './signs.ts';
import type { StanceInput } from './stance-input.ts';
import { unreadStance } from './unread.ts';
import { verdictSigns } from './verdict.ts';

export type StanceOf = (input: StanceInput) => StanceJudgement;

/** Spans that a judgement shows at most. */
const MOST_EVIDENCE = 8;
/** Characters between "that" and the claim: white space, a comma, a quotation mark. */
const BEFORE_CLAIM = [1, 2, 3];

/** Opens the judge; lists of a language are loaded when it is first met. Throws where they are damaged. */
export function openStances(lexicon: StanceLexicon): StanceOf {
  const signsFor = openSigns(lexicon);
  return (input) => {
    const find = signsFor(input.language);
    return find === undefined ? unreadStance(input) : readStance(input, find);
  };
}

function readStance(input: StanceInput, find: FindSigns): StanceJudgement {
  const { title, language } = input;
  const page = pageOf(input.text);
  const claim = claimOf(page, input.spans, language, find);
  const statements = statementsOf(input.attributions ?? []);
  const signs = signsOf({ page, claim, statements, find, language });
  const carried = carriedAs(page, claim, statements, signs);
  const headline = headlineSign(title, page, claim, find, language);
  const verdict = verdictSigns(signs, {
    claim,
    own: carried.as === 'own' && !isUnderThat(claim, signs),
    sections: sectionsOf(page, claim, find),
    attributions: input.attributions ?? [],
  });
  const calledTrue = verdict.true.length > 0 || headline?.as === 'true';
  const found = decide({ headline, carried, verdict, signs, calledTrue });
  const evidence = found.evidence.length > 0 ? found.evidence : claim.spans;
  return {
    stance: found.stance,
    amplifies: amplifies(found.stance) && (input.factChecker !== true || calledTrue),
    evidence: evidence
      .slice(0, MOST_EVIDENCE)
      .map(({ begin, end }) => ({ article: input.article, span: { begin, end } })),
    ...(headline !== undefined && found.byHeadline ? { headline: headline.words } : {}),
  };
}

/** Whether words before the claim end in "that" where it begins: "the radio maintains that …". */
function isUnderThat({ spans }: Claim, signs: readonly Sign[]): boolean {
  const ends = new Set(signs.filter(({ kind }) => kind === 'that').map(({ end }) => end));
  return spans.some(({ begin }) => BEFORE_CLAIM.some((gap) => ends.has(begin - gap)));
}

interface Found {
  readonly stance: EchoStance;
  readonly evidence: readonly Span[];
  readonly byHeadline: boolean;
}

interface Grounds {
  readonly headline: HeadlineSign | undefined;
  readonly carried: Carried;
  readonly verdict: ReturnType<typeof verdictSigns>;
  readonly signs: readonly Sign[];
  readonly calledTrue: boolean;
}

function decide({ headline, carried, verdict, signs, calledTrue }: Grounds): Found {
  // A headline's "hoax" or "not" may be on something else where the text tells the claim as its own.
  const borne = carried.as !== 'own' || verdict.false.length + verdict.loose.length > 0;
  const head = headline === undefined || headline.sure || borne ? headline?.as : undefined;
  const more = verdict.false.length > verdict.true.length;
  if (head === 'false' || (more && head !== 'true')) {
    return {
      stance: 'debunks',
      evidence: [...verdict.false, ...verdict.loose],
      byHeadline: head === 'false',
    };
  }
  if (calledTrue && carried.as !== 'attributed') {
    return { stance: 'repeats', evidence: verdict.true, byHeadline: head === 'true' };
  }
  if (!calledTrue && (head === 'doubt' || verdict.doubt.length > 0)) {
    return { stance: 'doubts', evidence: verdict.doubt, byHeadline: head === 'doubt' };
  }
  const unverified = signs.filter(({ kind, negated }) => kind === 'unverified' && !negated);
  if (unverified.length > 0) return { stance: 'hedges', evidence: unverified, byHeadline: false };
  return { ...asCarried(carried), byHeadline: false };
}

function asCarried({ as, evidence }: Carried): Omit<Found, 'byHeadline'> {
  switch (as) {
    case 'own':
      return { stance: 'repeats', evidence };
    case 'attributed':
      return { stance: 'attributes', evidence };
    case 'hedged':
      return { stance: 'hedges', evidence };
  }
}

function amplifies(stance: EchoStance): boolean {
  return stance !== 'doubts' && stance !== 'debunks';
}
