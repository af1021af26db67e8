/**
 * Parties: who a noun phrase names and of which state that is. A state is read off the phrase itself
 * ("Russian diplomats", "Turkey's ambassador"), off what hangs on it ("the ambassador of Iran"), or off
 * what the article says of the same person elsewhere. Each look goes over a bounded number of chunks.
 */
import type { Mention, Party, StateCode } from '../../domain/reading.ts';
import type { Chunk, Scene } from './chunk.ts';
import type { StateAt } from './state-names.ts';

/** Chunks that one phrase is followed over. */
const REACH = 14;
/** Parties of one phrase: "Iran, Libya, North Korea, Sudan and Cuba". */
const MOST = 8;

export interface Parties {
  /** Who the phrase at a chunk names, joined ones apart; without a state where none is known. */
  of(phrase: number): readonly Party[];
  /** The states inside the words of one chunk, in order. */
  within(phrase: number): readonly StateCode[];
}

export interface People {
  /** The states of persons and organisations, by their entities, as the article tells them. */
  readonly states: ReadonlyMap<string, StateCode>;
  /** What a pronoun at a chunk stands for. */
  readonly pronounAt: (phrase: number) => Party | undefined;
}

export function openParties(scene: Scene, stateAt: StateAt, people: People): Parties {
  const known = new Map<number, readonly Party[]>();
  const task: Task = { scene, stateAt, people };
  return {
    of: (phrase) => {
      let found = known.get(phrase);
      if (found === undefined) {
        // A phrase that is asked for while it is looked at names nobody: no two stand for each other.
        known.set(phrase, []);
        found = partiesOf(task, phrase);
        known.set(phrase, found);
      }
      return found;
    },
    within: (phrase) => namedIn(scene, stateAt, scene.chunks[phrase]!).map(({ state }) => state),
  };
}

interface Task {
  readonly scene: Scene;
  readonly stateAt: StateAt;
  readonly people: People;
}

/** A state inside a phrase, and the first token that names it. */
interface Named {
  readonly state: StateCode;
  readonly at: number;
  readonly mention: Mention | undefined;
}

/** The states that a range of tokens names, each once. */
export function namedIn(
  { doc, mentions, mentionAt, lexicon }: Scene,
  stateAt: StateAt,
  { first, last }: Chunk,
): Named[] {
  const found: Named[] = [];
  const add = (state: StateCode | undefined, at: number, mention?: Mention): void => {
    if (state !== undefined && !found.some((one) => one.state === state)) {
      found.push({ state, at, mention });
    }
  };
  for (let i = first; i < last; i++) {
    // "ethnic Albanians" are of the state in which they are.
    if (i > first && lexicon.has(['ethnic'], doc.tokens[i - 1]!.lower, doc.lemmas[i - 1]!))
      continue;
    if (i + 1 < last && lexicon.has(['language'], doc.tokens[i + 1]!.lower, doc.lemmas[i + 1]!))
      continue;
    const place = mentionAt[i]!;
    const mention = mentions[place];
    const opens = place !== mentionAt[i - 1] || i === first;
    if (mention?.state !== undefined) {
      if (opens && mention.kind !== 'office') add(mention.state, i, mention);
      else if (opens) add(mention.state, i);
    } else {
      const name = stateAt(doc, i, last);
      if (name === undefined) continue;
      add(name.state, i);
      i = name.last - 1;
    }
  }
  return found;
}

function partiesOf(task: Task, at: number): Party[] {
  const { chunks, rows } = task.scene;
  const { last } = rows[chunks[at]!.sentence]!;
  const parties: Party[] = [];
  const push = (more: readonly Party[]): void => {
    for (const party of more) if (parties.length < MOST) parties.push(party);
  };
  const own = partiesAt(task, at, last);
  push(own.parties);
  let i = own.end;
  let joined = false;
  let named = true;
  const more: Party[] = [];
  while (i < last && i < at + REACH) {
    const next = joinedBehind(chunks, i, last);
    if (next === undefined) break;
    const part = partiesAt(task, next.phrase, last);
    // ", X said": X is the subject of what follows.
    if (!next.and && chunks[part.end]?.kind === 'verb') break;
    more.push(...part.parties);
    named &&= isStateName(task.scene, chunks[next.phrase]!);
    joined ||= next.and;
    i = part.end;
    if (next.and && chunks[i]?.kind !== 'and') break;
  }
  // Commas without an "and" put in apposition; then what follows names the same party.
  if (joined || (named && more.length > 1)) push(more);
  else if (parties.length === 1 && parties[0]!.state === undefined && !isPronoun(task.scene, at)) {
    const state = more.find((party) => party.state !== undefined)?.state;
    if (state !== undefined) return [{ ...parties[0]!, state }];
  }
  return parties;
}

function isPronoun({ doc, chunks }: Scene, at: number): boolean {
  return doc.tags[chunks[at]!.head] === 'PRON';
}

function isStateName({ mentions, mentionAt }: Scene, { head }: Chunk): boolean {
  return mentions[mentionAt[head]!]?.kind === 'state';
}

interface Joined {
  readonly phrase: number;
  readonly and: boolean;
}

/** ", X", "and X", ", and X" behind a phrase, unless a verb follows X at once. */
function joinedBehind(chunks: readonly Chunk[], at: number, end: number): Joined | undefined {
  let i = at;
  let and = false;
  if (chunks[i]?.kind === 'comma') i++;
  if (chunks[i]?.kind === 'and') {
    and = true;
    i++;
  }
  if (i === at || i >= end || chunks[i]?.kind !== 'phrase') return undefined;
  return { phrase: i, and };
}

interface Part {
  readonly parties: readonly Party[];
  /** The chunk behind the phrase and what hangs on it. */
  readonly end: number;
}

/** The party of one phrase with the prepositional phrases that hang on it. */
function partiesAt(task: Task, at: number, end: number): Part {
  const { scene, people } = task;
  const chunk = scene.chunks[at]!;
  const pronoun = people.pronounAt(at);
  if (pronoun !== undefined) return { parties: [pronoun], end: at + 1 };
  const named = namedIn(scene, task.stateAt, chunk);
  const behind = attachedBehind(scene, at, end);
  const party = partyOf(scene, chunk, behind.last);
  const several = named.length > 1 && isJoint(scene, chunk, named);
  if (several) return { parties: named.map(({ state }) => ({ ...party, state })), end: behind.end };
  const own = named[0]?.state ?? entityState(people, party.entity);
  if (own !== undefined) return { parties: [{ ...party, state: own }], end: behind.end };
  const states = behind.phrases.flatMap((phrase) => stateOfPhrase(task, phrase));
  if (states.length === 0) return { parties: [party], end: behind.end };
  const used = behind.between ? states : states.slice(0, 1);
  return { parties: used.map((state) => ({ ...party, state })), end: behind.end };
}

function stateOfPhrase({ scene, stateAt, people }: Task, phrase: number): StateCode[] {
  const chunk = scene.chunks[phrase]!;
  const named = namedIn(scene, stateAt, chunk);
  if (named.length > 0) return [named[0]!.state];
  const own = entityState(people, partyOf(scene, chunk, chunk.last).entity);
  return own === undefined ? [] : [own];
}

const entityState = ({ states }: People, entity: string | undefined): StateCode | undefined =>
  entity === undefined ? undefined : states.get(entity);

/** "Turkish and Greek sides" is two; "US Iraq envoy" is of the first. */
function isJoint({ doc }: Scene, { first, last }: Chunk, named: readonly Named[]): boolean {
  for (let i = Math.max(first, named[0]!.at); i < last; i++) {
    if (doc.tags[i] === 'CCONJ' || /^\p{Lu}\p{L}*[-–]\p{Lu}/u.test(doc.tokens[i]!.text))
      return true;
  }
  return false;
}

interface Attached {
  /** Phrases behind prepositions that say whose or where from. */
  readonly phrases: readonly number[];
  readonly between: boolean;
  /** The chunk, and the token, behind all that hangs on the phrase. */
  readonly end: number;
  readonly last: number;
}

function attachedBehind(scene: Scene, at: number, end: number): Attached {
  const { chunks, doc, words, lexicon } = scene;
  const phrases: number[] = [];
  let between = false;
  let modified = false;
  let i = at + 1;
  let { last } = chunks[at]!;
  const own = doc.tokens[chunks[at]!.head]!.lower;
  const { head } = chunks[at]!;
  const kind = scene.mentions[scene.mentionAt[head]!]?.kind;
  // Who has a name is not of the place where it is.
  const isNamed = kind === 'organisation' || kind === 'person';
  const abroad = isNamed || lexicon.has(['diplomatic'], own, doc.lemmas[head]!);
  while (i + 1 < end && i < at + REACH) {
    const chunk = chunks[i]!;
    const next = chunks[i + 1]!;
    if (between && chunk.kind === 'and' && next.kind === 'phrase') {
      phrases.push(i + 1);
      i += 2;
      continue;
    }
    if (chunk.kind === 'verb' && !isNamed && phrases.length === 0 && modifies(scene, i, at)) {
      i++;
      if (next.kind === 'phrase') {
        phrases.push(i);
        last = next.last;
        i++;
      }
      modified = true;
      continue;
    }
    // "ordered out of X"
    if (chunk.kind === 'preposition' && next.kind === 'preposition' && modified) {
      i++;
      continue;
    }
    if (chunk.kind !== 'preposition' || next.kind !== 'phrase') break;
    const word = doc.tokens[chunk.first]!.lower;
    const role = words.prepositions.get(word);
    if (role === 'between') between = true;
    // A diplomat "in" or "to" a state is another's.
    const paired = role !== 'with' || isPaired(scene, at);
    const whose =
      (words.attaching.has(word) && paired) ||
      (role === 'in' && !abroad) ||
      role === 'between' ||
      modified;
    if (!whose && doc.tags[chunk.first - 1] !== 'ADJ') break;
    phrases.push(i + 1);
    last = next.last;
    i += 2;
  }
  return { phrases, between, end: i, last };
}

/** "a pact with X", "relations with X"; but not "a speech with X". */
function isPaired({ chunks, doc, lexicon }: Scene, at: number): boolean {
  const { head } = chunks[at]!;
  return lexicon.has(PAIRED, doc.tokens[head]!.lower, doc.lemmas[head]!);
}

const PAIRED = ['agreement', 'relations', 'talks', 'links', 'paired'];

/** "refugees fleeing the war in X", "a group based in X". */
function modifies(scene: Scene, verb: number, phrase: number): boolean {
  const { form } = scene.chunks[verb]!.verb!;
  if (verb !== phrase + 1) return false;
  if (form === 'gerund' || form === 'participle')
    return scene.chunks[verb]!.verb!.entries.length === 0;
  return form === 'past' && scene.reduced[verb] === 1;
}

/** The words of a chunk as a party, by the name that its head stands in. */
function partyOf(
  { doc, mentions, mentionAt }: Scene,
  { first, last, head }: Chunk,
  _end: number,
): Party {
  const begin = doc.tokens[first]!.begin;
  const end = doc.tokens[last - 1]!.end;
  let mention = mentions[mentionAt[head]!];
  for (let i = first; i < last && mention?.kind !== 'person'; i++) {
    const other = mentions[mentionAt[i]!];
    if (other?.kind === 'person') mention = other;
  }
  const entity = mention?.kind === 'office' ? undefined : mention?.entity;
  return {
    span: { begin, end },
    text: doc.text.slice(begin, end),
    entity,
    state: undefined,
  };
}

/** Who did something, and to whom. */
export interface Sides {
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
}
