/**
 * Whom a pronoun, a possessive or an unnamed head of government stands for: the subject that was spoken
 * of last. Bounded looks back; what is not certain stays without a state.
 */
import type { Attribution, Party, StateCode } from '../../domain/reading.ts';
import type { Chunk, Scene } from './chunk.ts';
import { namedIn, type Parties } from './parties.ts';
import { personIn } from './people.ts';
import type { StateAt } from './state-names.ts';
import type { Subjects } from './subjects.ts';

/** Verbs looked back over for one pronoun. */
const LOOK_BACK = 10;
/** Sentences looked back over for one pronoun. */
const SENTENCES = 1;
/** Sentences looked back over for the state whose head of government is spoken of. */
const FAR_SENTENCES = 4;
/** A pronoun for a pronoun for a pronoun. */
const DEEPEST = 3;

export interface Topics {
  readonly pronounAt: (phrase: number) => Party | undefined;
  /** The last subject of a known state before a chunk. */
  readonly before: (chunk: number, sentences?: number) => Party | undefined;
}

export interface TopicTools {
  readonly scene: Scene;
  readonly subjectOf: Subjects;
  readonly stateAt: StateAt;
  readonly attributions: readonly Attribution[];
  readonly states: ReadonlyMap<string, StateCode>;
  /** Made with these topics, so asked for when first needed. */
  readonly parties: () => Parties;
}

export function openTopics(tools: TopicTools): Topics {
  const { scene } = tools;
  const { chunks } = scene;
  const verbs = chunks.flatMap(({ kind }, at) => (kind === 'verb' ? [at] : []));
  const sources = new Map(
    tools.attributions.flatMap(({ source }) =>
      source?.entity === undefined ? [] : [[source.span.begin, source.entity] as const],
    ),
  );
  let depth = 0;
  const before = (at: number, sentences = SENTENCES): Party | undefined => {
    const chunk = chunks[at]!;
    let low = 0;
    let high = verbs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (verbs[middle]! < at) low = middle + 1;
      else high = middle;
    }
    if (depth >= DEEPEST) return undefined;
    depth++;
    let found: Party | undefined;
    for (let i = low - 1; i >= 0 && i >= low - LOOK_BACK * sentences && found === undefined; i--) {
      const verb = chunks[verbs[i]!]!;
      if (verb.sentence < chunk.sentence - sentences) break;
      const subject = tools.subjectOf(verbs[i]!);
      if (subject < 0 || subject === at) continue;
      found = tools
        .parties()
        .of(subject)
        .find(({ state }) => state !== undefined);
    }
    depth--;
    return found;
  };
  const pronounAt = (at: number): Party | undefined => {
    const chunk = chunks[at]!;
    const envoy = envoyBefore(scene, tools, at);
    if (envoy !== undefined) return envoy;
    if (!isAnaphoric(scene, chunk)) return undefined;
    const { begin } = scene.doc.tokens[chunk.first]!;
    const span = { begin, end: scene.doc.tokens[chunk.last - 1]!.end };
    const own = { span, text: scene.doc.text.slice(span.begin, span.end) };
    const speaker = sources.get(begin);
    const state = speaker === undefined ? undefined : tools.states.get(speaker);
    if (state !== undefined) return { ...own, entity: speaker, state };
    if (namedIn(scene, tools.stateAt, chunk).length > 0) return undefined;
    const topic = ownerBeside(scene, tools, at) ?? before(at);
    return (
      topic && {
        ...own,
        entity: chunk.last - chunk.first === 1 ? topic.entity : undefined,
        state: topic.state,
      }
    );
  };
  return { pronounAt, before };
}

/** "Mexico's proximity and its neutral stance": whose the phrase before is. */
function ownerBeside(
  { chunks, words, doc }: Scene,
  tools: TopicTools,
  at: number,
): Party | undefined {
  if (!words.possessives.has(doc.tokens[chunks[at]!.first]!.lower)) return undefined;
  if (chunks[at - 1]?.kind !== 'and' || chunks[at - 2]?.kind !== 'phrase') return undefined;
  const chunk = chunks[at - 2]!;
  const state = namedIn(tools.scene, tools.stateAt, chunk)[0]?.state;
  const span = { begin: doc.tokens[chunk.first]!.begin, end: doc.tokens[chunk.last - 1]!.end };
  if (state === undefined) return undefined;
  return { span, text: doc.text.slice(span.begin, span.end), entity: `state:${state}`, state };
}

/** Phrases looked back over for "the ambassador". */
const ENVOYS_BACK = 16;

/** "The ambassador", of no state, is the one that was named before. */
function envoyBefore(
  { doc, chunks, lexicon }: Scene,
  tools: TopicTools,
  at: number,
): Party | undefined {
  const chunk = chunks[at]!;
  const isEnvoy = ({ head }: Chunk): boolean =>
    lexicon.has(['envoys', 'diplomatic'], doc.tokens[head]!.lower, doc.lemmas[head]!);
  const opens = chunks[at - 1]?.sentence !== chunk.sentence;
  if (!opens || !isEnvoy(chunk) || namedIn(tools.scene, tools.stateAt, chunk).length > 0)
    return undefined;
  for (let i = at - 1; i >= 0 && i >= at - ENVOYS_BACK; i--) {
    const other = chunks[i]!;
    if (other.sentence < chunk.sentence - SENTENCES) return undefined;
    if (other.kind !== 'phrase' || !isEnvoy(other)) continue;
    const state = tools
      .parties()
      .of(i)
      .find((one) => one.state !== undefined)?.state;
    if (state === undefined) continue;
    const span = { begin: doc.tokens[chunk.first]!.begin, end: doc.tokens[chunk.last - 1]!.end };
    return { span, text: doc.text.slice(span.begin, span.end), entity: undefined, state };
  }
  return undefined;
}

/** "he", "it", "its foreign minister". */
function isAnaphoric({ doc, words }: Scene, { first, last, head }: Chunk): boolean {
  const { lower } = doc.tokens[first]!;
  if (words.possessives.has(lower)) return true;
  return last - first === 1 && head === first && words.pronouns.has(lower);
}

/**
 * Adds the states of heads of government that the article names without one: "throughout his
 * presidency, Andrés Manuel López Obrador …" is of the state whose people were the subject before.
 */
export function addHeads(scene: Scene, topics: Topics, states: Map<string, StateCode>): void {
  const { chunks, doc, lexicon, words, rows } = scene;
  for (const [at, chunk] of chunks.entries()) {
    if (chunk.kind !== 'phrase' || !words.possessives.has(doc.tokens[chunk.first]!.lower)) continue;
    if (!lexicon.has(['rule'], doc.tokens[chunk.head]!.lower, doc.lemmas[chunk.head]!)) continue;
    const { first, last } = rows[chunk.sentence]!;
    for (let i = Math.max(first, at - 12); i < last && i <= at + 12; i++) {
      const other = chunks[i]!;
      const person = other.kind === 'phrase' ? personIn(scene, other) : undefined;
      if (person === undefined || states.has(person)) continue;
      const state = topics.before(rows[chunk.sentence]!.first, FAR_SENTENCES)?.state;
      if (state !== undefined) states.set(person, state);
    }
  }
}
