/** Documents of bytes that an operation makes: sent as they are, to be saved and not shown. */

/** The answer that sends a document of bytes; undefined where the output is none. */
export function attachmentOf(output: unknown): Response | undefined {
  const { bytes, mediaType, fileName } = output as {
    readonly bytes?: unknown;
    readonly mediaType?: string;
    readonly fileName?: string;
  };
  if (!(bytes instanceof Uint8Array)) return undefined;
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType ?? 'application/octet-stream',
      // Names are of the program's making: letters, digits, `-` and `.`.
      'content-disposition': `attachment; filename="${fileName ?? 'document'}"`,
    },
  });
}
