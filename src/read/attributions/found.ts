/**
 * An attribution as the finders hand it over: who says what stands where, before its speaker is
 * resolved and its relay, venue and date are looked up.
 */
import type { QuoteMode } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';

/** Half-open spans in the text. `content` is in reading order and never empty. */
export interface FoundAttribution {
  /** The words that name the source; absent where none stands there ("reportedly"). */
  readonly source: Span | undefined;
  readonly cue: Span | undefined;
  /** The lemma that makes the cue one, as in the lexicon of cues; empty where there is no cue. */
  readonly cueLemma: string;
  readonly content: readonly Span[];
  readonly mode: QuoteMode;
  /** Whether the cue only names where it is from ("according to", "in the words of"). */
  readonly accordingTo: boolean;
  /** Who hands it on, where the cue itself names both ("the Courier quoted her as saying"). */
  readonly through?: Span | undefined;
}
