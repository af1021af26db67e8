/** The short way to write forms of a word: `word(a|b)`. */

/** "día(|s)": "día", "días". Groups do not nest. */
export function variantsOf(word: string): string[] {
  const match = /^(?<before>[^()]*)\((?<inside>[^()]*)\)(?<after>.*)$/u.exec(word);
  if (match === null) return [word];
  const { before, inside, after } = match.groups!;
  return inside!
    .split('|')
    .flatMap((one) => variantsOf(after!).map((rest) => `${before}${one}${rest}`));
}
