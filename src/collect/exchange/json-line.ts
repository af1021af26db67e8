/** One line of JSON. */

export type JsonLine =
  | { readonly text: string; readonly value: unknown }
  /** `wrong` goes on after the line's place. */
  | { readonly text: string; readonly wrong: string };

/** The value of a line of UTF-8; a byte order mark before it is passed over. Never throws. */
export function jsonLine(bytes: Uint8Array): JsonLine {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
  try {
    return { text, value: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch (error) {
    return { text, wrong: brokenJson(error) };
  }
}

/** What is wrong with a text that `JSON.parse` threw for. */
export function brokenJson(error: unknown): string {
  const message = error instanceof Error ? error.message.slice(0, 120).toWellFormed() : '';
  return `is not valid JSON (${message}); export it again.`;
}
