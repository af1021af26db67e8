/** One cascade of the report: summary, drawing, table of members, passages side by side. */
import type { CascadeView, EchoView } from '../domain/views.ts';
import type { WordingLanguage } from './alert-wording.ts';
import { cascadeFigure } from './drawing.ts';
import { echoTable } from './echo-table.ts';
import { ladderMarkup } from './ladder.ts';
import { foreign, html, type Markup } from './markup.ts';
import { passagesDetails, type Sides } from './passages.ts';
import type { Shown } from './place.ts';
import { cascadeSummary } from './summary.ts';
import { wiresMarkup } from './wires.ts';

/** The section of the cascade ranked `rank` (from 1); the notice stands in each, as pages part. */
export function cascadeSection(
  cascade: CascadeView,
  anchor: string,
  rank: number,
  notice: string | undefined,
): Markup {
  const reminder =
    notice === undefined ? undefined : html`<p class="notice small">${foreign(notice)}</p>`;
  return html`
<section class="cascade" id="${anchor}"><p class="rank">Cascade ${rank}</p><h2>${foreign(cascade.title, languageOf(cascade))}</h2>${reminder}${cascadeSummary(cascade)}${wiresMarkup(cascade, anchor)}${ladderMarkup(cascade.ladder)}${cascadeFigure(cascade, anchor)}
${echoTable(cascade, anchor)}${evidenceMarkup(cascade)}<p class="back"><a href="#cascades">Back to the list</a></p></section>`;
}

function evidenceMarkup(cascade: CascadeView): Markup | undefined {
  const details = comparisons(cascade);
  if (details.length === 0) return undefined;
  return html`<h3>Passages side by side</h3>${details}`;
}

/** Members beside what they are compared with; the first stands open as an example, print opens all. */
export function comparisons(cascade: CascadeView, shown: Shown = {}): Markup[] {
  const details: Markup[] = [];
  for (const echo of cascade.echoes) {
    const sides = sidesOf(cascade, echo, shown.language);
    const markup = passagesDetails(echo, sides, details.length === 0, shown);
    if (markup !== undefined) details.push(markup);
  }
  return details;
}

const ANOTHER: Readonly<Record<WordingLanguage, string>> = {
  en: 'another article',
  es: 'otro artículo',
};

function sidesOf(
  cascade: CascadeView,
  { article, comparedWith, parent }: EchoView,
  language: WordingLanguage = 'en',
): Sides {
  const compared = comparedWith ?? parent;
  const other = cascade.echoes.find((echo) => echo.article.id === compared?.article)?.article;
  return {
    from: {
      article: compared?.article,
      outlet: compared?.outlet ?? ANOTHER[language],
      language: other?.language ?? 'und',
    },
    to: { article: article.id, outlet: article.outlet, language: article.language },
  };
}

function languageOf(cascade: CascadeView): string {
  const titled = cascade.echoes.find((echo) => echo.article.title === cascade.title);
  return titled?.article.language ?? 'und';
}
