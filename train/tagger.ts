/**
 * Trains the taggers that `data/models` ships, from Universal Dependencies treebanks.
 *
 *   node --import tsx train/tagger.ts LANGUAGE OUT TREEBANK…
 *
 * LANGUAGE: `es` or `ru`; OUT: where `tagger.<language>.bin` goes; TREEBANK: `.conllu` files, plain or
 * gzip. It first trains on nine tenths and says how well that does on the last tenth of each file,
 * then on all. The order is drawn from a fixed seed: the same input gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, documentOf } from '../src/read/document.ts';
import {
  caseRows,
  clauseStart,
  NO_CLASS,
  passToken,
  tagRows,
} from '../src/read/tagging/features.ts';
import { fixedTag } from '../src/read/tagging/fixed-tags.ts';
import { FeatureRows } from '../src/read/tagging/layer.ts';
import { taggerOf } from '../src/read/tagging/perceptron.ts';
import { CASES, NOMINAL_TAGS, TAGS, type Tag } from '../src/read/tagging/tagged.ts';
import {
  CASE_CLASSES,
  readTagger,
  sealTagger,
  type TaggerHead,
  type TaggerModel,
} from '../src/read/tagging/tagger-file.ts';
import { type WordMarks, wordMarksOf } from '../src/read/tagging/word-marks.ts';
import { openLearner } from './averaged-perceptron.ts';
import { seeded } from './chance.ts';
import { closedWords } from './closed-words.ts';
import { readTreebank, type TreebankSentence, type TreebankWord } from './conllu.ts';
import { learnLemmaRules } from './lemma-rules.ts';

const ROUNDS = 8;
const SEED = 20240923;
const TAG_BUCKETS = 2 ** 15;
const CASE_BUCKETS = 2 ** 15;

/** A sentence as the program sees it, with the treebank's word at each token. */
interface Example {
  readonly document: Document;
  readonly marks: WordMarks;
  readonly gold: readonly (TreebankWord | undefined)[];
}

const [language, out, ...paths] = process.argv.slice(2);
if ((language !== 'es' && language !== 'ru') || out === undefined || paths.length === 0) {
  console.error('usage: node --import tsx train/tagger.ts es|ru OUT TREEBANK…');
  process.exit(2);
}
const parts = paths.map((path) => readTreebank(path).map((one) => exampleOf(one, language)));
const cut = (part: Example[]) => Math.floor(part.length * 0.9);
const trial = train(parts.flatMap((part) => part.slice(0, cut(part))));
report(
  readTagger(trial, 'trial'),
  parts.flatMap((part) => part.slice(cut(part))),
);
const bytes = train(parts.flat());
writeFileSync(join(out, `tagger.${language}.bin`), bytes);
console.log(`${parts.flat().length} sentences, ${bytes.length} bytes`);

function exampleOf({ text, words }: TreebankSentence, language: 'es' | 'ru'): Example {
  const document = documentOf({ text, language });
  let at = 0;
  const gold = document.tokens.map((token) => {
    while (at < words.length && words[at]!.end <= token.begin) at++;
    const word = words[at];
    return word !== undefined && word.begin <= token.begin ? word : undefined;
  });
  return { document, marks: wordMarksOf(document), gold };
}

function train(examples: readonly Example[]): Uint8Array {
  if (language !== 'es' && language !== 'ru') throw new Error(`"${language}" has no tagger`);
  const closed = withoutDoubt(closedWords(language), examples);
  const tagLayer = trainTags(examples, closed);
  const caseLayer = language === 'ru' ? trainCases(examples) : undefined;
  const lemmas = learnLemmaRules(
    examples.flatMap(({ document, gold }) =>
      document.tokens.flatMap((token, i) => {
        const word = gold[i];
        const whole = word !== undefined && word.begin === token.begin && word.end === token.end;
        return whole ? [{ word: token.lower, tag: word.tag, lemma: word.lemma }] : [];
      }),
    ),
  );
  const head: TaggerHead = {
    language,
    tags: [...TAGS],
    tagLayer: { buckets: TAG_BUCKETS },
    ...(caseLayer && { caseLayer: { buckets: CASE_BUCKETS } }),
    closed: Object.fromEntries(closed),
    lemmas: Object.fromEntries(lemmas),
  };
  return sealTagger(head, [tagLayer.weights, ...(caseLayer ? [caseLayer.weights] : [])]);
}

/** The list without words that the treebank tags otherwise more than once in five times. */
function withoutDoubt(
  closed: ReadonlyMap<string, Tag>,
  examples: readonly Example[],
): Map<string, Tag> {
  const met = new Map<string, { same: number; other: number }>();
  for (const { document, gold } of examples) {
    for (const [i, word] of gold.entries()) {
      const { lower } = document.tokens[i]!;
      const tag = closed.get(lower);
      if (tag === undefined || word === undefined) continue;
      const counts = met.get(lower) ?? { same: 0, other: 0 };
      if (word.tag === tag) counts.same++;
      else counts.other++;
      met.set(lower, counts);
    }
  }
  return new Map(
    [...closed].filter(([word]) => {
      const { same, other } = met.get(word) ?? { same: 1, other: 0 };
      return other <= (same + other) / 5;
    }),
  );
}

function trainTags(examples: readonly Example[], closed: ReadonlyMap<string, Tag>) {
  const learner = openLearner(TAG_BUCKETS, TAGS.length);
  const rows = new FeatureRows(TAG_BUCKETS);
  for (const { document, marks, gold } of inRounds(examples)) {
    const classes = new Uint8Array(document.tokens.length).fill(NO_CLASS);
    for (const sentence of document.sentences) {
      for (let i = sentence.first; i < sentence.last; i++) {
        const fixed = fixedTag(document.tokens[i]!, closed);
        const tag = gold[i]?.tag;
        if (fixed !== undefined) classes[i] = TAGS.indexOf(fixed);
        // Listed verbs need no judgement, but others are known by their like.
        if (tag === undefined || (fixed !== undefined && fixed !== 'VERB')) continue;
        tagRows(marks, sentence, i, classes, rows);
        const guess = learner.learn(rows, TAGS.indexOf(tag));
        if (fixed === undefined) classes[i] = guess;
      }
    }
  }
  return learner.layer();
}

function trainCases(examples: readonly Example[]) {
  const learner = openLearner(CASE_BUCKETS, CASE_CLASSES);
  const rows = new FeatureRows(CASE_BUCKETS);
  for (const { document, marks, gold } of inRounds(examples)) {
    const tags = Uint8Array.from(gold, (word) => (word ? TAGS.indexOf(word.tag) : NO_CLASS));
    const cases = new Uint8Array(document.tokens.length);
    for (const sentence of document.sentences) {
      const clause = clauseStart();
      for (let i = sentence.first; i < sentence.last; i++) {
        const word = gold[i];
        if (word === undefined) continue;
        if (NOMINAL_TAGS.has(word.tag)) {
          caseRows(marks, sentence, i, { tags, cases, clause }, rows);
          cases[i] = learner.learn(rows, word.case ? CASES.indexOf(word.case) + 1 : 0);
        }
        passToken(clause, word.tag, marks.words[i]!);
      }
    }
  }
  return learner.layer();
}

/** All examples so many times over, each time in another order. */
function* inRounds(examples: readonly Example[]): Generator<Example> {
  const chance = seeded(SEED);
  const order = [...examples];
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(chance() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    yield* order;
  }
}

function report(model: TaggerModel, examples: readonly Example[]): void {
  const right = { tags: 0, lemmas: 0, cases: 0 };
  const of = { tags: 0, lemmas: 0, cases: 0 };
  const tagger = taggerOf(model);
  for (const { document, gold } of examples) {
    const tagged = tagger(document);
    for (const [i, word] of gold.entries()) {
      // Figures and marks are tagged by rule; treebanks differ on them ("2012" is ADJ in one).
      if (word === undefined || document.tokens[i]!.kind !== 'word') continue;
      of.tags++;
      if (tagged.tags[i] === word.tag) right.tags++;
      if (document.tokens[i]!.end === word.end && document.tokens[i]!.begin === word.begin) {
        of.lemmas++;
        if (tagged.lemmas[i] === word.lemma) right.lemmas++;
      }
      if (word.case === undefined) continue;
      of.cases++;
      if (tagged.cases?.[i] === word.case) right.cases++;
    }
  }
  const share = (key: keyof typeof of) => `${((100 * right[key]) / of[key]).toFixed(2)} %`;
  const held = `on the ${of.tags} words held out of a trial`;
  const cases = model.caseLayer === undefined ? '' : `, cases ${share('cases')}`;
  console.log(`right ${held}: tags ${share('tags')}, lemmas ${share('lemmas')}${cases}`);
}
