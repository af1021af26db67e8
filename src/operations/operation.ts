/**
 * What an operation is. From the list of operations come the commands of the CLI with their flags
 * and help, and later the routes of the API: a feature cannot exist behind one door only.
 */
import type { z } from 'zod';
import type { Role } from '../domain/people.ts';
import type { Desk } from '../pipeline/desk.ts';
import type { DeskPlace } from '../pipeline/desk-place.ts';

/** What a run may tell while it works. */
export interface Progress {
  /** `done` of `total` (0: not known), in units of the named stage. */
  readonly step: (stage: string, done: number, total: number) => void;
  /** One line about something that happened, for whoever looks on. */
  readonly tell: (line: string) => void;
}

/** What is handed to a run besides its input. */
export interface Context {
  readonly desk: Desk;
  /** Where the desk is; set by a terminal, for operations that work on the place and not on a desk. */
  readonly place?: DeskPlace;
  /** Whether there is a desk; only operations that work without one need ask. */
  readonly hasDesk: boolean;
  readonly progress: Progress;
  /** What the path `-` reads. */
  readonly stdin: AsyncIterable<Uint8Array> | undefined;
  /** Folder of the bundled example. */
  readonly example: string;
  readonly version: string;
  /** Who asks, for logs of who did what: an account, or `local` for the one user of a terminal. */
  readonly by: string;
  /** The one watch list that may be shown and changed from afar; set by a server for every run. */
  readonly watchFile?: string;
  /** Ends a run that has no end of its own; asked for by such runs alone. */
  readonly interrupted: () => AbortSignal;
}

/** What an operation takes, does and says; the catalogue names it. */
export interface Definition<Input extends z.ZodObject = z.ZodObject, Output = unknown> {
  readonly input: Input;
  /** The field that takes what stands without a flag, if any. */
  readonly positional?: string;
  /** Whether it creates a desk where there is none. */
  readonly creates: boolean;
  /**
   * Whether it works without any desk: `always`, then the context's must not be asked for; `optional`,
   * then it may be where `hasDesk` says so.
   */
  readonly deskless?: 'always' | 'optional';
  /** The desk's folder if none is named; only the demo has its own. */
  readonly desk?: string;
  /**
   * Who may run it over HTTP, and whether it changes anything; absent: at a terminal only (it reads
   * files of the machine, or runs for hours).
   */
  readonly remote?: {
    readonly role: Role;
    readonly changes: boolean;
    /** The fields that may come over HTTP; absent: all. Others name files of the machine. */
    readonly fields?: readonly string[];
  };
  readonly run: (input: z.infer<Input>, context: Context) => Promise<Output>;
  /** The output for a terminal. */
  readonly text: (output: Output, options: TextOptions) => string;
  /** Where the output is an answer but no success (nothing could be read): why. */
  readonly failure?: (output: Output) => string | undefined;
}

export interface Operation<Input extends z.ZodObject = z.ZodObject, Output = unknown>
  extends Definition<Input, Output> {
  readonly name: string;
  /** One sentence for a person, without a full stop. */
  readonly summary: string;
}

export interface TextOptions {
  readonly color: boolean;
  /** Where the door wrote the document that came out, if it did. */
  readonly writtenTo?: string;
}

/** A document that is made while it is written: too large to be held, or not worth it. */
export interface StreamedDocument {
  readonly mediaType: string;
  /** What to save it as where nobody says; of the program's making. */
  readonly fileName: string;
  readonly pieces: AsyncIterable<string | Uint8Array>;
}

/** The document in an output that is one; undefined in others. */
export function streamedIn(output: unknown): StreamedDocument | undefined {
  const { pieces } = output as { readonly pieces?: AsyncIterable<string> };
  return typeof pieces?.[Symbol.asyncIterator] === 'function'
    ? (output as StreamedDocument)
    : undefined;
}

/** Keeps the types of one operation together while it is written. */
export function operation<Input extends z.ZodObject, Output>(
  definition: Definition<Input, Output>,
): Definition<Input, Output> {
  return definition;
}

/** A definition under the name by which it is asked for. */
export function named<Input extends z.ZodObject, Output>(
  name: string,
  summary: string,
  definition: Definition<Input, Output>,
): Operation<Input, Output> {
  return { name, summary, ...definition };
}

/** What was asked for is not there; a door answers with its own "not found". */
export class NotFound extends Error {}
