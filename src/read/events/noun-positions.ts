/** Stances told by nouns with an owner: "its neutral stance on the war", "Kenya's opposition to the pact". */
import type { Party, Position } from '../../domain/reading.ts';
import type { PositionLexicon } from './position-lexicon.ts';
import type { Stage } from './stage.ts';
import { towardsOf } from './towards.ts';
import { openWordClasses } from './word-classes.ts';

/** Chunks looked back over for an owner. */
const REACH = 24;

/** The position that the phrase at a chunk tells. */
export function nounPositions(
  stage: Stage,
  { nouns }: PositionLexicon,
  at: number,
): Position | undefined {
  const { scene, told } = stage;
  const { doc, chunks, words } = scene;
  const chunk = chunks[at]!;
  const { lower } = doc.tokens[chunk.head]!;
  const entry = nouns.find(
    (one) => one.words.includes(lower) || one.words.includes(doc.lemmas[chunk.head]!),
  );
  const preposition = chunks[at + 1];
  if (entry === undefined || preposition?.kind !== 'preposition') return undefined;
  if (chunks[at + 2]?.kind !== 'phrase' || preposition.sentence !== chunk.sentence)
    return undefined;
  if (!entry.prepositions.includes(doc.tokens[preposition.first]!.lower)) return undefined;
  const inside = doc.tokens.slice(chunk.first, chunk.last);
  if (entry.with !== undefined) {
    const has = openWordClasses({ with: entry.with });
    if (!inside.some((token) => has(['with'], token.lower, token.lower))) return undefined;
  }
  const owned =
    inside.some(({ text, lower: word }) => /^['’]s?$/.test(text) || words.possessives.has(word)) ||
    stage.parties.within(at).length > 0;
  const holder = owned ? ownerOf(stage, at) : undefined;
  if (holder === undefined) return undefined;
  const span = {
    begin: doc.tokens[chunk.first]!.begin,
    end: doc.tokens[preposition.last - 1]!.end,
  };
  return {
    span,
    text: doc.text.slice(span.begin, span.end),
    stance: entry.stance,
    holder,
    towards: towardsOf(stage, at + 2),
    told: told.at(span),
  };
}

/** The state whose stance it is; of "its" the owner named in the same sentence, else the subject before. */
function ownerOf({ scene, parties, topics }: Stage, at: number): Party | undefined {
  const [own] = parties.of(at);
  if (own?.state !== undefined) return own;
  const { chunks, rows } = scene;
  const { first } = rows[chunks[at]!.sentence]!;
  for (let i = at - 1; i >= first && i > at - REACH; i--) {
    const named =
      chunks[i]!.kind === 'phrase' ? parties.of(i).find(({ state }) => state) : undefined;
    if (named !== undefined) return named;
  }
  return topics.before(at);
}
