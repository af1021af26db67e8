/** A form of a verb that can be a cue. */

/** A form of a verb; `plural` only where the form says so. */
export interface VerbForm {
  readonly text: string;
  readonly shape: 'finite' | 'infinitive' | 'gerund' | 'participle';
  readonly number: 'singular' | 'plural' | undefined;
  /** Russian past: the subject's gender. */
  readonly gender?: 'm' | 'f' | 'n';
}
