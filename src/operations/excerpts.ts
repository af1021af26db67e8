/** A passage as it is shown: both sides cut alike, changed words marked, no body let out. */
import type { Passage } from '../domain/trace.ts';
import { type DiffPart, EXCERPT_WORDS, type PassageView } from '../domain/views.ts';
import { type DiffRun, diffWords } from '../text/diff.ts';
import { type Tokens, tokensOf } from '../text/tokens.ts';

/** Unchanged words shown before the first change of a long passage. */
const LEAD_WORDS = 12;

/** One passage, `from` being the a side. Long passages are cut around their first change. */
export function passageView(
  passage: Pick<Passage, 'a' | 'b' | 'words'>,
  fromText: string,
  toText: string,
): PassageView {
  const from = fromText.slice(passage.a.begin, passage.a.end);
  const to = toText.slice(passage.b.begin, passage.b.end);
  const a = tokensOf(from);
  const b = tokensOf(to);
  const runs = cut(diffWords(a.ids.slice(0, a.count), b.ids.slice(0, b.count)));
  const shownA = rangeOf(runs.map((run) => [run.aBegin, run.aEnd]));
  const shownB = rangeOf(runs.map((run) => [run.bBegin, run.bEnd]));
  const longer = Math.max(a.count, b.count);
  return {
    from: { span: passage.a, text: sliceOf(from, a, shownA) },
    to: { span: passage.b, text: sliceOf(to, b, shownB) },
    diff: runs.map((run) => partOf(run, from, a, to, b)),
    words: passage.words,
    hiddenWords: longer - Math.max(shownA[1] - shownA[0], shownB[1] - shownB[0]),
  };
}

/** At most `EXCERPT_WORDS` words on either side, from a little before the first change. */
function cut(runs: readonly DiffRun[]): DiffRun[] {
  const changed = runs.find((run) => run.kind !== 'same');
  const skip = Math.max(0, Math.min(changed?.aBegin ?? 0, changed?.bBegin ?? 0) - LEAD_WORDS);
  const whole = runs.at(-1);
  const longest = Math.max(whole?.aEnd ?? 0, whole?.bEnd ?? 0);
  let from = longest <= EXCERPT_WORDS ? 0 : skip;
  let leftA = EXCERPT_WORDS;
  let leftB = EXCERPT_WORDS;
  const kept: DiffRun[] = [];
  for (const run of runs) {
    const lead = run.kind === 'same' ? Math.min(from, run.aEnd - run.aBegin) : 0;
    from -= lead;
    const aBegin = run.aBegin + lead;
    const bBegin = run.bBegin + lead;
    const a = Math.min(leftA, run.aEnd - aBegin);
    const b = Math.min(leftB, run.bEnd - bBegin);
    const both = run.kind === 'same' ? Math.min(a, b) : 0;
    const aEnd = aBegin + (run.kind === 'same' ? both : a);
    const bEnd = bBegin + (run.kind === 'same' ? both : b);
    leftA -= aEnd - aBegin;
    leftB -= bEnd - bBegin;
    if (aEnd > aBegin || bEnd > bBegin) kept.push({ kind: run.kind, aBegin, aEnd, bBegin, bEnd });
    if (leftA === 0 || leftB === 0) break;
  }
  return kept;
}

function partOf(run: DiffRun, from: string, a: Tokens, to: string, b: Tokens): DiffPart {
  const text =
    run.kind === 'removed'
      ? withGap(from, a, run.aBegin, run.aEnd)
      : withGap(to, b, run.bBegin, run.bEnd);
  return { kind: run.kind, text };
}

/** The words and what stands between them and the next one: punctuation belongs to the left. */
function withGap(text: string, tokens: Tokens, begin: number, end: number): string {
  const last = end < tokens.count ? tokens.begins[end]! : tokens.ends[end - 1]!;
  return flat(text.slice(tokens.begins[begin], last));
}

function sliceOf(text: string, tokens: Tokens, [begin, end]: readonly [number, number]): string {
  if (end <= begin) return '';
  return flat(text.slice(tokens.begins[begin], tokens.ends[end - 1]));
}

function rangeOf(ranges: readonly (readonly [number, number] | number[])[]): [number, number] {
  const used = ranges.filter(([begin, end]) => end! > begin!);
  if (used.length === 0) return [0, 0];
  return [Math.min(...used.map((r) => r[0]!)), Math.max(...used.map((r) => r[1]!))];
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');
