/** An attribution in terms of tokens, before it is handed over in terms of text. */
import type { QuoteMode } from '../../../domain/reading.ts';
import type { Span } from '../../../domain/span.ts';
import type { FoundAttribution } from '../found.ts';
import type { Page } from './page.ts';
import type { Range } from './verb-groups.ts';

export interface Draft {
  readonly source: Range | undefined;
  readonly cue: Range;
  readonly lemma: string;
  /** In reading order; quotations that go on with it are added. */
  readonly content: Range[];
  readonly accordingTo?: true;
  /** Who hands it on: "the Courier quoted her as saying". */
  readonly through?: Range | undefined;
}

export function foundOf(page: Page, draft: Draft): FoundAttribution {
  const { tokens } = page.doc;
  const span = ({ first, last }: Range): Span => ({
    begin: tokens[first]!.begin,
    end: tokens[last - 1]!.end,
  });
  return {
    source: draft.source === undefined ? undefined : span(draft.source),
    cue: span(draft.cue),
    cueLemma: draft.lemma,
    content: draft.content.map(span),
    mode: modeOf(page, draft.content),
    accordingTo: draft.accordingTo === true,
    through: draft.through === undefined ? undefined : span(draft.through),
  };
}

function modeOf({ quotedBefore }: Page, content: readonly Range[]): QuoteMode {
  let tokens = 0;
  let marked = 0;
  for (const { first, last } of content) {
    tokens += last - first;
    marked += quotedBefore[last]! - quotedBefore[first]!;
  }
  if (marked === 0) return 'indirect';
  return marked === tokens ? 'direct' : 'mixed';
}
