/**
 * `dates DIR`: expressions of time in TimeML texts, as TempEval-3 scores them. Relaxed: a gold expression
 * and an answer overlap, one to one; strict: their extents are the same; value: they overlap and the
 * values are equal, over all gold expressions and all answers. The day of publication is the
 * document's creation time, which is itself not counted.
 */
import { existsSync, statSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { type DateMention, READ_LANGUAGES, type ReadLanguage } from '../src/domain/reading.ts';
import type { Span } from '../src/domain/span.ts';
import { shippedLexicon } from '../src/pipeline/reading-data.ts';
import { openDates } from '../src/read/dates/dates.ts';
import { documentOf } from '../src/read/document.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';
import type { Answer, Figures, Measure } from './measure.ts';
import { drawTable, fraction } from './table.ts';
import { readTimeMl, type TimeMlText, timeMlFiles } from './timeml.ts';
import { withFolder } from './unpack.ts';

const EXPECTED = 'a folder or .tar.gz of TimeML files (*.tml)';

/** A text, and the folder that it comes from. */
interface Placed extends TimeMlText {
  readonly folder: string;
}

export const dates: Measure = {
  name: 'dates',
  argument: 'DIR',
  summary: 'expressions of time: extents and TIMEX3 values in TimeML texts',
  run: async (path) => {
    const absent: Answer = { kind: 'absent', place: path, expected: EXPECTED };
    if (!existsSync(path)) return absent;
    if (!statSync(path).isDirectory() && !/\.(tar\.gz|tgz)$/.test(path)) return absent;
    const texts = await withFolder(path, async (folder) => placedTexts(folder));
    if (texts.length === 0) return absent;
    const language = await languageOf(texts, path);
    const read = openDates(shippedLexicon);
    return scoreDates(texts, ({ text, published }) =>
      read(documentOf({ text, language, published })),
    );
  },
};

function placedTexts(folder: string): Placed[] {
  return timeMlFiles(folder).flatMap((file) => {
    const text = readTimeMl(file);
    return text === undefined ? [] : [{ ...text, folder: relative(folder, dirname(file)) || '.' }];
  });
}

async function languageOf(texts: readonly TimeMlText[], path: string): Promise<ReadLanguage> {
  const sample = texts.slice(0, 5).map(({ text }) => text.slice(0, 2000));
  const guess = await lazyLanguageDetector()(sample.join('\n'));
  const language = READ_LANGUAGES.find((known) => known === guess);
  if (language !== undefined) return language;
  throw new Error(`${path}: its language is "${guess}", expected ${READ_LANGUAGES.join(', ')}`);
}

type FoundDate = Pick<DateMention, 'span' | 'type' | 'value'>;

interface Tally {
  gold: number;
  found: number;
  relaxed: number;
  strict: number;
  value: number;
  type: number;
}

/** The answer for texts and a reader. */
export function scoreDates(
  texts: readonly Placed[],
  read: (text: TimeMlText) => readonly FoundDate[],
): Answer {
  const tallies = new Map<string, Tally>();
  const all = emptyTally();
  for (const text of texts) {
    let own = tallies.get(text.folder);
    if (own === undefined) {
      own = emptyTally();
      tallies.set(text.folder, own);
    }
    const one = tallyText(text, read(text));
    for (const tally of [own, all]) addTo(tally, one);
  }
  const rows = [...tallies, ['all', all] as const].map(([name, tally]) => [
    name,
    String(tally.gold),
    String(tally.found),
    ...(['relaxed', 'strict', 'value', 'type'] as const).map((key) => fraction(f1(tally, key))),
  ]);
  const header = ['folder', 'gold', 'answers', 'relaxed F1', 'strict F1', 'value F1', 'type F1'];
  return {
    kind: 'measured',
    table: drawTable(header, rows),
    figures: figuresOf(all, texts.length),
  };
}

const emptyTally = (): Tally => ({ gold: 0, found: 0, relaxed: 0, strict: 0, value: 0, type: 0 });

function addTo(sum: Tally, one: Tally): void {
  for (const key of Object.keys(one) as (keyof Tally)[]) sum[key] += one[key];
}

/** Gold and answers paired one to one in reading order. */
function tallyText({ timexes, ignored }: TimeMlText, answers: readonly FoundDate[]): Tally {
  const found = answers.filter(({ span }) => !ignored.some((one) => overlap(one, span)));
  const tally = { ...emptyTally(), gold: timexes.length, found: found.length };
  const open = new Set(found);
  for (const gold of timexes) {
    const touching = [...open].filter(({ span }) => overlap(span, gold));
    const same = touching.find(({ span }) => span.begin === gold.begin && span.end === gold.end);
    const match = same ?? touching[0];
    if (match === undefined) continue;
    open.delete(match);
    tally.relaxed++;
    if (same !== undefined) tally.strict++;
    if (match.value === gold.value) tally.value++;
    if (match.type === gold.type) tally.type++;
  }
  return tally;
}

const overlap = (a: Span, b: Span): boolean => a.begin < b.end && b.begin < a.end;

type Scored = 'relaxed' | 'strict' | 'value' | 'type';

/** `null` where there is nothing to find and nothing was found. */
function f1({ gold, found, ...right }: Tally, key: Scored): number | null {
  return gold + found === 0 ? null : (2 * right[key]) / (gold + found);
}

function figuresOf(tally: Tally, texts: number): Figures {
  const share = (of: number, key: Scored) => (of === 0 ? null : tally[key] / of);
  const scores = (key: Scored) => ({
    p: share(tally.found, key),
    r: share(tally.gold, key),
    f1: f1(tally, key),
  });
  const [relaxed, strict, value] = [scores('relaxed'), scores('strict'), scores('value')];
  return { relaxed, strict, value, type: scores('type'), gold: tally.gold, texts };
}
