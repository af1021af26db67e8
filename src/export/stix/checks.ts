/**
 * Fact-checks: the claim that was checked is a narrative, and what the checker says of it an opinion
 * with the rating in the checker's own words. The scale of STIX is the desk's reading of that rating.
 */
import type { Verdict } from '../../domain/checks.ts';
import type { ExportCheck } from '../../domain/exports.ts';
import { VERDICT_WORDS } from '../judgement-wording.ts';
import { momentWords } from '../moments.ts';
import { type Desk, domainObject } from './desk.ts';
import { NEW_OBJECT } from './extensions.ts';
import { excerptOf, hashesOf, languageOf, nameOf } from './foreign.ts';
import { packed } from './identifiers.ts';
import { isNew, type Known } from './known.ts';
import type { StixObject } from './object.ts';
import { reference } from './relations.ts';
import { firstOf } from './stamps.ts';

const OPINIONS: Readonly<Record<Verdict, string>> = {
  false: 'strongly-disagree',
  'mostly-false': 'disagree',
  misleading: 'disagree',
  altered: 'disagree',
  satire: 'neutral',
  mixed: 'neutral',
  unproven: 'neutral',
  'mostly-true': 'agree',
  true: 'strongly-agree',
  other: 'neutral',
};

/** The claim and the opinion on it. */
export function* checkObjects(
  desk: Desk,
  known: Known,
  { check, verdict, capture }: ExportCheck,
): Iterable<StixObject> {
  const times = { created: firstOf(check.checked?.earliest) };
  const claim = nameOf(check.claim, `Claim of fact-check ${check.id}`);
  const narrative = domainObject(desk, 'narrative', { name: claim.toLowerCase().trim() }, times, {
    name: claim,
    description: 'A claim that a fact-check looked into, as the checker words it.',
    narrative_types: ['checked-claim'],
    lang: languageOf(check.language),
    extensions: NEW_OBJECT,
  });
  known.claims.set(check.id, packed(narrative.id));
  if (isNew(known, narrative.id)) yield narrative;
  const opinion = domainObject(desk, 'opinion', { check: check.id }, times, {
    opinion: verdict === undefined ? 'neutral' : OPINIONS[verdict],
    explanation: explain(check, verdict),
    authors: [nameOf(check.checker, 'unnamed')],
    lang: languageOf(check.language),
    external_references: [
      reference(check.checker, check.url, {
        description: 'The fact-check.',
        hashes: hashesOf(capture.digest),
      }),
    ],
    object_refs: [narrative.id],
  });
  if (isNew(known, opinion.id)) yield opinion;
}

function explain(check: ExportCheck['check'], verdict: Verdict | undefined): string {
  const { rating, title, summary, checker, checked, url } = check;
  const [rated, headline, short] = [rating, title, summary].map(excerptOf);
  const lines = [
    rated === undefined
      ? 'No rating is stated.'
      : `Rating in the checker’s own words: “${rated}”. The desk reads it as: ${VERDICT_WORDS[verdict ?? 'other']}.`,
    headline === undefined ? undefined : `Headline of the check: “${headline}”`,
    short === undefined ? undefined : `In short: “${short}”`,
    `Checked by ${nameOf(checker, 'unnamed')}, ${momentWords(checked).main}.`,
    url === undefined ? undefined : `Address: ${nameOf(url, 'none')}`,
  ];
  return lines.filter((line) => line !== undefined).join('\n');
}
