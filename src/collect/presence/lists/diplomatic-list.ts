/**
 * A diplomatic list as counts a mission: heads, diplomats, defence attachés, administrative and
 * technical staff. Names are read to be counted and are kept nowhere: what comes out holds numbers,
 * names of states, and places in the list. O(characters).
 */
import type { StateCode } from '../../../domain/reading.ts';
import { type Heading, headingsOf, type ListLine } from './headings.ts';
import { type Manner, mannerOf, personsOf } from './persons.ts';
import { type LineTitles, personKey, titlesIn } from './titles.ts';

/** What the list has of one mission. */
export interface ListedMission {
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
  readonly military: number;
  readonly administrativeTechnical: number;
  /** Lines that begin as a person's and have no rank: spouses, or ranks that were not read. */
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
  { sender, name, elsewhere, page, at }: Heading & { readonly page: number },
  texts: readonly string[],
  titles: readonly LineTitles[],
  manner: Manner,
): ListedMission {
  const listed = personsOf(texts, titles, manner);
  const people = listed.filter(({ title, section }) => title || section !== 'diplomatic');
  const diplomats = people.filter(({ section }) => section === 'diplomatic');
  const seen = texts.filter((_, i) => namesPerson(titles[i]!)).map(personKey);
  return {
    sender,
    name,
    page,
    line: at + 1,
    elsewhere,
    heads: diplomats.filter(({ head }) => head).length,
    diplomats: diplomats.length,
    military: diplomats.filter(({ military }) => military).length,
    administrativeTechnical: people.filter(({ section }) => section === 'administrative-technical')
      .length,
    unranked: listed.length - people.length,
    repeated: seen.length - new Set(seen).size,
    totals: texts.flatMap((text) => totalIn(text) ?? []),
  };
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
