/** The thread of an export: records come in, finished pieces go out. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ExportRecord } from '../../domain/exports.ts';
import { kindOf } from './kinds.ts';
import type { FromThread, Order, ToThread } from './thread.ts';

/** Bytes that are sent at a time. */
const ENOUGH = 1 << 20;

const port = parentPort!;
const waiting: ToThread[] = [];
let wake: (() => void) | undefined;
port.on('message', (message: ToThread) => {
  waiting.push(message);
  wake?.();
});

async function* records(): AsyncGenerator<ExportRecord> {
  for (;;) {
    const message = waiting.shift();
    if (message === undefined) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      continue;
    }
    if (message.kind === 'end') return;
    yield* message.records;
    send({ kind: 'taken' });
  }
}

function send(message: FromThread, moved: ArrayBuffer[] = []): void {
  port.postMessage(message, moved);
}

function sendPieces(pieces: readonly Uint8Array[]): void {
  // A buffer of its own, which can be handed over instead of copied.
  const length = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  send({ kind: 'piece', bytes }, [bytes.buffer]);
}

const { name, options } = workerData as Order;
const encoder = new TextEncoder();
let pieces: Uint8Array[] = [];
let held = 0;
const { exporter } = kindOf(name);
for await (const piece of exporter({ ...options, tellReviews: () => undefined })(records())) {
  const bytes = typeof piece === 'string' ? encoder.encode(piece) : piece;
  pieces.push(bytes);
  held += bytes.byteLength;
  if (held < ENOUGH) continue;
  sendPieces(pieces);
  pieces = [];
  held = 0;
}
if (held > 0) sendPieces(pieces);
send({ kind: 'done' });
port.close();
