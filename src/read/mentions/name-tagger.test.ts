import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedLexicon } from '../../pipeline/reading-data.ts';
import { documentOf } from '../document.ts';
import { openGazetteer } from './gazetteer.ts';
import { openHeads } from './heads.ts';
import { marksOf } from './marks.ts';
import { MOST_FEATURES, nameRows } from './name-features.ts';
import { openNameLists, sealNameLists } from './name-lists.ts';
import { packWeights, tagNames } from './name-tagger.ts';
import { type NameWeights, PAIR_COUNT } from './name-weights.ts';
import { NEVER, OUTSIDE, spansOf, TAG_COUNT } from './tags.ts';
import { openTitles } from './titles.ts';
import { bestTags } from './viterbi.ts';
import { wordsOf } from './words.ts';

const ROWS = 64;
const names = openNameLists(
  sealNameLists({ forename: [], surname: [], place: [], organisation: [], other: [] }),
);
const heads = openHeads(shippedLexicon, 'en');
const gazetteer = openGazetteer(shippedLexicon, 'en');
const titles = openTitles(shippedLexicon, 'en');

function prepare(text: string) {
  const document = documentOf({ text, language: 'en' });
  const words = wordsOf(document);
  const marks = marksOf(words, heads, names, gazetteer.find(words), titles.find(words));
  return { document, marks };
}

/** The same with one weight at a time. */
function naive({ document, marks }: ReturnType<typeof prepare>, weights: NameWeights) {
  const tags = new Uint8Array(marks.size);
  const rows = new Int32Array(MOST_FEATURES);
  for (const { first, last } of document.sentences) {
    const scores: number[] = [];
    for (let i = first; i < last; i++) {
      const count = nameRows(marks, { first, last }, i, ROWS - 1, rows, 0);
      for (let tag = 0; tag < TAG_COUNT; tag++) {
        let score = count === 0 && tag !== OUTSIDE ? NEVER : 0;
        for (let k = 0; k < count; k++) score += weights.table[rows[k]! * TAG_COUNT + tag]!;
        scores.push(score);
      }
    }
    bestTags(scores, weights.pairs, last - first, tags, first);
  }
  return spansOf(tags);
}

describe('tagNames', () => {
  it('adds up what adding one weight at a time does', () => {
    const word = fc.constantFrom(
      'Moscow',
      'said',
      'Ana',
      'Ruiz',
      '.',
      'of',
      'GRU',
      'far',
      '"',
      '7',
    );
    const int8 = fc.integer({ min: -127, max: 127 });
    const table = fc.array(int8, { minLength: ROWS * TAG_COUNT, maxLength: ROWS * TAG_COUNT });
    const pairs = fc.array(int8, { minLength: PAIR_COUNT, maxLength: PAIR_COUNT });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), table, pairs, (some, all, links) => {
        const text = prepare(some.join(' '));
        const weights = { rows: ROWS, table: Int8Array.from(all), pairs: Int16Array.from(links) };
        expect(tagNames(text.document, text.marks, packWeights(weights))).toEqual(
          naive(text, weights),
        );
      }),
      { numRuns: 50 },
    );
  });
});
