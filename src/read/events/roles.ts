/** Who acts and who undergoes, by voice, word order and prepositions. */
import type { Party } from '../../domain/reading.ts';
import type { Scene } from './chunk.ts';
import type { RoleName, Sense } from './event-lexicon.ts';
import type { Complements } from './objects.ts';
import type { Parties } from './parties.ts';
import { type Clause, undergoer } from './senses.ts';

/** Where recipients are looked for if a sense does not say. */
const USUAL: readonly RoleName[] = [
  'indirect',
  'object',
  'to',
  'with',
  'against',
  'from',
  'for',
  'about',
];

/** The agent of a passive: behind "by", or in the Russian instrumental. */
export function agentOf(
  { words, doc, chunks }: Scene,
  { prepositional, object, end }: Complements,
  at: number,
): number {
  const by = prepositional.find(({ word }) => words.agents.has(word));
  if (by !== undefined) return by.phrase;
  if (doc.cases === undefined) return -1;
  if (object >= 0 && doc.cases[chunks[object]!.head] === 'Ins') return object;
  for (let i = at + 1; i < end; i++) {
    const { kind, head } = chunks[i]!;
    const free = kind === 'phrase' && chunks[i - 1]!.kind !== 'preposition';
    if (free && doc.cases[head] === 'Ins') return i;
  }
  return -1;
}

/** The recipients of a clause: the first place that names a state counts, else the first that names anybody. */
export function recipientsOf(
  scene: Scene,
  clause: Clause,
  sense: Sense,
  parties: Parties,
  actors: readonly Party[],
): readonly Party[] {
  const { words } = scene;
  const { complements, verb } = clause;
  const isActor = (state: string | undefined): boolean => actors.some((one) => one.state === state);
  let named: readonly Party[] = [];
  let own: readonly Party[] = [];
  for (const role of sense.to ?? USUAL) {
    const places = placesOf(clause, role, words.prepositions, verb.voice === 'passive');
    for (const phrase of places) {
      const found = parties.of(phrase);
      const foreign = found.filter(({ state }) => state !== undefined && !isActor(state));
      if (foreign.length > 0) return foreign;
      // "it" is not who acts.
      if (scene.doc.tags[scene.chunks[phrase]!.head] === 'PRON') continue;
      if (own.length === 0 && found.some(({ state }) => state !== undefined)) own = found;
      if (named.length === 0) named = found;
      // Somebody named is the recipient, of whatever state.
      if (found.some(({ entity }) => entity?.startsWith('person:'))) return found;
    }
  }
  const shown = own.length > 0 ? own : named;
  if (startsWithPossessive(scene, shown)) return [];
  if (own.length > 0) return own;
  return complements.object >= 0 || verb.voice === 'passive' ? named : [];
}

function startsWithPossessive({ words }: Scene, parties: readonly Party[]): boolean {
  const [first] = parties;
  return first !== undefined && words.possessives.has(first.text.split(' ')[0]!.toLowerCase());
}

function placesOf(
  clause: Clause,
  role: RoleName,
  prepositions: ReadonlyMap<string, string>,
  passive: boolean,
): number[] {
  const { indirect, prepositional } = clause.complements;
  if (role === 'object') {
    const place = undergoer(clause);
    return place < 0 ? [] : [place];
  }
  if (role === 'subject') return clause.subject < 0 ? [] : [clause.subject];
  if (role === 'indirect') {
    const place = passive ? clause.complements.object : indirect;
    return place < 0 ? [] : [place];
  }
  return prepositional
    .filter(({ word }) => prepositions.get(word) === role)
    .map(({ phrase }) => phrase);
}
