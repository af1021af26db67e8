/** What the desk has seen of one outlet: counts first, then proportions with their intervals. */
import type { OutletProfile, Proportion } from '../domain/judgement.ts';
import { html, type Markup } from '../export/markup.ts';
import { delayWords } from './network/tables.ts';
import type { ConsoleLanguage } from './page.ts';
import { figure, percent } from './words/figures.ts';
import { WORDS } from './words/outlets.ts';

export function profileSection(profile: OutletProfile, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const { articles, carried, earliest, reprints, lag } = profile;
  const counts: readonly (readonly [string, string])[] = [
    [words.figures.articles, figure(articles, language)],
    [words.figures.carried, figure(carried, language)],
    [words.figures.earliest, figure(earliest, language)],
    [words.figures.reprints, figure(reprints, language)],
    ...(lag === undefined ? [] : [[words.figures.lag, delayWords(lag, language)] as const]),
  ];
  const rows = proportionsOf(profile, language).filter(([, { n }]) => n > 0);
  const table =
    rows.length === 0
      ? undefined
      : html`<table class="stack"><caption class="unseen">${words.profile}</caption><thead><tr><th scope="col">${words.profile}</th><th scope="col">${words.share}</th><th scope="col">${words.interval}</th></tr></thead><tbody>${rows.map(([name, one]) => row(name, one, language))}</tbody></table>`;
  return html`<dl class="figures">${counts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>${table}<p class="dim">${words.noSample}</p>`;
}

function proportionsOf(
  { credits, refuted, corrected, stances }: OutletProfile,
  language: ConsoleLanguage,
): (readonly [string, Proportion])[] {
  const words = WORDS[language].proportions;
  return [
    [words.dropped, credits.dropped],
    [words.before, refuted.before],
    [words.later, refuted.later],
    [words.said, corrected.said],
    [words.silently, corrected.silently],
    [words.amplifies, stances.amplifies],
  ];
}

function row(name: string, { count, n, rate }: Proportion, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const of = words.ofN(figure(count, language), figure(n, language));
  const share = rate === undefined ? of : `${of} (${percent(rate.share, language)})`;
  const interval =
    rate === undefined
      ? words.tooFew
      : words.between(percent(rate.low, language), percent(rate.high, language));
  return html`<tr><th scope="row">${name}</th><td class="n" data-label="${words.share}">${share}</td><td class="n" data-label="${words.interval}">${interval}</td></tr>`;
}
