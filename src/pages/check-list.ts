/** Fact-checks that match something, in the checker's own words. */
import type { CheckView } from '../domain/judgement-views.ts';
import { html, type Markup, outsideLink } from '../export/markup.ts';
import { momentText } from './dates.ts';
import { theirs } from './foreign.ts';
import type { ConsoleLanguage } from './page.ts';
import { WORDS } from './words/claims.ts';
import { percent } from './words/figures.ts';

export function checkList(checks: readonly CheckView[], language: ConsoleLanguage): Markup {
  return html`<ul class="checks">${checks.map((check) => checkItem(check, language))}</ul>`;
}

function checkItem(check: CheckView, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const { claim, checker, checked, rating, verdict, registered, confidence, url } = check;
  const own = check.language;
  const result =
    verdict === undefined
      ? registered
        ? words.registered
        : words.unrated
      : words.verdicts[verdict];
  const stated =
    rating === undefined ? undefined : html` (${words.inWords} ${theirs(rating, own)})`;
  return html`<li><p class="quote">${outsideLink(url, theirs(claim, own))}</p><p><b class="verdict v-${verdict ?? 'other'}">${result}</b>${stated} · ${theirs(checker)} · ${momentText(checked, language)} · ${words.alike(percent(confidence, language))}</p></li>`;
}
