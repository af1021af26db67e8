/** What is shown where there is no page: not found, not allowed, broken. */
import { html } from '../export/markup.ts';
import { ours } from './foreign.ts';
import type { ConsoleLanguage, PageAnswer } from './page.ts';
import { PROBLEMS, type ProblemStatus } from './words/problems.ts';

/** `detail`: a sentence in English that says more; never of what went on inside. */
export function problemAnswer(
  status: ProblemStatus,
  language: ConsoleLanguage,
  detail?: string,
): Pick<Extract<PageAnswer, { kind: 'page' }>, 'title' | 'body'> {
  const { title, advice, home } = PROBLEMS[language];
  const more = detail === undefined ? undefined : html`<p>${ours(detail)}</p>`;
  return {
    title: title[status],
    body: html`<div class="empty"><h1>${title[status]}</h1>${more}<p>${advice[status]}</p><p><a href="/">${home}</a></p></div>`,
  };
}
