/**
 * `attributions-ru FILE`: source, cue and content of Russian sentences, by tokens.
 *
 * Each sentence is put together from its tokens and read alone, as an article of one sentence. A token is
 * taken for source, cue or content if a found span of that kind touches it. Figures: micro-averaged F1
 * over the tokens of all sentences for each kind; and of whether a sentence holds an attribution at all.
 */
import { existsSync, readFileSync } from 'node:fs';
import { shippedLexicon, shippedWeights } from '../src/pipeline/reading-data.ts';
import { openRussianAttributions } from '../src/read/attributions/find-russian.ts';
import type { FoundAttribution } from '../src/read/attributions/found.ts';
import { documentOf } from '../src/read/document.ts';
import { openTagger } from '../src/read/tagging/perceptron.ts';
import { overlaps } from '../src/read/token-range.ts';
import type { Answer, Measure } from './measure.ts';
import { drawTable, fraction } from './table.ts';
import { readTokenTable, TOKEN_ROLES, type TokenRole, type TokenSentence } from './token-table.ts';

const EXPECTED = 'a TSV of tokens with the columns text, sentence_num, tags';

type FindIn = (text: string) => readonly FoundAttribution[];

export const attributionsRu: Measure = {
  name: 'attributions-ru',
  argument: 'FILE',
  summary: 'token F1 of source, cue and content in Russian sentences',
  run: async (path) => {
    const absent: Answer = { kind: 'absent', place: path, expected: EXPECTED };
    if (!existsSync(path)) return absent;
    const sentences = readTokenTable(readFileSync(path, 'utf8'));
    if (sentences === undefined || sentences.length === 0) return absent;
    return scoreSentences(sentences, shippedFinder());
  },
};

function shippedFinder(): FindIn {
  const tagger = openTagger('ru', shippedWeights);
  const find = openRussianAttributions(shippedLexicon);
  return (text) => find(tagger(documentOf({ text, language: 'ru' })));
}

/** Counts of agreement. */
interface Tally {
  both: number;
  gold: number;
  found: number;
}

/** The answer for sentences and a finder. */
export function scoreSentences(sentences: readonly TokenSentence[], find: FindIn): Answer {
  const tallies: Record<TokenRole | 'sentence', Tally> = {
    source: { both: 0, gold: 0, found: 0 },
    cue: { both: 0, gold: 0, found: 0 },
    content: { both: 0, gold: 0, found: 0 },
    sentence: { both: 0, gold: 0, found: 0 },
  };
  for (const sentence of sentences) {
    const found = find(sentence.text);
    count(
      tallies.sentence,
      sentence.roles.some((role) => role !== undefined),
      found.length > 0,
    );
    for (const role of TOKEN_ROLES) {
      const spans = spansOf(found, role);
      for (const [at, token] of sentence.tokens.entries()) {
        const isFound = spans.some((span) => overlaps(span, token));
        count(tallies[role], sentence.roles[at] === role, isFound);
      }
    }
  }
  const f1 = (tally: Tally) => fOne(tally);
  const token = {
    source: { f1: f1(tallies.source) },
    cue: { f1: f1(tallies.cue) },
    content: { f1: f1(tallies.content) },
  };
  return {
    kind: 'measured',
    table: drawTable(['kind', 'p', 'r', 'f1', 'gold'], Object.entries(tallies).map(rowOf)),
    figures: { token, sentence: { f1: f1(tallies.sentence) }, sentences: sentences.length },
  };
}

function spansOf(found: readonly FoundAttribution[], role: TokenRole) {
  return found.flatMap(({ source, cue, content }) => {
    if (role === 'content') return content;
    const span = role === 'source' ? source : cue;
    return span === undefined ? [] : [span];
  });
}

function count(tally: Tally, isGold: boolean, isFound: boolean): void {
  if (isGold) tally.gold++;
  if (isFound) tally.found++;
  if (isGold && isFound) tally.both++;
}

/** `null` where there is nothing to find and nothing was found. */
function fOne({ both, gold, found }: Tally): number | null {
  return gold + found === 0 ? null : (2 * both) / (gold + found);
}

function rowOf([kind, tally]: readonly [string, Tally]): string[] {
  const { both, gold, found } = tally;
  const share = (of: number) => fraction(of === 0 ? null : both / of);
  return [kind, share(found), share(gold), fraction(fOne(tally)), String(gold)];
}
