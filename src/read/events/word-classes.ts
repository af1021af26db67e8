/** Classes of words: exact ones, and those with a star for any ending. O(length of the word). */

/** Whether a word, by its form or its lemma, is of one of the classes. */
export type WordClasses = (names: readonly string[], form: string, lemma: string) => boolean;

interface WordClass {
  readonly exact: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  readonly shortest: number;
}

/** Opens classes by name. A name that is not among them holds no word. */
export function openWordClasses(lists: Readonly<Record<string, readonly string[]>>): WordClasses {
  const classes = new Map(Object.entries(lists).map(([name, words]) => [name, classOf(words)]));
  return (names, form, lemma) =>
    names.some((name) => {
      const one = classes.get(name);
      return one !== undefined && (isIn(one, form) || (lemma !== form && isIn(one, lemma)));
    });
}

function classOf(words: readonly string[]): WordClass {
  const stems = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  return {
    exact: new Set(words.filter((word) => !word.endsWith('*'))),
    stems: new Set(stems),
    shortest: Math.min(...stems.map(({ length }) => length), Infinity),
  };
}

function isIn({ exact, stems, shortest }: WordClass, word: string): boolean {
  if (exact.has(word)) return true;
  const most = Math.min(word.length, LONGEST_STEM);
  for (let length = shortest; length <= most; length++) {
    if (stems.has(word.slice(0, length))) return true;
  }
  return false;
}

/** Longer stems would be whole words. */
const LONGEST_STEM = 24;
