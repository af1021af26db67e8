/** Choices by chance, and the mutators' one shape. */
import { between, type Chance } from '../../bench/chance.ts';

/** Another text made of this one; it may come back unchanged where it has not what is mutated. */
export type Mutator = (text: string, chance: Chance) => string;

/** No input grows beyond this, in characters or bytes: a case is bounded, so is what it costs. */
export const MOST_LENGTH = 60_000;

/** One of a list that is not empty. */
export function pick<T>(list: readonly T[], chance: Chance): T {
  return list[between(chance, 0, list.length - 1)]!;
}

/** A span of `text`, mostly short: [begin, end]. */
export function spanIn(length: number, chance: Chance): readonly [number, number] {
  const begin = between(chance, 0, length);
  const reach = Math.floor((length - begin) * chance() ** 3);
  return [begin, begin + reach];
}

/** `text` with [begin, end) replaced, cut to the most that an input may have. */
export function spliced(text: string, begin: number, end: number, put: string): string {
  return (text.slice(0, begin) + put + text.slice(end)).slice(0, MOST_LENGTH);
}

/**
 * A seed changed by one to eight mutators, mostly few: one change reaches deep into a parser, many
 * reach the answers to nonsense. Now and then the seed itself, and now and then two seeds in one.
 */
export function mutated(
  seeds: readonly string[],
  mutators: readonly Mutator[],
  chance: Chance,
): string {
  let text = pick(seeds, chance);
  if (chance() < 0.05) text += pick(seeds, chance);
  const rounds = Math.floor(1 + 8 * chance() ** 3);
  for (let round = 0; round < rounds; round++) text = pick(mutators, chance)(text, chance);
  return text.slice(0, MOST_LENGTH);
}
