/** One judged statement of an article: its four clocks, its role, checks, and who else carries it. */
import type { ArticleId } from '../domain/ids.ts';
import type { JudgedStatementView } from '../domain/judgement-views.ts';
import { evidenceList } from '../export/ladder.ts';
import { ladderLine } from '../export/ladder-wording.ts';
import { html, joined, type Markup, type Slot } from '../export/markup.ts';
import { checkList } from './check-list.ts';
import { momentText } from './dates.ts';
import { theirs } from './foreign.ts';
import type { ConsoleLanguage } from './page.ts';
import { articleHref, passageHref } from './passage-link.ts';
import { WORDS } from './words/claims.ts';
import { figure, instant } from './words/figures.ts';

export function statementSection(
  { place, statement, clocks, recycled, role, ratedFalse, judged }: JudgedStatementView,
  article: ArticleId,
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  const quotes = statement.content.map(
    ({ span, text, hiddenWords }) =>
      html`<q class="quote"><a class="word" href="${passageHref(article, span)}">${theirs(text)}</a>${hiddenWords > 0 ? ' …' : ''}</q>`,
  );
  const speaker = statement.source?.name ?? statement.source?.text;
  const old = recycled.map(
    ({ reason, days, evidence }) =>
      html`<li><b class="late">${words.recycledAfter(`${figure(days.min, language)} ${language === 'en' ? 'days' : 'días'}`)}</b>: ${words.recycledWhy[reason]}${evidenceList(evidence, { language, linkOf: passageHref })}</li>`,
  );
  const rows: readonly (readonly [string, Slot])[] = [
    [words.uttered, utteredWords(clocks, article, language)],
    [words.firstPublished, firstWords(clocks, article, language)],
    [words.published, momentText(clocks.published, language)],
    [words.captured, instant(clocks.captured, language)],
    [words.role, role && words.standings[role.standing]],
    [words.ladder, judged.ladder && ladderLine(judged.ladder, language)],
  ];
  return html`<section class="statement" id="statement-${place + 1}"><h3>${figure(place + 1, language)}. ${theirs(speaker ?? words.unknown)}</h3><p>${joined(quotes, ' … ')}</p>${ratedFalse ? html`<p><b>${words.ratedFalse}</b></p>` : undefined}${old.length === 0 ? undefined : html`<ul class="changes">${old}</ul>`}<dl class="facts">${rows
    .filter(([, value]) => value !== undefined)
    .map(
      ([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`,
    )}</dl>${judged.checks.length === 0 ? undefined : checkList(judged.checks, language)}</section>`;
}

type Clocks = JudgedStatementView['clocks'];

function utteredWords({ uttered }: Clocks, article: ArticleId, language: ConsoleLanguage): Slot {
  if (uttered === undefined) return WORDS[language].unknown;
  const { first, last } = uttered.days;
  const days = first === last ? (first ?? '…') : `${first ?? '…'} – ${last ?? '…'}`;
  return html`<a href="${passageHref(article, uttered.evidence.span)}">${days}</a>`;
}

function firstWords(
  { firstPublished }: Clocks,
  article: ArticleId,
  language: ConsoleLanguage,
): Slot {
  const words = WORDS[language];
  if (firstPublished === undefined) return words.unknown;
  const when = momentText(firstPublished.moment, language);
  return firstPublished.article === article
    ? html`${when}, ${words.here}`
    : html`<a href="${articleHref(firstPublished.article)}">${when}</a>`;
}
