/** One case of a target: made from its seed and number alone, run, judged, and made shorter where it fails. */
import { type Chance, chanceOf } from '../bench/chance.ts';
import type { Input, Target } from './target.ts';

/** A case that takes longer is a fault, in ms. */
const MOST_MS = 1000;
/** A slow case is run again, so that a busy machine is no fault of the parser's. */
const SLOW_TRIES = 3;
/** Bounds of making a failing input shorter. */
const SHRINK_TRIES = 300;
const SHRINK_MS = 10_000;

export interface Failure {
  readonly target: string;
  readonly seed: number;
  readonly case: number;
  /** One sentence: what was thrown, which rule is broken, or how long it took. */
  readonly what: string;
  /** Bytes or characters before it was made shorter. */
  readonly size: number;
  readonly input: Input;
}

/** The chance of one case, which no other case shares. */
function chanceFor(target: Target, seed: number, number: number): Chance {
  const name = [...target.name].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) | 0, 7);
  return chanceOf(seed, name, number);
}

/** Runs case `number`; undefined where nothing is wrong. */
export async function runCase(
  target: Target,
  seed: number,
  number: number,
): Promise<Failure | undefined> {
  const input = target.make(chanceFor(target, seed, number));
  const what = await faultOf(target, input);
  if (what === undefined) return undefined;
  const shorter = await shrunk(target, input, what);
  return { target: target.name, seed, case: number, what, size: input.length, input: shorter };
}

/** What is wrong with a target's answer to an input. */
async function faultOf(target: Target, input: Input): Promise<string | undefined> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < SLOW_TRIES; tries++) {
    const begin = performance.now();
    const before = process.cpuUsage();
    try {
      // Bytes are given as a copy: what a parser changes is not what is shown and shortened.
      const fault = await (target.kind === 'text'
        ? target.check(input as string)
        : target.check(Uint8Array.from(input as Uint8Array)));
      if (fault !== undefined) return fault;
    } catch (error) {
      return `threw ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' ') : String(error)}`;
    }
    const { user, system } = process.cpuUsage(before);
    // Whichever is less: other programs make the one longer, other threads the other.
    fastest = Math.min(fastest, performance.now() - begin, (user + system) / 1000);
    if (fastest <= MOST_MS) return undefined;
  }
  return `took ${Math.round(fastest)} ms`;
}

/** Faults of one kind, whatever numbers and words they name. */
const kindOf = (what: string): string => what.replace(/"[^"]*"|\d+/g, '').slice(0, 60);

/** Leaves out ever smaller pieces for as long as the same kind of fault stays. */
async function shrunk(target: Target, input: Input, what: string): Promise<Input> {
  const until = performance.now() + SHRINK_MS;
  let best = input;
  let tries = 0;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < best.length; ) {
      if (++tries > SHRINK_TRIES || performance.now() > until) return best;
      const shorter = without(best, at, at + size);
      const fault = await faultOf(target, shorter);
      if (fault !== undefined && kindOf(fault) === kindOf(what)) best = shorter;
      else at += size;
    }
  }
  return best;
}

function without(input: Input, begin: number, end: number): Input {
  if (typeof input === 'string') return input.slice(0, begin) + input.slice(end);
  return Buffer.concat([input.subarray(0, begin), input.subarray(end)]);
}
