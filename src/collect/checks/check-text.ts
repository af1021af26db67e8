/** Texts of fact-checks as they are kept: no markup, one blank between words, of bounded length. */
import { plainText } from '../fragment.ts';
import { stringOf } from '../loose-values.ts';

/** Raw characters read for each one kept: markup may outweigh its text, but not without end. */
const RAW_SHARE = 8;
/** A tag that was cut off with the end of its text. */
const CUT_TAG = /<\/?[a-z][^<>]*$/i;

/**
 * The text of a field of any shape, at most `max` UTF-16 units (a cut one ends in `…`); `undefined`
 * where nothing is left of it. Linear in `max`.
 */
export function foldedText(value: unknown, max: number): string | undefined {
  const stated = stringOf(value);
  if (stated === undefined) return undefined;
  const whole = stated.slice(0, max * RAW_SHARE).replace(CUT_TAG, '');
  const text = plainText(whole)
    .replace(/[\s\p{Cc}\u2028\u2029\ufeff]+/gu, ' ')
    .trim()
    .toWellFormed();
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.trimEnd()}…`;
}

/**
 * The names in a field: of a list its texts, of a text what stands between `separator`s. Repeats
 * and empty ones are left out, at most `most` are kept.
 */
export function namesIn(value: unknown, separator: RegExp, most: number): string[] {
  const parts = Array.isArray(value) ? value : (stringOf(value)?.split(separator) ?? []);
  const names = new Set<string>();
  for (const part of parts) {
    const name = foldedText(part, 300);
    if (name !== undefined) names.add(name);
    if (names.size >= most) break;
  }
  return [...names];
}
