/**
 * What people and programs see: plain data, complete in itself, made by `operations` and drawn by
 * `cli` and `export`. Short passages leave, bodies stay: no excerpt is longer than
 * `EXCERPT_WORDS` words, so nothing that leaves the desk can replace the article.
 */
import type { MemberName } from './excerpts.ts';
import type { ArticleId, CascadeId, Digest } from './ids.ts';
import type { LadderView } from './ladder-views.ts';
import type { Moment } from './moment.ts';
import type { DoubtKind, RefusalKind } from './outcome.ts';
import type { Span } from './span.ts';
import type {
  Alteration,
  CopyType,
  CreditPlace,
  CreditState,
  ParentReason,
  WireStrength,
} from './trace.ts';

/** Longest run of an article's words that any output shows in one piece. */
export const EXCERPT_WORDS = 55;

/** One article as shown: its clocks apart, its evidence named, its body absent. */
export interface ArticleView {
  readonly id: ArticleId;
  readonly url: string | undefined;
  readonly domain: string;
  readonly outlet: string;
  readonly title: string;
  readonly language: string;
  readonly published: Moment | undefined;
  readonly firstSeen: Moment | undefined;
  readonly capturedAt: number;
  /** When the publisher says that this version was made, if it says so. */
  readonly modified?: Moment;
  /** Who wrote it, as the page states them: people, houses, agencies. */
  readonly authors?: readonly string[];
  /** Addresses of the works that it says it is taken from. */
  readonly basedOn?: readonly string[];
  readonly words: number;
  readonly capture: { readonly digest: Digest; readonly origin: string };
}

/** A piece of a compared passage. `same` stands on both sides, the others on one. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** One passage side by side. `from` is the parent's (or compared article's) side, `to` the echo's. */
export interface PassageView {
  readonly from: { readonly span: Span; readonly text: string };
  readonly to: { readonly span: Span; readonly text: string };
  /** Word by word, in reading order; texts are cut as the excerpts are. */
  readonly diff: readonly DiffPart[];
  readonly words: number;
  /** Words of the passage that the excerpt leaves out. */
  readonly hiddenWords: number;
}

/** One member of a cascade as shown. */
export interface EchoView {
  readonly article: ArticleView;
  /** `earliest` also for each of several that may be; `undated` is never earliest. */
  readonly role: 'earliest' | 'echo' | 'undated';
  readonly parent:
    | {
        readonly article: ArticleId;
        readonly outlet: string;
        readonly reason: ParentReason;
        /** 0–1. */
        readonly confidence: number;
        readonly lag: { readonly min: number; readonly max: number };
        readonly rivals: readonly MemberName[];
        /** Wires that the echo and this parent both credit, and that may stand behind both. */
        readonly bothCredit: readonly { readonly id: string; readonly name: string }[];
      }
    | undefined;
  readonly comparedWith: MemberName | undefined;
  readonly copyType: CopyType | undefined;
  readonly credit: CreditState;
  /** The words by which the echo names where the text came from: of its text, an author, an address. */
  readonly creditText: string | undefined;
  /** Where they stand. */
  readonly creditIn: CreditPlace['kind'] | undefined;
  readonly title: { readonly from: string; readonly to: string } | undefined;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Changes that alter what is claimed. */
  readonly alterations: readonly Alteration[];
  readonly passages: readonly PassageView[];
}

/** A member's credit of a wire; where it stands in the text, with a few words around it. */
export interface WireCreditView extends MemberName {
  readonly strength: WireStrength;
  readonly place: CreditPlace;
  readonly before: string;
  /** The words of the credit: of the text, an author as stated, an address. */
  readonly text: string;
  readonly after: string;
  /** Whether it stands before, inside or right behind the passage, or is one of the whole piece. */
  readonly covers: boolean;
}

/**
 * What the credits of a wire amount to. `common-origin`: a member opens or signs the shared passage
 * with it, so it may be the origin behind the origin. `cited`: members have something from it.
 * `said-to`: something was said to it. None of these says that the wire wrote the passage.
 */
export const WIRE_CLAIMS = ['common-origin', 'cited', 'said-to'] as const;
export type WireClaim = (typeof WIRE_CLAIMS)[number];

/** A news agency, or an outlet credited like one, that members name as their source. */
export interface WireView {
  readonly id: string;
  readonly name: string;
  readonly claim: WireClaim;
  /** Members of other houses, who could credit it; and how many of them do (`via` is no credit). */
  readonly others: number;
  readonly crediting: number;
  /** Members of its own house. */
  readonly own: readonly MemberName[];
  /** Whether one of its own is the earliest seen, or may be. */
  readonly ownEarliest: boolean;
  /** Of the earliest seen members, those that credit it. */
  readonly earliestCredits: readonly MemberName[];
  readonly credits: readonly WireCreditView[];
}

/** One cascade as shown. */
export interface CascadeView {
  readonly id: CascadeId;
  /** Title of the earliest seen member, or of the first undated one. */
  readonly title: string;
  /** `established`: one member is earlier than all others; see `Cascade.earliest`. */
  readonly order: 'established' | 'open' | 'undated';
  readonly earliest: readonly ArticleView[];
  readonly articles: number;
  /** Distinct publishers. */
  readonly reach: number;
  readonly languages: readonly string[];
  /** Milliseconds between the earliest and the latest dated member. */
  readonly spreadMs: number;
  readonly droppedCredits: number;
  /** Wires that members credit, most credits first. */
  readonly wires: readonly WireView[];
  /** How many sources stand behind it, in bounds. */
  readonly ladder: LadderView | undefined;
  readonly echoes: readonly EchoView[];
}

/** What was read, merged and refused, by kind. Every input item is in exactly one of the first four. */
export interface Tally {
  /** Items met in the inputs. */
  readonly items: number;
  readonly articles: number;
  /** Same bytes as a capture already kept. */
  readonly sameBytes: number;
  /** Same article (key, title, text) from other bytes. */
  readonly sameArticle: number;
  readonly refused: Readonly<Partial<Record<RefusalKind, number>>>;
  /** Articles kept with a doubt, by kind; an article may count under several. */
  readonly doubts: Readonly<Partial<Record<DoubtKind, number>>>;
}

/** What an outlet repeats so often that it says nothing about copying; set aside, not hidden. */
export interface BoilerplateView {
  readonly domain: string;
  readonly articles: number;
  readonly sample: string;
}

/** The whole report: the list is cut to the widest `cascades.length` of `cascadesTotal`. */
export interface ReportView {
  readonly title: string;
  /** A line shown at the top of every page and print, e.g. that the texts are invented. */
  readonly notice: string | undefined;
  readonly generatedAt: number;
  readonly version: string;
  readonly articles: number;
  readonly outlets: number;
  readonly undated: number;
  readonly period: { readonly from: number; readonly to: number } | undefined;
  readonly tally: Tally;
  readonly refusals: readonly {
    readonly kind: RefusalKind;
    readonly file: string;
    readonly line: number | undefined;
    readonly detail: string;
  }[];
  readonly boilerplate: readonly BoilerplateView[];
  readonly cascadesTotal: number;
  readonly cascades: readonly CascadeView[];
}
