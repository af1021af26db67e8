/**
 * `mentions FILE`: strict F1 of names, kind and extent, against CoNLL-U files with BIO tags in the
 * last column and FactRuEval folders or archives. The language is the product's guess.
 *
 * A state's name counts as a place (LOC), and so do a capital and a seat that stand for it; the EU, the
 * UN and NATO count as organisations; demonyms and offices, which neither data set marks, are left out. Where the data has no MISC class, answers
 * of that kind are left out too.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Mention, READ_LANGUAGES, type ReadLanguage } from '../src/domain/reading.ts';
import type { Span } from '../src/domain/span.ts';
import { shippedLexicon, shippedWeights } from '../src/pipeline/reading-data.ts';
import { documentOf } from '../src/read/document.ts';
import { openMentions } from '../src/read/mentions/mentions.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';
import type { Answer, Measure } from './measure.ts';
import {
  type GoldText,
  NAME_CLASSES,
  type NameClass,
  readConll,
  readFactRuEval,
} from './name-gold.ts';
import { drawTable, fraction } from './table.ts';
import { withFolder } from './unpack.ts';

const EXPECTED =
  'a CoNLL-U file (plain or .gz) with BIO tags, or a FactRuEval folder or .tar.gz (*.txt, *.spans, *.objects)';

/** The measure of the product's own names. */
export const mentions: Measure = {
  name: 'mentions',
  argument: 'FILE',
  summary: 'strict F1 of names: CoNLL-U with NER tags, FactRuEval',
  run: async (path) => {
    if (!existsSync(path)) return { kind: 'absent', place: path, expected: EXPECTED };
    const texts = await readTexts(path);
    if (texts.every(({ names }) => names.length === 0)) {
      return { kind: 'absent', place: path, expected: EXPECTED };
    }
    const language = await languageOf(texts, path);
    const read = openMentions(shippedLexicon, shippedWeights);
    const started = performance.now();
    const found = texts.map(({ text }) => namesIn(read(documentOf({ text, language }))));
    return answerOf(texts, found, (performance.now() - started) / 1000, language);
  },
};

async function readTexts(path: string): Promise<GoldText[]> {
  if (!statSync(path).isDirectory() && !/\.(tar\.gz|tgz)$/.test(path)) return readConll(path);
  return withFolder(path, async (folder) => {
    const inner = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory());
    const [only] = inner;
    const place = inner.length === 1 ? join(folder, only!.name) : folder;
    return readFactRuEval(place);
  });
}

async function languageOf(texts: readonly GoldText[], path: string): Promise<ReadLanguage> {
  const sample = texts.slice(0, 5).map(({ text }) => text);
  const guess = await lazyLanguageDetector()(sample.join('\n'));
  const language = READ_LANGUAGES.find((known) => known === guess);
  if (language !== undefined) return language;
  throw new Error(`${path}: its language is "${guess}", expected ${READ_LANGUAGES.join(', ')}`);
}

/** A name as the product answers it, in the classes of the data. */
export interface AnsweredName extends Span {
  readonly kind: NameClass;
}

const CLASSES: Readonly<Record<Mention['kind'], NameClass | undefined>> = {
  person: 'PER',
  organisation: 'ORG',
  place: 'LOC',
  state: 'LOC',
  office: undefined,
  other: 'MISC',
};

/** The unions of states that act like one are organisations to both data sets. */
const UNIONS = new Set(['state:EU', 'state:UN', 'state:NATO']);

/** The mentions that the data would mark. */
export function namesIn(all: readonly Mention[]): AnsweredName[] {
  return all.flatMap(({ kind, form, entity, span }) => {
    if (form === 'demonym') return [];
    const as = UNIONS.has(entity) && form !== 'metonym' ? 'ORG' : CLASSES[kind];
    return as === undefined ? [] : [{ kind: as, ...span }];
  });
}

interface Tally {
  right: number;
  gold: number;
  answered: number;
}

/** Counts right answers by class; `MISC` only where the gold has it. */
export function tallyNames(
  texts: readonly GoldText[],
  found: readonly (readonly AnsweredName[])[],
): Map<NameClass, Tally> {
  const classes = NAME_CLASSES.filter((kind) =>
    texts.some(({ names }) => names.some((name) => name.kind === kind)),
  );
  const tallies = new Map(classes.map((kind) => [kind, { right: 0, gold: 0, answered: 0 }]));
  for (const [i, gold] of texts.entries()) tallyText(gold, found[i] ?? [], tallies);
  return tallies;
}

function tallyText(
  { names, ignored }: GoldText,
  found: readonly AnsweredName[],
  tallies: ReadonlyMap<NameClass, Tally>,
): void {
  const open = new Set(names);
  for (const { kind } of names) {
    const tally = tallies.get(kind);
    if (tally !== undefined) tally.gold++;
  }
  for (const answer of found) {
    const tally = tallies.get(answer.kind);
    if (tally === undefined) continue;
    const { begin, end } = answer;
    const match = [...open].find(
      ({ kind, must, may }) =>
        kind === answer.kind &&
        may.begin <= begin &&
        begin <= must.begin &&
        must.end <= end &&
        end <= may.end,
    );
    if (match !== undefined) {
      open.delete(match);
      tally.right++;
      tally.answered++;
    } else if (!ignored.some((one) => one.begin === begin && one.end === end)) {
      tally.answered++;
    }
  }
}

function answerOf(
  texts: readonly GoldText[],
  found: readonly (readonly AnsweredName[])[],
  seconds: number,
  language: ReadLanguage,
): Answer {
  const tallies = tallyNames(texts, found);
  const all = { right: 0, gold: 0, answered: 0 };
  for (const tally of tallies.values()) {
    all.right += tally.right;
    all.gold += tally.gold;
    all.answered += tally.answered;
  }
  const byClass = Object.fromEntries([...tallies].map(([kind, tally]) => [kind, scores(tally)]));
  const rows = [...tallies, ['all', all] as const].map(([kind, tally]) => {
    const { p, r, f1 } = scores(tally);
    return [kind, String(tally.gold), String(tally.answered), ...[p, r, f1].map(fraction)];
  });
  const table = drawTable([`names (${language})`, 'gold', 'answers', 'P', 'R', 'F1'], rows);
  const words = texts.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  return {
    kind: 'measured',
    table: `${table}\n${Math.round(words / seconds)} words a second`,
    figures: { strict: scores(all), byClass, wordsPerSecond: words / seconds },
  };
}

function scores({ right, gold, answered }: Tally): { p: number; r: number; f1: number } {
  const p = answered === 0 ? 0 : right / answered;
  const r = gold === 0 ? 0 : right / gold;
  return { p, r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}
