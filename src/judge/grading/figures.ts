/**
 * Figures that changed on the way: the words of the parent and of the echo, each at its place in its
 * own text. A figure of a parent that several echoes changed is one conflict. The words of the shared
 * passages are compared once more to find the places: as long as tracing them took.
 */
import type { ArticleId } from '../../domain/ids.ts';
import type { Conflict, Evidence } from '../../domain/judgement.ts';
import type { Alteration, Cascade, Echo, Passage } from '../../domain/trace.ts';
import { alike } from '../../domain/worded.ts';
import { diffWords } from '../../text/diff.ts';
import { tokensOf } from '../../text/tokens.ts';

type TextOf = (article: ArticleId) => string | undefined;

/** One changed figure, found in both texts. */
interface Changed {
  readonly from: string;
  readonly to: string;
  readonly parent: Evidence;
  readonly echo: Evidence;
}

/**
 * The changed figures of one cascade, in the order of its echoes; the parent's own words are the first
 * side. What cannot be found in both texts has no evidence and is no conflict.
 */
export function figureConflicts({ echoes }: Cascade, textOf: TextOf): Conflict[] {
  const found = new Map<string, { from: Changed; sides: Map<string, Evidence[]> }>();
  for (const from of echoes.flatMap((echo) => changedFigures(echo, textOf))) {
    const { article, span } = from.parent;
    const key = `${article} ${span.begin} ${span.end}`;
    const known = found.get(key) ?? { from, sides: new Map<string, Evidence[]>() };
    found.set(key, known);
    const side = known.sides.get(from.to);
    if (side === undefined) known.sides.set(from.to, [from.echo]);
    else side.push(from.echo);
  }
  return [...found.values()].map(({ from, sides }) => ({
    kind: 'figure',
    subject: { en: 'figure in a passage that was passed on', es: 'cifra de un pasaje transmitido' },
    sides: [[from.from, [from.parent]] as const, ...sides].map(([value, evidence]) => ({
      value: alike(value),
      evidence,
      checks: [],
    })),
  }));
}

function changedFigures({ article, parent, change, passages }: Echo, textOf: TextOf): Changed[] {
  const wanted = (change?.alterations ?? []).filter(({ kind }) => kind === 'figure-changed');
  if (parent === undefined || wanted.length === 0) return [];
  const [from, to] = [textOf(parent.article), textOf(article)];
  if (from === undefined || to === undefined) return [];
  const next = wanted.values();
  let sought = next.next().value;
  const found: Changed[] = [];
  for (const passage of passages) {
    if (passage.retold) continue;
    for (const pair of replacedWords(passage, from, to)) {
      if (sought === undefined) return found;
      if (!isPair(pair, sought)) continue;
      found.push({
        from: pair.from,
        to: pair.to,
        parent: { article: parent.article, span: pair.a },
        echo: { article, span: pair.b },
      });
      sought = next.next().value;
    }
  }
  return found;
}

function isPair(pair: { from: string; to: string }, { from, to }: Alteration): boolean {
  return pair.from === from && pair.to === to;
}

/** Words that stand in the place of others, in reading order, with their spans in the two texts. */
function* replacedWords({ a, b }: Passage, from: string, to: string) {
  const left = { text: from.slice(a.begin, a.end), base: a.begin };
  const right = { text: to.slice(b.begin, b.end), base: b.begin };
  const [leftWords, rightWords] = [tokensOf(left.text), tokensOf(right.text)];
  const runs = diffWords(leftWords.ids, rightWords.ids);
  for (const [i, run] of runs.entries()) {
    const added = runs[i + 1];
    if (run.kind !== 'removed' || added?.kind !== 'added') continue;
    const [aBegin, aEnd] = [leftWords.begins[run.aBegin]!, leftWords.ends[run.aEnd - 1]!];
    const [bBegin, bEnd] = [rightWords.begins[added.bBegin]!, rightWords.ends[added.bEnd - 1]!];
    yield {
      from: left.text.slice(aBegin, aEnd),
      to: right.text.slice(bBegin, bEnd),
      a: { begin: left.base + aBegin, end: left.base + aEnd },
      b: { begin: right.base + bBegin, end: right.base + bEnd },
    };
  }
}
