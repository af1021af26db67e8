/**
 * Parts of speech, lemmas and, for Russian, cases of a document's tokens, by two greedy linear
 * layers from left to right. Linear in the text. Weights: `data/models/tagger.<language>.bin`,
 * trained by `train/tagger.ts`.
 */
import type { Document } from '../document.ts';
import type { WeightsSource } from '../lexicon-source.ts';
import { caseRows, clauseStart, NO_CLASS, passToken, tagRows } from './features.ts';
import { fixedTag } from './fixed-tags.ts';
import { bestClass, FeatureRows } from './layer.ts';
import { openLemmas } from './lemmas.ts';
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

/** The tagger of an opened model. */
export function taggerOf(model: TaggerModel): Tagger {
  const lemma = openLemmas(model.lemmas);
  return (document) => tagDocument(model, document, lemma);
}

function tagDocument(
  model: TaggerModel,
  document: Document,
  lemma: (lower: string, tag: Tag) => string,
): TaggedDocument {
  const marks = wordMarksOf(document);
  const classes = tagClasses(model, document, marks);
  const tags = Array.from(classes, (tag) => model.tags[tag]!);
  const lemmas = document.tokens.map(({ lower }, i) => lemma(lower, tags[i]!));
  if (model.caseLayer === undefined) return { ...document, tags, lemmas };
  const cases = caseClasses(model, document, marks, classes);
  return { ...document, tags, lemmas, cases: Array.from(cases, (number) => CASES[number - 1]) };
}

function tagClasses(model: TaggerModel, document: Document, marks: WordMarks): Uint8Array {
  const { tagLayer, closed, tags } = model;
  const { tokens, sentences } = document;
  const classes = new Uint8Array(tokens.length).fill(NO_CLASS);
  const rows = new FeatureRows(tagLayer.buckets);
  const scores = new Float64Array(tags.length);
  for (const sentence of sentences) {
    for (let i = sentence.first; i < sentence.last; i++) {
      const fixed = fixedTag(tokens[i]!, closed);
      if (fixed !== undefined) {
        classes[i] = tags.indexOf(fixed);
        continue;
      }
      tagRows(marks, sentence, i, classes, rows);
      classes[i] = bestClass(tagLayer, rows, scores);
    }
  }
  return classes;
}

/** The case of each token: 0 for none, else the place in `CASES` and one. */
function caseClasses(
  model: TaggerModel,
  document: Document,
  marks: WordMarks,
  classes: Uint8Array,
): Uint8Array {
  const layer = model.caseLayer!;
  const cases = new Uint8Array(document.tokens.length);
  const rows = new FeatureRows(layer.buckets);
  const scores = new Float64Array(layer.classes);
  for (const sentence of document.sentences) {
    const clause = clauseStart();
    for (let i = sentence.first; i < sentence.last; i++) {
      const tag = model.tags[classes[i]!]!;
      if (NOMINAL_TAGS.has(tag)) {
        const known = { tags: classes, cases, clause };
        caseRows(marks, sentence, i, known, rows);
        cases[i] = bestClass(layer, rows, scores);
      }
      passToken(clause, tag, marks.words[i]!);
    }
  }
  return cases;
}
