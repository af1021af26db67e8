/** Whether a clause begins: a noun phrase and its finite verb. */
import { QUESTION_WORDS } from './function-words.ts';
import type { Page } from './page.ts';
import { phraseAt } from './phrase-at.ts';

/** What a content is, by its first words. */
export type ContentKind = 'quote' | 'clause' | 'wh' | 'infinitive' | 'gerund' | 'object';

/** Tokens of an insertion between subject and verb. */
const INSERTION = 20;

/** Whether a noun phrase and a finite verb follow. */
export function startsFiniteClause(page: Page, at: number, end: number): boolean {
  const { doc } = page;
  if (at >= end) return false;
  if (doc.tokens[at]!.lower === 'there') return true;
  if (page.grouped[at]! >= 0) return false;
  const phrase = phraseAt(page, at, end);
  if (phrase === undefined) return false;
  let i = phrase.last;
  if (i < end && /^(?:who|that|which|whose)$/.test(doc.tokens[i]!.lower)) return true;
  if (page.quoted[i]! >= 0 && opensWithVerb(page, i)) return true;
  if (i < end && doc.tokens[i]!.text === ',') i = behindInsertion(page, i, end);
  while (i < end && doc.tags[i] === 'ADV' && page.grouped[i]! < 0) {
    if (QUESTION_WORDS.has(doc.tokens[i]!.lower)) return false;
    i++;
  }
  const group = page.groups[page.grouped[i] ?? -1];
  if (group === undefined) return false;
  if (group.shape === 'finite') return true;
  return group.shape === 'past' && doc.tokens[group.last]?.lower !== 'by';
}

function behindInsertion({ doc, grouped }: Page, comma: number, end: number): number {
  for (let i = comma + 1; i < end && i < comma + INSERTION; i++) {
    if (doc.tokens[i]!.text === ',' && (grouped[i + 1] ?? -1) >= 0) return i + 1;
  }
  return comma;
}

/** Whether a quotation at `at` begins with the verb ("said he “cannot walk down the street”"). */
function opensWithVerb({ doc, quotes, quoted }: Page, at: number): boolean {
  const { first, quote } = quotes[quoted[at]!]!;
  const inner = quote.mark.length > 1 ? first + 2 : first + 1;
  const tag = doc.tags[inner];
  return first === at && (tag === 'VERB' || tag === 'AUX');
}
