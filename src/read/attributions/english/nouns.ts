/**
 * Nouns that tell: "his claim that …", "expressed concern about …", "the fear that …". With a verb
 * that only carries the noun, both are the cue and the verb's subject the source.
 */
import { contentFrom } from './content-end.ts';
import { type Begun, contentBehind } from './contents.ts';
import type { CueEntry } from './cue-words.ts';
import type { Draft } from './draft.ts';
import { POSSESSIVES } from './function-words.ts';
import type { Page } from './page.ts';
import { phraseAt } from './phrase-at.ts';
import { phraseBefore } from './phrase-before.ts';
import type { Subjects } from './subjects.ts';
import type { Range } from './verb-groups.ts';

/** Words between a carrying verb or a possessor and the noun. */
const BETWEEN = 5;
const CARRIERS = new Set(
  (
    'express voice raise make give issue have release offer deliver take share repeat reiterate draw ' +
    'face lodge file publish post hold show receive level cast send put sound ring'
  ).split(' '),
);
const MADE =
  /^(?:made|voiced|put|raised|published|reported|spread|circulated|floated|advanced|levelled|leveled|expressed|issued|aired|repeated|attributed)$/;
const JOINS = /^(?:who|which|what|whose|where|when|why|how|that)$/;
const WITHIN: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'ADV', 'VERB']);

/** The draft, and the verb group that carries the noun. */
export interface NounDraft {
  readonly draft: Draft;
  readonly carrier: number | undefined;
}

/** Whose the noun is. */
interface Owner {
  readonly source: Range;
  /** Where the cue begins. */
  readonly cue: number;
  readonly carrier?: number;
}

export function findByNoun(
  page: Page,
  at: number,
  entry: CueEntry,
  subjectOf: Subjects,
): NounDraft | undefined {
  const { first: floor, last: end } = page.doc.sentences[page.doc.tokens[at]!.sentence]!;
  const made = madeBy(page, at, end);
  const owner = made ?? ownerOf(page, at, floor, subjectOf);
  const behind = made?.behind ?? copulaBehind(page, at + 1);
  const begun = contentBehind(page, behind, end, entry);
  if (begun === undefined || begun.first - behind > 1) return undefined;
  if ((owner === undefined || made !== undefined) && !isThatClause(page, begun)) return undefined;
  const whole = contentFrom(page, undefined, begun.kind, begun.first, end);
  if (whole === undefined) return undefined;
  const content = isThatClause(page, begun) ? withoutMainVerb(page, at, floor, whole) : whole;
  const cue = {
    first: owner?.cue ?? at,
    last: made === undefined ? (begun.led ?? behind) : at + 1,
  };
  const draft = { source: owner?.source, cue, lemma: entry.lemma, content: [content] };
  return { draft, carrier: owner?.carrier };
}

function isThatClause({ doc }: Page, { kind, first }: Begun): boolean {
  return kind === 'clause' && doc.tokens[first]!.lower === 'that';
}

/** "the claim, made by X, that", "the view of X that", "a report in X that". */
function madeBy(page: Page, at: number, end: number): (Owner & { behind: number }) | undefined {
  const { doc } = page;
  const comma = doc.tokens[at + 1]?.text === ',' ? 1 : 0;
  let by = at + 1 + comma;
  if (doc.tags[by] === 'ADV') by++;
  if (MADE.test(doc.tokens[by]?.lower ?? '')) by++;
  if (by >= end || !/^(?:by|of|from|in|on)$/.test(doc.tokens[by]!.lower)) return undefined;
  const isPlace = /^(?:in|on)$/.test(doc.tokens[by]!.lower);
  if (isPlace && !/^(?:report|rumou?r|claim|allegation|story)s?$/.test(doc.tokens[at]!.lower)) {
    return undefined;
  }
  const source = phraseAt(page, by + 1, end);
  if (source === undefined) return undefined;
  let behind = source.last;
  if (comma > 0 && doc.tokens[behind]?.text === ',') behind++;
  if (doc.tokens[behind]?.lower !== 'that' || doc.tags[behind] !== 'SCONJ') return undefined;
  return { source, cue: at, behind };
}

/**
 * "The claim that the ship sank was denied": a second verb without a subject of its own, no join
 * between, is the verb of what is claimed.
 */
function withoutMainVerb(page: Page, noun: number, floor: number, content: Range): Range {
  const { doc, groups, grouped, quoted } = page;
  for (let at = floor; at < noun; at++) if (grouped[at]! >= 0) return content;
  let seen = false;
  for (let at = content.first + 1; at < content.last; at++) {
    if (quoted[at]! >= 0) return content;
    const { kind, lower } = doc.tokens[at]!;
    if (kind === 'mark' || JOINS.test(lower) || /^[SC]CONJ$/.test(doc.tags[at]!)) return content;
    const group = groups[grouped[at]!];
    if (group === undefined) continue;
    if (seen && group.shape === 'finite') return { first: content.first, last: group.first };
    seen ||= group.shape === 'finite' || group.shape === 'past';
    at = group.last - 1;
  }
  return content;
}

/** Behind "is" or "was", if that follows ("His fear is that …"). */
function copulaBehind({ doc, grouped, groups }: Page, at: number): number {
  const group = groups[grouped[at] ?? -1];
  const links = group?.bare === true && group.first === at && doc.lemmas[group.head] === 'be';
  return links ? group.last : at;
}

function ownerOf(page: Page, at: number, floor: number, subjectOf: Subjects): Owner | undefined {
  const { doc } = page;
  for (let i = at - 1; i >= floor && i >= at - BETWEEN; i--) {
    const { lower } = doc.tokens[i]!;
    if (page.quoted[i]! >= 0) return undefined;
    if (POSSESSIVES.has(lower)) {
      const carried = i > floor ? carriedBy(page, page.grouped[i - 1]!, subjectOf) : undefined;
      return carried ?? { source: { first: i, last: i + 1 }, cue: i + 1 };
    }
    if (/^['’]s?$/.test(lower)) {
      const owner = phraseBefore(page, i, floor);
      return owner && { source: { first: owner.first, last: i + 1 }, cue: i + 1 };
    }
    if (page.grouped[i]! >= 0) return carriedBy(page, page.grouped[i]!, subjectOf);
    if (!WITHIN.has(doc.tags[i]!)) return undefined;
  }
  return undefined;
}

function carriedBy(page: Page, place: number, subjectOf: Subjects): Owner | undefined {
  const group = page.groups[place];
  if (group === undefined || group.passive || !CARRIERS.has(page.doc.lemmas[group.head]!)) {
    return undefined;
  }
  const source = subjectOf(place);
  return source && { source, cue: group.first, carrier: place };
}
