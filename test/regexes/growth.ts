/**
 * How the time of a regular expression grows with its input, by attack: pieces of what it matches, said
 * again and again, behind a beginning that it matches and before an end that it does not. Finds growth
 * that is more than linear where one of the pieces shows it; proves nothing.
 */
import fc from 'fast-check';

/** `before + pump × k + after`. */
export interface Attack {
  readonly before: string;
  readonly pump: string;
  readonly after: string;
}

/** Characters of an attack in the first look at it, and what makes a second look worth while, in ms. */
const FIRST_LENGTH = 3000;
const SUSPECT_MS = 1.2;
/** Lengths at which growth is measured. A slower one is not waited for: it has shown what it is. */
const LENGTHS = [2500, 5000, 10_000, 20_000];
const ENOUGH_MS = 150;
/** Time below this is noise. */
const LEAST_MS = 0.4;
/** Growth of n^1 is linear; between the two a machine's mood may lie. */
export const LINEAR = 1.5;
const EXAMPLES = 6;
const LONGEST_PUMP = 4;
const AFTER = ['', '\n', '!', '\0x', ' ', 'a'];

/** A text of about `length` characters. */
export const attackText = ({ before, pump, after }: Attack, length: number): string =>
  before + pump.repeat(Math.max(1, Math.ceil(length / pump.length))) + after;

/** The exponent of growth under an attack; 0 where all lengths are done in no time. */
export function growthUnder(expression: RegExp, attack: Attack): number {
  const points: (readonly [number, number])[] = [];
  for (const length of LENGTHS) {
    const text = attackText(attack, length);
    const ms = Math.min(...[0, 1, 2].map(() => timeOf(expression, text)));
    if (ms > LEAST_MS) points.push([text.length, ms]);
    if (ms > ENOUGH_MS) break;
  }
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || first === last) return 0;
  return Math.log(last[1] / first[1]) / Math.log(last[0] / first[0]);
}

/** The worst attack that was found and its growth, where that is more than linear. */
export function worstAttack(
  expression: RegExp,
): { readonly attack: Attack; readonly growth: number } | undefined {
  for (const attack of attacksOn(expression)) {
    if (timeOf(expression, attackText(attack, FIRST_LENGTH)) < SUSPECT_MS) continue;
    const growth = growthUnder(expression, attack);
    if (growth > LINEAR) return { attack, growth };
  }
  return undefined;
}

/** One search from the beginning, as `exec` and one step of `replace` make it. */
function timeOf(expression: RegExp, text: string): number {
  expression.lastIndex = 0;
  const begin = performance.now();
  expression.test(text);
  return performance.now() - begin;
}

function* attacksOn(expression: RegExp): Generator<Attack> {
  const seen = new Set<string>();
  for (const example of examplesOf(expression)) {
    for (let at = 0; at < Math.min(example.length, 40); at++) {
      for (let size = 1; size <= LONGEST_PUMP && at + size <= example.length; size++) {
        const [before, pump] = [example.slice(0, at), example.slice(at, at + size)];
        for (const start of at === 0 ? [''] : ['', before]) {
          for (const after of AFTER) {
            const key = `${start}\n${pump}\n${after}`;
            if (seen.has(key)) continue;
            seen.add(key);
            yield { before: start, pump, after };
          }
        }
      }
    }
  }
}

/** Texts that it matches, the same in every run; assertions that cannot be made up are left out. */
function examplesOf(expression: RegExp): readonly string[] {
  const source = expression.source.replace(/\\[bB]/g, '').replace(/\(\?<?[=!]/g, '(?:');
  for (const attempt of [
    expression,
    new RegExp(`(?:${source})`, expression.flags.replace('g', '')),
  ]) {
    try {
      return fc.sample(fc.stringMatching(attempt, { size: 'small' }), {
        seed: 11,
        numRuns: EXAMPLES,
      });
    } catch {
      // Not of the part of the language that can be made up.
    }
  }
  return [];
}
