/**
 * `acceptance [FILE]`: the reader against the hand-written acceptance set. Without a file both shipped
 * halves, each apart, in figures alone; of one named file also every item that differs, for tuning.
 * What counts as right stands in `acceptance-match.ts`, what counts at all in `acceptance-score.ts`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { READ_LANGUAGES, type Reading } from '../src/domain/reading.ts';
import { type GoldRecord, readGold } from './acceptance-gold.ts';
import { scoreReading } from './acceptance-score.ts';
import {
  addTally,
  DETAILS,
  emptyScore,
  emptyTally,
  PARTS,
  ratesOf,
  type Score,
  type Tally,
} from './acceptance-tally.ts';
import type { Answer, Figures, Measure } from './measure.ts';
import { drawTable, fraction } from './table.ts';

/** The reader that is measured. It is shown no gold: `text`, `language`, `outlet`, `published`. */
export type ReadRecord = (record: Omit<GoldRecord, 'gold'>) => Reading;

const HALVES = ['acceptance-tune.jsonl', 'acceptance-held.jsonl'] as const;
const EXPECTED = 'the acceptance set, JSON Lines as eval/data/reading/README.md says';

/** The measure of a reader. `folder` holds the two shipped halves; `open` makes the reader. */
export function acceptanceMeasure(folder: string, open: () => ReadRecord): Measure {
  return {
    name: 'acceptance',
    argument: '[FILE]',
    summary: 'the hand-written acceptance set: P, R, F1 of each part of a reading',
    run: async (path) => {
      const files = path === '' ? HALVES.map((name) => join(folder, name)) : [path];
      const absent = files.find((file) => !existsSync(file));
      if (absent !== undefined) return { kind: 'absent', place: absent, expected: EXPECTED };
      return measureFiles(files, open(), path !== '');
    },
  };
}

function measureFiles(files: readonly string[], read: ReadRecord, differences: boolean): Answer {
  const tables: string[] = [];
  const figures: Record<string, Figures> = {};
  for (const file of files) {
    const name = basename(file, '.jsonl').replace(/^acceptance-/, '');
    const scored = scoreRecords(recordsOf(file), read);
    if (differences) tables.push(...scored.differences);
    tables.push(drawScore(`${name}: ${scored.records} records`, scored));
    figures[name] = figuresOf(scored);
  }
  return { kind: 'measured', table: tables.join('\n\n'), figures };
}

/** All records of a file; throws with every fault where there is one: a gold half read is none. */
function recordsOf(file: string): readonly GoldRecord[] {
  const { records, faults } = readGold(file, readFileSync(file, 'utf8'));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return records;
}

/** The sum over records, and over the records of each language. */
export interface ScoredRecords {
  readonly records: number;
  readonly score: Score;
  readonly languages: Readonly<Record<string, Tally>>;
  /** One block a record that differs. */
  readonly differences: readonly string[];
}

/** Reads and scores records. */
export function scoreRecords(records: readonly GoldRecord[], read: ReadRecord): ScoredRecords {
  const score = emptyScore();
  const languages: Record<string, Tally> = {};
  const differences: string[] = [];
  for (const record of records) {
    const { gold: _, ...shown } = record;
    const own = scoreReading(record, read(shown));
    for (const part of [...PARTS, ...DETAILS]) addTally(score[part], own.score[part]);
    const tally = languages[record.language] ?? emptyTally();
    languages[record.language] = tally;
    for (const part of PARTS) addTally(tally, own.score[part]);
    if (own.differences.length > 0) {
      differences.push([`${record.id}: ${record.text}`, ...own.differences].join('\n  '));
    }
  }
  return { records: records.length, score, languages, differences };
}

/** Micro average: the items of all parts together. */
export function overallOf(score: Score): Tally {
  const overall = emptyTally();
  for (const part of PARTS) addTally(overall, score[part]);
  return overall;
}

function figuresOf({ score, languages }: ScoredRecords): Figures {
  const rates = (parts: readonly (keyof Score)[]) =>
    Object.fromEntries(parts.map((part) => [part, { ...ratesOf(score[part]) }]));
  return {
    overall: { ...ratesOf(overallOf(score)) },
    languages: Object.fromEntries(
      Object.entries(languages).map(([language, tally]) => [language, { ...ratesOf(tally) }]),
    ),
    parts: rates(PARTS),
    details: rates(DETAILS),
  };
}

function drawScore(title: string, { score, languages }: ScoredRecords): string {
  const row = (name: string, tally: Tally) => {
    const { p, r, f1 } = ratesOf(tally);
    const items = [tally.right, tally.invented, tally.missed].map(String);
    return [name, fraction(p), fraction(r), fraction(f1), ...items];
  };
  const spoken = READ_LANGUAGES.filter((language) => languages[language] !== undefined);
  return drawTable(
    [title, 'P', 'R', 'F1', 'right', 'invented', 'missed'],
    [
      row('overall', overallOf(score)),
      ...spoken.map((language) => row(`  ${language}`, languages[language]!)),
      ...PARTS.map((part) => row(part, score[part])),
      ...DETAILS.map((part) => row(`  (${part})`, score[part])),
    ],
  );
}
