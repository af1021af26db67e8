/**
 * Lemmas by endings: the rule of the longest known ending of a word under its tag says how many
 * letters go and what is put in their place. Learned from pairs of words and lemmas.
 */
import type { Tag } from './tagged.ts';

/** By `TAG ending`: `<letters that go> <what comes>`. The ending may be a whole word after `^`. */
export type LemmaRules = ReadonlyMap<string, string>;

/** Endings are at most so long. */
export const LONGEST_ENDING = 7;
/** Words that are longer are no words. */
const LONGEST_WORD = 40;

/** Lemmas that one reader keeps; beyond it starts anew, so that hostile texts do not fill the memory. */
const MOST_KEPT = 50_000;

/** `lemmaOf` that keeps what it found: a few thousand words make most of any text. */
export function openLemmas(rules: LemmaRules): (lower: string, tag: Tag) => string {
  const kept = new Map<Tag, Map<string, string>>();
  return (lower, tag) => {
    const own = kept.get(tag) ?? new Map<string, string>();
    const known = own.get(lower);
    if (known !== undefined) return known;
    if (own.size >= MOST_KEPT) own.clear();
    const lemma = lemmaOf(rules, lower, tag);
    kept.set(tag, own.set(lower, lemma));
    return lemma;
  };
}

/** The lemma of a word in lower case; the word itself where no rule fits. */
export function lemmaOf(rules: LemmaRules, lower: string, tag: Tag): string {
  if (lower.length > LONGEST_WORD) return lower;
  const rule = rules.get(`${tag} ^${lower}`) ?? ruleByEnding(rules, lower, tag);
  return rule === undefined ? lower : applyRule(lower, rule);
}

function ruleByEnding(rules: LemmaRules, lower: string, tag: Tag): string | undefined {
  for (let length = Math.min(LONGEST_ENDING, lower.length); length >= 0; length--) {
    const rule = rules.get(`${tag} ${lower.slice(lower.length - length)}`);
    if (rule !== undefined) return rule;
  }
  return undefined;
}

/** Applies a rule as the table holds it. */
function applyRule(lower: string, rule: string): string {
  const space = rule.indexOf(' ');
  const gone = Number(rule.slice(0, space));
  return gone >= lower.length
    ? rule.slice(space + 1) || lower
    : lower.slice(0, lower.length - gone) + rule.slice(space + 1);
}
