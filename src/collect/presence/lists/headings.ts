/**
 * Which lines of a diplomatic list begin a mission. A line is a candidate where it names a state and
 * nothing else; of the ways in which candidates are set (font or tag, capitals, "Embassy of …") the one
 * under which most states have ranks is the list's own, so that a country at the end of an address
 * begins nothing. O(lines · 8).
 */
import type { StateCode } from '../../../domain/reading.ts';
import { stateInFull } from '../full-names.ts';
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
  /** Absent: a mission of a state that the desk does not know. */
  readonly sender: StateCode | undefined;
  /** The state's name as the list has it, without what stands round it. Never other words. */
  readonly name: string | undefined;
  readonly elsewhere: boolean;
}

interface Candidate extends Heading {
  readonly key: string;
}

/** Ways of setting headings that are tried: more are noise. */
const MOST_KEYS = 8;
/** The share of headings that must stand at one left edge for the others to be no headings. */
const ONE_EDGE = 0.7;

/** The lines that begin missions, in order; a running title that repeats one is left out. */
export function headingsOf(lines: readonly ListLine[]): readonly Heading[] {
  const byKey = new Map<string, Candidate[]>();
  lines.forEach((line, at) => {
    const candidate = candidateAt(line, at);
    if (candidate === undefined) return;
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
  return onceEach(atOneEdge(best, lines));
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

const MISSION =
  /^(?:the )?(?:royal )?(?:embassy|high commission|apostolic nunciature|legation|embajada|nunciatura apost[oó]lica|посольство)(?:,? ?(?:of|de|del|de la|de los)(?= )| to the|(?= )|$)/iu;
const CONTINUED = /\(?\b(?:continued|cont['’]?d|continuaci[oó]n)\b\.?\)?|\(продолжение\)/iu;
const ELSEWHERE = /\(?\b(?:non[- ]?resident|no residente|concurrente)\b\)?/iu;

function candidateAt(line: ListLine, at: number): Candidate | undefined {
  const shown = line.text.trim();
  if (shown.length < 3 || shown.length > 120 || /\d/.test(shown)) return undefined;
  const elsewhere = ELSEWHERE.test(shown);
  const bare = shown.replace(CONTINUED, ' ').replace(ELSEWHERE, ' ').trim();
  const mission = MISSION.exec(bare);
  const named = stateInFull(mission === null ? bare : bare.slice(mission[0].length));
  // Other words after "Embassy" may be an address; only "Embassy of …" names a state, known or not.
  const unknown = mission !== null && / (?:of|de|del)(?: l[ao]s?)?$/iu.test(mission[0]);
  if (named === undefined && !unknown) return undefined;
  const letters = shown.replace(/[^\p{L}]/gu, '');
  const loud = letters === letters.toUpperCase() ? 'capitals' : 'mixed';
  const key = `${line.style ?? ''}|${loud}|${mission === null ? 'bare' : 'mission'}`;
  return { at, sender: named?.state, name: named?.name, elsewhere, key };
}

/** Without those at another left edge, where nearly all stand at one. */
function atOneEdge(group: readonly Candidate[], lines: readonly ListLine[]): readonly Candidate[] {
  const edges = new Map<number, number>();
  const edgeOf = ({ at }: Candidate): number => Math.round((lines[at]!.x ?? 0) / 5);
  for (const one of group) edges.set(edgeOf(one), (edges.get(edgeOf(one)) ?? 0) + 1);
  const [edge, count] = [...edges].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  return count < group.length * ONE_EDGE ? group : group.filter((one) => edgeOf(one) === edge);
}

/** A heading that repeats the one before it is the same mission on a further page. */
function onceEach(group: readonly Candidate[]): readonly Heading[] {
  return group
    .filter(({ sender }, i) => i === 0 || sender === undefined || sender !== group[i - 1]!.sender)
    .map(({ at, sender, name, elsewhere }) => ({ at, sender, name, elsewhere }));
}
