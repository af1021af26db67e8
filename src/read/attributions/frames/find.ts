/**
 * All attributions of a document in a language given by its cues and its grammar. First those whose
 * source stands beside or behind the statement, since they bound the others; then those whose cue goes
 * before. Linear in the text: every search has a window.
 */
import type { TaggedDocument } from '../../tagging/tagged.ts';
import type { FoundAttribution } from '../found.ts';
import { asFrame, originFrame } from './asides.ts';
import { beforeFrame } from './before.ts';
import { behindFrame } from './behind.ts';
import type { CueList } from './cue-list.ts';
import { type Draft, foundOf } from './draft.ts';
import type { Grammar, VerbGroup } from './grammar.ts';
import { handedFrame } from './handed.ts';
import { type IsFinite, type Range, type Scene, sceneOf } from './scene.ts';
import { hearsayFrame, nounFrame, relayFrame, standingQuotes, titledQuote } from './standing.ts';

export interface FinderLanguage {
  readonly cues: CueList;
  readonly grammar: Grammar;
  readonly finiteAt: IsFinite;
}

/** In the order of their cues. */
export function findAttributions(
  document: TaggedDocument,
  { cues, grammar, finiteAt }: FinderLanguage,
): FoundAttribution[] {
  const scene = sceneOf(document, cues, finiteAt);
  const drafts: Draft[] = [];
  for (const place of scene.units.keys()) {
    drafts.push(...draftsOf(scene, grammar, place, drafts.slice(-EARLIER)));
  }
  drafts.push(...standingQuotes(scene, drafts));
  return drafts
    .sort((a, b) => placeOf(a) - placeOf(b))
    .flatMap((draft) => foundOf(scene, draft) ?? []);
}

/** Drafts of units before that may bound those of this one. */
const EARLIER = 8;

function placeOf({ cue, content }: Draft): number {
  return cue?.first ?? content[0]!.first;
}

/** What was found in a unit so far, and the tokens of its cues. */
interface Collected {
  readonly drafts: Draft[];
  readonly used: Set<number>;
}

function take({ drafts, used }: Collected, draft: Draft | undefined): boolean {
  if (draft === undefined) return false;
  drafts.push(draft);
  const { cue } = draft;
  if (cue !== undefined) for (let at = cue.first; at < cue.last; at++) used.add(at);
  return true;
}

function draftsOf(
  scene: Scene,
  grammar: Grammar,
  place: number,
  earlier: readonly Draft[],
): Draft[] {
  const unit = scene.units[place]!;
  const collected: Collected = { drafts: [], used: new Set() };
  const { drafts, used } = collected;
  const verbs = takeAsides(scene, grammar, unit, earlier, collected);
  const asides = drafts.flatMap(({ aside }) => aside ?? []);
  const before = scene.units[place - 1];
  for (const verb of verbs) {
    if (used.has(verb.at)) continue;
    const bounds = boundsOf(scene, verb.at, unit);
    take(collected, beforeFrame(scene, grammar, { verb, unit, bounds, asides, before }));
  }
  take(collected, titledQuote(scene, grammar, unit, drafts));
  for (let at = unit.first; at < unit.last; at++) {
    if (used.has(at)) continue;
    take(collected, nounFrame(scene, grammar, at, unit, drafts));
    take(collected, hearsayFrame(scene, at, unit, drafts));
    take(collected, relayFrame(scene, grammar, at, unit, drafts));
  }
  return drafts;
}

/** Takes what stands beside or behind a statement; returns the cues that are left. */
function takeAsides(
  scene: Scene,
  grammar: Grammar,
  unit: Range,
  earlier: readonly Draft[],
  collected: Collected,
): VerbGroup[] {
  const verbs: VerbGroup[] = [];
  for (let at = unit.first; at < unit.last; at++) {
    if (collected.used.has(at)) continue;
    if (take(collected, originFrame(scene, grammar, at, unit))) continue;
    if (take(collected, asFrame(scene, grammar, at, unit))) continue;
    if (take(collected, handedFrame(scene, grammar, at, unit))) continue;
    const verb = grammar.verbGroup(scene, at, unit);
    if (verb === undefined) continue;
    const known = [...earlier, ...collected.drafts];
    if (!take(collected, behindFrame(scene, grammar, verb, unit, known))) verbs.push(verb);
  }
  return verbs;
}

/** The unit, or what of it lies in the same quotation. */
function boundsOf({ quotes, quoteAt }: Scene, at: number, unit: Range): Range {
  const quote = quotes[quoteAt[at]!];
  if (quote === undefined || !quote.isSpeech) return unit;
  return { first: Math.max(unit.first, quote.first + 1), last: Math.min(unit.last, quote.last) };
}
