/** What the frames of attribution ask of a language. */
import type { CueWord } from './cue-list.ts';
import type { Range, Scene } from './scene.ts';

/** A verb that may be a cue, with what belongs to it. */
export interface VerbGroup {
  /** The verb itself. */
  readonly at: number;
  readonly word: CueWord;
  /** From the first auxiliary, pronoun or adverb that goes with it, to behind the verb. */
  readonly group: Range;
  /** The words of the cue: auxiliaries, the verb, an adverb that calls the statement false. */
  readonly cue: Range;
  readonly negated: boolean;
}

/** "in his words": whose, and in what. */
export interface OwnOrigin {
  readonly cue: Range;
  readonly source: Range;
  readonly lemma: string;
}

export interface Grammar {
  /** The group of the cue verb at `at`; absent where the word is no verb here. */
  verbGroup(scene: Scene, at: number, unit: Range): VerbGroup | undefined;
  /** If a word like "that" stands at `at` (with its preposition or comma): where the clause begins. */
  clauseAt(scene: Scene, at: number): number | undefined;
  /** Who, where the subject stands before the verb. */
  subjectBefore(scene: Scene, verb: VerbGroup, unit: Range): Range | undefined;
  /** Who, where the subject stands behind the verb, from `at` on. */
  subjectAfter(scene: Scene, verb: VerbGroup, at: number, last: number): Range | undefined;
  /** A noun phrase that begins at `at`. */
  phraseAt(scene: Scene, at: number, last: number): Range | undefined;
  /** The verb of "as X said", if "as" stands at `as`; it need not be a known cue. */
  asVerb(scene: Scene, as: number, unit: Range): VerbGroup | undefined;
  /** Whose a statement is that the noun at `at` names: behind it, or a possessive before it. */
  ownerOf(scene: Scene, at: number, last: number): Range | undefined;
  /** "in his words", "по его словам" at `at`. */
  ownOrigin(scene: Scene, at: number): OwnOrigin | undefined;
  /** Where the words begin that an infinitive for content begins with; absent where none is at `at`. */
  infinitiveAt(scene: Scene, at: number, last: number): number | undefined;
  /** Whether a preposition of "about" stands at `at`. */
  isAbout(word: string): boolean;
  /** Whether only times, adverbs and addressees stand between a verb and "about". */
  isFree(scene: Scene, first: number, last: number): boolean;
  /** Whether a subject may begin with the token at `at`. */
  mayBeSubject(scene: Scene, at: number): boolean;
  /** Whether a rating stands at `at`: "as", "of"; an instrumental in Russian. */
  isRating(scene: Scene, at: number): boolean;
  /** Where a noun for content begins behind the verb, past adverbs and times. */
  objectAt(scene: Scene, at: number, last: number): number | undefined;
  /** Whether the unit only points back to the one before: "Así lo afirmó X", "Об этом сообщил X". */
  pointsBack(scene: Scene, verb: VerbGroup, unit: Range): boolean;
  /** Words that join a clause to the one before ("y", "и"). */
  isJoin(word: string): boolean;
  /** Whether a clause that begins behind the comma at `at` stands outside what was said before it. */
  leavesContent(scene: Scene, at: number): boolean;
  /** Whether a unit that begins so is a clause before its main clause ("Aunque …", "Хотя …"). */
  isLeading(word: string): boolean;
}
