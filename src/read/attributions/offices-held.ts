/**
 * Roles told by a clause behind a name: "Johan Eek, who served as interior minister until 2020", "Ana
 * Berg, quien fue ministra de Defensa", «Эк, занимавший пост министра». Linear in a capped window.
 */
import type { TaggedDocument } from '../tagging/tagged.ts';
import type { Speech } from './speech.ts';

/** Words of such a clause. */
const CLAUSE_WORDS = 16;
/** Adverbs and auxiliaries before its verb. */
const LEAD = 3;

export interface HeldOffice {
  /** Tokens, half-open. */
  readonly range: readonly [number, number];
  readonly former: boolean;
}

/** The role in the clause behind the comma at `comma`; absent where none is told there. */
export function officeHeld(
  { tokens, tags }: TaggedDocument,
  comma: number,
  speech: Speech,
): HeldOffice | undefined {
  const mark = tokens[comma];
  if (mark?.text !== ',') return undefined;
  let verb = comma + 1;
  const isRelative = speech.isRelative(tokens[verb]?.lower ?? '');
  if (isRelative) verb++;
  const limit = Math.min(tokens.length, verb + LEAD);
  while (isRelative && verb < limit && speech.holding(tokens[verb]!.lower) === undefined) verb++;
  const holding = speech.holding(tokens[verb]?.lower ?? '');
  if (holding === undefined || tokens[verb]?.sentence !== mark.sentence) return undefined;
  let last = verb + 1;
  while (last < tokens.length && last - verb <= CLAUSE_WORDS) {
    const { kind, lower, sentence } = tokens[last]!;
    if (sentence !== mark.sentence || kind === 'mark' || speech.isTenureEnd(lower)) break;
    last++;
  }
  if (holding === 'leads' || holding === 'led') {
    const range = [verb, last] as const;
    return last > verb + 1 ? { range, former: holding === 'led' } : undefined;
  }
  let first = verb + 1;
  while (first < last && (/^(?:ADP|DET|AUX|ADV)$/.test(tags[first]!) || isPost(first))) first++;
  const holdsOffice = tokens.slice(first, last).some(({ lower }) => speech.isOffice(lower));
  return holdsOffice ? { range: [first, last], former: holding === 'served' } : undefined;

  function isPost(at: number): boolean {
    return speech.isPost(tokens[at]!.lower);
  }
}
