/** A judged claim: fact-checks, who carries it and how, one source or ten, what is old, what does not agree. */
import type {
  CarrierView,
  ClaimJudgedView,
  ConflictView,
  JudgedStatementView,
} from '../domain/judgement-views.ts';
import { evidenceList, ladderMarkup } from '../export/ladder.ts';
import { html, joined, type Markup } from '../export/markup.ts';
import type { Shown } from '../export/place.ts';
import type { ClaimView } from '../operations/claim.ts';
import { checkList } from './check-list.ts';
import { momentText } from './dates.ts';
import { theirs } from './foreign.ts';
import type { ConsoleLanguage } from './page.ts';
import { articleHref, cascadeHref, passageHref } from './passage-link.ts';
import { statementSection } from './statement-body.ts';
import { WORDS } from './words/claims.ts';
import { counted, figure, said } from './words/figures.ts';

/** Carriers and old echoes shown; the data holds all. */
const SHOWN = 30;

export function claimBody({ factChecks, answer }: ClaimView, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const foot = factChecks === 0 ? words.noChecks : words.against(figure(factChecks, language));
  switch (answer.kind) {
    case 'text':
      return html`${judgedParts(answer.judged, language)}<p class="dim">${foot}</p>`;
    case 'cascade':
      return html`<p class="asked quote">${theirs(answer.judged.claim)}</p><p><a href="${cascadeHref(answer.cascade)}">${words.cascade}</a></p>${judgedParts(answer.judged, language)}${recycled(answer.recycledEchoes, language)}<p class="dim">${foot}</p>`;
    case 'article': {
      const { article, headline, read, statements } = answer;
      return html`<p class="asked">${theirs(article.title, article.language)}</p><p>${theirs(article.outlet)}, ${momentText(article.published, language)} · <a href="${articleHref(article.id)}">${words.article}</a></p><section><h2>${words.checks}</h2>${headline.length === 0 ? html`<p>${words.noMatch}</p>` : checkList(headline, language)}</section><section><h2>${words.statements}</h2>${statementList(statements, read, answer.article.id, language)}</section><p class="dim">${foot}</p>`;
    }
  }
}

function statementList(
  statements: readonly JudgedStatementView[],
  read: boolean,
  article: Parameters<typeof statementSection>[1],
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  if (!read) return html`<p>${words.notRead}</p>`;
  if (statements.length === 0) return html`<p>${words.noStatements}</p>`;
  return html`${statements.map((one) => statementSection(one, article, language))}`;
}

function judgedParts(judged: ClaimJudgedView, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const { checks, carriers, ladder, conflicts, credibility } = judged;
  const shown = evidenceShown(carriers, language);
  const more = carriers.length - SHOWN;
  const rest =
    more > 0 ? html`<p class="dim">${words.more(figure(more, language))}</p>` : undefined;
  const reasons = credibility.reasons.map((reason) => html`<li>${said(reason, language)}</li>`);
  return html`<section><h2>${words.checks}</h2>${checks.length === 0 ? html`<p>${words.noMatch}</p>` : checkList(checks, language)}</section><section><h2>${words.credibility}</h2><p><b>${figure(credibility.grade, language)}, ${words.grades[credibility.grade]}</b></p><ul class="changes">${reasons}</ul></section>${
    ladder === undefined
      ? undefined
      : html`<section><h2>${words.ladder}</h2>${ladderMarkup(ladder, shown)}</section>`
  }<section><h2>${words.carriers}</h2>${
    carriers.length === 0
      ? html`<p>${words.noCarriers}</p>`
      : html`<ul class="lines carriers">${carriers.slice(0, SHOWN).map((one) => carrierItem(one, language))}</ul>${rest}`
  }</section>${conflictList(conflicts, shown, language)}`;
}

/** Evidence leads to its passages, and says the language of articles that are known to carry the claim. */
function evidenceShown(carriers: readonly CarrierView[], language: ConsoleLanguage): Shown {
  const tongues = new Map(carriers.map(({ article: { id, language } }) => [id, language]));
  return { language, linkOf: passageHref, languageOf: (article) => tongues.get(article) };
}

function carrierItem(carrier: CarrierView, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const { article, passages, sure, stance, debunked } = carrier;
  const doubt = sure ? undefined : html` · ${words.perhaps}`;
  const late = debunked === undefined ? undefined : lateness(debunked.days, language);
  const quotes = passages
    .filter(({ text }, i) => passages.findIndex((one) => one.text === text) === i)
    .slice(0, 2)
    .map(
      ({ span, text, hiddenWords }) =>
        html`<p class="quote"><a class="word" href="${passageHref(article.id, span)}">${theirs(text, article.language)}</a>${hiddenWords > 0 ? ' …' : ''}</p>`,
    );
  return html`<li><b class="stance st-${stance.stance}">${words.stances[stance.stance]}</b>: ${theirs(article.outlet)}, <a href="${articleHref(article.id)}">${theirs(article.title, article.language)}</a> <span class="dim">${momentText(article.published, language)}${doubt}</span>${late}${quotes}</li>`;
}

/** Said only where the check was surely there first, or may have been. */
function lateness(
  { min, max }: { readonly min: number; readonly max: number },
  language: ConsoleLanguage,
): Markup | undefined {
  const words = WORDS[language];
  if (max <= 0) return undefined;
  const late = min > 0 ? words.afterCheck(daysOf(min, language)) : words.maybeAfter;
  return html` <b class="late">${late}</b>`;
}

function daysOf(n: number, language: ConsoleLanguage): string {
  return language === 'en'
    ? counted(n, 'day', 'days', language)
    : counted(n, 'día', 'días', language);
}

function recycled(
  echoes: Extract<ClaimView['answer'], { kind: 'cascade' }>['recycledEchoes'],
  language: ConsoleLanguage,
): Markup | undefined {
  if (echoes.length === 0) return undefined;
  const words = WORDS[language];
  const items = echoes
    .slice(0, SHOWN)
    .map(
      ({ article, outlet, days }) =>
        html`<li><a href="${articleHref(article)}">${theirs(outlet)}</a> ${words.recycledAfter(daysOf(days.min, language))}</li>`,
    );
  return html`<section><h2>${words.recycled}</h2><ul class="lines">${items}</ul></section>`;
}

function conflictList(
  conflicts: readonly ConflictView[],
  shown: Shown,
  language: ConsoleLanguage,
): Markup | undefined {
  if (conflicts.length === 0) return undefined;
  const words = WORDS[language];
  const items = conflicts.map(({ kind, subject, sides }) => {
    const values = sides.map(({ value }) => html`<b>${theirs(value[language])}</b>`);
    const lists = sides.map(({ evidence }) => evidenceList(evidence, shown) ?? html``);
    return html`<li>${words.conflictKinds[kind]}: ${theirs(subject[language])}: ${joined(values, ' ≠ ')}${lists}</li>`;
  });
  return html`<section><h2>${words.conflicts}</h2><ul class="changes">${items}</ul></section>`;
}
