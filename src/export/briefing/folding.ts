/** Text in the form in which a quotation is compared with the words that it comes from. */

/** One line; all quotation marks alike, brackets and what nobody sees left out. */
export function folded(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]+/gu, ' ')
    .replace(/["“”„‟«»]/gu, "'")
    .replace(/[[\]]/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
