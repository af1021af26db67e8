/** Header lines as in HTTP/1 and WARC heads: `Name: value`, continued on lines that begin with a blank. */

/** Name as written, value trimmed. */
export type Header = readonly [name: string, value: string];

/** More lines than this in one head are not read. */
const MOST_HEADERS = 1000;

/** The header lines of `text`; a line that is none is passed over. */
export function readHeaders(text: string): Header[] {
  const headers: Header[] = [];
  // Joined first, so that a long run of continuations stays linear.
  const lines = text.replace(/\r?\n[ \t]+/g, ' ').split('\n', MOST_HEADERS);
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim();
    if (name !== '') headers.push([name, line.slice(colon + 1).trim()]);
  }
  return headers;
}

/** The first value of a header by its lower-case name. */
export function firstValue(headers: readonly Header[], name: string): string | undefined {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1];
}
