/**
 * `claims-none DIR`: does matching answer "none" where there is nothing to match? At the usual
 * threshold: the share of queries ranked right that stay (`kept`), and the share of sentences of
 * unrelated news that match something (`falseMatches`). `--news FILE`: JSON Lines with `text`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { matchClaim } from '../src/judge/claims/match-claim.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';
import { openMatcher } from './claim-matcher.ts';
import { checksFile, partFile, readChecks, readQrels, readQueries } from './claims-data.ts';
import { readJsonLines, stringAt } from './json-lines.ts';
import type { Measure } from './measure.ts';
import { drawTable, fraction } from './table.ts';

/** Every so many rows of the news, and so many in all. */
const STEP = 80;
const SENTENCES = 500;

export const claimsNone: Measure = {
  name: 'claims-none',
  argument: 'DIR',
  summary: 'true matches kept and false matches of unrelated news; --news FILE',
  options: ['news'],
  run: async (path, options = {}) => {
    const news = options['news'] ?? join(path, '../../corpora/rss_world_2023q4.jsonl.gz');
    const file = checksFile(path);
    if (file === undefined || !existsSync(news)) {
      const place = file === undefined ? path : news;
      return { kind: 'absent', place, expected: 'a folder as for claims, and JSON Lines of news' };
    }
    const languageOf = lazyLanguageDetector();
    const { index, ports } = openMatcher(await readChecks(file, languageOf));
    const match = async (text: string, atLeast?: number) => {
      const language = await languageOf(text);
      const limit = atLeast === undefined ? {} : { atLeast };
      return matchClaim(index, text, { ...ports, language, most: 1, ...limit })[0];
    };
    const queries = readQueries(partFile(path, /queries\.tsv$/i) ?? '');
    let right = 0;
    let kept = 0;
    for (const [id, relevant] of readQrels(partFile(path, /qrels\.tsv$/i) ?? '')) {
      const text = queries.get(id);
      const best = text === undefined ? undefined : await match(text, 0);
      if (text === undefined || best === undefined || !relevant.has(best.id)) continue;
      right++;
      if ((await match(text)) !== undefined) kept++;
    }
    let sentences = 0;
    let matched = 0;
    let row = 0;
    for await (const item of readJsonLines(news)) {
      const text = stringAt(item, 'text');
      if (row++ % STEP !== 0 || text === '' || sentences >= SENTENCES) continue;
      sentences++;
      if ((await match(text)) !== undefined) matched++;
    }
    const figures = { kept: kept / right, falseMatches: matched / sentences, right, sentences };
    const rows = Object.entries(figures).map(([name, value]) => [name, fraction(value)]);
    return { kind: 'measured', table: drawTable(['figure', 'value'], rows), figures };
  },
};
