/**
 * Who supports, opposes or stays neutral towards what: stances told by verbs ("opposes the sanctions"),
 * by predicates ("is against the ban") and by nouns with an owner ("its neutral stance on the war").
 * What is denied, planned or only possible is none. Linear in the text.
 */
import type { Party, Position, Stance } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import type { Scene } from './chunk.ts';
import { nounPositions } from './noun-positions.ts';
import { complementsOf } from './objects.ts';
import type { PositionLexicon } from './position-lexicon.ts';
import { agentOf } from './roles.ts';
import type { Stage } from './stage.ts';
import { towardsOf } from './towards.ts';

/** The positions of a document, in its order. */
export function positionsIn(stage: Stage, stances: PositionLexicon): Position[] {
  const found: Position[] = [];
  for (const [at, { kind, sentence }] of stage.scene.chunks.entries()) {
    const last = found.at(-1);
    const near = last !== undefined && isIn(stage.scene, last.span, sentence) ? last : undefined;
    if (kind === 'verb') {
      const position = verbPosition(stage, stances, at, near?.towards);
      if (position !== undefined) found.push(position);
    } else if (kind === 'phrase') {
      const position = nounPositions(stage, stances, at) ?? barePosition(stage, stances, at);
      if (position !== undefined) found.push(position);
    }
  }
  return found;
}

/** "Словакия против отправки войск": no verb at all. */
function barePosition(
  { scene, parties, told }: Stage,
  { bare }: PositionLexicon,
  at: number,
): Position | undefined {
  const { chunks, doc } = scene;
  const [holding, preposition, about] = chunks.slice(at, at + 3);
  if (preposition?.kind !== 'preposition' || about?.kind !== 'phrase') return undefined;
  if (about.sentence !== holding!.sentence) return undefined;
  const { lower, begin, end, text } = doc.tokens[preposition.first]!;
  const entry = bare?.find(({ word }) => word === lower);
  const opens = chunks[at - 1]?.sentence !== holding!.sentence || chunks[at - 1]?.kind === 'comma';
  const [holder] = parties.of(at);
  if (entry === undefined || !opens || holder?.state === undefined) return undefined;
  if (chunks[at + 3]?.kind === 'verb') return undefined;
  const span = { begin, end };
  const towards = towardsOf({ scene, parties }, at + 2);
  return { span, text, stance: entry.stance, holder, towards, told: told.at(span) };
}

function isIn({ doc }: Scene, { begin }: Span, sentence: number): boolean {
  const { begin: first, end } = doc.sentences[sentence]!;
  return first <= begin && begin < end;
}

interface Stated {
  readonly stance: Stance;
  /** The token behind the words that state it. */
  readonly last: number;
  /** The chunk of what it is about, or -1. */
  readonly about: number;
  /** Whether what it is about must be somebody's. */
  readonly named: boolean;
  /** Whether it is stated by what is denied: "has not taken sides". */
  readonly negated: boolean;
}

function verbPosition(
  stage: Stage,
  stances: PositionLexicon,
  at: number,
  before: Party | undefined,
): Position | undefined {
  const { scene, parties, subjectOf, told } = stage;
  const stated = statedBy(scene, stances, at);
  if (stated === undefined) return undefined;
  if (stage.statusOf(at) !== (stated.negated ? 'negated' : 'happened')) return undefined;
  const { verb } = scene.chunks[at]!;
  const passive = verb!.voice === 'passive';
  const subject = passive ? agentOf(scene, complementsOf(scene, at), at) : subjectOf(at);
  const about = passive ? subjectOf(at) : stated.about;
  const holder = subject < 0 ? undefined : parties.of(subject)[0];
  if (holder === undefined || !isHolder(scene, subject, holder)) return undefined;
  const towards = about < 0 ? before : towardsOf(stage, about);
  if (towards === undefined || (stated.named && towards.state === undefined)) return undefined;
  if (about >= 0 && isOwn(scene, about)) return undefined;
  const { tokens } = scene.doc;
  const span = { begin: tokens[verb!.first]!.begin, end: tokens[stated.last - 1]!.end };
  return {
    span,
    text: scene.doc.text.slice(span.begin, span.end),
    stance: stated.stance,
    holder,
    towards,
    told: told.at(span),
  };
}

function statedBy(scene: Scene, stances: PositionLexicon, at: number): Stated | undefined {
  const { doc, chunks } = scene;
  const { verb } = chunks[at]!;
  const { entries, last, head } = verb!;
  const lemma = doc.lemmas[head]!;
  for (const [entry, { next, stance, negated = false }] of stances.predicateOf) {
    if (!entries.includes(entry) && !entry.words.includes(lemma)) continue;
    const run = runAt(scene, last, next);
    if (run === last || negated !== verb!.negated) continue;
    return { stance, last: run, about: phraseAfter(scene, at, run), named: false, negated };
  }
  const own = entries.find((entry) => stances.stanceOf.has(entry));
  if (own === undefined) return undefined;
  const stance = stances.stanceOf.get(own)!;
  const { object, prepositional } = complementsOf(scene, at);
  const about = object >= 0 ? object : (prepositional[0]?.phrase ?? -1);
  // "Brasil lo apoya": what was spoken of before.
  const again = about < 0 && doc.language === 'es' && isClitic(doc.tokens[head - 1]?.lower);
  return about < 0 && verb!.voice !== 'passive' && !again
    ? undefined
    : { stance: stance.stance, last, about, named: stance.named === true, negated: false };
}

const isClitic = (word: string | undefined): boolean => /^l[ao]s?$/.test(word ?? '');

/** The token behind the longest of the runs that stands at a token; the token itself if none does. */
function runAt({ doc }: Scene, from: number, runs: readonly string[]): number {
  let best = from;
  for (const run of runs) {
    const parts = run.split(' ');
    const fits = parts.every((word, i) => doc.tokens[from + i]?.lower === word);
    if (fits && from + parts.length > best) best = from + parts.length;
  }
  return best;
}

/** The first phrase behind a token in the clause of a verb, at most a preposition away. */
function phraseAfter({ chunks, rows }: Scene, at: number, token: number): number {
  const { last } = rows[chunks[at]!.sentence]!;
  let passed = 0;
  for (let i = at + 1; i < last; i++) {
    const chunk = chunks[i]!;
    if (chunk.last <= token) continue;
    if (chunk.kind === 'phrase' || chunk.verb?.form === 'gerund') return i;
    if (chunk.kind !== 'preposition' || passed++ > 0) return -1;
  }
  return -1;
}

/** "keeps up his project", "keeps up good relations": no stance towards anything. */
function isOwn({ chunks, doc, words, lexicon }: Scene, about: number): boolean {
  const { first, head } = chunks[about]!;
  if (words.possessives.has(doc.tokens[first]!.lower)) return true;
  return lexicon.has(['relations'], doc.tokens[head]!.lower, doc.lemmas[head]!);
}

/** Whether a phrase can hold a stance in politics: of a state, a named one, or people. */
function isHolder(scene: Scene, phrase: number, { state, entity }: Party): boolean {
  if (state !== undefined || entity !== undefined) return true;
  const { doc, chunks, lexicon } = scene;
  const { first, sentence } = chunks[phrase]!;
  for (let i = first; i < first + CROWD && doc.tokens[i]?.sentence === sentence; i++) {
    if (lexicon.has(['crowds'], doc.tokens[i]!.lower, doc.lemmas[i]!)) return true;
  }
  return false;
}

/** Words of "a group of farmers". */
const CROWD = 5;
