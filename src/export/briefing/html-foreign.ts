/** Foreign words in a page: isolated, and marked with their language where it is not the page's. */
import type { BriefingLanguage } from '../../domain/briefing.ts';
import { safeLanguage } from '../escape.ts';
import { html, type Markup } from '../markup.ts';

export function foreignWords(
  text: string,
  language: string | undefined,
  page: BriefingLanguage,
): Markup {
  const tag = language === undefined ? undefined : safeLanguage(language);
  if (tag === undefined || tag === page) return html`<bdi>${text}</bdi>`;
  return html`<bdi lang="${tag}">${text}</bdi>`;
}
