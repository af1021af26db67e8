/**
 * `eval -- attributions DIR`: who says what, against PolNeAR. DIR holds `text` and `attributions`, or
 * one folder with these; a `.tar.gz` of either will do. How it is counted: `attribution-score.ts`.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { shippedLexicon } from '../src/pipeline/reading-data.ts';
import { openEnglishAttributions } from '../src/read/attributions/find-english.ts';
import { documentOf } from '../src/read/document.ts';
import { openEnglishTagger } from '../src/read/tagging/english.ts';
import { emptyTallies, type Tallies, type Tally, tallyArticle } from './attribution-score.ts';
import type { Answer, Figures, Measure } from './measure.ts';
import { type AnnotatedArticle, ROLES, type Roles, readPolnear } from './polnear.ts';
import { drawTable, fraction } from './table.ts';
import { withFolder } from './unpack.ts';

const EXPECTED = 'a folder (or its .tar.gz) with text/*.txt and attributions/*.ann';

export const attributions: Measure = {
  name: 'attributions',
  argument: 'DIR',
  summary: 'sources, cues and contents of statements against PolNeAR',
  run: (path) => {
    if (!existsAs(path)) return Promise.resolve(absent(path));
    return withFolder(path, (folder) => Promise.resolve(measure(folder, path)));
  },
};

function measure(folder: string, path: string): Answer {
  const inner = entriesOf(folder);
  const only = inner.length === 1 ? join(folder, inner[0]!) : folder;
  const articles = readPolnear(only);
  if ('absent' in articles) return absent(path);
  if (articles.length === 0) return absent(path);
  const { tallies, seconds } = score(articles);
  return answer(tallies, articles.length / seconds);
}

function absent(place: string): Answer {
  return { kind: 'absent', place, expected: EXPECTED };
}

function existsAs(path: string): boolean {
  return /\.(tar\.gz|tgz)$/.test(path) ? isFile(path) : entriesOf(path).length > 0;
}

function isFile(path: string): boolean {
  return entriesOf(join(path, '..')).includes(path.replace(/^.*[\\/]/, ''));
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function score(articles: readonly AnnotatedArticle[]): { tallies: Tallies; seconds: number } {
  const tag = openEnglishTagger();
  const find = openEnglishAttributions(shippedLexicon);
  const tallies = emptyTallies();
  let milliseconds = 0;
  for (const { text, annotations } of articles) {
    const began = performance.now();
    const found = find(tag(documentOf({ text, language: 'en' })));
    milliseconds += performance.now() - began;
    const roles = found.map(
      ({ source, cue, content }): Roles => ({
        source: source === undefined ? [] : [source],
        cue: cue === undefined ? [] : [cue],
        content,
      }),
    );
    for (const gold of annotations) tallyArticle(tallies, text, gold, roles);
  }
  return { tallies, seconds: milliseconds / 1000 };
}

function answer(tallies: Tallies, articlesPerSecond: number): Answer {
  const rows: string[][] = [];
  const figures = (kind: string, name: string, tally: Tally): Figures => {
    const { p, r, f1 } = rates(tally);
    rows.push([kind, name, fraction(p), fraction(r), fraction(f1), `${tally.gold}`]);
    return { p, r, f1 };
  };
  const roles = (kind: 'exact' | 'overlap'): Figures =>
    Object.fromEntries(ROLES.map((role) => [role, figures(kind, role, tallies[kind][role])]));
  const exact = roles('exact');
  const overlap = roles('overlap');
  const quotedAllOverlap = figures('overlap', 'quoted, all three', tallies.quoted);
  const table = drawTable(['how', 'what', 'P', 'R', 'F1', 'gold'], rows);
  return {
    kind: 'measured',
    table: `${table}\n${articlesPerSecond.toFixed(0)} articles/s, tagging included`,
    figures: { exact, overlap, quotedAllOverlap, articlesPerSecond },
  };
}

function rates({ found, foundRight, gold, goldRight }: Tally): {
  p: number;
  r: number;
  f1: number;
} {
  const p = found === 0 ? 0 : foundRight / found;
  const r = gold === 0 ? 0 : goldRight / gold;
  return { p, r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}
