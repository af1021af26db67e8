/**
 * A diplomatic list as counts a mission: heads, diplomats, defence attachés, administrative and
 * technical staff. Names are read to be counted and are kept nowhere: what comes out holds numbers,
 * names of states, and places in the list. O(characters).
 */
import type { StateCode } from '../../../domain/reading.ts';
import { type Heading, headingsOf, type ListLine } from './headings.ts';
import { type Manner, mannerOf, personsOf } from './persons.ts';
import type { Post } from './posts.ts';
import type { Section } from './sections.ts';
import { type LineTitles, personKey, titlesIn } from './titles.ts';

/** What the list has of one mission, or of a state's consulates that follow each other in it. */
export interface ListedMission {
  readonly post: Post;
  readonly sender: StateCode | undefined;
  /** The state's name as the list has it. */
  readonly name: string | undefined;
  /** Where it begins: page and line of the list, from 1. */
  readonly page: number;
  readonly line: number;
  /** Whether the list says that it resides in another state. */
  readonly elsewhere: boolean;
  readonly heads: number;
  /** All with a diplomatic rank, heads and defence attachés included. */
  readonly diplomats: number;
  /** Of them: titled as defence, military, naval or air attachés, or in a section of defence. */
  readonly military: number;
  /** Names in sections of administrative and technical staff, family marked as such left out. */
  readonly administrativeTechnical: number;
  /** Of them: no rank, and the surname of the person before, as a spouse or a colleague may have. */
  readonly doubtfulStaff: number;
  /** Counted as nobody: marked as family, or without a rank and with the surname of a diplomat. */
  readonly family: number;
  /** Of those marked as family: the ones with a rank, who may be diplomats themselves. */
  readonly rankedFamily: number;
  /** Counted as nobody: begun as a person's, without a rank. Spouses of another surname, or ranks not read. */
  readonly unranked: number;
  /** Lines of persons that repeat an earlier one of this mission. */
  readonly repeated: number;
  /** Totals that the list itself states within the mission. */
  readonly totals: readonly number[];
}

export interface DiplomaticList {
  /** In the order of the list. */
  readonly missions: readonly ListedMission[];
}

/** Counts the missions of a list. Lines in reading order: column by column. */
export function readDiplomaticList(lines: readonly ListLine[]): DiplomaticList {
  const headings = headingsOf(lines);
  const titles = lines.map(({ text }) => titlesIn(text));
  const bounds = headings.map(
    ({ at }, i) => [at + 1, headings[i + 1]?.at ?? lines.length] as const,
  );
  const manner = mannerOf(titles, bounds);
  const missions = headings.map((heading, i) => {
    const [begin, end] = bounds[i]!;
    const texts = lines.slice(begin, end).map(({ text }) => text);
    const page = lines[heading.at]!.page;
    return missionOf({ ...heading, page }, texts, titles.slice(begin, end), manner);
  });
  return { missions };
}

function missionOf(
  { post, sender, name, elsewhere, page, at }: Heading & { readonly page: number },
  texts: readonly string[],
  titles: readonly LineTitles[],
  manner: Manner,
): ListedMission {
  const { listed, family, rankedFamily } = personsOf(texts, titles, manner);
  const diplomats = listed.filter(({ title, section }) => title && isDiplomats(section));
  const other = listed.filter(({ title, section }) => !title && isDiplomats(section));
  const staff = listed.filter(({ section }) => section === 'administrative-technical');
  const seen = texts.filter((_, i) => namesPerson(titles[i]!)).map(personKey);
  return {
    ...{ post, sender, name, page, line: at + 1, elsewhere },
    heads: diplomats.filter(({ head }) => head).length,
    diplomats: diplomats.length,
    military: diplomats.filter(({ military, section }) => military || section === 'defence').length,
    administrativeTechnical: staff.length,
    doubtfulStaff: staff.filter(({ sameSurname }) => sameSurname).length,
    family: family + other.filter(({ sameSurname }) => sameSurname).length,
    rankedFamily,
    unranked: other.filter(({ sameSurname }) => !sameSurname).length,
    repeated: seen.length - new Set(seen).size,
    totals: texts.flatMap((text) => totalIn(text) ?? []),
  };
}

function isDiplomats(section: Section): boolean {
  return section === 'diplomatic' || section === 'defence';
}

/** An address that stands twice is no person that does. */
function namesPerson({ person, title, more }: LineTitles): boolean {
  return person || (title && more);
}

/** The total that a line states: "Total: 12", "Total number of diplomats: 12". */
function totalIn(text: string): number | undefined {
  const match = /^\s*(?:total|итого|всего)(?![\p{L}])[^\d\n]{0,60}?(\d{1,5})\s*$/iu.exec(
    text.slice(0, 120),
  );
  return match === null ? undefined : Number(match[1]);
}
