/** Sentences of ours in every language that the console speaks. */

/** A sentence in the languages of the console. */
export interface Worded {
  readonly en: string;
  readonly es: string;
}

/** What reads alike in both: a name, an address, a figure, words of an article. */
export function alike(text: string): Worded {
  return { en: text, es: text };
}
