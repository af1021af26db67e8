/** Where a capture came from, for people in a browser: the folders of the desk's machine are not theirs to see. */

/** `file:<path>#<line>` as `file:<name>#<line>`; an address of the web as it is. O(length). */
export function placeShown(origin: string): string {
  if (!origin.startsWith('file:')) return origin;
  const [, line = ''] = /(#\d{1,15})$/.exec(origin) ?? [];
  const path = origin.slice('file:'.length, origin.length - line.length);
  const last = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return `file:${path.slice(last + 1)}${line}`;
}
