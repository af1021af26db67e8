/**
 * `claims DIR [--queries FILE --qrels FILE] [--edit KIND]`: are the published fact-checks of a sentence found?
 * Mean average precision of the first 1, 3 and 5 (relevant checks that are missed count), beside
 * plain BM25 over the same checks. Ranks are judged, so the threshold for "none" is set to 0; the
 * language of a query is detected, as at ingest. `--edit` asks with edited queries (`query-edits.ts`).
 */
import { performance } from 'node:perf_hooks';
import { matchClaim } from '../src/judge/claims/match-claim.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';
import { openMatcher } from './claim-matcher.ts';
import { checksFile, partFile, readChecks, readQrels, readQueries } from './claims-data.ts';
import type { Measure } from './measure.ts';
import { plainBm25 } from './plain-bm25.ts';
import { EDIT_KINDS, editNamed, editQuery } from './query-edits.ts';
import { drawTable, fraction } from './table.ts';

const DEPTHS = [1, 3, 5] as const;
const EXPECTED =
  'vclaims.jsonl or factchecks_all….jsonl (plain or .gz) with ids, queries and qrels as TSV';

export const claims: Measure = {
  name: 'claims',
  argument: 'DIR',
  summary: 'published fact-checks found for a sentence; --queries FILE --qrels FILE --edit KIND',
  options: ['queries', 'qrels', 'edit'],
  run: async (path, options = {}) => {
    const file = checksFile(path);
    if (file === undefined) return { kind: 'absent', place: path, expected: EXPECTED };
    const queriesFile = options['queries'] ?? partFile(path, /queries\.tsv$/i);
    const qrelsFile = options['qrels'] ?? partFile(path, /qrels\.tsv$/i);
    const edit = options['edit'] === undefined ? undefined : editNamed(options['edit']);
    if (options['edit'] !== undefined && edit === undefined) {
      const place = `--edit ${options['edit']}`;
      return { kind: 'absent', place, expected: `one of ${EDIT_KINDS.join(', ')}` };
    }
    if (queriesFile === undefined || qrelsFile === undefined) {
      return { kind: 'absent', place: path, expected: EXPECTED };
    }
    const languageOf = lazyLanguageDetector();
    const checks = await readChecks(file, languageOf);
    const queries = readQueries(queriesFile);
    const asked = [...readQrels(qrelsFile)].filter(([id]) => queries.has(id));
    if (asked.length === 0) return { kind: 'absent', place: queriesFile, expected: EXPECTED };
    const { index, ports } = openMatcher(checks);
    const bm25 = plainBm25(checks);
    const sums = { own: [0, 0, 0], bm25: 0, ms: 0 };
    for (const [id, relevant] of asked) {
      const stated = queries.get(id)!;
      const text = edit === undefined ? stated : editQuery(stated, edit);
      const language = await languageOf(text);
      const begin = performance.now();
      const matches = matchClaim(index, text, { ...ports, language, most: 5, atLeast: 0 });
      sums.ms += performance.now() - begin;
      const ids = matches.map((match) => match.id);
      DEPTHS.forEach((depth, i) => {
        sums.own[i]! += averagePrecision(ids.slice(0, depth), relevant);
      });
      sums.bm25 += averagePrecision(bm25(text, 5), relevant);
    }
    const [map1, map3, map5] = sums.own.map((sum) => sum / asked.length);
    const figures = {
      ...{ map1: map1!, map3: map3!, map5: map5! },
      bm25Map5: sums.bm25 / asked.length,
      queries: asked.length,
      msPerQuery: sums.ms / asked.length,
    };
    const rows = Object.entries(figures).map(([name, value]) => [name, fraction(value)]);
    return { kind: 'measured', table: drawTable(['figure', 'value'], rows), figures };
  },
};

/** Average precision of a ranking that is cut already, over all that is relevant. */
export function averagePrecision(ids: readonly string[], relevant: ReadonlySet<string>): number {
  let found = 0;
  let sum = 0;
  ids.forEach((id, rank) => {
    if (!relevant.has(id)) return;
    found++;
    sum += found / (rank + 1);
  });
  return relevant.size === 0 ? 0 : sum / relevant.size;
}
