/**
 * Gzip as a stream of chunks that keeps everything before a break. Piping through zlib would lose
 * what is still buffered when the stream is destroyed; here each piece is handed on first.
 */
import { createGunzip, type Gunzip } from 'node:zlib';
import { BrokenInput } from './refusals.ts';

/** Compressed bytes fed at once: one slice can grow a thousandfold, so 32 MiB are held at most. */
const SLICE = 32 * 1024;

/** Whether the bytes begin as a gzip member does. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * The plain bytes of a gzip stream of one or several members. Throws `BrokenInput` at the break,
 * after all that came before it.
 */
export async function* gunzip(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const engine = createGunzip();
  let pieces: Uint8Array[] = [];
  let failure: Error | undefined;
  engine.on('data', (piece: Uint8Array) => pieces.push(piece));
  engine.on('error', (error) => {
    failure = error;
  });
  const taken = (): Uint8Array[] => {
    const done = pieces;
    pieces = [];
    return done;
  };
  try {
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length && failure === undefined; at += SLICE) {
        await written(engine, chunk.subarray(at, at + SLICE));
        yield* taken();
      }
      if (failure !== undefined) break;
    }
    if (failure === undefined) await finished(engine);
    yield* taken();
    if (failure !== undefined) throw brokenGzip(failure);
  } finally {
    engine.destroy();
  }
}

/** Done when the engine has handed on all that follows from `slice`, or has failed. */
function written(engine: Gunzip, slice: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    engine.once('close', resolve);
    engine.write(slice, () => {
      engine.removeListener('close', resolve);
      resolve();
    });
  });
}

function finished(engine: Gunzip): Promise<void> {
  return new Promise((resolve) => {
    engine.once('end', resolve);
    engine.once('close', resolve);
    engine.end();
  });
}

function brokenGzip(error: Error): BrokenInput {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'Z_BUF_ERROR') {
    const detail =
      'the gzip stream ends in the middle; what came before was read, fetch the file again for the rest.';
    return new BrokenInput('truncated-gzip', detail, error);
  }
  const detail = `the gzip stream is damaged (${error.message}); what came before was read, fetch the file again for the rest.`;
  return new BrokenInput('broken-gzip', detail, error);
}
