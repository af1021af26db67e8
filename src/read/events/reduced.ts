/**
 * Which English past forms are participles: "officers holed up there", "paid for by China". Whether one is
 * can hang on those before it, so they are marked in reading order, each once.
 */
import type { Chunk, Scene } from './chunk.ts';

type Unmarked = Pick<Scene, 'chunks' | 'rows' | 'words' | 'doc' | 'reduced'>;

/** Marks the participles among the chunks; `scene.reduced` is filled. */
export function markReduced(
  scene: Omit<Unmarked, 'reduced'> & { readonly reduced: Uint8Array },
): void {
  for (const [at, { verb }] of scene.chunks.entries()) {
    if (verb?.form === 'past' && isReduced(scene, at)) scene.reduced[at] = 1;
  }
}

/** Whether an English past form is a participle: "officers holed up", "paid for by China". */
function isReduced(scene: Unmarked, at: number): boolean {
  const { chunks, words, doc, rows } = scene;
  const { sentence } = chunks[at]!;
  const before = chunks[at - 1];
  if (before === undefined || before.sentence !== sentence) return false;
  const next = chunks[at + 1];
  const byAgent =
    next?.kind === 'preposition' &&
    (words.agents.has(doc.tokens[next.first]!.lower) ||
      words.agents.has(doc.tokens[next.last]?.lower ?? ''));
  if (before.kind !== 'phrase' && !(before.kind === 'comma' && byAgent)) return false;
  if (byAgent) return true;
  if (isInside(scene, at) || opensBehind(chunks, at, rows[sentence]!.last)) return true;
  return closesBefore(scene, at, rows[sentence]!.first);
}

/** "precision guided missiles killed": between nouns of one phrase. */
function isInside({ chunks, doc }: Unmarked, at: number): boolean {
  const next = chunks[at + 1];
  const { entries } = chunks[at]!.verb!;
  if (entries.length > 0 || next?.kind !== 'phrase' || doc.tags[next.first] !== 'NOUN')
    return false;
  return chunks[at + 2]?.kind === 'verb' && chunks[at + 2]!.sentence === chunks[at]!.sentence;
}

/** A finite verb follows before a join: "the force deployed there was attacked". */
function opensBehind(chunks: readonly Chunk[], at: number, end: number): boolean {
  for (let i = at + 1; i < end && i < at + 12; i++) {
    const { kind, verb } = chunks[i]!;
    if (kind === 'verb') return verb!.form === 'finite';
    if (kind !== 'phrase' && kind !== 'preposition' && kind !== 'date') return false;
    if (kind === 'phrase' && chunks[i - 1]!.kind !== 'preposition') return false;
  }
  return false;
}

/** A finite verb stands before with this one's noun as its object, and nothing joins them. */
function closesBefore(scene: Unmarked, at: number, first: number): boolean {
  const { chunks } = scene;
  for (let i = at - 1; i >= first && i >= at - 12; i--) {
    const { kind, verb } = chunks[i]!;
    if (kind === 'verb') {
      if (verb!.form !== 'finite' && !(verb!.form === 'past' && scene.reduced[i] !== 1)) continue;
      const says = verb!.entries.some(({ operator }) => operator === 'say');
      return !says || chunks[at - 1]!.kind !== 'phrase' || i < at - 3;
    }
    if (kind !== 'phrase' && kind !== 'preposition' && kind !== 'date') return false;
  }
  return false;
}
