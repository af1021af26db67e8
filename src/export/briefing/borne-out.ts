/** What the footings of one sentence bear out: words, quotations, numbers, days and names that stand in them. */
import type { Footing } from '../../domain/briefing.ts';
import { folded } from './folding.ts';
import { numbersIn } from './numbers.ts';

export interface BorneOut {
  readonly quotation: (words: string) => boolean;
  readonly number: (value: string) => boolean;
  readonly day: (iso: string) => boolean;
  /** A name or a word, in whatever case. */
  readonly name: (name: string) => boolean;
  /** Whether the desk's own counts, or records, have the words. */
  readonly wording: (words: string) => boolean;
}

/** Reads all footings once. `states`: names that need no source. */
export function borneOut(footings: readonly Footing[], states: readonly string[]): BorneOut {
  const words = footings.map(wordsOf);
  const quotable = words.map(folded);
  const named = [...words, ...footings.map(placeOf), ...states].map(tokens);
  const numbers = numbersIn([...words, ...footings.map(placeOf)].join('\n'));
  const dated = [...words, ...footings.map(dayOf)];
  const own = footings.filter(({ kind }) => kind !== 'passage').map((one) => tokens(wordsOf(one)));
  return {
    quotation: (quoted) => {
      const needle = folded(quoted.replace(/^\s*…\s*|(?<!\s)\s*…\s*$|…\s*$/gu, ''));
      return needle !== '' && quotable.some((text) => text.includes(needle));
    },
    number: (value) => numbers.has(value),
    day: (iso) => dated.some((text) => text.includes(iso)),
    name: (name) => has(named, name),
    wording: (wanted) => has(own, wanted),
  };
}

/** The words of a footing themselves. */
export function wordsOf(footing: Footing): string {
  switch (footing.kind) {
    case 'passage':
      return footing.quote;
    case 'record':
      return footing.words;
    case 'count':
      return footing.what;
  }
}

function placeOf(footing: Footing): string {
  if (footing.kind === 'count') return '';
  const { name, title, day } = footing.source;
  return `${name}\n${title}\n${day ?? ''}`;
}

function dayOf(footing: Footing): string {
  return footing.kind === 'count' ? '' : (footing.source.day ?? '');
}

/** Words in small letters with single spaces between and around them. */
function tokens(text: string): string {
  return ` ${text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;
}

function has(texts: readonly string[], wanted: string): boolean {
  const needle = tokens(wanted);
  return needle.trim() !== '' && texts.some((text) => text.includes(needle));
}
