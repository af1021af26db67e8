/**
 * Readings as people and programs see them: plain data, complete in itself. Each item carries its
 * passage and where it stands; no piece of text is longer than `EXCERPT_WORDS` words.
 */

import type { QuotedView } from './excerpts.ts';
import type {
  CuePolarity,
  EventKind,
  EventStatus,
  MentionKind,
  PloverType,
  PresenceMeasure,
  PresenceScope,
  PresenceUnit,
  QuoteMode,
  ReadRefusal,
  Speaker,
  StalenessCue,
  Stance,
  StateCode,
} from './reading.ts';
import type { Span } from './span.ts';
import type { ArticleView } from './views.ts';

/** Who is meant by a source: the words of the text, and the one resolved to. */
export interface SpeakerView {
  readonly span: Span;
  readonly text: string;
  readonly form: Speaker['form'];
  readonly entity: string | undefined;
  readonly name: string | undefined;
}

/** An expression of time and what it stands for. */
export interface TimeView {
  readonly span: Span;
  readonly text: string;
  /** TIMEX3 value. */
  readonly value: string;
}

export interface StatementView {
  readonly source: SpeakerView | undefined;
  readonly role:
    | { readonly text: string; readonly span: Span; readonly former: boolean }
    | undefined;
  readonly cue:
    | { readonly text: string; readonly span: Span; readonly polarity: CuePolarity }
    | undefined;
  readonly content: readonly QuotedView[];
  readonly mode: QuoteMode;
  readonly venue: { readonly text: string; readonly span: Span } | undefined;
  readonly uttered: TimeView | undefined;
  /** Nearest to the article first. */
  readonly via: readonly SpeakerView[];
  /** The place in `statements` of the one inside whose content it stands. */
  readonly within: number | undefined;
}

export interface PartyView {
  readonly text: string;
  readonly span: Span;
  readonly state: StateCode | undefined;
}

export interface EventView {
  readonly type: PloverType;
  readonly kind: EventKind;
  readonly status: EventStatus;
  readonly text: string;
  readonly span: Span;
  readonly actors: readonly PartyView[];
  readonly recipients: readonly PartyView[];
  readonly place: { readonly text: string; readonly span: Span } | undefined;
  readonly date: TimeView | undefined;
  readonly sentence: QuotedView;
  /** The place in `statements` of the one that tells it; absent: the article itself does. */
  readonly told: number | undefined;
}

export interface CountView {
  readonly measure: PresenceMeasure;
  /** `max` is null where no upper end is stated. */
  readonly number: { readonly min: number; readonly max: number | null } | undefined;
  readonly unit: PresenceUnit;
  readonly scope: PresenceScope;
  readonly sender: PartyView | undefined;
  readonly host: PartyView | undefined;
  readonly asOf: TimeView | undefined;
  readonly status: EventStatus;
  readonly quoted: QuotedView;
  readonly told: number | undefined;
}

export interface PositionView {
  readonly stance: Stance;
  readonly holder: PartyView;
  readonly towards: PartyView;
  readonly quoted: QuotedView;
  readonly told: number | undefined;
}

/** What one reader made of one article. */
export interface ReadingView {
  /** `name@version`. */
  readonly reader: string;
  readonly statements: readonly StatementView[];
  readonly events: readonly EventView[];
  readonly counts: readonly CountView[];
  readonly positions: readonly PositionView[];
  readonly staleness: readonly {
    readonly kind: StalenessCue['kind'];
    readonly text: string;
    readonly span: Span;
  }[];
  /** Who and what is named, those named most often first. */
  readonly named: readonly {
    readonly entity: string;
    readonly name: string;
    readonly kind: MentionKind;
    readonly state: StateCode | undefined;
    readonly times: number;
  }[];
  readonly refused: Readonly<Partial<Record<ReadRefusal, number>>>;
}

/** A statement with the article that carries it. */
export interface SaidView {
  readonly article: ArticleView;
  readonly reader: string;
  readonly statement: StatementView;
}
