/**
 * Who or what a verb is said of: the noun phrase before it, past insertions and relative clauses; of a
 * second verb the subject of the first; of an infinitive or gerund who controls it. Each look goes over
 * a bounded number of chunks.
 */
import type { Chunk, Scene } from './chunk.ts';
import type { VerbEntry } from './event-lexicon.ts';
import { objectOf } from './objects.ts';

/** Chunks looked over for one subject. */
const REACH = 48;
/** Verbs followed for one subject. */
const DEEPEST = 6;

/** The chunk of the subject of a verb chunk, or -1. */
export type Subjects = (verb: number) => number;

/** Subjects of one document; each is found once. */
export function openSubjects(scene: Scene): Subjects {
  const known = new Map<number, number>();
  const find = (verb: number, depth: number): number => {
    const before = known.get(verb);
    if (before !== undefined) return before;
    if (depth > DEEPEST) return -1;
    const found = lookFor(scene, verb, (next) => find(next, depth + 1));
    known.set(verb, found);
    return found;
  };
  // In reading order each is one step from one that is known.
  for (const [at, { kind }] of scene.chunks.entries()) if (kind === 'verb') find(at, 0);
  return (verb) => find(verb, 0);
}

function lookFor(scene: Scene, at: number, find: (verb: number) => number): number {
  const { form } = scene.chunks[at]!.verb!;
  if (form === 'infinitive' || form === 'gerund') return controllerOf(scene, at, find);
  if (form === 'participle' || (form === 'past' && scene.reduced[at] === 1)) {
    return phraseBefore(scene, at);
  }
  const before = finiteSubject(scene, at, find);
  if (before >= 0 || scene.doc.language === 'en') return before;
  return subjectBehind(scene, at);
}

/** Spanish and Russian: "В параде прошли военные", "desfilaron soldados". */
function subjectBehind({ chunks, doc, rows }: Scene, at: number): number {
  const { last } = rows[chunks[at]!.sentence]!;
  const { voice, entries } = chunks[at]!.verb!;
  for (let i = at + 1; i < last && i <= at + 4; i++) {
    const { kind, head } = chunks[i]!;
    if (kind === 'date') continue;
    if (kind === 'preposition' && chunks[i + 1]?.kind === 'phrase') {
      i++;
      continue;
    }
    if (kind !== 'phrase') return -1;
    const nominative = doc.cases === undefined || /^(?:Nom|Acc)$/.test(doc.cases[head] ?? '');
    const alone = voice !== 'active' || entries.every((entry) => takesNoObject(entry));
    return nominative && alone ? i : -1;
  }
  return -1;
}

function takesNoObject({ senses }: VerbEntry): boolean {
  return senses?.every(({ to }) => to !== undefined && !to.includes('object')) === true;
}

/** "demonstrators protesting against X": a gerund right behind its noun. */
export function modifiesPhrase({ chunks, doc, lexicon }: Scene, at: number): boolean {
  const { verb, sentence } = chunks[at]!;
  const before = chunks[at - 1];
  if (verb!.form !== 'gerund' || before?.kind !== 'phrase' || before.sentence !== sentence) {
    return false;
  }
  // "issued a declaration demanding": who issued it demands.
  return !lexicon.has(['documents'], doc.tokens[before.head]!.lower, doc.lemmas[before.head]!);
}

/** ", killing two": a gerund that goes on with its sentence, not with an infinitive before it. */
export function goesOn({ chunks }: Scene, at: number): boolean {
  const before = chunks[at - 1];
  const joint = before?.kind === 'and' ? chunks[at - 2] : before;
  return chunks[at]!.verb!.form === 'gerund' && joint?.kind === 'comma';
}

/** The verb that an infinitive or gerund depends on, or -1. */
export function governorOf(scene: Scene, at: number): number {
  const { chunks, rows } = scene;
  const { first } = rows[chunks[at]!.sentence]!;
  const free = goesOn(scene, at);
  for (let i = at - 1; i >= first && i >= at - REACH; i--) {
    const { kind, verb } = chunks[i]!;
    if (kind === 'verb' && free && verb!.form === 'infinitive') continue;
    if (kind === 'verb') return i;
    if (kind === 'stop' || kind === 'complementizer') return -1;
  }
  return -1;
}

function controllerOf(scene: Scene, at: number, find: (verb: number) => number): number {
  if (modifiesPhrase(scene, at)) return at - 1;
  const governor = governorOf(scene, at);
  if (governor < 0) return scene.chunks[at]!.verb!.form === 'gerund' ? phraseBefore(scene, at) : -1;
  const { entries, voice } = scene.chunks[governor]!.verb!;
  const controls = entries.some((entry) => entry.controls === true);
  if (controls && voice !== 'passive') {
    const object = objectOf(scene, governor);
    if (object >= 0 && object < at) return object;
  }
  return find(governor);
}

/** The noun phrase right before a participle. */
function phraseBefore({ chunks, rows }: Scene, at: number): number {
  const { first } = rows[chunks[at]!.sentence]!;
  for (let i = at - 1; i >= first && i >= at - 4; i--) {
    if (chunks[i]!.kind === 'phrase') return i;
    if (chunks[i]!.kind === 'verb') return -1;
  }
  return -1;
}

/** What was passed on the way left from a finite verb. */
interface Passed {
  /** Phrases without a preposition, from right to left. */
  readonly phrases: number[];
  readonly joins: number[];
}

function finiteSubject(scene: Scene, at: number, find: (verb: number) => number): number {
  const { chunks, rows } = scene;
  const { first } = rows[chunks[at]!.sentence]!;
  const passed: Passed = { phrases: [], joins: [] };
  for (let i = at - 1; i >= first && i >= at - REACH; i--) {
    const { kind } = chunks[i]!;
    if (kind === 'phrase') {
      if (canBeSubject(scene, i, first)) passed.phrases.push(i);
    } else if (kind === 'and' || kind === 'comma') {
      passed.joins.push(i);
    } else if (kind === 'relative') {
      const own = relativeSubject(scene, i, at, passed, first);
      if (own !== undefined) return own;
      passed.phrases.length = 0;
      passed.joins.length = 0;
    } else if (kind === 'verb') {
      const answer = besideVerb(scene, i, at, passed, find);
      if (answer !== undefined) return answer;
    } else if (kind === 'complementizer' || kind === 'condition' || kind === 'stop') {
      return nearest(chunks, passed);
    } else if (kind === 'subordinator') {
      const own = behindSubordinator(chunks, i, at, passed);
      if (own !== undefined) return own;
    }
  }
  return nearest(chunks, passed);
}

/**
 * The leftmost phrase: those to its right stand in apposition or are joined to it. Past one comma that
 * nothing closes ("Slovakia against it, Hungary speaks …") it is the first one behind.
 */
function nearest(chunks: readonly Chunk[], { phrases, joins }: Passed): number {
  const [join] = joins;
  const leftmost = phrases.at(-1) ?? -1;
  if (joins.length !== 1 || chunks[join!]!.kind !== 'comma' || join! < leftmost) return leftmost;
  return phrases.findLast((phrase) => phrase > join!) ?? leftmost;
}

function canBeSubject({ chunks, doc, lexicon }: Scene, at: number, first: number): boolean {
  const before = chunks[at - 1];
  if (at > first && before?.kind === 'preposition') return false;
  const { head } = chunks[at]!;
  // Forms that are no nominative, whatever the tagger says.
  const { lower } = doc.tokens[head]!;
  const counted = doc.tags[chunks[at]!.first] === 'NUM';
  if (!counted && lexicon.has(['notSubject'], lower, lower)) return false;
  const own = doc.cases?.[head];
  return own === undefined || own === 'Nom' || (own !== 'Dat' && own !== 'Ins' && own !== 'Loc');
}

/** `undefined`: the relative clause ended before the verb. */
function relativeSubject(
  { chunks }: Scene,
  relative: number,
  at: number,
  { phrases }: Passed,
  first: number,
): number | undefined {
  for (let i = relative + 1; i < at; i++) if (chunks[i]!.kind === 'verb') return undefined;
  if (phrases.length > 0) return phrases.at(-1)!;
  const least = Math.max(first, relative - REACH);
  for (let i = relative - 1; i >= least; i--) if (chunks[i]!.kind === 'phrase') return i;
  return -1;
}

/** The subject where another verb stands before; `undefined`: that verb is inside a phrase. */
function besideVerb(
  scene: Scene,
  other: number,
  at: number,
  passed: Passed,
  find: (verb: number) => number,
): number | undefined {
  const { chunks } = scene;
  const { form, entries } = chunks[other]!.verb!;
  const { phrases, joins } = passed;
  const last = lastJoin(chunks, at);
  if (last === 'and' && form !== 'participle') return find(other);
  const inPhrase = form !== 'finite' && !(form === 'past' && scene.reduced[other] !== 1);
  if (inPhrase) {
    const firstJoin = joins.at(-1);
    const free = firstJoin === undefined ? [] : phrases.filter((phrase) => phrase > firstJoin);
    phrases.length = 0;
    phrases.push(...free);
    return undefined;
  }
  const firstJoin = joins.at(-1);
  const behind =
    firstJoin === undefined ? -1 : (phrases.filter((one) => one > firstJoin).at(-1) ?? -1);
  const says = entries.some(({ operator }) => operator === 'say');
  if (says && phrases.length > 0) return phrases.at(-1)!;
  if (behind >= 0) return behind;
  return last === 'comma' || phrases.length === 0 ? find(other) : phrases.at(-1)!;
}

/** What stands right before a verb, dates aside, if it joins. */
function lastJoin(chunks: readonly Chunk[], at: number): 'and' | 'comma' | undefined {
  for (let i = at - 1; i >= 0 && i >= at - 3; i--) {
    const { kind } = chunks[i]!;
    if (kind === 'and' || kind === 'comma') return kind;
    if (kind !== 'date') return undefined;
  }
  return undefined;
}

/** "after two cars were hit" has its own subject; "Israel, after talks, agreed" has it before. */
function behindSubordinator(
  chunks: readonly Chunk[],
  subordinator: number,
  at: number,
  passed: Passed,
): number | undefined {
  const { phrases, joins } = passed;
  const comma = joins.find((join) => chunks[join]!.kind === 'comma');
  if (comma === undefined) return phrases.at(-1);
  const free = phrases.filter((phrase) => phrase > joins.at(-1)!);
  for (let i = subordinator + 1; i < at; i++) {
    if (chunks[i]!.kind === 'verb') return phrases.at(-1);
  }
  if (free.length > 0) return free.at(-1)!;
  phrases.length = 0;
  return undefined;
}
