/** Versions of articles in a terminal: what was changed, when, and whether the outlet says so. */
import type { VersionedView, VersionStep } from '../../domain/watch-views.ts';
import { instantWords } from '../moments.ts';
import { counted, figure } from '../wording.ts';
import { foreign, type Ink } from './ink.ts';

export function versionsText(
  {
    offset,
    silent,
    articles,
  }: {
    readonly offset: number;
    readonly silent: boolean;
    readonly articles: readonly VersionedView[];
  },
  ink: Ink,
): string {
  if (articles.length === 0) {
    const what = silent ? 'article that was changed silently' : 'article with several versions';
    return offset > 0 ? `No further ${what}.` : `No ${what} on this desk.`;
  }
  const last = offset + articles.length;
  const shown = last === offset + 1 ? figure(last) : `${figure(offset + 1)}–${figure(last)}`;
  return [
    ...articles.map((article) => articleText(article, ink)),
    ink.dim(
      `${shown}, the newest change first. Silent: the page states no change after the earlier capture.`,
    ),
  ].join('\n\n');
}

function articleText({ article, versions, steps }: VersionedView, ink: Ink): string {
  return [
    ink.bold(foreign(article.title) || '(no title)'),
    `  ${foreign(article.outlet)} · ${counted(versions, 'version')} · ${foreign(article.url ?? article.domain)}`,
    ...steps.flatMap((step) => stepText(step, ink)),
  ].join('\n');
}

function stepText(step: VersionStep, ink: Ink): string[] {
  const { from, to, capturedAt, stated, removedWords, addedWords, oldTitle, change } = step;
  const said = stated === undefined ? ink.warn('silent') : `stated, ${instantWords(stated)}`;
  const words = change.diff
    .map(({ kind, text }) =>
      kind === 'same'
        ? foreign(text)
        : kind === 'added'
          ? ink.added(foreign(text))
          : ink.removed(foreign(text)),
    )
    .join(' ');
  return [
    `  ${from} → ${to}  seen ${instantWords(capturedAt)}  ${said}:  −${figure(removedWords)} +${figure(addedWords)} words`,
    ...(oldTitle === undefined ? [] : [`    the title was “${foreign(oldTitle)}”`]),
    ...(removedWords + addedWords === 0 ? [] : [`    ${words}`]),
  ];
}
