/** One measure: a name on the command line, the data it reads, and its answer. */

/** A tree of numbers, as `--json` prints it; `null` is a figure that cannot be measured yet. */
export interface Figures {
  readonly [key: string]: number | null | Figures;
}

/** A measured answer, or the place where the data was looked for and what should stand there. */
export type Answer =
  | { readonly kind: 'measured'; readonly table: string; readonly figures: Figures }
  | { readonly kind: 'absent'; readonly place: string; readonly expected: string };

export interface Measure {
  readonly name: string;
  /** What the path must be, as usage shows it: `[FILE]` may be left out; empty: it takes none. */
  readonly argument: 'DIR' | 'FILE' | '[FILE]' | '';
  /** One line for the usage. */
  readonly summary: string;
  /** Options that take a value and may follow the path (`queries` for `--queries FILE`). */
  readonly options?: readonly string[];
  run(path: string, options?: Readonly<Record<string, string>>): Promise<Answer>;
}
