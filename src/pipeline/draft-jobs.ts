/** The job of reading some pages as drafts of articles, in any thread, in any order. */
import { type DraftOptions, draftOf } from '../collect/draft.ts';
import type { Draft, RawItem } from '../domain/article.ts';
import type { Outcome } from '../domain/outcome.ts';

export interface DraftJob {
  readonly kind: 'draft';
  readonly items: readonly RawItem[];
  readonly options: DraftOptions;
}

export interface DraftAnswer {
  readonly kind: 'drafts';
  readonly drafts: readonly Outcome<Draft>[];
}

/** Reads the items of one job. */
export function doDraftJob({ items, options }: DraftJob): DraftAnswer {
  return { kind: 'drafts', drafts: items.map((item) => draftOf(item, options)) };
}
