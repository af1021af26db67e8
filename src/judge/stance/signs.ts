/**
 * Signs of a stance in an article: listed phrases, each with whose voice it is in, whether it is negated,
 * and whether it speaks of the claim. Only the article's own voice, and that of those who have looked
 * (fact-checkers, laboratories), tells how the article treats the claim: that somebody denies it is
 * reported, not judged. Linear in the text.
 */
import type { Span } from '../../domain/span.ts';
import { type Claim, overlapWith } from './claim.ts';
import { type HitTable, hitTable } from './hit-table.ts';
import type { FindSigns, SignKind } from './lexicon.ts';
import { isWithin, type Page, type Sentence } from './page.ts';
import type { Hit } from './phrases.ts';
import type { Statements } from './said.ts';
import { type Word, wordsIn } from './words.ts';

export interface Sign extends Span {
  readonly kind: SignKind;
  readonly negated: boolean;
  /** The place of its sentence. */
  readonly sentence: number;
  /** Whether that is the claim's, one right beside it, or one that shares words with it. */
  readonly beside: boolean;
}

export interface Scene {
  readonly page: Page;
  readonly claim: Claim;
  readonly statements: Statements;
  readonly find: FindSigns;
  readonly language: string;
}

/** A sentence with its words and the phrases in it. */
interface Read {
  readonly sentence: Sentence;
  readonly place: number;
  readonly words: readonly Word[];
  readonly hits: HitTable;
  /** How many stems of the claim it has. */
  readonly overlap: number;
  readonly beside: boolean;
}

/** Sentences before and after the claim that speak of it unless they say otherwise. */
const BEFORE = 2;
const AFTER = 3;
/** Stems that a sentence further away shares with the claim, if it speaks of it. */
const FAR_STEMS = 2;
/** Words of a sentence among which it opens another matter. */
const OPENING = 4;

/** Kinds that show the reporter's distance where they stand, also within the claim's own passage. */
const WITHIN_CLAIM = new Set<SignKind>(['hedge', 'supposed', 'falsely', 'unverified']);
/** Kinds that somebody other than the article may have said. */
const NEED_TRUST = new Set<SignKind>(['refute', 'sceptic']);
const VERDICTS = new Set<SignKind>(['false', 'falsehood', 'lie', 'refute', 'contrast']);

/** The signs that speak of the claim in the article's voice, in reading order. */
export function signsOf(scene: Scene): Sign[] {
  const { page, claim } = scene;
  const signs: Sign[] = [];
  let at = 0;
  for (const [place, sentence] of page.sentences.entries()) {
    while (at + 1 < claim.sentences.length && claim.sentences[at + 1]! <= place) at++;
    const nearest = [claim.sentences[at], claim.sentences[at + 1]].filter((s) => s !== undefined);
    const words = wordsIn(page.text, sentence);
    const hits = hitTable(scene.find(words));
    if (hits.all.length === 0) continue;
    const overlap = overlapWith(claim, words, scene.language);
    const distance = Math.min(...nearest.map((claimed) => Math.abs(place - claimed)));
    const beside = distance <= 1 || overlap >= FAR_STEMS;
    const read = { sentence, place, words, hits, overlap, beside };
    if (!isNear(read, nearest)) continue;
    for (const hit of read.hits.all) {
      const sign = signOf(scene, read, hit);
      if (sign !== undefined) signs.push(sign);
    }
  }
  return signs;
}

/** Whether a sentence speaks of the claim: stands near it and on the same matter, or shares its words. */
function isNear({ place, hits, overlap }: Read, nearest: readonly number[]): boolean {
  if (nearest.includes(place)) return true;
  const stands = nearest.some((claimed) => place >= claimed - BEFORE && place <= claimed + AFTER);
  if (!stands) return overlap >= FAR_STEMS;
  const another = (hits.first.get('aside') ?? OPENING) < OPENING;
  return !another || overlap >= FAR_STEMS;
}

function signOf(scene: Scene, read: Read, hit: Hit<SignKind>): Sign | undefined {
  const { page, claim } = scene;
  const { words, place, hits } = read;
  const span = { begin: words[hit.from]!.begin, end: words[hit.to - 1]!.end };
  const inClaim = isWithin(claim.spans, span);
  if (inClaim && !WITHIN_CLAIM.has(hit.kind) && !isOnWhole(scene, read, hit)) return undefined;
  if (isWithin(page.quotes, span)) return undefined;
  if (!inClaim && isClaimsOwn(scene, words.slice(hit.from, hit.to))) return undefined;
  const trusted = hits.first.has('trusted') && !hits.first.has('mock');
  if (NEED_TRUST.has(hit.kind) && !trusted) return undefined;
  const distance = inClaim && WITHIN_CLAIM.has(hit.kind);
  if (!distance && !trusted && scene.statements.over(span).length > 0) return undefined;
  if (VERDICTS.has(hit.kind)) {
    if (read.sentence.asks || hits.first.has('mock')) return undefined;
    if (!trusted && hits.isCalled(hit)) return undefined;
    if (hit.kind === 'contrast' && hit.from >= OPENING) return undefined;
  }
  return {
    ...span,
    kind: hit.kind,
    negated: hits.isNegated(hit),
    sentence: place,
    beside: read.beside,
  };
}

/**
 * Where the whole sentence is given as the claim, it may hold the verdict as well: "the false claim that …",
 * "a clip in which … is fake, checkers found". That something was staged may be the claim itself, and needs
 * such a frame to be a verdict.
 */
function isOnWhole({ claim }: Scene, { sentence, hits }: Read, hit: Hit<SignKind>): boolean {
  if (!isWithin(claim.spans, sentence)) return false;
  if (hit.kind === 'doubt') return true;
  if (hits.isBeforeThat(hit) || hits.first.has('trusted')) return VERDICTS.has(hit.kind);
  return hit.kind === 'false' && hits.first.has('noun') && hits.first.has('that');
}

/** One word that the claim has, too: where the claim is that something was staged, "staged" judges nothing. */
function isClaimsOwn({ claim, language }: Scene, words: readonly Word[]): boolean {
  return words.length === 1 && overlapWith(claim, words, language) === 1;
}
