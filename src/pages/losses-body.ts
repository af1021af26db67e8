/** What could not be had of the web and what could not be read in files, by kind, with examples. */
import { REFUSAL_KINDS } from '../domain/outcome.ts';
import type { Tally } from '../domain/views.ts';
import type { LossView } from '../domain/watch-views.ts';
import { html, type Markup, outsideLink } from '../export/markup.ts';
import type { RefusalsView } from '../operations/status.ts';
import { ours, theirs } from './foreign.ts';
import type { ConsoleLanguage } from './page.ts';
import { figure, fromNow } from './words/figures.ts';
import { lostWords, UNREAD } from './words/losses.ts';
import { WORDS } from './words/sources.ts';

/** Exchanges with the web by reason, and the pages that were refused last. */
export function webLosses(
  losses: readonly LossView[],
  { pages }: Pick<RefusalsView, 'pages'>,
  now: number,
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  if (losses.length === 0) {
    return html`<section id="web"><h2>${words.losses}</h2><p>${words.noLosses}</p></section>`;
  }
  const rows = losses.map(
    ({ reason, exchanges }) =>
      html`<tr><th scope="row">${lostWords(reason, language)}</th><td class="n">${figure(exchanges, language)}</td></tr>`,
  );
  const examples = pages.map(
    ({ url, source, reason, detail, triedAgain }) =>
      html`<li>${outsideLink(url, theirs(url))}<p class="facts"><span>${theirs(source)}</span><span>${lostWords(reason, language)}</span><span>${triedAgain === undefined ? words.givenUp : words.again(fromNow(triedAgain, now, language))}</span></p><p class="dim">${ours(detail)}</p></li>`,
  );
  return html`<section id="web"><h2>${words.losses}</h2><p class="dim">${words.lossesLead}</p><table class="tally"><thead><tr><th scope="col">${words.reason}</th><th scope="col">${words.exchanges}</th></tr></thead><tbody>${rows}</tbody></table>${examples.length === 0 ? undefined : html`<details><summary>${words.pageExamples}</summary><ul class="items">${examples}</ul></details>`}</section>`;
}

/** Refused items of files by kind, each with examples. */
export function fileLosses(
  { refused }: Pick<Tally, 'refused'>,
  { refusals }: Pick<RefusalsView, 'refusals'>,
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  const kinds = REFUSAL_KINDS.filter((kind) => (refused[kind] ?? 0) > 0);
  if (kinds.length === 0) {
    return html`<section id="files"><h2>${words.unread}</h2><p>${words.noneUnread}</p></section>`;
  }
  const blocks = kinds.map((kind) => {
    const examples = refusals.filter((one) => one.kind === kind);
    const head = html`${UNREAD[language][kind]} <span class="n">(${figure(refused[kind] ?? 0, language)})</span>`;
    const list = examples.map(
      ({ place, detail }) =>
        html`<li>${theirs(place.file)}${place.line === undefined ? undefined : html`, ${words.line} ${figure(place.line, language)}`}<p class="dim">${ours(detail)}</p></li>`,
    );
    return list.length === 0
      ? html`<p>${head}</p>`
      : html`<details><summary>${head}</summary><ul class="items">${list}</ul></details>`;
  });
  return html`<section id="files"><h2>${words.unread}</h2><p class="dim">${words.unreadLead}</p>${blocks}</section>`;
}
