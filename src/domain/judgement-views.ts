/**
 * Judgements as people and programs see them: every step with its passages, cut as excerpts are, and
 * nothing that cannot be looked up.
 */
import type { FactCheck, Verdict } from './checks.ts';
import type { QuotedView } from './excerpts.ts';
import type {
  Conflict,
  ConflictSide,
  Credibility,
  DebunkedBefore,
  Graded,
  Recycled,
  RoleJudgement,
  StanceJudgement,
  StatementClocks,
} from './judgement.ts';
import type { EvidenceView, Evident, LadderView } from './ladder-views.ts';
import type { StatementView } from './reading-views.ts';
import type { ArticleView } from './views.ts';

/** A fact-check that matches, in the checker's own words. */
export interface CheckView extends Omit<FactCheck, 'body' | 'capture'> {
  /** Absent where no rating is stated. */
  readonly verdict: Verdict | undefined;
  /** Whether it stands in a registry of disinformation cases. */
  readonly registered: boolean;
  /** 0–1: how alike the two are, comparable between claims; no probability. */
  readonly confidence: number;
  readonly capture: { readonly digest: string; readonly origin: string };
}

/** An article that carries a claim. */
export interface CarrierView {
  readonly article: ArticleView;
  /** Where it states the claim. */
  readonly passages: readonly QuotedView[];
  /** 0–1: how like the claim it is; absent where shared wording shows it. */
  readonly confidence: number | undefined;
  /** Whether it surely carries the claim; else it may be another statement on the same event. */
  readonly sure: boolean;
  readonly stance: Evident<StanceJudgement>;
  /** Against the first check that refutes the claim. */
  readonly debunked: DebunkedBefore | undefined;
}

/** Values that cannot all be right, each side with its words. */
export interface ConflictView extends Omit<Conflict, 'sides'> {
  readonly sides: readonly Evident<ConflictSide>[];
}

/** What is judged of one claim, by whatever it was asked for. */
export interface ClaimJudgedView {
  /** The claim as it was asked for, or as the article words it. */
  readonly claim: string;
  readonly checks: readonly CheckView[];
  readonly carriers: readonly CarrierView[];
  readonly ladder: LadderView | undefined;
  readonly conflicts: readonly ConflictView[];
  readonly credibility: Graded<Credibility>;
}

/** A role as stated, and what the registry of offices says of it. */
export interface RoleView extends Omit<RoleJudgement, 'evidence'> {
  readonly evidence: readonly EvidenceView[];
}

/** One statement of an article, judged. */
export interface JudgedStatementView {
  /** Its place among the statements of the reading, from 0. */
  readonly place: number;
  readonly statement: StatementView;
  readonly clocks: StatementClocks;
  readonly recycled: readonly Evident<Recycled>[];
  readonly role: RoleView | undefined;
  /** Whether the article itself calls the statement false. */
  readonly ratedFalse: boolean;
  readonly judged: ClaimJudgedView;
}
