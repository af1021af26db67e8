/**
 * Where the lists and the tagger meet: which names stand. The longer one does; of two of one extent
 * the list's kind counts, except that a place may be a club's or a person's name. O(names + hits).
 */
import type { Listed } from './gazetteer.ts';
import type { NameSpan } from './name-spans.ts';
import type { Found } from './phrases.ts';
import type { Words } from './words.ts';

export interface Settled {
  readonly names: readonly NameSpan[];
  readonly hits: readonly Found<Listed>[];
}

/**
 * Both in order on both sides; what is left does not overlap. `isSurname`: whether the article names
 * somebody so in full.
 */
export function settle(
  words: Words,
  spans: readonly NameSpan[],
  hits: readonly Found<Listed>[],
  isSurname: (word: string) => boolean,
): Settled {
  const names: NameSpan[] = [];
  const kept: Found<Listed>[] = [];
  let next = 0;
  for (const span of spans) {
    while (next < hits.length && hits[next]!.last <= span.first)
      keepLone(words, hits[next++]!, kept);
    const touching: Found<Listed>[] = [];
    while (next < hits.length && hits[next]!.first < span.last) touching.push(hits[next++]!);
    const winner = touching.find((hit) => hitWins(words, hit, span, isSurname));
    if (winner === undefined) names.push(span);
    else kept.push(...touching.filter((hit) => hit === winner || hit.first >= winner.last));
  }
  while (next < hits.length) keepLone(words, hits[next++]!, kept);
  return withoutOverlap(names, kept);
}

function hitWins(
  { document }: Words,
  { first, last, value }: Found<Listed>,
  span: NameSpan,
  isSurname: (word: string) => boolean,
): boolean {
  if (first > span.first || last < span.last) return false;
  if (value.kind === 'demonym') return first === span.first && last === span.last;
  const longer = last - first > span.last - span.first;
  if (longer || value.kind === 'organisation' || value.kind === 'seat') return true;
  if (span.kind === 'person') {
    // A Mr London must be named in full somewhere; a Mr Guerrero or Santander need not be.
    return value.kind !== 'place' && !isSurname(document.tokens[last - 1]!.text);
  }
  // Continents and seas lend their names to nobody; towns do to clubs and newspapers.
  if (value.kind === 'place' && value.state === undefined) return true;
  return value.kind === 'state' || span.kind !== 'organisation';
}

/** A hit that the tagger does not see stands, unless its sentence is in capitals altogether. */
function keepLone(words: Words, hit: Found<Listed>, kept: Found<Listed>[]): void {
  const shouted = hit.value.abbreviation && isShouted(words, hit.first);
  if (!shouted) kept.push(hit);
}

function isShouted({ document }: Words, at: number): boolean {
  const { tokens } = document;
  for (const place of [at - 1, at + 1]) {
    const token = tokens[place];
    if (token?.kind !== 'word' || token.sentence !== tokens[at]!.sentence) continue;
    if (token.text.length > 3) return token.text === token.text.toUpperCase();
  }
  return false;
}

function withoutOverlap(names: readonly NameSpan[], hits: readonly Found<Listed>[]): Settled {
  const kept: Found<Listed>[] = [];
  let at = 0;
  let end = 0;
  for (const hit of hits) {
    while (at < names.length && names[at]!.last <= hit.first) at++;
    const name = names[at];
    if (hit.first < end || (name !== undefined && name.first < hit.last)) continue;
    kept.push(hit);
    end = hit.last;
  }
  return { names, hits: kept };
}
