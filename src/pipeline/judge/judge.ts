/** What judging works with: the desk's fact-checks, offices and outlets, and the shipped word lists. */
import type { FactCheck, Verdict } from '../../domain/checks.ts';
import type { CheckId } from '../../domain/ids.ts';
import type { ClaimIndex } from '../../judge/claims/claim-index-file.ts';
import { matchClaim } from '../../judge/claims/match-claim.ts';
import { verdictOf } from '../../judge/claims/ratings.ts';
import { type Offices, openOffices } from '../../judge/offices/offices.ts';
import { openStances, type StanceOf } from '../../judge/stance/stance.ts';
import type { Desk } from '../desk.ts';
import { shippedLexicon } from '../reading-data.ts';
import { openCheckIndex } from './check-index.ts';
import { type ClaimPorts, openClaimPorts } from './claim-ports.ts';
import { knownTenures } from './import-offices.ts';
import type { FactsOf } from './ladder-members.ts';

/** All that judgements of one desk rest on; opened once for as many as are asked. */
export interface Judge {
  readonly desk: Desk;
  readonly ports: ClaimPorts;
  readonly checks: ClaimIndex;
  readonly offices: Offices;
  readonly stanceOf: StanceOf;
  readonly factsOf: FactsOf;
  /** Languages of the desk that are searched, those with most articles first. */
  readonly languages: readonly string[];
}

/** A fact-check that matches a claim. */
export interface MatchedFactCheck {
  readonly check: FactCheck;
  /** Undefined where no rating is stated. */
  readonly verdict: Verdict | undefined;
  /** Whether it stands in a registry of disinformation cases: to be listed there is the result. */
  readonly registered: boolean;
  /** 0–1: how surely it is the same claim. */
  readonly confidence: number;
}

/** Lists whose every row is a case of disinformation. */
const REGISTRIES: ReadonlySet<string> = new Set(['EUvsDisinfo']);
const LANGUAGES = 8;
/** Matches kept of one claim. */
const MATCHES = 10;

/** Opens what judging needs; `factsOf`: what is stated about outlets. */
export async function openJudge(desk: Desk, factsOf: FactsOf): Promise<Judge> {
  const { own, shipped } = await knownTenures(desk);
  const ports = openClaimPorts();
  return {
    desk,
    ports,
    checks: await openCheckIndex(desk, ports.worth),
    offices: openOffices([...own, ...shipped]),
    stanceOf: openStances(shippedLexicon),
    factsOf,
    languages: await searchedLanguages(desk),
  };
}

/** The languages with most articles. */
export async function searchedLanguages({ store }: Desk): Promise<string[]> {
  return (await store.languages()).slice(0, LANGUAGES).map(({ language }) => language);
}

/** A text and its language, as one of several wordings of one claim. */
export interface Wording {
  readonly text: string;
  readonly language: string;
}

/** The fact-checks that match any of the wordings, each once, the most confident first. */
export async function matchChecks(
  { desk, checks, ports }: Judge,
  wordings: readonly Wording[],
): Promise<MatchedFactCheck[]> {
  const best = new Map<CheckId, number>();
  for (const { text, language } of wordings) {
    for (const { id, confidence } of matchClaim(checks, text, {
      ...ports,
      language,
      most: MATCHES,
    })) {
      const key = id as CheckId;
      best.set(key, Math.max(confidence, best.get(key) ?? 0));
    }
  }
  const found = await desk.store.checksByIds([...best.keys()]);
  return [...best]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MATCHES)
    .flatMap(([id, confidence]) => {
      const check = found.get(id);
      if (check === undefined) return [];
      const registered = REGISTRIES.has(check.list ?? '');
      return [{ check, verdict: verdictOfCheck(check), registered, confidence }];
    });
}

/** What a check's rating comes down to; undefined where it states none. */
export function verdictOfCheck({
  rating,
  ratingScale,
  language,
}: Pick<FactCheck, 'rating' | 'ratingScale' | 'language'>): Verdict | undefined {
  if (rating === undefined && ratingScale === undefined) return undefined;
  return verdictOf(rating, ratingScale, language);
}
