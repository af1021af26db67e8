/**
 * What a process that traces a desk again and again keeps from one trace to the next, so that a round costs what
 * is new and not what is there: the index of passages (1.4 kB an article) and the keys of the newest articles
 * (1 kB each). What is kept is used only where the stored state is, byte for byte, the one that was left:
 * after anybody else's trace it is read anew. Of one desk, by one trace at a time.
 */
import type { RetellKeys, Store } from '../store/store.ts';
import type { TraceIndex } from './trace-pairs.ts';

export class TraceMemory {
  private left: { readonly state: Uint8Array; readonly index: TraceIndex } | undefined;
  private keys: readonly RetellKeys[] = [];

  /** The index that was left with this state; a trace changes it, so it is given once. */
  takeIndex(state: Uint8Array): TraceIndex | undefined {
    const { left } = this;
    this.left = undefined;
    return left !== undefined && equal(left.state, state) ? left.index : undefined;
  }

  /** Keeps the index of a trace that is stored, and its state as it was stored. */
  leave(state: Uint8Array, index: TraceIndex): void {
    this.left = { state, index };
  }

  /** The stored keys of the rows from `base` on, in order. What a row's keys are never changes. */
  async keysFrom(store: Store, base: number): Promise<readonly RetellKeys[]> {
    const [first] = this.keys;
    if (first === undefined || first.row > base) this.keys = await store.retellKeys(base);
    else {
      const held = this.keys.filter(({ row }) => row >= base);
      this.keys = [...held, ...(await store.retellKeys((held.at(-1)?.row ?? base - 1) + 1))];
    }
    return this.keys;
  }
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
