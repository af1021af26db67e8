/**
 * What two linked articles share beyond quotations: whether one newsroom's wording stands in both.
 *
 * Words count as shared where they stand in common runs of at least `RUN` words, outside of every
 * quotation on both sides, and outside the naming of the speaker (name, title, verb of saying, venue),
 * which two reporters at one speech write alike. Linear in the passages.
 */
import type { Merge } from '../../domain/judgement.ts';
import type { Passage } from '../../domain/trace.ts';
import type { LadderLink } from './ladder-input.ts';
import { evidenceOf, type Member, wordsIn } from './members.ts';

/** Words of a common run: shorter ones are turns of phrase. */
const RUN = 4;
/**
 * Shared own words that make wording surely one. A run of eight equal words is what tracing takes
 * for a copy too (`trace/pairs.ts`); the names and titles that make most chance runs are left out.
 */
const SURE_WORDS = 8;
/** A translation is long with so many own words … */
const LONG_WORDS = 40;
/** … that are this share of the own words of the shorter article. */
const LONG_SHARE = 0.7;

/** The merge of two linked articles; undefined where they share no passage. */
export function linkMerge(a: Member, b: Member, link: LadderLink): Merge | undefined {
  const plain = link.passages.filter(({ retold }) => retold === undefined);
  const retold = link.passages.filter(({ retold: told }) => told !== undefined);
  const merge = (reason: Merge['reason'], sure: boolean, { a: from, b: to }: Passage): Merge => ({
    a: a.id,
    b: b.id,
    reason,
    sure,
    evidence: [evidenceOf(a, from), evidenceOf(b, to)],
  });
  const counted = plain.map((passage) => ({ passage, own: ownShared(a, b, passage) }));
  const own = counted.reduce((sum, one) => sum + one.own, 0);
  const most = counted.reduce<(typeof counted)[number] | undefined>(
    (best, one) => (best === undefined || one.own > best.own ? one : best),
    undefined,
  );
  if (most !== undefined && own >= SURE_WORDS) return merge('shared-wording', true, most.passage);
  const first = retold[0];
  if (first !== undefined && isLongTranslation(a, b, retold))
    return merge('translated', true, first);
  if (most !== undefined) return merge('shared-wording', false, most.passage);
  return first === undefined ? undefined : merge('retold', false, first);
}

/** Words of `b` in the passage that stand in a run of equal words, all of both reporters' own. */
function ownShared(a: Member, b: Member, passage: Passage): number {
  const runs = new Set<number>();
  for (const [, run] of ownRuns(a, passage.a)) runs.add(run);
  let shared = 0;
  let counted = 0;
  for (const [place, run] of ownRuns(b, passage.b)) {
    if (!runs.has(run)) continue;
    shared += place + RUN - Math.max(place, counted);
    counted = place + RUN;
  }
  return shared;
}

/** Each run of `RUN` own words in the span: the place of its first word, and a hash of all. */
function* ownRuns({ words, given }: Member, span: Passage['a']): Generator<[number, number]> {
  const [from, to] = wordsIn(words, span);
  let own = 0;
  for (let i = from; i < to; i++) {
    own = given[i] === 0 ? own + 1 : 0;
    if (own < RUN) continue;
    let hash = 0;
    for (let j = i - RUN + 1; j <= i; j++) hash = (Math.imul(hash, 0x9e3779b1) + words.ids[j]!) | 0;
    yield [i - RUN + 1, hash];
  }
}

function isLongTranslation(a: Member, b: Member, retold: readonly Passage[]): boolean {
  if (a.language === b.language) return false;
  const inA = retold.reduce((sum, passage) => sum + ownWords(a, passage.a), 0);
  const inB = retold.reduce((sum, passage) => sum + ownWords(b, passage.b), 0);
  const shareA = inA / Math.max(1, ownWords(a));
  const shareB = inB / Math.max(1, ownWords(b));
  return Math.min(inA, inB) >= LONG_WORDS && Math.max(shareA, shareB) >= LONG_SHARE;
}

function ownWords({ words, given }: Member, span?: Passage['a']): number {
  const [from, to] = span === undefined ? [0, words.count] : wordsIn(words, span);
  let own = 0;
  for (let i = from; i < to; i++) if (given[i] === 0) own++;
  return own;
}
