/**
 * A synthetic corpus with planted reuse. Every row is a pure function of seed and row, so that a
 * million articles need no memory and the gold is known without a list.
 *
 * One row in `PERIOD` is an echo of an earlier row that is none: verbatim (the whole body), edited
 * (5–10 % of the words changed, added or removed) or partial (two sentences of 12–30 words inside a
 * long article of its own). Echoes come from another outlet of the same language; each outlet adds
 * its own footer. Paraphrased and translated echoes need real language: planting.ts sets them in.
 */
import { between, type Chance, chanceOf } from './chance.ts';
import { RETOLD } from './retold.ts';
import { LANGUAGES, makeVocabulary, type Vocabulary } from './vocabulary.ts';

/** A multiple of the number of pseudo-languages, so that each has as many outlets. */
const OUTLETS = 198;
const PERIOD = 20;
/** An echo's origin lies at most so many rows back: about a fortnight of a large desk. */
export const REACH = 50_000;
/** Words of an article's own body, and of the long article around a partial echo. */
const BODY_WORDS = [250, 530] as const;
const LONG_BODY_WORDS = [700, 1000] as const;

/** The kinds planted in pseudo-languages, in the order in which they take turns. */
export const COPIED = ['verbatim', 'edited', 'partial'] as const;
type CopiedKind = (typeof COPIED)[number];
/** All planted kinds. */
export const PLANTED = [...COPIED, ...RETOLD] as const;
export type PlantedKind = (typeof PLANTED)[number];

/** An echo's origin and the way it was copied. */
export interface Plant<Kind = PlantedKind> {
  readonly origin: number;
  readonly kind: Kind;
}

type Sentence = readonly string[];

/** What a stream of chance is drawn for; keeps the streams of one row apart. */
const PURPOSE = { outlet: 2, body: 3, plant: 4, edit: 5, footer: 6 } as const;

export interface Corpus {
  /** The text of a row; made anew at every call, which takes some 50 µs. */
  text(row: number): string;
  /** The outlet's domain, reserved for examples. */
  domain(row: number): string;
  /** The code of the language, pseudo or real. */
  language(row: number): string;
  /** Where an echo comes from; `undefined` for a row that is none. */
  plant(row: number): Plant | undefined;
}

/** The corpus of a seed. It has no end: any row from 0 may be asked for. */
export function makeCorpus(seed: number): Corpus {
  const vocabularies = Array.from({ length: LANGUAGES }, (_, i) => makeVocabulary(seed, i));
  const footers = Array.from({ length: OUTLETS }, (_, outlet) =>
    makeFooter(vocabularies[outlet % LANGUAGES]!, chanceOf(seed, PURPOSE.footer, outlet)),
  );
  const domains = footers.map((_, outlet) => `outlet${outlet}.example`);
  const ownBody = (row: number) =>
    makeBody(
      vocabularies[outletOf(seed, row) % LANGUAGES]!,
      chanceOf(seed, PURPOSE.body, row),
      BODY_WORDS,
    );
  return {
    plant: (row) => plantOf(seed, row),
    text: (row) => {
      const plant = plantOf(seed, row);
      const outlet = outletOf(seed, row);
      const body =
        plant === undefined
          ? ownBody(row)
          : copyBody(
              plant.kind,
              ownBody(plant.origin),
              vocabularies[outlet % LANGUAGES]!,
              chanceOf(seed, PURPOSE.edit, row),
            );
      return render(body) + footers[outlet]!;
    },
    domain: (row) => domains[outletOf(seed, row)]!,
    language: (row) => vocabularies[outletOf(seed, row) % LANGUAGES]!.code,
  };
}

function plantOf(seed: number, row: number): Plant<CopiedKind> | undefined {
  if (row % PERIOD !== PERIOD - 1) return undefined;
  const chance = chanceOf(seed, PURPOSE.plant, row);
  const origin = row - 1 - Math.floor(chance() * Math.min(row, REACH));
  return {
    // An origin that is itself an echo would make a chain; the row before it never is one.
    origin: origin % PERIOD === PERIOD - 1 ? origin - 1 : origin,
    kind: COPIED[Math.floor(row / PERIOD) % COPIED.length]!,
  };
}

/** The outlet of a row, large ones often: outlet 0 has 7 % of all articles. */
function outletOf(seed: number, row: number): number {
  const drawn = Math.floor(chanceOf(seed, PURPOSE.outlet, row)() ** 2 * OUTLETS);
  const plant = plantOf(seed, row);
  if (plant === undefined) return drawn;
  const origin = outletOf(seed, plant.origin);
  const inLanguage = drawn - (drawn % LANGUAGES) + (origin % LANGUAGES);
  return inLanguage === origin ? (origin + LANGUAGES) % OUTLETS : inLanguage;
}

function makeBody(
  vocabulary: Vocabulary,
  chance: Chance,
  [least, most]: readonly [number, number],
): Sentence[] {
  const wanted = between(chance, least, most);
  const sentences: Sentence[] = [];
  for (let words = 0; words < wanted; ) {
    const sentence: string[] = [];
    const length = between(chance, 6, 30);
    while (sentence.length < length) vocabulary.draw(chance, sentence);
    sentences.push(sentence);
    words += sentence.length;
  }
  return sentences;
}

function makeFooter(vocabulary: Vocabulary, chance: Chance): string {
  // One outlet in five has none.
  if (chance() < 0.2) return '';
  const sentence: string[] = [];
  const length = between(chance, 12, 40);
  while (sentence.length < length) vocabulary.draw(chance, sentence);
  return `\n\n${render([sentence])}`;
}

function copyBody(
  kind: CopiedKind,
  origin: readonly Sentence[],
  vocabulary: Vocabulary,
  chance: Chance,
): readonly Sentence[] {
  switch (kind) {
    case 'verbatim':
      return origin;
    case 'edited':
      return editBody(origin, vocabulary, chance);
    case 'partial': {
      const own = makeBody(vocabulary, chance, LONG_BODY_WORDS);
      const at = between(chance, 1, own.length - 1);
      return [...own.slice(0, at), ...twoSentences(origin, chance), ...own.slice(at)];
    }
  }
}

/** Each word is changed, followed by another, or removed at a rate drawn from 5–10 %. */
function editBody(
  origin: readonly Sentence[],
  vocabulary: Vocabulary,
  chance: Chance,
): readonly Sentence[] {
  const rate = 0.05 + 0.05 * chance();
  return origin.map((sentence) =>
    sentence.flatMap((word) => {
      if (chance() >= rate) return [word];
      const edit = chance();
      if (edit < 1 / 3) return [];
      return edit < 2 / 3 ? [vocabulary.word(chance)] : [word, vocabulary.word(chance)];
    }),
  );
}

/** Two sentences that stand together, each of 12–30 words; the longest two where none are. */
function twoSentences(origin: readonly Sentence[], chance: Chance): readonly Sentence[] {
  const pairs = origin.slice(1).map((second, i) => [origin[i]!, second]);
  const fit = pairs.filter((pair) => pair.every((s) => s.length >= 12 && s.length <= 30));
  if (fit.length > 0) return fit[between(chance, 0, fit.length - 1)]!;
  return [...origin].sort((x, y) => y.length - x.length).slice(0, 2);
}

/** Sentences with capitals and full stops, four to a paragraph. */
function render(sentences: readonly Sentence[]): string {
  let text = '';
  for (const [i, sentence] of sentences.entries()) {
    if (sentence.length === 0) continue;
    if (text !== '') text += i % 4 === 0 ? '\n\n' : ' ';
    const line = sentence.join(' ');
    text += `${line[0]!.toUpperCase()}${line.slice(1)}.`;
  }
  return text;
}
