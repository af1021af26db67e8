/** Weighs the signs around a claim: which say false, which true, which doubt. */
import type { Attribution } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import type { Claim } from './claim.ts';
import { isTouched } from './page.ts';
import type { Sections } from './sections.ts';
import type { Sign } from './signs.ts';

export interface Verdict {
  readonly false: readonly Span[];
  readonly true: readonly Span[];
  readonly doubt: readonly Span[];
  /** Words for something false further off, or beside a claim that the article tells as its own. */
  readonly loose: readonly Span[];
}

/** What is known of the claim and of denials, to be asked for each sign. */
interface Weighed {
  readonly own: boolean;
  /** The claim's sentences, and where it ends in each. */
  readonly claimEnds: ReadonlyMap<number, number>;
  readonly firstEnd: number;
  /** Sentences with a denial, and where the first stands. */
  readonly denials: ReadonlyMap<number, number>;
}

interface Around {
  readonly claim: Claim;
  /** Whether the article carries the claim as its own, and not under a "that". */
  readonly own: boolean;
  readonly sections: Sections;
  readonly attributions: readonly Attribution[];
}

/** Doubts around a claim that the article tells as its own: one alone may be on something else. */
const DOUBTS = 2;

/** Sorts signs, a stated verdict and false cues. A negated "false" says true. */
export function verdictSigns(signs: readonly Sign[], around: Around): Verdict {
  const found: Record<keyof Verdict, Span[]> = { false: [], true: [], doubt: [], loose: [] };
  const weighed = weighedOf(signs, around);
  const says = signs.map((sign) => saysOf(sign, weighed));
  const doubts = says.filter((one) => one === 'doubt').length;
  for (const [i, sign] of signs.entries()) {
    const one = says[i];
    const stray = around.own && doubts < DOUBTS && !weighed.claimEnds.has(sign.sentence);
    if (one !== undefined && !(one === 'doubt' && stray)) found[one].push(sign);
  }
  const { rated, facts } = around.sections;
  if (rated !== undefined) found[rated.as === 'open' ? 'doubt' : rated.as].push(rated.span);
  else if (facts !== undefined) found.false.push(facts);
  for (const { cue, content } of around.attributions) {
    if (cue?.polarity !== 'falsely-claims') continue;
    const about = content.some((one) => isTouched(around.claim.spans, one));
    if (about) found.false.push(cue.span);
  }
  return found;
}

function weighedOf(signs: readonly Sign[], { claim, own }: Around): Weighed {
  const denials = new Map<number, number>();
  for (const { kind, sentence, begin } of signs) {
    if (kind === 'denial' && !denials.has(sentence)) denials.set(sentence, begin);
  }
  const claimEnds = new Map(claim.parts.map(({ sentence, end }) => [sentence, end]));
  return { own, claimEnds, firstEnd: claim.spans[0]?.end ?? 0, denials };
}

function saysOf(sign: Sign, weighed: Weighed): keyof Verdict | undefined {
  const { negated } = sign;
  const claimEnd = weighed.claimEnds.get(sign.sentence);
  switch (sign.kind) {
    case 'false':
    case 'refute':
      return negated ? 'true' : 'false';
    case 'falsehood':
      if (negated) return 'true';
      return claimEnd !== undefined || (sign.beside && !weighed.own) ? 'false' : 'loose';
    case 'lie':
      return negated || isOnDenial(sign, weighed) ? 'true' : 'false';
    case 'contrast':
      // In an article that tells the claim as its own, "in reality" is set against somebody else.
      return weighed.own || sign.begin < weighed.firstEnd ? undefined : 'false';
    case 'falsely':
      // "Falsely claimed that …": in the claim's sentence, before its end.
      return claimEnd !== undefined && sign.begin < claimEnd ? 'false' : undefined;
    case 'doubt':
    case 'sceptic':
      return negated ? undefined : 'doubt';
    case 'supposed':
      return negated || claimEnd === undefined ? undefined : 'doubt';
    case 'true':
    case 'mock':
      return negated ? undefined : 'true';
    default:
      return undefined;
  }
}

/** "The denials are lies" asserts the claim; so does "It denies it. That is a lie." */
function isOnDenial({ sentence, begin }: Sign, { denials }: Weighed): boolean {
  return (denials.get(sentence) ?? begin) < begin || denials.has(sentence - 1);
}
