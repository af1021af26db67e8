/** Texts as PostgreSQL can hold them: it knows no U+0000, and publishers write what they like. */

/** Stands before what it escapes: a character of a private plane, which no publisher writes. */
const ESCAPE = '\u{F0000}';

/** Lone surrogates become U+FFFD, as they do in every file; `ownText` brings back the rest. */
export function sqlText(text: string): string {
  const well = text.toWellFormed();
  return /\0|\u{F0000}/u.test(well)
    ? well.replaceAll(ESCAPE, `${ESCAPE}1`).replaceAll('\0', `${ESCAPE}0`)
    : well;
}

/** The text that `sqlText` made fit. */
export function ownText(text: string): string {
  return text.includes(ESCAPE)
    ? text.replaceAll(`${ESCAPE}0`, '\0').replaceAll(`${ESCAPE}1`, ESCAPE)
    : text;
}
