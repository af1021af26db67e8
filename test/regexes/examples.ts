/**
 * Texts that a regular expression matches, or nearly: one way through its branches each, every class by one
 * of its characters. Assertions are passed over. (fast-check's `stringMatching` was tried and lost: it finds
 * the members of a rare class by chance, which takes minutes.)
 */

type Way = 0 | 1 | 2 | 3;
export const WAYS: readonly Way[] = [0, 1, 2, 3];

/** Characters that a class is tried with, the common ones first. */
const CANDIDATES = [
  ...'a1 A-.,:;"\'\n\t/<>()[]{}|=&#@!?*_+~%$^\\',
  ...'яЯéñ«»“”‘’—–·•…©\u00a0\u0301一😀\0',
];

interface Cursor {
  readonly source: string;
  readonly flags: string;
  at: number;
}

/** A text made of the expression `source`; `way` chooses among branches and characters. */
export function exampleOf(source: string, flags: string, way: Way): string {
  const cursor: Cursor = { source, flags: flags.replace(/[gy]/g, ''), at: 0 };
  return branches(cursor, way);
}

/** Branches up to the end or a closing bracket; the text of one of them. */
function branches(cursor: Cursor, way: Way): string {
  const texts = [''];
  while (cursor.at < cursor.source.length && cursor.source[cursor.at] !== ')') {
    if (cursor.source[cursor.at] === '|') {
      texts.push('');
      cursor.at++;
    } else texts.push(texts.pop()! + quantified(cursor, way));
  }
  cursor.at++;
  return texts[way % texts.length]!;
}

function quantified(cursor: Cursor, way: Way): string {
  const one = atom(cursor, way);
  const rest = cursor.source.slice(cursor.at);
  const [found, least] = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(rest) ?? [''];
  cursor.at += found.length;
  if (found === '') return one;
  if (found[0] === '?') return way % 2 === 0 ? one : '';
  if (found[0] === '*') return one.repeat(way);
  return one.repeat(Math.min(20, Math.max(1, Number(least ?? 1))));
}

function atom(cursor: Cursor, way: Way): string {
  const rest = cursor.source.slice(cursor.at);
  const group = /^\((?:\?(?:<?[=!]|:|<\w+>))?/.exec(rest)?.[0];
  if (group !== undefined) {
    cursor.at += group.length;
    const text = branches(cursor, way);
    return /[=!]$/.test(group) ? '' : text;
  }
  const token =
    /^(?:\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u....|\\x..|\\k<\w+>|\\.|[\s\S])/su.exec(
      rest,
    )![0];
  cursor.at += token.length;
  if (/^(?:[$^]|\\[bB1-9]|\\k<)/.test(token)) return '';
  if (token.length === 1 && token !== '.') return token;
  return member(token, cursor.flags, way);
}

const members = new Map<string, string[]>();

/** A character that the class or escape `token` matches. */
function member(token: string, flags: string, way: Way): string {
  const key = `${flags}${token}`;
  let found = members.get(key);
  if (found === undefined) {
    const one = new RegExp(`^${token}$`, flags);
    const written = [...token.replace(/\\./gs, '')];
    found = [...new Set([...CANDIDATES, ...written])].filter((char) => one.test(char));
    members.set(key, found);
  }
  return found[(way * 3) % Math.max(1, found.length)] ?? '';
}
