/**
 * The persons of a diplomatic list, counted without who they are. Lists differ in where a rank stands:
 * after the name, before it, on its line, or alone; which, is told from the whole list. O(lines).
 */
import { type LineTitles, type Section, sectionOf } from './titles.ts';

/** One person of a list, as far as a count needs it. */
export interface Listed extends Ranks {
  readonly section: Section;
}

type Ranks = Pick<LineTitles, 'head' | 'military' | 'title'>;

/** How a list sets its persons. */
export interface Manner {
  /** What begins a person: "Mr", a rank with a name on its line, or a rank alone. */
  readonly begins: 'honorific' | 'named-line' | 'rank';
  /** Whether ranks stand before their names. */
  readonly rankFirst: boolean;
  /** Whether ranks on lines that follow each other are one person's. */
  readonly stacked: boolean;
}

/** Tells the manner from the lines of all missions: `[begin, end)` of each. */
export function mannerOf(
  titles: readonly LineTitles[],
  missions: readonly (readonly [begin: number, end: number])[],
): Manner {
  let [ranked, withHonorific, rankFirst, lines, alone, together] = [0, 0, 0, 0, 0, 0];
  for (const [begin, end] of missions) {
    const own = titles.slice(begin, end);
    const first = own.find(({ person, title }) => person || title);
    if (first === undefined) continue;
    ranked++;
    if (own.some(({ person }) => person)) withHonorific++;
    if (!first.person && !first.more) rankFirst++;
    own.forEach((line, i) => {
      if (!line.title || line.person) return;
      if (line.more) lines++;
      else alone++;
      if (own[i - 1]?.title) together++;
    });
  }
  const begins = withHonorific * 2 > ranked ? 'honorific' : lines > alone ? 'named-line' : 'rank';
  return { begins, rankFirst: rankFirst * 2 > ranked, stacked: together * 2 < lines + alone };
}

/**
 * The persons of one mission's lines. In sections of administrative or service staff a name counts
 * without a rank. A rank after which nobody is named is a vacant post, and nobody is counted.
 */
export function personsOf(
  texts: readonly string[],
  titles: readonly LineTitles[],
  manner: Manner,
): readonly Listed[] {
  const people: Listed[] = [];
  let section: Section = 'diplomatic';
  let waiting: Ranks | undefined;
  let open = false;
  const add = (ranks: Ranks): void => {
    people.push({ ...ranks, section });
    open = true;
  };
  texts.forEach((text, i) => {
    const line = titles[i]!;
    const opened = sectionOf(text);
    if (opened !== undefined) {
      section = opened;
      open = false;
      waiting = undefined;
    } else if (begins(line, titles[i - 1], manner)) {
      add(together(waiting, line));
      waiting = undefined;
    } else if (line.title) {
      const last = people.at(-1);
      if (manner.begins === 'honorific' && manner.rankFirst) waiting = together(waiting, line);
      else if (open && last !== undefined)
        people.splice(-1, 1, { ...last, ...together(last, line) });
    }
  });
  return people;
}

function begins(line: LineTitles, before: LineTitles | undefined, manner: Manner): boolean {
  switch (manner.begins) {
    case 'honorific':
      return line.person;
    case 'named-line':
      return line.person || (line.title && line.more);
    case 'rank':
      return line.title && !(manner.stacked && before?.title === true);
  }
}

function together(a: Ranks | undefined, b: Ranks): Ranks {
  return {
    head: a?.head === true || b.head,
    military: a?.military === true || b.military,
    title: a?.title === true || b.title,
  };
}
