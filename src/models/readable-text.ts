/**
 * A text as a learned model can take it: well-formed, without control characters (servers written
 * in C end a text at NUL), and cut to what a model reads. Linear in `most`.
 */

/**
 * The first `most` UTF-16 units of a text, control characters and lone surrogates replaced, white
 * space at the ends removed; '' where nothing is left to read.
 */
export function readableText(text: string, most: number): string {
  // A cut through a surrogate pair leaves half a character, which `toWellFormed` would show as �.
  const end = isHighSurrogate(text, most - 1) ? most - 1 : most;
  return text
    .slice(0, end)
    .replace(/\p{Cc}/gu, ' ')
    .toWellFormed()
    .trim();
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return at + 1 < text.length && unit >= 0xd800 && unit < 0xdc00;
}
