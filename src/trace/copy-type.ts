/**
 * How an echo differs from its parent: copy type and changed words, from the aligned passages.
 *
 * verbatim: at least `WHOLE` of the parent's words, and at most `CHANGED` of the words between the
 * first and the last shared one differ. edited: as much of the parent, but more words differ.
 * cut: a smaller, proper part of the parent, its wording kept. paraphrased, translated: most of what
 * is shared is retold, in the same language or another.
 */
import type { Alteration, Change, CopyType, Passage } from '../domain/trace.ts';
import { diffWords } from '../text/diff.ts';
import { type Tokens, tokensOf } from '../text/tokens.ts';
import { headlineAlteration, passageAlterations } from './alterations.ts';

/** Share of the parent's words that makes an echo a copy of the whole. */
const WHOLE = 0.8;
/** Share of words changed up to which a copy is verbatim: room for a credit line. */
const CHANGED = 0.04;
/** Share of equal words inside the passages from which on their wording is kept. */
const KEPT = 0.9;
/** Most changed words listed on each side. */
const MOST_WORDS = 60;

/** A text as its copy type needs it: its words, and how many are not its outlet's boilerplate. */
export interface CopySide {
  readonly language: string;
  readonly tokens: Tokens;
  readonly ownWords: number;
}

/** The copy type of `echo` against `parent`; `passages` have a: parent, b: echo. */
export function copyTypeOf(
  parent: CopySide,
  echo: CopySide,
  passages: readonly Passage[],
): CopyType {
  const retold = wordsOf(passages.filter((passage) => passage.retold));
  if (retold > wordsOf(passages) / 2) {
    return parent.language === echo.language ? 'paraphrased' : 'translated';
  }
  let equal = 0;
  let longer = 0;
  for (const passage of passages) {
    equal += passage.words;
    longer += Math.max(passage.aWords, passage.bWords);
  }
  if (equal < WHOLE * parent.ownWords) return equal >= KEPT * longer ? 'cut' : 'edited';
  const hull = Math.max(
    hullWords(
      parent.tokens,
      passages.map((p) => p.a),
    ),
    hullWords(
      echo.tokens,
      passages.map((p) => p.b),
    ),
  );
  return equal >= (1 - CHANGED) * hull ? 'verbatim' : 'edited';
}

const wordsOf = (passages: readonly Passage[]): number =>
  passages.reduce((sum, passage) => sum + passage.bWords, 0);

/** What changed: the headline, and the words inside the passages of equal wording. */
export function changeOf(
  parent: { readonly title: string; readonly text: string; readonly language: string },
  echo: { readonly title: string; readonly text: string; readonly language: string },
  passages: readonly Passage[],
): Change {
  const added: string[] = [];
  const removed: string[] = [];
  const alterations: Alteration[] = [];
  for (const passage of passages) {
    if (passage.retold) continue;
    const from = parent.text.slice(passage.a.begin, passage.a.end);
    const to = echo.text.slice(passage.b.begin, passage.b.end);
    const a = tokensOf(from);
    const b = tokensOf(to);
    const runs = diffWords(a.ids, b.ids);
    const sides = [
      { text: from, tokens: a },
      { text: to, tokens: b },
    ] as const;
    alterations.push(...passageAlterations(...sides, runs));
    for (const run of runs) {
      if (run.kind === 'removed') pushWords(removed, from, a, run.aBegin, run.aEnd);
      if (run.kind === 'added') pushWords(added, to, b, run.bBegin, run.bEnd);
    }
  }
  const sameLanguage = parent.language === echo.language;
  const title = sameLanguage ? titleChange(parent.title, echo.title) : undefined;
  const hardened = title && headlineAlteration(title.from, title.to);
  if (hardened !== undefined) alterations.push(hardened);
  return { title, added, removed, alterations };
}

function titleChange(from: string, to: string): Change['title'] {
  if (from === '' || to === '') return undefined;
  const a = tokensOf(from);
  const b = tokensOf(to);
  const same = a.count === b.count && a.ids.every((id, i) => id === b.ids[i]);
  return same ? undefined : { from, to };
}

function pushWords(list: string[], text: string, tokens: Tokens, begin: number, end: number): void {
  for (let i = begin; i < end && list.length < MOST_WORDS; i++) {
    list.push(text.slice(tokens.begins[i]!, tokens.ends[i]!));
  }
}

function hullWords(
  tokens: Tokens,
  spans: readonly { readonly begin: number; readonly end: number }[],
): number {
  const begin = Math.min(...spans.map((span) => span.begin));
  const end = Math.max(...spans.map((span) => span.end));
  let words = 0;
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.begins[i]! >= begin && tokens.ends[i]! <= end) words++;
  }
  return words;
}
