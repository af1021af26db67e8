/**
 * What a reading of one article yields: who says what, who and where is named, when, what happened,
 * how many are where, who stands where. Every item points at its passage: all spans are half-open
 * ranges of UTF-16 units in `Article.text`. Nothing here is inferred beyond the text but what says so.
 */
import type { ArticleId } from './ids.ts';
import type { Span } from './span.ts';

/** Languages that the built-in readers read. */
export const READ_LANGUAGES = ['en', 'es', 'ru'] as const;
export type ReadLanguage = (typeof READ_LANGUAGES)[number];

/** ISO 3166-1 alpha-2 code of a state, or `EU`, `UN`, `NATO` for the three unions that act like one. */
export type StateCode = string;

/** Words of the text, where they stand. `text` is exactly what stands at `span`. */
export interface Phrase {
  readonly span: Span;
  readonly text: string;
}

export const MENTION_KINDS = [
  'person',
  'organisation',
  'place',
  'state',
  'office',
  'other',
] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

/** How a mention names its entity: `metonym` is a capital or a seat that stands for its state. */
export const MENTION_FORMS = ['name', 'demonym', 'metonym', 'abbreviation'] as const;
export type MentionForm = (typeof MENTION_FORMS)[number];

/** A name in the text. */
export interface Mention extends Phrase {
  readonly kind: MentionKind;
  readonly form: MentionForm;
  /**
   * The key of what is named, the same for all its spellings and scripts (Shoigu, Shoigú, Шойгу) in
   * this and any other article: `person:…`, `organisation:…`, `place:…`, `state:RU`, `office:…`.
   */
  readonly entity: string;
  /** The fullest form under which this article names it. */
  readonly name: string;
  /** The state that it is, belongs to or lies in, where the desk's lists know it. */
  readonly state: StateCode | undefined;
}

/** TIMEX3 types (TimeML). */
export const DATE_TYPES = ['DATE', 'TIME', 'DURATION', 'SET'] as const;
export type DateType = (typeof DATE_TYPES)[number];

/** An expression of time in the text. */
export interface DateMention extends Phrase {
  readonly type: DateType;
  /** TIMEX3 value: `2022`, `2024-09-23`, `2024-W38`, `2024-Q3`, `P3D`, `PAST_REF`, `XXXX-XX-XX`. */
  readonly value: string;
  /** `relative`: resolved against the publication date or a date before it in the text. */
  readonly basis: 'absolute' | 'relative' | 'unresolved';
  /** First and last day, `YYYY-MM-DD`, both inclusive; absent for durations and unresolved dates. */
  readonly days: { readonly first: string; readonly last: string } | undefined;
}

/** What a cue says of the speaker's stance to the content, in the reporter's words. */
export const CUE_POLARITIES = [
  'says',
  'claims',
  'denies',
  'falsely-claims',
  'warns',
  'admits',
  'accuses',
  'asks',
  'promises',
  'believes',
] as const;
export type CuePolarity = (typeof CUE_POLARITIES)[number];

export const QUOTE_MODES = ['direct', 'indirect', 'mixed'] as const;
export type QuoteMode = (typeof QUOTE_MODES)[number];

/** Who is meant by a source. */
export interface Speaker extends Phrase {
  /** `named`: the span names it; `described`: a nominal ("US officials"); `pronoun`; `unstated`. */
  readonly form: 'named' | 'described' | 'pronoun' | 'unstated';
  /** The entity meant; for pronouns and "the general" the one resolved to. Absent: unresolved. */
  readonly entity: string | undefined;
  /** The fullest name of that entity in this article. */
  readonly name: string | undefined;
  /** Where this article names it, if that is not `span`. */
  readonly namedAt: Span | undefined;
}

/** The role of a speaker as the article states it, near the statement or elsewhere in the article. */
export interface Role extends Phrase {
  /** Whether the article itself calls it a former one. */
  readonly former: boolean;
}

/** An attributed statement. PolNeAR's source, cue and content. */
export interface Attribution {
  /** Absent where the text states none ("reportedly", a quote left standing). */
  readonly source: Speaker | undefined;
  readonly cue: (Phrase & { readonly lemma: string; readonly polarity: CuePolarity }) | undefined;
  /** In reading order; several where the cue stands between. Never empty. */
  readonly content: readonly Span[];
  readonly mode: QuoteMode;
  readonly role: Role | undefined;
  /** Where the utterance was made, as stated: "during a Senate hearing". */
  readonly venue: Phrase | undefined;
  /** When it was made, as stated: the place in `Reading.dates`. */
  readonly uttered: number | undefined;
  /** Through whom it reached the article, nearest to the article first: "According to NBC News …". */
  readonly via: readonly Speaker[];
  /** The place in `Reading.attributions` of the statement inside whose content this one stands. */
  readonly within: number | undefined;
}

/** PLOVER event types (Halterman et al. 2023), and statements. */
export const PLOVER_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'COOPERATE',
  'AID',
  'CONCEDE',
  'RETREAT',
  'DEMAND',
  'DISAPPROVE',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'FIGHT',
  'INVESTIGATE',
  'STATEMENT',
] as const;
export type PloverType = (typeof PLOVER_TYPES)[number];

/** Finer kinds that the desk counts; `other` where only the PLOVER type is known. */
export const EVENT_KINDS = [
  'expel',
  'recall',
  'accuse',
  'reject',
  'meet',
  'host',
  'consult',
  'sanction',
  'aid',
  'agree',
  'protest',
  'assault',
  'investigate',
  'state',
  'staff-change',
  'parade',
  'visit',
  'condemn',
  'sour',
  'other',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Only what `happened` is ever counted as happened. */
export const EVENT_STATUSES = ['happened', 'negated', 'hypothetical', 'planned'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** A party to an event or a position. */
export interface Party extends Phrase {
  /** As in `Mention.entity`, where the phrase names a known one. */
  readonly entity: string | undefined;
  readonly state: StateCode | undefined;
}

/** Who did what to whom. `span`: the words that name the deed. */
export interface PoliticalEvent extends Phrase {
  readonly type: PloverType;
  readonly kind: EventKind;
  readonly status: EventStatus;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly place: Phrase | undefined;
  /** The place in `Reading.dates`. */
  readonly date: number | undefined;
  readonly sentence: Span;
  /** The place in `Reading.attributions` of the statement that tells it; absent: the article does. */
  readonly told: number | undefined;
}

/** Counts of different unit or scope are never added or compared. */
export const PRESENCE_UNITS = [
  'diplomats',
  'administrative-technical',
  'staff',
  'accredited',
  'intelligence-officers',
  'posts',
  'military',
  'unstated',
] as const;
export type PresenceUnit = (typeof PRESENCE_UNITS)[number];

export const PRESENCE_SCOPES = ['embassy', 'consulate', 'mission', 'country', 'unstated'] as const;
export type PresenceScope = (typeof PRESENCE_SCOPES)[number];

export const PRESENCE_MEASURES = [
  'level',
  'rise',
  'fall',
  'arrival',
  'expulsion',
  'recall',
  'cap',
] as const;
export type PresenceMeasure = (typeof PRESENCE_MEASURES)[number];

/** How many of one state are in another, as the article states it. */
export interface PresenceCount extends Phrase {
  readonly measure: PresenceMeasure;
  /**
   * Bounds of the number as stated, both inclusive; `max` is null where no upper end is stated ("at
   * least nine"). Absent where only a direction is ("grew substantially").
   */
  readonly number: { readonly min: number; readonly max: number | null } | undefined;
  readonly unit: PresenceUnit;
  readonly scope: PresenceScope;
  /** Whose staff. */
  readonly sender: Party | undefined;
  /** Where it is. */
  readonly host: Party | undefined;
  /** The place in `Reading.dates`. */
  readonly asOf: number | undefined;
  readonly status: EventStatus;
  /** The place in `Reading.attributions`; absent: the article itself states it. */
  readonly told: number | undefined;
}

export const STANCES = ['supports', 'opposes', 'neutral'] as const;
export type Stance = (typeof STANCES)[number];

/** Where a party stands on something. `span`: the words that say so. */
export interface Position extends Phrase {
  readonly stance: Stance;
  readonly holder: Party;
  /** What it is about, as stated. */
  readonly towards: Party;
  readonly told: number | undefined;
}

/** Signs that something told as new is old. */
export const STALENESS_KINDS = ['old-date', 'former-role', 'recirculated', 'archive'] as const;
export interface StalenessCue extends Phrase {
  readonly kind: (typeof STALENESS_KINDS)[number];
}

/** Why a reader's item was not taken: only what the text bears out counts. */
export const READ_REFUSALS = ['not-in-text', 'malformed', 'unknown-value', 'too-many'] as const;
export type ReadRefusal = (typeof READ_REFUSALS)[number];

/** One article read by one reader. A re-read replaces only the same reader's earlier reading. */
export interface Reading {
  readonly article: ArticleId;
  /** `name@version` of what read it. */
  readonly reader: string;
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  readonly attributions: readonly Attribution[];
  readonly events: readonly PoliticalEvent[];
  readonly counts: readonly PresenceCount[];
  readonly positions: readonly Position[];
  readonly staleness: readonly StalenessCue[];
  /** How many of the reader's items were refused, by reason; the built-in reader has none. */
  readonly refused: Readonly<Partial<Record<ReadRefusal, number>>>;
}
