/** The parallel files as pairs of strings in two languages, without what is held out. */
import { join } from 'node:path';
import { STEM_LANGUAGES, type StemLanguage } from '../src/text/stem.ts';
import { type HeldOut, leaks } from './heldout.ts';
import { readTable, type Table } from './table.ts';

/** Files by the kind of text; a kind is a unit of sampling. TICO-19 and its terms are not here. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  sentences: [
    'tatoeba.en-es',
    'tatoeba.en-fr',
    'tatoeba.en-de',
    'tatoeba.es-fr',
    'tatoeba.es-de',
    'tatoeba.fr-de',
  ],
  prose: ['docs-mit', 'docs-cc0', 'docs-ccby', 'sdg'],
  titles: ['wikidata-titles.en-es-ru-fr-de-pt'],
  names: ['cldr', 'geonames-cities'],
};
export const KINDS = Object.keys(FILES);

/** Longer cells are code listings and tables; their words align with everything. */
const MAX_CHARACTERS = 1000;
const KEYWORD_LISTS = 'annot-keywords';

/** Aligned strings of one kind in one pair of languages. */
export interface Bitext {
  readonly kind: string;
  readonly a: StemLanguage;
  readonly b: StemLanguage;
  readonly left: string[];
  readonly right: string[];
}

/** Every pair of languages of every kind, in a fixed order; `dropped` counts what leaked. */
export function readCorpus(
  folder: string,
  heldOut: HeldOut,
): { readonly bitexts: readonly Bitext[]; readonly dropped: number } {
  const bitexts = new Map<string, Bitext>();
  let dropped = 0;
  for (const [kind, names] of Object.entries(FILES)) {
    for (const name of names) {
      dropped += addTable(bitexts, kind, readTable(join(folder, `${name}.tsv.gz`)), heldOut);
    }
  }
  return { bitexts: [...bitexts.values()], dropped };
}

function addTable(
  bitexts: Map<string, Bitext>,
  kind: string,
  table: Table,
  heldOut: HeldOut,
): number {
  const columns = STEM_LANGUAGES.flatMap((language) => {
    const at = table.header.indexOf(language);
    return at < 0 ? [] : [{ language, at }];
  });
  let dropped = 0;
  for (const row of table.rows) {
    if (row[0] === KEYWORD_LISTS) continue;
    const cells = columns.map(({ at }) => usable(row[at] ?? ''));
    if (cells.some((cell) => cell !== '' && leaks(heldOut, cell))) {
      dropped++;
      continue;
    }
    for (let i = 0; i < cells.length; i++) {
      for (let j = i + 1; j < cells.length; j++) {
        if (cells[i] === '' || cells[j] === '') continue;
        const bitext = bitextOf(bitexts, kind, columns[i]!.language, columns[j]!.language);
        bitext.left.push(cells[i]!);
        bitext.right.push(cells[j]!);
      }
    }
  }
  return dropped;
}

function usable(cell: string): string {
  const text = cell.trim();
  return text.length > MAX_CHARACTERS ? '' : text;
}

function bitextOf(
  bitexts: Map<string, Bitext>,
  kind: string,
  a: StemLanguage,
  b: StemLanguage,
): Bitext {
  const key = `${kind}.${a}-${b}`;
  const bitext = bitexts.get(key) ?? { kind, a, b, left: [], right: [] };
  bitexts.set(key, bitext);
  return bitext;
}
