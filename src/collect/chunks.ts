/** Looking ahead in a stream of chunks without losing any of it. */

/** The head of a stream, and the whole stream again. */
export interface Peeked {
  /** At least `size` bytes, or all there are. */
  readonly head: Uint8Array;
  /** Whether `head` is all there is. */
  readonly whole: boolean;
  /** The stream from its first byte; throws where the source threw, after what came before. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Ends the source; needed where `chunks` may not be read at all. */
  close(): Promise<void>;
}

/** Reads up to about `size` bytes ahead. Holds those bytes and no more. */
export async function peek(source: AsyncIterable<Uint8Array>, size: number): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let length = 0;
  let end: { readonly error?: unknown } | undefined;
  while (length < size && end === undefined) {
    try {
      const next = await iterator.next();
      if (next.done) end = {};
      else {
        held.push(next.value);
        length += next.value.length;
      }
    } catch (error) {
      end = { error };
    }
  }
  const head = held.length === 1 ? held[0]! : Buffer.concat(held);
  const whole = end !== undefined;
  const close = async (): Promise<void> => {
    await iterator.return?.();
  };
  return { head, whole, chunks: resumed(held, iterator, end), close };
}

async function* resumed(
  held: Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
  end: { readonly error?: unknown } | undefined,
): AsyncGenerator<Uint8Array> {
  try {
    for (let chunk = held.shift(); chunk !== undefined; chunk = held.shift()) yield chunk;
    if (end !== undefined) {
      if ('error' in end) throw end.error;
      return;
    }
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}
