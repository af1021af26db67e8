/** Proper names in a sentence: runs of capitalised words, and words in scripts that a briefing is not written in. */
import type { BriefingLanguage } from '../../domain/briefing.ts';
import { isNameless, mayBegin } from './plain-words.ts';

/** A word with the apostrophes, points and hyphens inside it. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const CAPITAL = /^[\p{Lu}\p{Lt}]/u;
const OTHER_SCRIPT = /[^\P{L}\p{Script=Latin}]/u;
/** What may stand between a sentence's end and the next one's first word. */
const SENTENCE_END = /(?:^|[.!?:…])[\s()¿¡\])]*$/u;

/**
 * Names in reading order, each as written. The first word of a sentence is none where it may begin one; in the
 * midst of a run it is part of the name. `|` separates what belongs to different sentences or quotations.
 */
export function namesIn(sentence: string, language: BriefingLanguage): readonly string[] {
  const names: string[] = [];
  let run: string[] = [];
  let end = -1;
  const close = (): void => {
    if (run.length > 0) names.push(run.join(' '));
    run = [];
  };
  for (const match of sentence.matchAll(WORD)) {
    const word = match[0];
    const between = sentence.slice(Math.max(end, 0), match.index);
    if (between !== ' ') close();
    end = match.index + word.length;
    if (!isName(word)) close();
    else if (isNameless(bare(word), language)) close();
    else if (run.length === 0 && begins(between, end === word.length) && mayBegin(word, language)) {
      close();
    } else run.push(bare(word));
  }
  close();
  return names;
}

function isName(word: string): boolean {
  return CAPITAL.test(word) || OTHER_SCRIPT.test(word);
}

function begins(between: string, atStart: boolean): boolean {
  return atStart || SENTENCE_END.test(between.slice(-8)) || between.includes('|');
}

/** Without the English possessive, which no source need have. */
function bare(word: string): string {
  return word.replace(/['’]s$/u, '');
}
