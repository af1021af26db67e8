/**
 * `claims-cross [FILE] [--among DIR]`: is a claim found that a check words in another language?
 *
 * FILE: TAB-separated, `url` and one column a language, one claim a row; as bundled, sixty invented
 * claims. For each ordered pair of languages all rows are checks in the second and questions in the
 * first: recall of the first 1 and 5, and how many stay at the usual threshold. Then only every other
 * row is a check and the rest are asked: what still matches is false. `--among DIR` (as for `claims`)
 * puts other published checks beside them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ClaimText } from '../src/judge/claims/claim-text.ts';
import { matchClaim } from '../src/judge/claims/match-claim.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';
import { openMatcher } from './claim-matcher.ts';
import { checksFile, readChecks } from './claims-data.ts';
import type { Measure } from './measure.ts';
import { drawTable, fraction } from './table.ts';

export const BUNDLED = fileURLToPath(new URL('data/claims/claims.tsv', import.meta.url));
const EXPECTED = 'a TAB-separated file: url and one column a language';
const WIDEST = 5;
const COLUMNS = ['recall1', 'recall5', 'kept', 'falseMatches'] as const;

export const claimsCross: Measure = {
  name: 'claims-cross',
  argument: '[FILE]',
  summary: 'checks found across languages; --among DIR: beside other checks',
  options: ['among'],
  run: async (path, options = {}) => {
    const file = path === '' ? BUNDLED : path;
    const claims = existsSync(file) ? readClaims(file) : [];
    if (claims.length === 0) return { kind: 'absent', place: file, expected: EXPECTED };
    const among = options['among'] === undefined ? [] : await checksIn(options['among']);
    if (among === undefined) {
      return { kind: 'absent', place: options['among']!, expected: 'a folder as for claims' };
    }
    const figures = measurePairs(claims, among);
    const rows = Object.entries(figures).map(([pair, of]) => [
      pair,
      ...COLUMNS.map((column) => fraction(of[column])),
    ]);
    const table = drawTable(['pair', ...COLUMNS], rows);
    const plain = Object.entries(figures).map(([pair, of]) => [pair, { ...of }] as const);
    return { kind: 'measured', table, figures: Object.fromEntries(plain) };
  },
};

/** A claim in several languages. */
export interface WordedClaim {
  readonly url: string;
  readonly wordings: ReadonlyMap<string, string>;
}

/** Reads such a file; an empty cell where there is none. */
export function readClaims(file: string): WordedClaim[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const languages = header.split('\t').slice(1);
  return lines.map((line) => {
    const [url = '', ...cells] = line.split('\t');
    return { url, wordings: new Map(languages.map((language, i) => [language, cells[i] ?? ''])) };
  });
}

async function checksIn(folder: string): Promise<ClaimText[] | undefined> {
  const file = checksFile(folder);
  return file === undefined ? undefined : await readChecks(file, lazyLanguageDetector());
}

type PairFigures = Readonly<Record<(typeof COLUMNS)[number], number>>;

function measurePairs(
  claims: readonly WordedClaim[],
  among: readonly ClaimText[],
): Readonly<Record<string, PairFigures>> {
  const figures: Record<string, PairFigures> = {};
  for (const to of claims[0]!.wordings.keys()) {
    const every = ask(claims, claims, to, among);
    const even = claims.filter((_, i) => i % 2 === 0);
    const odd = claims.filter((_, i) => i % 2 === 1);
    const strangers = [ask(even, odd, to, among), ask(odd, even, to, among)];
    for (const from of claims[0]!.wordings.keys()) {
      if (from === to) continue;
      const answers = every(from);
      const share = (holds: (answer: RankedClaim) => boolean) =>
        answers.filter(holds).length / answers.length;
      const unmatched = strangers.flatMap((of) => of(from));
      figures[`${from}-${to}`] = {
        recall1: share(({ rank }) => rank === 0),
        recall5: share(({ rank }) => rank >= 0 && rank < WIDEST),
        kept: share(({ rank, isConfident }) => rank === 0 && isConfident),
        falseMatches: unmatched.filter(({ isConfident }) => isConfident).length / unmatched.length,
      };
    }
  }
  return figures;
}

interface RankedClaim {
  /** Of the claim's own check, from 0; -1: not among the first. */
  readonly rank: number;
  /** Whether anything matches at the usual threshold. */
  readonly isConfident: boolean;
}

/** Asks `asked`, as worded in a language, of an index of `checked` in the language `to`. */
function ask(
  checked: readonly WordedClaim[],
  asked: readonly WordedClaim[],
  to: string,
  among: readonly ClaimText[],
): (from: string) => RankedClaim[] {
  const own = checked.map(({ url, wordings }) => ({
    id: url,
    claim: wordings.get(to)!,
    language: to,
  }));
  const { index, ports } = openMatcher([...own, ...among]);
  return (from) =>
    asked.map(({ url, wordings }) => {
      const options = { ...ports, language: from };
      const text = wordings.get(from)!;
      const ranked = matchClaim(index, text, { ...options, most: WIDEST, atLeast: 0 });
      return {
        rank: ranked.findIndex(({ id }) => id === url),
        isConfident: matchClaim(index, text, { ...options, most: 1 }).length > 0,
      };
    });
}
