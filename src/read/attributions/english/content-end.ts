/**
 * Where a content ends: with its clause, without the marks that end the sentence. It reaches over the
 * quotations that it opens, also where these end in a later sentence.
 */
import type { ContentKind } from './clauses.ts';
import { type Cut, cutOf } from './cuts.ts';
import type { Page } from './page.ts';
import type { Range, VerbGroup } from './verb-groups.ts';

/** The longest content, in tokens, a quotation counting as one; no sentence of the press is longer. */
const LONGEST = 300;

/** The content that begins at `first` in a sentence that ends at `end`; `group`: its cue's verb. */
export function contentFrom(
  page: Page,
  group: VerbGroup | undefined,
  kind: ContentKind,
  first: number,
  end: number,
): Range | undefined {
  if (first >= page.doc.tokens.length) return undefined;
  return contentUntil(page, first, end, cutOf(page, group, kind, first, end));
}

/** The content from `first` to where `isCut` says. */
export function contentUntil(
  page: Page,
  first: number,
  end: number,
  isCut: Cut,
): Range | undefined {
  const { doc } = page;
  let at = first;
  let depth = 0;
  for (let steps = 0; steps < LONGEST; steps++) {
    const quote = page.quotes[page.quoted[at] ?? -1];
    if (quote !== undefined && (at < end || at === first)) {
      at = quote.last;
      continue;
    }
    if (at >= end) break;
    const { text } = doc.tokens[at]!;
    if (text === '(' || text === '[') depth++;
    if (text === ')' || text === ']') {
      if (depth === 0) break;
      depth--;
    }
    if (depth === 0 && at > first && (text === ';' || isCredit(page, at) || isCut(at))) break;
    at++;
  }
  const last = trimEnd(page, first, at);
  return last > first ? { first, last } : undefined;
}

/** The slash before whom a picture's caption is by ("… / Agency"). */
function isCredit({ doc }: Page, at: number): boolean {
  const { text, begin } = doc.tokens[at]!;
  return text === '/' && doc.text[begin - 1] === ' ';
}

/** Without the marks that end the sentence or lead on. A question mark belongs to the content. */
export function trimEnd({ doc, quoted }: Page, first: number, last: number): number {
  let end = last;
  while (end > first && quoted[end - 1]! < 0) {
    const { text } = doc.tokens[end - 1]!;
    const hangs = doc.tags[end - 1] === 'ADV' && doc.tokens[end - 2]?.text === ',';
    if (!/^(?:[.;,:—–-]|…)+$/.test(text) && doc.tags[end - 1] !== 'CCONJ' && !hangs) break;
    end--;
  }
  return end;
}
