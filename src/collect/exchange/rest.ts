/** A stream of which a part is taken, and then the rest: what follows the list of a bundle. */

/** A source that stays open when one reader of it ends, with how much of it that reader handed on. */
export interface Rest {
  readonly source: AsyncIterable<Uint8Array>;
  /** Passes the reader's bytes through and counts them. */
  readonly counted: (bytes: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array>;
  readonly state: RestState;
}

interface RestState {
  /** Bytes that the reader handed on, and bytes of the source that were read. */
  taken: number;
  read: number;
  /** The chunk that was read last. */
  last: Uint8Array;
  /** Whether the source is at its end: then nothing is behind what was taken. */
  ended: boolean;
}

export function withRest(chunks: AsyncIterable<Uint8Array>): Rest {
  const iterator = chunks[Symbol.asyncIterator]();
  const state: RestState = { taken: 0, read: 0, last: new Uint8Array(0), ended: false };
  const next = async (): Promise<IteratorResult<Uint8Array>> => {
    const result = await iterator.next();
    if (result.done) state.ended = true;
    else {
      state.last = result.value;
      state.read += result.value.length;
    }
    return result;
  };
  async function* counted(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      state.taken += piece.length;
      yield piece;
    }
  }
  // Without `return`, so that the end of one reader does not end the source.
  return { source: { [Symbol.asyncIterator]: () => ({ next }) }, counted, state };
}

/** `opening`, then what stands behind `start` and the bytes that were taken from there. */
export async function* behind(
  { source, state }: Rest,
  start: number,
  opening: string,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(opening);
  const left = state.read - start - state.taken;
  if (left > 0) yield state.last.subarray(state.last.length - left);
  yield* source;
}
