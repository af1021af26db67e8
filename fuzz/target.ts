/**
 * What is fuzzed: one parser of foreign input behind one question. A target makes an input from chance
 * alone and says what is wrong with what came of it; the campaign knows nothing of formats.
 */
import type { Chance } from '../bench/chance.ts';

/** What a parser is given: text where it takes a string (lone surrogates among it), else bytes. */
export type Input = string | Uint8Array;

/** What is wrong with an answer, in one sentence; undefined where all its rules hold. */
export type Fault = string | undefined;

interface Common {
  readonly name: string;
  /** Its share of a campaign, relative to the others; slow parsers take less. */
  readonly weight: number;
}

export interface TextTarget extends Common {
  readonly kind: 'text';
  make(chance: Chance): string;
  /** A throw is a fault too, except for the errors that the parser documents. */
  check(text: string): Fault | Promise<Fault>;
}

export interface BytesTarget extends Common {
  readonly kind: 'bytes';
  make(chance: Chance): Uint8Array;
  check(bytes: Uint8Array): Fault | Promise<Fault>;
}

export type Target = TextTarget | BytesTarget;
