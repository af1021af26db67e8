/** Ink for a terminal: emphasis that can be switched off, and foreign text that can do no harm. */

/** Emphasis by name. With `color` false every function gives its text back. */
export interface Ink {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly warn: (text: string) => string;
}

export function inkOf(color: boolean): Ink {
  const paint = (code: string) => (text: string) =>
    color ? `\u001b[${code}m${text}\u001b[0m` : text;
  return {
    bold: paint('1'),
    dim: paint('2'),
    added: color ? paint('4;32') : (text) => `{+${text}+}`,
    removed: color ? paint('9;31') : (text) => `[-${text}-]`,
    warn: paint('33'),
  };
}

/** Control and bidi characters, which could move the cursor, hide words or turn a line around. */
const HARMFUL = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** Stored text on one line: it is hostile input for ever. */
export function foreign(text: string): string {
  return text.replace(HARMFUL, ' ').replace(/\s+/g, ' ').trim();
}

/** `text` cut to `width` characters at a word, with an ellipsis. */
export function clipped(text: string, width: number): string {
  if (text.length <= width) return text;
  const at = text.lastIndexOf(' ', width - 1);
  return `${text.slice(0, at > width / 2 ? at : width - 1)} …`;
}

/** Rows as columns of equal width; numbers in `right` are aligned to the right. */
export function columns(
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, cell.length);
    });
  }
  return rows
    .map((row) =>
      row
        .map((cell, i) => (right.includes(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
