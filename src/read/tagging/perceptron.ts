/**
 * Parts of speech, lemmas and, for Russian, cases of a document's tokens, by two greedy linear
 * layers from left to right. Linear in the text. Weights: `data/models/tagger.<language>.bin`,
 * trained by `train/tagger.ts`.
 */
import type { Document, Token } from '../document.ts';
import type { WeightsSource } from '../lexicon-source.ts';
import { tokenMemo } from '../token-memo.ts';
import { caseRows, clauseStart, NO_CLASS, passToken, tagRows } from './features.ts';
import { fixedTag } from './fixed-tags.ts';
import { FeatureRows } from './layer.ts';
import { openLemmas } from './lemmas.ts';
import { bestPacked, type PackedLayer, packLayer } from './packed-layer.ts';
import { CASES, NOMINAL_TAGS, type Tag, type TaggedDocument, type Tagger } from './tagged.ts';
import { readTagger, type TaggerModel } from './tagger-file.ts';
import { type WordMarks, wordMarksOf } from './word-marks.ts';

/** Opens the tagger of a language. Throws, naming the file, where its weights are absent or damaged. */
export function openTagger(language: 'es' | 'ru', weights: WeightsSource): Tagger {
  const name = `tagger.${language}.bin`;
  const model = readTagger(weights(name), name);
  if (model.language !== language) {
    throw new Error(`${name}: weights for "${model.language}", expected "${language}"`);
  }
  return taggerOf(model);
}

/** A model laid out for reading. */
interface Tools {
  readonly tags: readonly Tag[];
  readonly tagLayer: PackedLayer;
  readonly tagRows: FeatureRows;
  readonly caseLayer: PackedLayer | undefined;
  readonly caseRows: FeatureRows;
  /** The only class that a token of this spelling can have, else `NO_CLASS`. */
  readonly fixed: (token: Token) => number;
  readonly lemma: (lower: string, tag: Tag) => string;
}

/** The tagger of an opened model. */
export function taggerOf({ tags, tagLayer, caseLayer, closed, lemmas }: TaggerModel): Tagger {
  const tools: Tools = {
    tags,
    tagLayer: packLayer(tagLayer),
    tagRows: new FeatureRows(tagLayer.buckets),
    caseLayer: caseLayer && packLayer(caseLayer),
    caseRows: new FeatureRows(caseLayer?.buckets ?? 1),
    fixed: tokenMemo((token) => {
      const tag = fixedTag(token, closed);
      return tag === undefined ? NO_CLASS : tags.indexOf(tag);
    }),
    lemma: openLemmas(lemmas),
  };
  return (document) => tagDocument(tools, document);
}

function tagDocument(tools: Tools, document: Document): TaggedDocument {
  const { tokens } = document;
  const marks = wordMarksOf(document);
  const classes = tagClasses(tools, document, marks);
  const tags: Tag[] = [];
  const lemmas: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const tag = tools.tags[classes[i]!]!;
    tags.push(tag);
    lemmas.push(tools.lemma(tokens[i]!.lower, tag));
  }
  const { caseLayer } = tools;
  if (caseLayer === undefined) return { ...document, tags, lemmas };
  const cases = caseClasses(tools, caseLayer, document, marks, classes);
  return { ...document, tags, lemmas, cases: Array.from(cases, (number) => CASES[number - 1]) };
}

function tagClasses(
  { tagLayer, tagRows: rows, fixed }: Tools,
  { tokens, sentences }: Document,
  marks: WordMarks,
): Uint8Array {
  const classes = new Uint8Array(tokens.length).fill(NO_CLASS);
  for (const sentence of sentences) {
    for (let i = sentence.first; i < sentence.last; i++) {
      const only = fixed(tokens[i]!);
      if (only !== NO_CLASS) {
        classes[i] = only;
        continue;
      }
      tagRows(marks, sentence, i, classes, rows);
      classes[i] = bestPacked(tagLayer, rows);
    }
  }
  return classes;
}

/** The case of each token: 0 for none, else the place in `CASES` and one. */
function caseClasses(
  { tags, caseRows: rows }: Tools,
  layer: PackedLayer,
  { tokens, sentences }: Document,
  marks: WordMarks,
  classes: Uint8Array,
): Uint8Array {
  const cases = new Uint8Array(tokens.length);
  for (const sentence of sentences) {
    const clause = clauseStart();
    for (let i = sentence.first; i < sentence.last; i++) {
      const tag = tags[classes[i]!]!;
      if (NOMINAL_TAGS.has(tag)) {
        caseRows(marks, sentence, i, { tags: classes, cases, clause }, rows);
        cases[i] = bestPacked(layer, rows);
      }
      passToken(clause, tag, marks.words[i]!);
    }
  }
  return cases;
}
