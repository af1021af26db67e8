/** Documents that an operation makes: sent as they are, to be saved and not shown. */
import { streamedIn } from '../operations/operation.ts';

/** The answer that sends a document of bytes or pieces; undefined where the output is none. */
export function attachmentOf(output: unknown): Response | undefined {
  const { bytes, mediaType, fileName } = output as {
    readonly bytes?: unknown;
    readonly mediaType?: string;
    readonly fileName?: string;
  };
  const streamed = streamedIn(output);
  const body =
    streamed !== undefined
      ? (ReadableStream.from(encoded(streamed.pieces)) as ConstructorParameters<typeof Response>[0])
      : bytes instanceof Uint8Array
        ? new Uint8Array(bytes)
        : undefined;
  if (body === undefined) return undefined;
  return new Response(body, {
    headers: {
      'content-type': mediaType ?? 'application/octet-stream',
      // Names are of the program's making: letters, digits, `-` and `.`.
      'content-disposition': `attachment; filename="${fileName ?? 'document'}"`,
    },
  });
}

/** A stream of HTTP takes bytes alone. */
async function* encoded(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) {
    yield typeof piece === 'string' ? encoder.encode(piece) : piece;
  }
}
