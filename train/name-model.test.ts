import { describe, expect, it } from 'vitest';
import { openNameLists, sealNameLists } from '../src/read/mentions/name-lists.ts';
import { packWeights, tagNames } from '../src/read/mentions/name-tagger.ts';
import { trainNames } from './name-model.ts';
import { examplesOf } from './names/examples.ts';
import type { Mark, MarkedText } from './names/expand.ts';

const lists = openNameLists(
  sealNameLists({ forename: [], surname: [], place: [], organisation: [], other: [] }),
);
const options = { rows: 1 << 12, passes: 6, seed: 1, margin: 1 };

function marked(template: string): MarkedText {
  let text = '';
  const names: { mark: Mark; begin: number; end: number }[] = [];
  for (const [, plain = '', mark, words = ''] of template.matchAll(
    /([^[]*?)(?:([PO])\[(.*?)\]|$)/g,
  )) {
    text += plain;
    if (mark !== undefined) {
      names.push({ mark: mark as Mark, begin: text.length, end: text.length + words.length });
      text += words;
    }
  }
  return { text, names };
}

// Invented.
const texts = ['Orla Venn', 'Tam Brok', 'Isa Lund', 'Rolf Ode'].flatMap((name) => [
  marked(`Yesterday P[${name}] said no.`),
  marked(`The firm O[${name.toUpperCase()}] grew fast.`),
]);

describe('trainNames', () => {
  const examples = examplesOf(texts, 'en', lists);

  it('learns what the words beside a name tell', () => {
    const weights = trainNames(examples, options);
    const [one] = examplesOf([{ text: 'Yesterday Ulf Marn said no.', names: [] }], 'en', lists);
    expect(tagNames(one!.document, one!.marks, packWeights(weights))).toEqual([
      { first: 1, last: 3, kind: 'person' },
    ]);
  });

  it('gives the same weights for the same seed', () => {
    expect(trainNames(examples, options)).toEqual(trainNames(examples, options));
  });
});
