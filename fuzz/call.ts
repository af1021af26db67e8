/** The command line of the fuzzing. */
import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run -s fuzz
       npm run -s fuzz -- [TARGET …] [--cases N] [--seed S]
       npm run -s fuzz -- TARGET --seed S --case N`;

/** Over all targets together. */
const CASES = 120_000;
const SEED = 1;

export interface Call {
  /** Names of targets; never empty. */
  readonly targets: readonly string[];
  readonly seed: number;
  /** How many cases in all, or the number of the only one. */
  readonly run: { readonly cases: number } | { readonly only: number };
}

/** The call, or one sentence that says what is wrong with it. `known`: the targets that there are. */
export function readCall(argv: readonly string[], known: readonly string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { cases: { type: 'string' }, seed: { type: 'string' }, case: { type: 'string' } },
      allowPositionals: true,
    });
    const strange = positionals.find((name) => !known.includes(name));
    if (strange !== undefined) {
      return `"${strange}" is no target; expected some of ${known.join(', ')}.`;
    }
    const { cases = String(CASES), seed = String(SEED), case: one } = values;
    const stated = { cases, seed, case: one ?? '0' };
    const wrong = Object.entries(stated).find(([, text]) => wholeNumber(text) === undefined);
    if (wrong !== undefined) return `--${wrong[0]} "${wrong[1]}" is no number; expected 0 or more.`;
    if (one !== undefined && positionals.length !== 1) return '--case needs one target.';
    if (one !== undefined && values.cases !== undefined) {
      return '--case and --cases exclude each other.';
    }
    return {
      targets: positionals.length === 0 ? known : [...new Set(positionals)],
      seed: Number(seed),
      run: one === undefined ? { cases: Number(cases) } : { only: Number(one) },
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function wholeNumber(text: string): number | undefined {
  const number = /^(?:0|[1-9]\d*)$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}
