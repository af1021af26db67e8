/** What was read, merged and refused, by kind, for a terminal. */
import type { DoubtKind, RefusalKind } from '../../domain/outcome.ts';
import type { BoilerplateView, Tally } from '../../domain/views.ts';
import { DOUBT_WORDS, figure, REFUSAL_WORDS } from '../wording.ts';
import { clipped, columns, foreign, type Ink } from './ink.ts';

/** A table in which every item is in exactly one of the unindented rows. */
export function tallyText(tally: Tally, ink: Ink): string {
  const rows: string[][] = [
    ['items met', figure(tally.items)],
    ['articles kept', figure(tally.articles)],
  ];
  for (const [kind, n] of Object.entries(tally.doubts) as [DoubtKind, number][]) {
    rows.push([`  with a doubt: ${DOUBT_WORDS[kind]}`, figure(n)]);
  }
  rows.push(['merged: same bytes again', figure(tally.sameBytes)]);
  rows.push(['merged: same article from other bytes', figure(tally.sameArticle)]);
  const refused = Object.entries(tally.refused) as [RefusalKind, number][];
  rows.push(['refused', figure(refused.reduce((sum, [, n]) => sum + n, 0))]);
  for (const [kind, n] of refused) rows.push([`  ${REFUSAL_WORDS[kind]}`, figure(n)]);
  const table = columns(rows, [1]);
  return refused.length > 0
    ? `${table}\n${ink.dim('Each with file, line and reason: atalaya refusals')}`
    : table;
}

/** Refusals one a line: place, kind, reason, value. */
export function refusalsText(
  refusals: readonly {
    readonly kind: RefusalKind;
    readonly place: { readonly file: string; readonly line?: number };
    readonly detail: string;
    readonly value?: string;
  }[],
  total: number,
  ink: Ink,
): string {
  if (total === 0) return 'Nothing was refused.';
  const lines = refusals.map(({ kind, place, detail, value }) => {
    const at = place.line === undefined ? place.file : `${place.file}:${place.line}`;
    const shown =
      value === undefined || value === '' ? '' : `\n    ${ink.dim(clipped(foreign(value), 110))}`;
    return `${foreign(at)}  ${ink.warn(REFUSAL_WORDS[kind])}: ${foreign(detail)}${shown}`;
  });
  if (refusals.length < total)
    lines.push(
      ink.dim(`… and ${figure(total - refusals.length)} more: atalaya refusals --limit ${total}`),
    );
  return lines.join('\n');
}

/** What was set aside, outlet by outlet. */
export function boilerplateText(boilerplate: readonly BoilerplateView[]): string {
  return columns(
    boilerplate.map(({ domain, articles, sample }) => [
      `  ${foreign(domain)}`,
      `in ${figure(articles)} articles`,
      `“${clipped(foreign(sample), 80)}”`,
    ]),
  );
}
