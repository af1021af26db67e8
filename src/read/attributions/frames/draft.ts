/** Attributions in tokens, before they are handed over in offsets. */
import type { QuoteMode } from '../../../domain/reading.ts';
import type { Span } from '../../../domain/span.ts';
import type { FoundAttribution } from '../found.ts';
import { trimmed } from './extent.ts';
import type { Range, Scene } from './scene.ts';

export interface Draft {
  readonly source: Range | undefined;
  readonly cue: Range | undefined;
  readonly lemma: string;
  /** In reading order. */
  readonly content: readonly Range[];
  readonly accordingTo: boolean;
  /** Words that only say who speaks, inside or behind what is said: they end what stands before. */
  readonly aside: Range | undefined;
  /** Who hands it on: «„…“, — цитирует министра „Радио“». */
  readonly through?: Range | undefined;
  /** Behind a dash, without quotation marks. */
  readonly isDashed?: boolean;
}

/** The draft in offsets; absent where nothing is left of its content. */
export function foundOf(scene: Scene, draft: Draft): FoundAttribution | undefined {
  const kept = [draft.cue, draft.source].filter((range) => range !== undefined);
  const content = draft.content
    .flatMap((range) => without(range, kept))
    .flatMap((range) => trimmed(scene, range, draft.content[0]!.first) ?? [])
    .filter((range) => hasWord(scene, range));
  if (content.length === 0) return undefined;
  return {
    source: spanOf(scene, draft.source),
    cue: spanOf(scene, draft.cue),
    cueLemma: draft.lemma,
    content: content.map((range) => spanOf(scene, range)!),
    mode: draft.isDashed ? 'direct' : modeOf(scene, content),
    accordingTo: draft.accordingTo,
    through: spanOf(scene, draft.through),
  };
}

function spanOf({ document }: Scene, range: Range | undefined): Span | undefined {
  if (range === undefined) return undefined;
  const { tokens } = document;
  return { begin: tokens[range.first]!.begin, end: tokens[range.last - 1]!.end };
}

/** What of a range lies outside of others. */
function without(range: Range, others: readonly Range[]): Range[] {
  return others.reduce<Range[]>(
    (parts, other) =>
      parts.flatMap((part) => {
        if (other.last <= part.first || other.first >= part.last) return [part];
        const before = { first: part.first, last: other.first };
        const behind = { first: other.last, last: part.last };
        return [before, behind].filter(({ first, last }) => last > first);
      }),
    [range],
  );
}

function hasWord({ document }: Scene, { first, last }: Range): boolean {
  for (let at = first; at < last; at++) if (document.tokens[at]!.kind !== 'mark') return true;
  return false;
}

/** Direct: nothing but quoted words; mixed: some of them, titles apart. */
function modeOf(scene: Scene, content: readonly Range[]): QuoteMode {
  let quoted = 0;
  let bare = 0;
  for (const { first, last } of content) {
    for (let at = first; at < last; at++) {
      const token = scene.document.tokens[at]!;
      if (token.kind === 'mark') continue;
      if (isQuotedWord(scene, at, content)) quoted++;
      else if (at !== first || !isComplement(token.lower)) bare++;
    }
  }
  if (quoted === 0) return 'indirect';
  return bare === 0 ? 'direct' : 'mixed';
}

/** Words of a statement that is itself inside a quotation are not quoted by its speaker. */
function isQuotedWord(scene: Scene, at: number, content: readonly Range[]): boolean {
  const quote = scene.quotes[scene.quoteAt[at]!];
  const { first } = content[0]!;
  const { last } = content.at(-1)!;
  if (quote === undefined || quote.first < first || quote.last > last + 1) return false;
  const isWhole = content.some((part) => part.first === quote.first && part.last >= quote.last - 1);
  return isWhole || quote.isSpeech || !scene.document.tokens[quote.first + 1]!.capital;
}

function isComplement(word: string): boolean {
  return word === 'que' || word === 'что';
}
