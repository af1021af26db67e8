/** When and where a deed was done: the date and the place that its own clause names. */
import type { Phrase } from '../../domain/reading.ts';
import type { Scene } from './chunk.ts';

/** Chunks looked over on each side. */
const REACH = 24;

export interface WhenWhere {
  /** The place in `dates`. */
  readonly date: number | undefined;
  readonly place: Phrase | undefined;
}

/** Of a verb chunk; of a phrase chunk, as the subject of its sentence, with the clause of its verb. */
export function whenAndWhere(scene: Scene, at: number): WhenWhere {
  return { date: dateOf(scene, at), place: placeOf(scene, at) };
}

/** The date nearest to the verb within its clause; behind it first. */
function dateOf(scene: Scene, at: number): number | undefined {
  const { chunks, rows, dateAt, dates } = scene;
  const { first, last } = rows[chunks[at]!.sentence]!;
  const take = (i: number): number | undefined => {
    const place = dateAt[chunks[i]!.first]!;
    const type = dates[place]?.type;
    return type === 'DATE' || type === 'TIME' ? place : undefined;
  };
  let passed = 0;
  for (let i = at + 1; i < last && i < at + REACH; i++) {
    const { kind, verb } = chunks[i]!;
    if (kind === 'date') {
      const found = take(i);
      if (found !== undefined) return found;
    }
    if (
      kind === 'relative' ||
      kind === 'stop' ||
      kind === 'complementizer' ||
      kind === 'subordinator'
    )
      break;
    const isOther = kind === 'verb' && verb!.form !== 'infinitive' && verb!.form !== 'participle';
    if (isOther && (chunks[at]!.kind === 'verb' || passed++ > 0)) break;
  }
  for (let i = at - 1; i >= first && i > at - REACH; i--) {
    const { kind, verb } = chunks[i]!;
    if (kind === 'date') {
      const found = take(i);
      if (found !== undefined) return found;
    }
    if (kind === 'stop' || kind === 'complementizer') break;
    if (kind === 'verb' && verb!.form === 'finite' && chunks[i + 1]?.kind !== 'and') break;
  }
  return undefined;
}

/** The first place behind a preposition of place, in the clause behind the verb. */
function placeOf(
  { chunks, rows, doc, words, mentions, mentionAt }: Scene,
  at: number,
): Phrase | undefined {
  const { last } = rows[chunks[at]!.sentence]!;
  for (let i = at + 1; i + 1 < last && i < at + REACH; i++) {
    const chunk = chunks[i]!;
    const next = chunks[i + 1]!;
    if (chunk.kind === 'verb' || chunk.kind === 'relative' || chunk.kind === 'stop')
      return undefined;
    const isIn =
      chunk.kind === 'preposition' &&
      words.prepositions.get(doc.tokens[chunk.first]!.lower) === 'in';
    if (!isIn || next.kind !== 'phrase') continue;
    const mention = mentions[mentionAt[next.head]!];
    if (mention !== undefined && (mention.kind === 'place' || mention.kind === 'state')) {
      return { span: mention.span, text: mention.text };
    }
  }
  return undefined;
}
