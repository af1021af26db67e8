/** What a ladder is made of: articles, what they share, whom they credit. Plain data, in any order. */
import type { ArticleId } from '../../domain/ids.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Attribution, DateMention } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import type { CreditPlace, Passage, Wire } from '../../domain/trace.ts';
import type { OutletFact } from '../../domain/watch.ts';

/** One article. All spans are in its text. */
export interface LadderMember {
  readonly id: ArticleId;
  readonly domain: string;
  readonly outlet: string;
  readonly language: string;
  readonly published: Moment | undefined;
  readonly text: string;
  /** What stands in quotation marks, in reading order; spans may nest. */
  readonly quotes: readonly Span[];
  /** Of its reading; empty where it was not read. */
  readonly attributions: readonly Attribution[];
  /** The reading's dates, to which `Attribution.uttered` points. */
  readonly dates: readonly DateMention[];
  /** What lists state about its outlet. */
  readonly facts: readonly OutletFact[];
  /** Where the claim in question stands; absent: what it shares with the others is in question. */
  readonly claim?: readonly Span[];
  /** Carries no claim in question itself, but two that do may both have their text from it: not counted. */
  readonly bystander?: true;
  /** Only perhaps carries the claim: counted in what there is at most. */
  readonly perhaps?: true;
}

/** What two members share. */
export interface LadderLink {
  readonly a: ArticleId;
  readonly b: ArticleId;
  readonly passages: readonly Passage[];
}

/** One member names another one, or its outlet. */
export interface LadderCredit {
  readonly from: ArticleId;
  readonly to: ArticleId;
  /** Where it stands in the text of `from`, or what its page states. */
  readonly place: CreditPlace;
  /** It names it as where its text comes from; false where it may merely mention it. */
  readonly asSource: boolean;
}

export interface LadderInput {
  readonly members: readonly LadderMember[];
  readonly links: readonly LadderLink[];
  readonly wires: readonly Wire[];
  readonly credits: readonly LadderCredit[];
}
