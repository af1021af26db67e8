/** One line of docs/quality.md before it is measured. */

/** How a number is told. */
export type FigureKind = 'share' | 'count' | 'perSecond' | 'seconds' | 'ms' | 'mb';

export interface FigureWanted {
  readonly name: string;
  /** Where it stands in the answer, by keys. */
  readonly at: readonly string[];
  readonly kind: FigureKind;
}

export interface Entry {
  /** Its own name, by which it is asked for again. */
  readonly id: string;
  readonly subject: 'tracing' | 'reading' | 'judging' | 'collecting' | 'presence' | 'speed';
  readonly title: string;
  /** `eval` or `bench`, and what follows; `DATA` stands for the folder of data. */
  readonly command: readonly [script: 'eval' | 'bench', ...rest: string[]];
  /** An archive below the folder of data that is unpacked first; then `DATA` is where it is unpacked. */
  readonly unpack?: string;
  readonly figures: readonly FigureWanted[];
  /** The best figure that somebody published on it, and of whom. */
  readonly published?: string;
  /** What a simple method reaches. */
  readonly baseline?: string;
  /** What goes wrong most often. */
  readonly wrong?: string;
}

/** What a command answered. */
export type Answered =
  | { readonly kind: 'measured'; readonly figures: unknown }
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly reason: string };

/** An answer with its day (YYYY-MM-DD). */
export type Kept = Answered & { readonly day: string };
