/**
 * Who asks too often. Both limits are pure but for their own memory, which holds the keys used
 * last and no more: what falls out counts as new. A look-up is O(1).
 */

/** A map that forgets what was used longest ago. */
class Recent<Value> {
  private readonly held = new Map<string, Value>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  get(key: string): Value | undefined {
    return this.held.get(key);
  }

  set(key: string, value: Value): void {
    // A map keeps the order of setting: taken out and set again, a key is the newest.
    this.held.delete(key);
    this.held.set(key, value);
    if (this.held.size <= this.most) return;
    const [oldest] = this.held.keys();
    this.held.delete(oldest!);
  }

  delete(key: string): void {
    this.held.delete(key);
  }

  get size(): number {
    return this.held.size;
  }
}

export interface Buckets {
  /** Takes one for `key`, or says how many milliseconds until there is one. 0: taken. */
  readonly take: (key: string, now: number) => number;
  /** How many keys are held in memory. */
  readonly held: () => number;
}

export interface BucketLimits {
  /** How many may come at once. */
  readonly capacity: number;
  /** Milliseconds until one more may come. */
  readonly everyMs: number;
  /** Keys held in memory. */
  readonly keys: number;
}

/** Token buckets: bursts up to `capacity`, then one each `everyMs`. */
export function openBuckets({ capacity, everyMs, keys }: BucketLimits): Buckets {
  const buckets = new Recent<{ readonly left: number; readonly at: number }>(keys);
  return {
    take: (key, now) => {
      const bucket = buckets.get(key);
      // A clock that was set back refills nothing, and takes nothing away.
      const since = bucket === undefined ? 0 : Math.max(0, now - bucket.at);
      const left = Math.min(capacity, (bucket?.left ?? capacity) + since / everyMs);
      const taken = left >= 1;
      buckets.set(key, { left: taken ? left - 1 : left, at: now });
      return taken ? 0 : Math.ceil((1 - left) * everyMs);
    },
    held: () => buckets.size,
  };
}

export interface Tries {
  /** Milliseconds to wait before `key` may try, and 0 where it may now: the try is then counted. */
  readonly begin: (key: string, now: number) => number;
  /** Takes back the last try: it was no wrong one. */
  readonly takeBack: (key: string) => void;
  /** Forgets all tries: whoever this is has shown who they are. */
  readonly forgive: (key: string) => void;
  /** How many keys are held in memory. */
  readonly held: () => number;
}

export interface TryLimits {
  /** Tries without any wait. */
  readonly free: number;
  readonly firstWaitMs: number;
  /** No wait is longer: nobody is locked out for good. */
  readonly longestWaitMs: number;
  /** After this long without a try all is forgotten. */
  readonly forgetMs: number;
  /** Keys held in memory. */
  readonly keys: number;
}

/** Wrong tries: some free, then waits that double up to a longest one. */
export function openTries(limits: TryLimits): Tries {
  const { free, firstWaitMs, longestWaitMs, forgetMs, keys } = limits;
  const seen = new Recent<{ readonly count: number; readonly at: number }>(keys);
  const waitAfter = (count: number): number =>
    count < free ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(count - free, 40));
  return {
    begin: (key, now) => {
      const last = seen.get(key);
      const fresh = last === undefined || now - last.at >= forgetMs;
      const count = fresh ? 0 : last.count;
      if (!fresh && last.at > now) {
        // The clock was set back: the wait begins anew, lest it last as long as the clock was off.
        seen.set(key, { count, at: now });
        return waitAfter(count);
      }
      const left = fresh ? 0 : last.at + waitAfter(count) - now;
      if (left > 0) return left;
      // Counted before it is known to be wrong, so that many at once are not all free.
      seen.set(key, { count: count + 1, at: now });
      return 0;
    },
    takeBack: (key) => {
      const last = seen.get(key);
      if (last !== undefined) seen.set(key, { ...last, count: Math.max(0, last.count - 1) });
    },
    forgive: (key) => seen.delete(key),
    held: () => seen.size,
  };
}
