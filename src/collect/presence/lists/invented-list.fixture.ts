/** Invented diplomatic lists: real names of states, invented people and numbers. For tests. */
import type { ListLine } from './headings.ts';

/** People of the lists: none of these words may come out of a count. */
export const PEOPLE = [
  'Abel QUORRIN',
  'Berta VELDOZ',
  'Cyril TAMBREX',
  'Dora ISKWELL',
  'Emil JASKOPOL',
  'Fanny OBRETEN',
  'Gil RAVANESCO',
  'Hilda MUNTZEL',
] as const;

const RANKS = ['Counsellor', 'First Secretary', 'Second Secretary', 'Third Secretary', 'Attaché'];

/** One mission: heading, address, head, `more` further diplomats with ranks in turn. */
export function missionLines(heading: string, more: number, from = 0): readonly string[] {
  const people = Array.from({ length: more }, (_, i) => [
    `Ms ${PEOPLE[(i + from + 1) % PEOPLE.length]} ${'I'.repeat(i + 1)}`,
    RANKS[i % RANKS.length]!,
  ]);
  return [
    heading,
    'Chancery: 12 Invented Street, Tel. 555 0100',
    `H.E. Mr ${PEOPLE[from % PEOPLE.length]}`,
    'Ambassador Extraordinary and Plenipotentiary',
    // A spouse: the head's surname without a rank.
    `Mrs ${PEOPLE[from % PEOPLE.length]!.split(' ')[1]} of ${heading}`,
    ...people.flat(),
  ];
}

/** Lines on pages of 40, at one left edge; headings have a style of their own. */
export function asLines(texts: readonly string[], headings?: ReadonlySet<string>): ListLine[] {
  return texts.map((text, i) => ({
    page: 1 + Math.floor(i / 40),
    x: 50,
    ...(headings !== undefined && { style: headings.has(text) ? 'bold 12' : 'plain 9' }),
    text,
  }));
}
