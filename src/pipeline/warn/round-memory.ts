/**
 * What a process that measures indicators again and again keeps from one round to the next: what cascades and
 * statements were judged to be. A judgement is taken as it is for `KEPT_MS`, since it rests on other articles of
 * the desk too; it is made anew at once where the cascade itself, the fact-checks, the offices or the
 * watch list changed. Of one desk.
 */
import type { RecycledFacts } from '../../warn/measures/recycled.ts';
import type { JudgedCascade } from '../judge/judge-cascade.ts';

/** Milliseconds. */
const KEPT_MS = 3 * 3_600_000;
/** Articles in kept judgements: some 3 kB each. */
const MOST_CARRIERS = 20_000;
/** Articles of which is kept what they bring as new: mostly nothing. */
const MOST_ARTICLES = 500_000;

export class RoundMemory {
  readonly cascades = new Recalled<JudgedCascade>(MOST_CARRIERS, ({ carriers }) => carriers.length);
  readonly statements = new Recalled<readonly RecycledFacts[]>(
    MOST_ARTICLES,
    (facts) => 1 + 100 * facts.length,
  );
  private stamp = '';

  /** Forgets all where what every judgement rests on is not what it was. */
  restOn(stamp: string): void {
    if (stamp !== this.stamp) {
      this.cascades.clear();
      this.statements.clear();
    }
    this.stamp = stamp;
  }
}

/** Answers by key, for a time and up to a weight; the oldest are forgotten first. */
export class Recalled<T> {
  private readonly known = new Map<string, { readonly value: T; readonly until: number }>();
  private readonly most: number;
  private readonly weightOf: (value: T) => number;
  private weight = 0;

  constructor(most: number, weightOf: (value: T) => number) {
    this.most = most;
    this.weightOf = weightOf;
  }

  /** What is known under the key. */
  peek(key: string, now: number): T | undefined {
    const kept = this.known.get(key);
    return kept !== undefined && now < kept.until ? kept.value : undefined;
  }

  /** What is known under the key, else what `make` gives. `now`: milliseconds since the epoch. */
  async get(key: string, now: number, make: () => Promise<T>): Promise<T> {
    const kept = this.peek(key, now);
    if (kept !== undefined) return kept;
    const value = await make();
    this.drop(key);
    this.known.set(key, { value, until: now + KEPT_MS });
    this.weight += this.weightOf(value);
    for (const [oldest] of this.known) {
      if (this.weight <= this.most || oldest === key) break;
      this.drop(oldest);
    }
    return value;
  }

  clear(): void {
    this.known.clear();
    this.weight = 0;
  }

  private drop(key: string): void {
    const kept = this.known.get(key);
    if (kept === undefined) return;
    this.known.delete(key);
    this.weight -= this.weightOf(kept.value);
  }
}
