/**
 * The states of persons, as an article tells them beside their names: "Mexican President-elect Claudia
 * Sheinbaum", "Glen VanHerck, head of US Northern Command", "Iceland's foreign minister, Hulda …".
 * One pass over the chunks.
 */
import type { StateCode } from '../../domain/reading.ts';
import type { Chunk, Scene } from './chunk.ts';
import { namedIn } from './parties.ts';
import type { StateAt } from './state-names.ts';

/** Chunks from a name to what stands in apposition. */
const REACH = 6;

/** By entity; the first statement counts. */
export function statesOfPeople(scene: Scene, stateAt: StateAt): Map<string, StateCode> {
  const states = new Map<string, StateCode>();
  for (const { entity, state, kind } of scene.mentions) {
    if (state !== undefined && kind !== 'state' && kind !== 'office' && !states.has(entity)) {
      states.set(entity, state);
    }
  }
  for (const [at, chunk] of scene.chunks.entries()) {
    if (chunk.kind !== 'phrase') continue;
    const entity = personIn(scene, chunk);
    if (entity === undefined || states.has(entity)) continue;
    const state =
      namedIn(scene, stateAt, chunk)[0]?.state ??
      besideName(scene, stateAt, at, 1) ??
      besideName(scene, stateAt, at, -1);
    if (state !== undefined) states.set(entity, state);
  }
  return states;
}

/** The person that a chunk names. */
export function personIn(
  { mentions, mentionAt }: Scene,
  { first, last }: Chunk,
): string | undefined {
  for (let i = first; i < last; i++) {
    const mention = mentions[mentionAt[i]!];
    if (mention?.kind === 'person') return mention.entity;
  }
  return undefined;
}

/** The state of an office in apposition behind (1) or before (-1) a name. */
function besideName(
  scene: Scene,
  stateAt: StateAt,
  at: number,
  step: 1 | -1,
): StateCode | undefined {
  const { chunks, rows } = scene;
  const { first, last } = rows[chunks[at]!.sentence]!;
  let office = false;
  let found: StateCode | undefined;
  let comma = 0;
  for (let i = at + step; i >= first && i < last && Math.abs(i - at) <= REACH; i += step) {
    const chunk = chunks[i]!;
    if (chunk.kind === 'comma') {
      if (++comma > 1) break;
      continue;
    }
    if (comma === 0 && (step < 0 || chunk.kind !== 'preposition')) {
      // "the president of Armenia, X" needs its comma; "ministra de Cultura de Lituania, X" too.
      if (step < 0) break;
      if (chunk.kind !== 'phrase') break;
    }
    if (chunk.kind === 'preposition') continue;
    if (chunk.kind !== 'phrase') break;
    if (isOffice(scene, chunk)) office = true;
    found =
      step < 0
        ? (namedIn(scene, stateAt, chunk)[0]?.state ?? found)
        : (found ?? namedIn(scene, stateAt, chunk)[0]?.state);
    if (step < 0 && office) break;
  }
  return office ? found : undefined;
}

/** Whether a phrase names an office. */
export function isOffice(
  { doc, lexicon, mentions, mentionAt }: Scene,
  { first, last }: Chunk,
): boolean {
  for (let i = first; i < last; i++) {
    if (mentions[mentionAt[i]!]?.kind === 'office') return true;
    if (lexicon.has(['offices'], doc.tokens[i]!.lower, doc.lemmas[i]!)) return true;
  }
  return false;
}
