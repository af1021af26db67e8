/** Words that are not the console's own, in a page of either language. */
import { safeLanguage } from '../export/escape.ts';
import { html, type Markup } from '../export/markup.ts';

/** Text from outside, isolated, with its language wherever that is known: pages are English or Spanish. */
export function theirs(text: string | Markup, language?: string): Markup {
  const tag = language === undefined ? undefined : safeLanguage(language);
  return tag === undefined ? html`<bdi>${text}</bdi>` : html`<bdi lang="${tag}">${text}</bdi>`;
}

/** A sentence that an operation made: these are English in every console. */
export function ours(text: string): Markup {
  return html`<span lang="en">${text}</span>`;
}
