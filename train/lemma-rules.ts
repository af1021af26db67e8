/** Learns the rules of `src/read/tagging/lemmas.ts` from words with their tags and lemmas. */
import { type LemmaRules, LONGEST_ENDING, lemmaOf } from '../src/read/tagging/lemmas.ts';
import type { Tag } from '../src/read/tagging/tagged.ts';

export interface LemmaExample {
  readonly word: string;
  readonly tag: Tag;
  readonly lemma: string;
}

/** An ending needs so many different words behind its rule. */
const LEAST_WORDS = 2;

/**
 * For each ending the rule that most of its words follow, kept where a shorter ending says otherwise;
 * then the words that the endings get wrong, whole.
 */
export function learnLemmaRules(examples: readonly LemmaExample[]): LemmaRules {
  const forms = mostFrequentLemmas(examples);
  const votes = new Map<string, Map<string, number>>();
  for (const { word, tag, lemma } of forms) {
    const rule = ruleFrom(word, lemma);
    for (let length = 0; length <= Math.min(LONGEST_ENDING, word.length); length++) {
      const key = `${tag} ${word.slice(word.length - length)}`;
      const counts = votes.get(key) ?? new Map<string, number>();
      votes.set(key, counts.set(rule, (counts.get(rule) ?? 0) + 1));
    }
  }
  const rules = new Map<string, string>();
  const keys = [...votes.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  for (const key of keys) {
    const [rule, count] = winner(votes.get(key)!);
    const space = key.indexOf(' ');
    const shorter = inherited(rules, key.slice(0, space), key.slice(space + 1));
    if (rule !== shorter && (count >= LEAST_WORDS || key.endsWith(' '))) rules.set(key, rule);
  }
  for (const { word, tag, lemma } of forms) {
    if (lemmaOf(rules, word, tag) !== lemma) rules.set(`${tag} ^${word}`, ruleFrom(word, lemma));
  }
  return rules;
}

function mostFrequentLemmas(examples: readonly LemmaExample[]): LemmaExample[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { word, tag, lemma } of examples) {
    const own = counts.get(`${tag} ${word}`) ?? new Map<string, number>();
    counts.set(`${tag} ${word}`, own.set(lemma, (own.get(lemma) ?? 0) + 1));
  }
  return [...counts].map(([key, own]) => {
    const space = key.indexOf(' ');
    return { tag: key.slice(0, space) as Tag, word: key.slice(space + 1), lemma: winner(own)[0] };
  });
}

/** The most frequent; of several the first in code unit order, so that files are stable. */
function winner(counts: ReadonlyMap<string, number>): [string, number] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
}

function inherited(rules: LemmaRules, tag: string, ending: string): string | undefined {
  for (let from = 1; from <= ending.length; from++) {
    const rule = rules.get(`${tag} ${ending.slice(from)}`);
    if (rule !== undefined) return rule;
  }
  return undefined;
}

function ruleFrom(word: string, lemma: string): string {
  let shared = 0;
  while (shared < word.length && shared < lemma.length && word[shared] === lemma[shared]) shared++;
  return `${word.length - shared} ${lemma.slice(shared)}`;
}
