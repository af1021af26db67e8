/**
 * What stands behind a verb in its clause: its object, the phrases behind prepositions, and what
 * depends on it. Looks over a bounded number of chunks.
 */
import type { Scene } from './chunk.ts';

/** Chunks looked over behind one verb. */
const REACH = 28;

export interface Prepositional {
  /** The preposition in lower case. */
  readonly word: string;
  readonly phrase: number;
}

/** Chunks by their places; -1 where there is none. `end`: behind the last chunk of the clause. */
export interface Complements {
  readonly object: number;
  readonly indirect: number;
  readonly prepositional: readonly Prepositional[];
  /** The verb that depends on this one. */
  readonly dependent: number;
  /** The first phrase of the clause that it opens. */
  readonly content: number;
  readonly end: number;
}

export function complementsOf(scene: Scene, at: number): Complements {
  const { chunks, rows, doc } = scene;
  const { last } = rows[chunks[at]!.sentence]!;
  const prepositional: Prepositional[] = [];
  let object = -1;
  let indirect = -1;
  let parted = false;
  let i = at + 1;
  const most = Math.min(last, at + REACH);
  const done = (dependent: number, content = -1): Complements => ({
    object,
    indirect,
    prepositional,
    dependent,
    content,
    end: i,
  });
  for (; i < most; i++) {
    const { kind, verb } = chunks[i]!;
    if (kind === 'date') continue;
    if (kind === 'preposition') {
      const phrase = phraseBehind(scene, i, most);
      if (phrase < 0 || isParticle(scene, at, i)) continue;
      // "10 days of war games": the days are no object.
      const counted = object < 0 && i > at + 1 && chunks[i - 1]!.kind === 'date' && isOf(scene, i);
      if (counted) object = phrase;
      else prepositional.push({ word: prepositionAt(scene, i), phrase });
      i = phrase;
    } else if (kind === 'phrase') {
      if (doc.cases?.[chunks[i]!.head] === 'Dat') {
        if (indirect < 0) indirect = i;
      } else if (object < 0) {
        object = i;
      } else if (chunks[i - 1]!.kind === 'phrase' && indirect < 0 && i === object + 1) {
        indirect = object;
        object = i;
      }
    } else if (kind === 'and' || kind === 'comma') {
      parted ||= kind === 'comma';
      const next = chunks[i + 1];
      if (next === undefined || i + 1 >= most) return done(-1);
      if (
        next.kind === 'verb' &&
        next.verb!.form !== 'infinitive' &&
        next.verb!.form !== 'gerund'
      ) {
        // "has expelled and deported X": they share it.
        if (i === at + 1 && kind === 'and') object = plainObject(scene, i + 1, most);
        return done(-1);
      }
      if (next.kind === 'verb' && kind === 'comma') return done(-1);
      // What is joined to a phrase belongs to it.
      if (next.kind === 'phrase' && (object >= 0 || prepositional.length > 0)) i++;
    } else if (kind === 'verb') {
      if (verb!.form === 'infinitive' || verb!.form === 'gerund') return done(i);
      if (i === at + 1 && verb!.negated) object = plainObject(scene, i, most);
      if (verb!.form === 'finite' && object === i - 1) return done(i);
      const isOther = parted || verb!.form === 'participle' || verb!.form === 'past';
      return done(isOther ? -1 : i);
    } else if (kind === 'subordinator' && chunks[i + 1]?.kind === 'date') {
      // "after four years"
      i++;
    } else if (kind === 'complementizer') {
      return done(nextVerb(scene, i, most), chunks[i + 1]?.kind === 'phrase' ? i + 1 : -1);
    } else {
      return done(-1);
    }
  }
  return done(-1);
}

/** The object alone. */
export function objectOf(scene: Scene, at: number): number {
  const { object, prepositional } = complementsOf(scene, at);
  return object >= 0 ? object : (prepositional[0]?.phrase ?? -1);
}

function plainObject({ chunks }: Scene, verb: number, most: number): number {
  return verb + 1 < most && chunks[verb + 1]!.kind === 'phrase' ? verb + 1 : -1;
}

function nextVerb({ chunks }: Scene, from: number, most: number): number {
  for (let i = from + 1; i < most; i++) if (chunks[i]!.kind === 'verb') return i;
  return -1;
}

/** The phrase that a preposition leads to, past further prepositions ("out of"). */
function phraseBehind({ chunks }: Scene, at: number, most: number): number {
  for (let i = at + 1; i < most && i <= at + 2; i++) {
    if (chunks[i]!.kind === 'phrase') return i;
    if (chunks[i]!.kind !== 'preposition') return -1;
  }
  return -1;
}

function isOf({ chunks, doc }: Scene, at: number): boolean {
  return /^(?:of|de)$/.test(doc.tokens[chunks[at]!.first]!.lower);
}

/** "beat up X": part of the verb, unless a preposition follows ("out of"). */
function isParticle({ chunks, doc, words }: Scene, verb: number, at: number): boolean {
  if (at !== verb + 1 || chunks[at + 1]!.kind === 'preposition') return false;
  return words.particles.has(doc.tokens[chunks[at]!.first]!.lower);
}

/** The preposition nearest to its phrase ("frente a la embajada" gives "a"), or both if listed so. */
function prepositionAt({ chunks, doc, words }: Scene, at: number): string {
  const next = chunks[at + 1];
  const both = `${doc.tokens[chunks[at]!.first]!.lower} ${doc.tokens[next!.first]!.lower}`;
  if (next?.kind === 'preposition' && words.prepositions.has(both)) return both;
  const last = next?.kind === 'preposition' ? next : chunks[at]!;
  return doc.tokens[last.first]!.lower;
}
