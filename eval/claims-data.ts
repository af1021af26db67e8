/** Folders of fact-checks with queries: CheckThat's `vclaims*.jsonl(.gz)`, FactCheckTweet's short index. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClaimText } from '../src/judge/claims/claim-text.ts';
import type { LanguageDetector } from '../src/text/language.ts';
import { readJsonLines, stringAt } from './json-lines.ts';

const CHECKS = /^(?:vclaims|factchecks_all)\w*\.jsonl(?:\.gz)?$/;

/** The file of checks of a folder; `undefined` where it has none. */
export function checksFile(folder: string): string | undefined {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const name = names.find((file) => CHECKS.test(file));
  return name === undefined ? undefined : join(folder, name);
}

/** The folder's file whose name ends so, the development part before the training part. */
export function partFile(folder: string, ending: RegExp): string | undefined {
  const names = readdirSync(folder).filter((name) => ending.test(name));
  const name = names.find((file) => /dev/i.test(file)) ?? names[0];
  return name === undefined ? undefined : join(folder, name);
}

/** All checks. Where no language is stated, they are taken to be in that of the first of them. */
export async function readChecks(file: string, languageOf: LanguageDetector): Promise<ClaimText[]> {
  const checks: ClaimText[] = [];
  let usual: string | undefined;
  for await (const row of readJsonLines(file)) {
    const texts = {
      claim: stringAt(row, 'vclaim'),
      title: stringAt(row, 'title'),
      subtitle: stringAt(row, 'subtitle'),
      body: stringAt(row, 'lead'),
    };
    usual ??= await languageOf(Object.values(texts).join('\n'));
    const language = stringAt(row, 'lang') || usual;
    checks.push({ id: stringAt(row, 'vclaim_id') || stringAt(row, 'id'), ...texts, language });
  }
  return checks;
}

/** Query id to text: TAB-separated, quoted where a text has line breaks, a header or none. */
export function readQueries(file: string): Map<string, string> {
  const text = readFileSync(file, 'utf8');
  const isQuoted = text.startsWith('iclaim_id');
  const row = isQuoted
    ? /^([^\t\n]+)\t(?:"((?:[^"]|"")*)"|([^\n]*))\r?$/gm
    : /^([^\t\n]+)\t()([^\n]*)$/gm;
  const queries = new Map<string, string>();
  for (const [, id, quoted, plain] of text.matchAll(row)) {
    queries.set(id!, quoted ? quoted.replaceAll('""', '"') : (plain ?? ''));
  }
  return queries;
}

/** Query id to the ids of its checks: `query 0 check relevance`. */
export function readQrels(file: string): Map<string, Set<string>> {
  const relevant = new Map<string, Set<string>>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [query, , check, grade] = line.trim().split(/\s+/);
    if (query === undefined || check === undefined || !(Number(grade) > 0)) continue;
    const known = relevant.get(query) ?? new Set<string>();
    relevant.set(query, known.add(check));
  }
  return relevant;
}
