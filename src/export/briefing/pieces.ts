/** A sentence in pieces: the desk's own words, and quotations with the language that they are in. */
import type { BriefingSection, BriefingSentence, Footing } from '../../domain/briefing.ts';
import { safeLanguage } from '../escape.ts';
import { folded } from './folding.ts';
import { quotationsOf } from './quotations.ts';

interface Piece {
  readonly text: string;
  readonly quoted: boolean;
  /** Of a quotation; absent where its source states none. */
  readonly language: string | undefined;
}

/** Pieces in reading order; the quotation marks belong to the desk's words. */
export function piecesOf({ text, footings }: BriefingSentence): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { begin, end, text: words } of quotationsOf(text).found) {
    pieces.push({ text: text.slice(from, begin), quoted: false, language: undefined });
    pieces.push({ text: words, quoted: true, language: languageOf(words, footings) });
    from = end;
  }
  pieces.push({ text: text.slice(from), quoted: false, language: undefined });
  return pieces.filter((piece) => piece.text !== '');
}

/** The language of an item's lead, where it is the headline or the words of one of its passages. */
export function leadLanguage({
  lead,
  sentences,
}: BriefingSection['items'][number]): string | undefined {
  if (lead === undefined) return undefined;
  return languageOf(
    lead,
    sentences.flatMap(({ footings }) => footings),
  );
}

function languageOf(words: string, footings: readonly Footing[]): string | undefined {
  const needle = folded(words).replace(/ …$/u, '');
  if (needle === '') return undefined;
  const passages = footings.flatMap((one) => (one.kind === 'passage' ? [one] : []));
  const found =
    passages.find(({ quote }) => folded(quote).includes(needle)) ??
    passages.find(({ source }) => folded(source.title).startsWith(needle));
  return found && safeLanguage(found.language);
}
