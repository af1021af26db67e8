/**
 * `similarity FILE`: do two articles tell the same story, against the human scores of SemEval-2022
 * task 8 (Chen et al. 2022, https://aclanthology.org/2022.semeval-1.155). Pearson by language pair.
 *
 * The human score (`Overall`) runs from 1, the same, to 4, unlike; it is turned round here, so that
 * a good similarity correlates positively. Pairs with a machine-translated side are kept apart
 * under `<pair>-mt`: their texts are not in the language that the pair names.
 */
import { existsSync } from 'node:fs';
import { isObject, type Row, readJsonLines, stringAt } from './json-lines.ts';
import type { Answer, Figures, Measure } from './measure.ts';
import { pearson } from './pearson.ts';
import { drawTable, fraction } from './table.ts';

/** One side of a pair. The title is empty where the data has none. */
interface Story {
  readonly title: string;
  readonly text: string;
}

/** Two stories with the human score, 0 (unlike) to 3 (the same). */
export interface StoryPair {
  readonly languages: string;
  readonly a: Story;
  readonly b: Story;
  readonly human: number;
}

const EXPECTED = 'JSON Lines (plain or .gz) with lang or lang1 and lang2, text1, text2, Overall';

type SimilarityOf = (a: Story, b: Story) => number;

/** Sees all stories once, so that it can count words, and yields a similarity of two of them. */
export type PrepareSimilarity = (stories: readonly Story[]) => SimilarityOf | Promise<SimilarityOf>;

/** The measure of a similarity of stories; the human scores stay unseen by `prepare`. */
export function similarityMeasure(prepare: PrepareSimilarity): Measure {
  return {
    name: 'similarity',
    argument: 'FILE',
    summary: 'Pearson with human scores of story similarity, by language pair',
    run: async (path) => {
      const absent: Answer = { kind: 'absent', place: path, expected: EXPECTED };
      if (!existsSync(path)) return absent;
      const pairs: StoryPair[] = [];
      let skipped = 0;
      for await (const row of readJsonLines(path)) {
        const pair = storyPairOf(row);
        if (pair === undefined) skipped++;
        else pairs.push(pair);
      }
      if (pairs.length === 0) return absent;
      const similarityOf = await prepare(pairs.flatMap((pair) => [pair.a, pair.b]));
      return correlate(pairs, similarityOf, skipped);
    },
  };
}

function correlate(
  pairs: readonly StoryPair[],
  similarityOf: SimilarityOf,
  skipped: number,
): Answer {
  const correlation: Record<string, number | null> = {};
  const counts: Record<string, number> = {};
  for (const languages of [...new Set(pairs.map((pair) => pair.languages))].sort()) {
    const own = pairs.filter((pair) => pair.languages === languages);
    const value = pearson(
      own.map((pair) => similarityOf(pair.a, pair.b)),
      own.map((pair) => pair.human),
    );
    // NaN is no JSON number: a pair of languages with one row has no correlation.
    correlation[languages] = Number.isNaN(value) ? null : value;
    counts[languages] = own.length;
  }
  const rows = Object.entries(correlation).map(([languages, value]) => [
    languages,
    fraction(value),
    String(counts[languages]),
  ]);
  const note = skipped === 0 ? '' : `\n${skipped} rows without two texts and a score left out.`;
  const figures: Figures = { pearson: correlation, pairs: counts };
  return {
    kind: 'measured',
    table: drawTable(['languages', 'pearson', 'pairs'], rows) + note,
    figures,
  };
}

/** A row of the data as a pair; `undefined` where a text or the score is missing. */
export function storyPairOf(row: Row): StoryPair | undefined {
  if (!isObject(row)) return undefined;
  const side = (n: 1 | 2) => ({
    title: stringAt(row, `title${n}`),
    text: stringAt(row, `text${n}`),
  });
  const stated = stringAt(row, 'lang') || `${stringAt(row, 'lang1')}-${stringAt(row, 'lang2')}`;
  const score = scoreOf(row['Overall']);
  const a = side(1);
  const b = side(2);
  if (score === undefined || a.text === '' || b.text === '' || stated === '-') return undefined;
  const translated = row['mt1'] === true || row['mt2'] === true;
  return { languages: translated ? `${stated}-mt` : stated, a, b, human: 4 - score };
}

function scoreOf(value: unknown): number | undefined {
  const score = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof score === 'number' && score >= 1 && score <= 4 ? score : undefined;
}
