/**
 * Which lines of a diplomatic list begin a mission. A line is a candidate where it names a state and
 * nothing else; of the ways in which candidates are set (font or tag, capitals, "Embassy of …") the one
 * under which most states have ranks is the list's own, so that a country at the end of an address
 * begins nothing. Consulates begin a part of their own however they are set. O(lines · 8).
 */
import type { StateCode } from '../../../domain/reading.ts';
import { type HeadedPost, type Post, postHeaded, saysElsewhere } from './posts.ts';
import { titlesIn } from './titles.ts';

/** One line of a list, in reading order. */
export interface ListLine {
  /** From 1. */
  readonly page: number;
  /** Left edge, in any unit; absent where the reader does not know it. */
  readonly x?: number;
  /** How it is set, as far as the reader knows: font and size, or tag and class. */
  readonly style?: string;
  readonly text: string;
}

/** A line that begins a mission. */
export interface Heading {
  /** Place in the lines. */
  readonly at: number;
  readonly post: Post;
  /** Absent: a mission of a state that the desk does not know. */
  readonly sender: StateCode | undefined;
  /** The state's name as the list has it, without what stands round it. Never other words. */
  readonly name: string | undefined;
  readonly elsewhere: boolean;
}

interface Candidate extends HeadedPost {
  readonly at: number;
  readonly key: string;
}

/** Ways of setting headings that are tried: more are noise. */
const MOST_KEYS = 8;
/** The share of headings that must stand at one left edge for the others to be no headings. */
const ONE_EDGE = 0.7;

/** The lines that begin missions, in order; a running title that repeats one is left out. */
export function headingsOf(lines: readonly ListLine[]): readonly Heading[] {
  const byKey = new Map<string, Candidate[]>();
  const consulates: Candidate[] = [];
  lines.forEach((line, at) => {
    const candidate = candidateAt(line, at);
    if (candidate === undefined) return;
    if (candidate.post === 'consulate') {
      consulates.push(candidate);
      return;
    }
    const known = byKey.get(candidate.key);
    if (known === undefined) byKey.set(candidate.key, [candidate]);
    else known.push(candidate);
  });
  const ranked = lines.map(({ text }) => titlesIn(text).title);
  const groups = [...byKey.values()].sort((a, b) => b.length - a.length).slice(0, MOST_KEYS);
  let best: readonly Candidate[] = [];
  let most = 0;
  for (const group of groups) {
    const score = statesWithRanks(group, ranked);
    if (score > most) [best, most] = [group, score];
  }
  const all = withConsulates(atOneEdge(best, lines), consulates, ranked);
  return onceEach(all).map((heading) => ({
    ...heading,
    elsewhere: heading.elsewhere || saysElsewhere(lines[heading.at + 1]?.text ?? ''),
  }));
}

function statesWithRanks(group: readonly Candidate[], ranked: readonly boolean[]): number {
  const states = new Set<string>();
  group.forEach(({ at, sender }, i) => {
    const end = group[i + 1]?.at ?? ranked.length;
    let line = at + 1;
    while (line < end && !ranked[line]) line++;
    if (line < end && sender !== undefined) states.add(sender);
  });
  return states.size;
}

function candidateAt(line: ListLine, at: number): Candidate | undefined {
  const headed = postHeaded(line.text);
  if (headed === undefined) return undefined;
  const letters = line.text.replace(/[^\p{L}]/gu, '');
  const loud = letters === letters.toUpperCase() ? 'capitals' : 'mixed';
  const key = `${line.style ?? ''}|${loud}|${headed.worded ? 'mission' : 'bare'}`;
  return { ...headed, at, key };
}

/** Without those at another left edge, where nearly all stand at one. */
function atOneEdge(group: readonly Candidate[], lines: readonly ListLine[]): readonly Candidate[] {
  const edges = new Map<number, number>();
  const edgeOf = ({ at }: Candidate): number => Math.round((lines[at]!.x ?? 0) / 5);
  for (const one of group) edges.set(edgeOf(one), (edges.get(edgeOf(one)) ?? 0) + 1);
  const [edge, count] = [...edges].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  return count < group.length * ONE_EDGE ? group : group.filter((one) => edgeOf(one) === edge);
}

/**
 * Headings with the consulates between them. One that names no state is of the mission before it; above
 * that mission's first rank it is part of the address, as "Consulate General" with a street below is.
 */
function withConsulates(
  headings: readonly Candidate[],
  consulates: readonly Candidate[],
  ranked: readonly boolean[],
): readonly Candidate[] {
  const all = [...headings, ...consulates].sort((a, b) => a.at - b.at);
  const kept: Candidate[] = [];
  let rank = 0;
  let embassy: Candidate | undefined;
  for (const one of all) {
    if (one.post === 'embassy') {
      embassy = one;
      rank = one.at;
      kept.push(one);
      continue;
    }
    while (rank < one.at && !ranked[rank]) rank++;
    const own = !one.namesState || (one.sender !== undefined && one.sender === embassy?.sender);
    if (own && embassy !== undefined && rank < one.at) {
      kept.push({ ...one, sender: embassy.sender, name: embassy.name });
    } else if (!own) kept.push(one);
  }
  return kept;
}

/** A heading that repeats the one before it is the same mission on a further page. */
function onceEach(group: readonly Candidate[]): readonly Heading[] {
  return group
    .filter((one, i) => {
      const before = group[i - 1];
      return one.sender === undefined || one.sender !== before?.sender || one.post !== before.post;
    })
    .map(({ at, post, sender, name, elsewhere }) => ({ at, post, sender, name, elsewhere }));
}
