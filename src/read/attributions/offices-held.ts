/**
 * Roles told by a clause behind a name: "Johan Eek, who served as interior minister until 2020", "Ana
 * Berg, quien fue ministra de Defensa", «Эк, занимавший пост министра»; or by a sentence of their own:
 * "Berg is the mayor of Riga". Linear in a capped window.
 */
import type { TaggedDocument } from '../tagging/tagged.ts';
import type { Speech } from './speech.ts';

/** Words of such a clause. */
const CLAUSE_WORDS = 16;
/** Adverbs and auxiliaries before its verb. */
const LEAD = 3;
/** Words behind which a tenure begins that has not ended. */
const STILL = /^(?:since|desde|с)$/u;

export interface HeldOffice {
  /** Tokens, half-open. */
  readonly range: readonly [number, number];
  readonly former: boolean;
}

/**
 * The role in the clause behind the name that ends before `after`: behind its comma, or with the name for
 * its subject; absent where none is told there.
 */
export function officeHeld(
  document: TaggedDocument,
  after: number,
  speech: Speech,
): HeldOffice | undefined {
  const { tokens } = document;
  const mark = tokens[after];
  if (mark === undefined) return undefined;
  if (mark.text !== ',') return ownSentence(document, after, speech);
  let verb = after + 1;
  const isRelative = speech.isRelative(tokens[verb]?.lower ?? '');
  if (isRelative) verb++;
  const limit = Math.min(tokens.length, verb + LEAD);
  while (isRelative && verb < limit && speech.holding(tokens[verb]!.lower) === undefined) verb++;
  if (tokens[verb]?.sentence !== mark.sentence) return undefined;
  return heldAt(document, verb, speech);
}

/** "Berg is the mayor of Riga": not what one leads, since that may be a race. */
function ownSentence(document: TaggedDocument, after: number, speech: Speech) {
  const { tokens } = document;
  const limit = Math.min(tokens.length, after + LEAD);
  const { sentence } = tokens[after]!;
  for (let verb = after; verb < limit && tokens[verb]!.sentence === sentence; verb++) {
    const { lower, text } = tokens[verb]!;
    // «Анна Руис — мэр Риги» is an apposition to us.
    if (/^[,;:.!?—–()]$/u.test(text)) return undefined;
    const holding = speech.holding(lower);
    if (holding === 'serves' || holding === 'served') return heldAt(document, verb, speech);
    if (holding !== undefined) return undefined;
  }
  return undefined;
}

/** The office that the verb at `verb` is said of. */
function heldAt(
  { tokens, tags }: TaggedDocument,
  verb: number,
  speech: Speech,
): HeldOffice | undefined {
  const { sentence: own, lower: word } = tokens[verb]!;
  const holding = speech.holding(word);
  if (holding === undefined) return undefined;
  let last = verb + 1;
  while (last < tokens.length && last - verb <= CLAUSE_WORDS) {
    const { kind, lower, sentence } = tokens[last]!;
    if (sentence !== own || kind === 'mark' || speech.isTenureEnd(lower)) break;
    last++;
  }
  if (holding === 'leads' || holding === 'led') {
    const range = [verb, last] as const;
    return last > verb + 1 ? { range, former: holding === 'led' } : undefined;
  }
  let first = verb + 1;
  while (first < last && (/^(?:ADP|DET|AUX|ADV)$/.test(tags[first]!) || isPost(first))) first++;
  const holdsOffice = tokens.slice(first, last).some(({ lower }) => speech.isOffice(lower));
  // "who has been mayor since 2020" still is.
  const isStill = STILL.test(tokens[last]?.lower ?? '');
  const former = holding === 'served' && !isStill;
  return holdsOffice ? { range: [first, last], former } : undefined;

  function isPost(at: number): boolean {
    return speech.isPost(tokens[at]!.lower);
  }
}
