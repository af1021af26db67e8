/** Patterns that find whole words of a closed list, the longest first. */

/** Any of the phrases as whole words, in whatever case. The phrases are literal; `*` at the end: any ending. */
export function wordsPattern(phrases: readonly string[]): RegExp {
  const longest = [...phrases].sort((a, b) => b.length - a.length);
  const literal = longest.map((phrase) =>
    phrase.endsWith('*')
      ? `${escaped(phrase.slice(0, -1))}\\p{L}*`
      : escaped(phrase).replaceAll(' ', '\\s+'),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${literal.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
