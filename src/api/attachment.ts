/** Documents that an operation makes: sent as they are, to be saved and not shown. */
import { streamedIn } from '../operations/operation.ts';

/** The answer that sends a document; undefined where the output is none. */
export function attachmentOf(output: unknown): Response | undefined {
  const { bytes, text, mediaType, fileName } = output as {
    readonly bytes?: unknown;
    /** A document of text has a name as well; an answer that merely holds some text has none. */
    readonly text?: unknown;
    readonly mediaType?: string;
    readonly fileName?: string;
  };
  const streamed = streamedIn(output);
  const body =
    streamed !== undefined
      ? (ReadableStream.from(encoded(streamed.pieces)) as ConstructorParameters<typeof Response>[0])
      : bytes instanceof Uint8Array
        ? new Uint8Array(bytes)
        : typeof text === 'string' && fileName !== undefined
          ? text
          : undefined;
  if (body === undefined) return undefined;
  return new Response(body, {
    headers: {
      'content-type': typed(mediaType),
      // Names are of the program's making: letters, digits, `-` and `.`.
      'content-disposition': `attachment; filename="${fileName ?? 'document'}"`,
    },
  });
}

/** All texts of ours are UTF-8. */
const typed = (mediaType = 'application/octet-stream'): string =>
  mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;

/** A stream of HTTP takes bytes alone. */
async function* encoded(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) {
    yield typeof piece === 'string' ? encoder.encode(piece) : piece;
  }
}
