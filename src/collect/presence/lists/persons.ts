/**
 * The persons of a diplomatic list, counted without who they are. Lists differ in where a rank stands:
 * after the name, before it, on its line, or alone; which, is told from the whole list. O(lines).
 *
 * Who is counted. Among diplomats: who has a rank or an office, on the line of the name or on lines
 * that belong to it. Among administrative, technical and service staff: every name. Nobody is counted
 * who is marked as family ("Spouse:", "(esposa)"), whatever else the line says; nor among diplomats
 * who has no rank: with the surname of the diplomat before, that is family, else it is not known who.
 * Among other staff an unmarked surname of the line before may be a spouse's or a colleague's.
 */
import { shareSurname } from './family.ts';
import { type Section, sectionOf } from './sections.ts';
import { type LineTitles, nameIn } from './titles.ts';

/** One person of a list, as far as a count needs it. */
export interface Listed extends Ranks {
  readonly section: Section;
  /** No rank, and the surname of the person before. */
  readonly sameSurname: boolean;
}

/** The persons of a mission, and the lines of family that were counted as none. */
export interface Persons {
  readonly listed: readonly Listed[];
  readonly family: number;
  /** Of those, the ones beside which a rank stands. */
  readonly rankedFamily: number;
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
    const first = own.find(({ person, title, family }) => (person || title) && !family);
    if (first === undefined) continue;
    ranked++;
    if (own.some(({ person }) => person)) withHonorific++;
    if (!first.person && !first.more) rankFirst++;
    own.forEach((line, i) => {
      if (!line.title || line.person || line.family) return;
      if (line.more) lines++;
      else alone++;
      if (own[i - 1]?.title) together++;
    });
  }
  const begins = withHonorific * 2 > ranked ? 'honorific' : lines > alone ? 'named-line' : 'rank';
  return { begins, rankFirst: rankFirst * 2 > ranked, stacked: together * 2 < lines + alone };
}

/**
 * The persons of one mission's lines. A rank after which nobody is named is a vacant post, and nobody
 * is counted.
 */
export function personsOf(
  texts: readonly string[],
  titles: readonly LineTitles[],
  manner: Manner,
): Persons {
  const listed: Listed[] = [];
  let [family, rankedFamily] = [0, 0];
  let section: Section = 'diplomatic';
  let waiting: Ranks | undefined;
  /** Whose further ranks the next lines may state. */
  let open: 'person' | 'family' | undefined;
  /** The last name that began an entry, and the last of one with a rank, or of other staff. */
  let [latest, principal] = ['', ''];
  texts.forEach((text, i) => {
    const line = titles[i]!;
    const opened = sectionOf(text);
    if (opened !== undefined && (opened !== 'defence' || listed.length > 0)) {
      section = opened;
      open = undefined;
      waiting = undefined;
    } else if (line.family) {
      family++;
      if (line.title) rankedFamily++;
      open = 'family';
    } else if (begins(line, titles[i - 1], manner)) {
      const ranks = together(waiting, line);
      latest = nameIn(text);
      const sameSurname = !ranks.title && shareSurname(latest, principal);
      listed.push({ ...ranks, section, sameSurname });
      if (!sameSurname) principal = latest;
      open = 'person';
      waiting = undefined;
    } else if (line.title) {
      if (manner.begins === 'honorific' && manner.rankFirst) waiting = together(waiting, line);
      else if (open === 'person') {
        addRanks(listed, line);
        principal = latest;
      } else if (open === 'family') {
        rankedFamily++;
        open = undefined;
      }
    }
  });
  return { listed, family, rankedFamily };
}

function addRanks(listed: Listed[], line: Ranks): void {
  const last = listed.at(-1);
  if (last === undefined) return;
  listed.splice(-1, 1, { ...last, ...together(last, line), sameSurname: false });
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
