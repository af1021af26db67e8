/**
 * How the time of a regular expression grows with its input, by attack: pieces of what it matches, said
 * again and again, behind a beginning that it matches and before an end that it does not. Finds growth
 * that is more than linear where one of the pieces shows it; proves nothing.
 */
import { exampleOf, WAYS } from './examples.ts';

/** `before + pump × k + after`. */
interface Attack {
  readonly before: string;
  readonly pump: string;
  readonly after: string;
}

/** Characters of an attack in the first look at it, and what makes a second look worth while, in ms. */
const FIRST_LENGTH = 1500;
const SUSPECT_MS = 0.5;
/** Lengths at which growth is measured. A slower one is not waited for: it has shown what it is. */
const LENGTHS = [250, 500, 1000, 2000, 4000, 8000, 16_000, 32_000];
const ENOUGH_MS = 60;
/** What takes longer is not asked again to have the least of three. */
const ONCE_MS = 20;
/** Time below this is noise. */
const LEAST_MS = 0.2;
/** Growth of n^1 is linear; between the two a machine's mood may lie. */
export const LINEAR = 1.5;
const LONGEST_PUMP = 4;
const LONGEST_BEFORE = 40;
/** A beginning that most expressions do not match: behind it an anchored branch is of no help. */
const OTHER = 'x\0';
const AFTER = ['', '\n!', '\0x', 'a '];

/** A text of about `length` characters. */
const attackText = ({ before, pump, after }: Attack, length: number): string =>
  before + pump.repeat(Math.max(1, Math.ceil(length / pump.length))) + after;

/** The exponent of growth under an attack; 0 where all lengths are done in no time. */
export function growthUnder(expression: RegExp, attack: Attack): number {
  const points: (readonly [number, number])[] = [];
  for (const length of LENGTHS) {
    const text = attackText(attack, length);
    let ms = timeOf(expression, text);
    for (let again = 0; again < 2 && ms < ONCE_MS; again++) {
      ms = Math.min(ms, timeOf(expression, text));
    }
    if (ms > LEAST_MS) points.push([text.length, ms]);
    if (ms > ENOUGH_MS && points.length > 1) break;
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

/** One search, or all of them where the expression is global. */
function timeOf(expression: RegExp, text: string): number {
  expression.lastIndex = 0;
  const begin = performance.now();
  if (expression.global) text.replace(expression, '');
  else expression.test(text);
  return performance.now() - begin;
}

function* attacksOn(expression: RegExp): Generator<Attack> {
  const seen = new Set<string>();
  for (const way of WAYS) {
    const example = exampleOf(expression.source, expression.flags, way);
    for (let at = 0; at < Math.min(example.length, LONGEST_BEFORE); at++) {
      for (let size = 1; size <= LONGEST_PUMP && at + size <= example.length; size++) {
        const [before, pump] = [example.slice(0, at), example.slice(at, at + size)];
        for (const start of at === 0 ? ['', OTHER] : ['', OTHER, before]) {
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
