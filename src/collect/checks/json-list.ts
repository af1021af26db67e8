/**
 * One list within one JSON object, as a stream: feeds of fact-checks are objects of hundreds of
 * megabytes whose list is their only long part. Linear; holds nothing but the chunk at hand.
 */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const OPEN_OBJECT = 0x7b;
const CLOSE_LIST = 0x5d;
const CLOSE_OBJECT = 0x7d;

/** Strings and brackets of a JSON text, byte by byte. */
class Nesting {
  depth = 0;
  inString = false;
  #escaped = false;

  step(byte: number): void {
    if (this.inString) {
      if (this.#escaped) this.#escaped = false;
      else if (byte === BACKSLASH) this.#escaped = true;
      else if (byte === QUOTE) this.inString = false;
    } else if (byte === QUOTE) this.inString = true;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) this.depth++;
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) this.depth--;
  }
}

/**
 * Where the list begins that the object at the beginning of `head` holds under one of `keys`: the
 * index of its `[`, or -1 where `head` shows none.
 */
export function listStart(head: Uint8Array, keys: readonly string[]): number {
  const nesting = new Nesting();
  let opened = 0;
  let key = '';
  let named = false;
  for (let i = 0; i < head.length; i++) {
    const byte = head[i]!;
    const wasInString = nesting.inString;
    nesting.step(byte);
    if (!wasInString && nesting.inString) opened = i + 1;
    else if (wasInString && !nesting.inString && nesting.depth === 1) {
      key = Buffer.from(head.subarray(opened, i)).toString();
      named = false;
    } else if (byte === COLON && !wasInString && nesting.depth === 1) named = true;
    else if (byte === OPEN_LIST && !wasInString && nesting.depth === 2) {
      if (named && keys.includes(key)) return i;
    }
  }
  return -1;
}

/** The bytes of that list, from its `[` at `start` to its `]`; what stands around it is left out. */
export async function* listBytes(
  source: AsyncIterable<Uint8Array>,
  start: number,
): AsyncGenerator<Uint8Array> {
  const nesting = new Nesting();
  let skip = start;
  for await (const chunk of source) {
    const bytes = chunk.subarray(skip);
    skip = Math.max(0, skip - chunk.length);
    for (let i = 0; i < bytes.length; i++) {
      nesting.step(bytes[i]!);
      if (nesting.depth > 0 || nesting.inString) continue;
      yield bytes.subarray(0, i + 1);
      return;
    }
    if (bytes.length > 0) yield bytes;
  }
}
