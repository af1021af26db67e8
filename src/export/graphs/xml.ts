/** Texts in XML 1.0, between tags and in attributes alike. */

const SPECIAL = /[&<>"'\t\n\r\u0085\u2028]/g;
/** What XML 1.0 has no way to write; lone surrogates are replaced before. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The text as it may stand in quotes; blanks that parsers would change are references. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, '\ufffd')
    .replace(SPECIAL, (character) => `&#${character.charCodeAt(0)};`);
}
