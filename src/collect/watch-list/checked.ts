/** A value of a file, taken or refused: a fault says what stands there, what was expected, what to do. */
export type Checked<T> = { readonly value: T } | { readonly fault: string };

/** The value as a message shows it: quoted, on one line, cut to 80 characters. */
export function shown(value: string): string {
  const line = value.replace(/\s+/g, ' ');
  const cut = line.length > 80 ? `${line.slice(0, 79).replace(/[\ud800-\udbff]$/, '')}…` : line;
  return `"${cut}"`;
}
