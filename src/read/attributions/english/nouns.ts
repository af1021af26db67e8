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
  const owner = ownerOf(page, at, floor, subjectOf);
  const behind = copulaBehind(page, at + 1);
  const begun = contentBehind(page, behind, end, entry);
  if (begun === undefined || begun.first - behind > 1) return undefined;
  if (owner === undefined && !isThatClause(page, begun)) return undefined;
  const content = contentFrom(page, undefined, begun.kind, begun.first, end);
  if (content === undefined) return undefined;
  const cue = { first: owner?.cue ?? at, last: begun.led ?? behind };
  const draft = { source: owner?.source, cue, lemma: entry.lemma, content: [content] };
  return { draft, carrier: owner?.carrier };
}

function isThatClause({ doc }: Page, { kind, first }: Begun): boolean {
  return kind === 'clause' && doc.tokens[first]!.lower === 'that';
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
