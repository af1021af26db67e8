/**
 * `stance [FILE]`: how an article treats a claim that it carries, against the hand-written set. Without a file
 * both shipped halves, each apart, in figures alone; of one named file also every record that differs, for
 * tuning. F1 of each stance and their mean (macro); and of *amplifies* (neither doubts nor debunks)
 * precision, recall and accuracy, the answer that matters most.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ECHO_STANCES, type EchoStance, type StanceJudgement } from '../src/domain/judgement.ts';
import { READ_LANGUAGES } from '../src/domain/reading.ts';
import type { Answer, Figures, Measure } from './measure.ts';
import { readStanceGold, type StanceRecord } from './stance-gold.ts';
import { drawTable, fraction } from './table.ts';

/** The judge that is measured. It is shown no gold but where the claim stands. */
export type JudgeRecord = (record: Omit<StanceRecord, 'stance'>) => StanceJudgement;

const HALVES = ['tune.jsonl', 'held.jsonl'] as const;

/** The measure of a judge; `folder` holds the two shipped halves, `open` makes the judge. */
export function stanceMeasure(folder: string, open: () => JudgeRecord): Measure {
  return {
    name: 'stance',
    argument: '[FILE]',
    summary: 'how articles treat a claim: F1 of each stance, and who amplifies',
    run: async (path) => {
      const files = path === '' ? HALVES.map((name) => join(folder, name)) : [path];
      const absent = files.find((file) => !existsSync(file));
      const expected = 'the stance set, JSON Lines as eval/data/stance/README.md says';
      if (absent !== undefined) return { kind: 'absent', place: absent, expected };
      return measureFiles(files, open(), path !== '');
    },
  };
}

function measureFiles(files: readonly string[], judge: JudgeRecord, differences: boolean): Answer {
  const tables: string[] = [];
  const figures: Record<string, Figures> = {};
  for (const file of files) {
    const name = basename(file, '.jsonl');
    const records = readStanceGold(file, readFileSync(file, 'utf8'));
    const judged = records.map(({ stance, ...shown }) => ({
      gold: stance,
      found: judge(shown),
      ...shown,
    }));
    if (differences) tables.push(...judged.filter(differs).map(drawDifference));
    const score = scoreStances(judged.map(pairOf));
    figures[name] = { ...score, languages: languagesOf(judged) };
    tables.push(drawScore(`${name}: ${records.length} records`, score, judged));
  }
  return { kind: 'measured', table: tables.join('\n\n'), figures };
}

interface Judged extends Omit<StanceRecord, 'stance'> {
  readonly gold: EchoStance;
  readonly found: StanceJudgement;
}

/** The gold stance and the judged one. */
export type Pair = readonly [gold: EchoStance, found: EchoStance];

const pairOf = ({ gold, found }: Judged): Pair => [gold, found.stance];
const differs = ({ gold, found }: Judged): boolean => gold !== found.stance;

function drawDifference({ id, title, text, gold, found }: Judged): string {
  const shown = found.evidence.map(({ span }) => text.slice(span.begin, span.end));
  const by = [...(found.headline === undefined ? [] : [found.headline]), ...shown];
  return `${id}: ${title}\n  ${text}\n  gold ${gold}, judged ${found.stance}: ${by.join(' | ')}`;
}

interface Score {
  readonly accuracy: number;
  readonly macroF1: number;
  readonly stances: Readonly<Record<EchoStance, { readonly f1: number }>>;
  readonly amplifies: { readonly p: number; readonly r: number; readonly accuracy: number };
}

/** Scores pairs; a stance that neither side has counts 1. */
export function scoreStances(pairs: readonly Pair[]): Score {
  const f1s = ECHO_STANCES.map((stance) => {
    const right = pairs.filter(([gold, found]) => gold === stance && found === stance).length;
    const all = pairs.filter(([gold]) => gold === stance).length;
    const said = pairs.filter(([, found]) => found === stance).length;
    return share(2 * right, all + said);
  });
  const spreads = (stance: EchoStance) => stance !== 'doubts' && stance !== 'debunks';
  const gold = pairs.filter(([one]) => spreads(one));
  const said = pairs.filter(([, one]) => spreads(one));
  const both = gold.filter(([, one]) => spreads(one)).length;
  const agreed = pairs.filter(([a, b]) => spreads(a) === spreads(b)).length;
  return {
    accuracy: share(pairs.filter(([a, b]) => a === b).length, pairs.length),
    macroF1: f1s.reduce((sum, f1) => sum + f1, 0) / f1s.length,
    stances: Object.fromEntries(
      ECHO_STANCES.map((stance, i) => [stance, { f1: f1s[i]! }]),
    ) as Score['stances'],
    amplifies: {
      p: share(both, said.length),
      r: share(both, gold.length),
      accuracy: share(agreed, pairs.length),
    },
  };
}

function share(count: number, all: number): number {
  return all === 0 ? 1 : count / all;
}

function languagesOf(judged: readonly Judged[]): Figures {
  return Object.fromEntries(
    READ_LANGUAGES.map((language) => {
      const own = judged.filter((one) => one.language === language);
      return [language, scoreStances(own.map(pairOf)).macroF1];
    }),
  );
}

function drawScore(title: string, score: Score, judged: readonly Judged[]): string {
  const { amplifies } = score;
  return drawTable(
    [title, 'value'],
    [
      ['accuracy', fraction(score.accuracy)],
      ['macro F1', fraction(score.macroF1)],
      ...Object.entries(languagesOf(judged)).map(([name, f1]) => [
        `  ${name}`,
        fraction(typeof f1 === 'number' ? f1 : null),
      ]),
      ...ECHO_STANCES.map((stance) => [`${stance}, F1`, fraction(score.stances[stance].f1)]),
      ['amplifies, precision', fraction(amplifies.p)],
      ['amplifies, recall', fraction(amplifies.r)],
      ['amplifies, accuracy', fraction(amplifies.accuracy)],
    ],
  );
}
