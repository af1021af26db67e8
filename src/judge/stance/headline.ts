/**
 * What a headline says of the claim: "FALSE: …", "No, …", "Old hoax is back", "Arvenia is not paying". It
 * speaks of the claim where it shares its words, or where the claim stands at the article's head.
 */
import { type Claim, contentStem, overlapWith } from './claim.ts';
import { hitTable } from './hit-table.ts';
import type { FindSigns, SignKind } from './lexicon.ts';
import { isWithin, type Page } from './page.ts';
import type { Hit } from './phrases.ts';
import { quotesIn } from './quotes.ts';
import { type Word, wordsIn } from './words.ts';

export interface HeadlineSign {
  readonly as: 'false' | 'doubt' | 'true';
  /** Whether it can be on nothing but the claim; else the text must show it, too. */
  readonly sure: boolean;
  /** The headline's words that say so. */
  readonly words: string;
}

const MOST_CHARACTERS = 500;
/** Sentences at the beginning of which a claim is what the headline is about. */
const HEAD_SENTENCES = 4;
const SHARED_STEMS = 2;
const START_MARK = /^\s*[,:;.!–—-]/u;

/** The headline's verdict; `undefined`: none, or on something else. */
export function headlineSign(
  title: string,
  page: Page,
  claim: Claim,
  find: FindSigns,
  language: string,
): HeadlineSign | undefined {
  const text = title.slice(0, MOST_CHARACTERS);
  const words = wordsIn(text, { begin: 0, end: text.length });
  const overlap = overlapWith(claim, words, language);
  const leads = (claim.sentences[0] ?? page.sentences.length) < HEAD_SENTENCES;
  const hits = hitTable(find(words));
  if (hits.first.has('mock') || (overlap === 0 && !leads)) return undefined;
  const said = (from: number, to: number) => text.slice(words[from]!.begin, words[to - 1]!.end);
  const start = hits.all.find(({ kind, from }) => kind === 'headStart' && from === 0);
  if (start !== undefined && START_MARK.test(text.slice(words[start.to - 1]!.end))) {
    return { as: 'false', sure: true, words: said(start.from, start.to) };
  }
  const quotes = quotesIn(text);
  for (const hit of hits.all) {
    const as = signKind(hit.kind);
    const span = { begin: words[hit.from]!.begin, end: words[hit.to - 1]!.end };
    if (as === undefined || isWithin(quotes, span) || hits.isCalled(hit)) continue;
    if (/^\s*\?/u.test(text.slice(span.end))) continue;
    const own = words.slice(hit.from, hit.to);
    if (own.length === 1 && overlapWith(claim, own, language) === 1) continue;
    if (!hits.isNegated(hit)) return { as, sure: false, words: said(hit.from, hit.to) };
    if (as === 'false') return { as: 'true', sure: false, words: said(hit.from, hit.to) };
  }
  if (overlap < SHARED_STEMS) return undefined;
  const denied = deniedWord(words, hits.all, claim, language);
  return denied === undefined
    ? undefined
    : { as: 'false', sure: false, words: said(denied, denied + 2) };
}

function signKind(kind: SignKind): HeadlineSign['as'] | undefined {
  switch (kind) {
    case 'headFalse':
      return 'false';
    case 'doubt':
    case 'supposed':
      return 'doubt';
    case 'true':
      return 'true';
    default:
      return undefined;
  }
}

/** The place of a "not" right before a word of the claim, which there follows no "not". */
function deniedWord(
  words: readonly Word[],
  hits: readonly Hit<SignKind>[],
  claim: Claim,
  language: string,
): number | undefined {
  if (claim.negates) return undefined;
  const place = hits.find(({ kind, to }) => {
    const next = words[to];
    const stem = next === undefined ? undefined : contentStem(next, language);
    return kind === 'not' && stem !== undefined && claim.stems.has(stem);
  });
  return place?.from;
}
