/** The mark of a severity: a shape of its own for each, and the word. */
import type { Severity } from '../domain/alerts.ts';
import { severityWords } from '../export/alert-wording.ts';
import { html, type Markup } from '../export/markup.ts';
import type { ConsoleLanguage } from './page.ts';

const SHAPES: Readonly<Record<Severity, string>> = {
  high: 'M6 1L11 11H1Z',
  medium: 'M6 1L11 6L6 11L1 6Z',
  low: 'M6 2A4 4 0 1 1 6 10A4 4 0 1 1 6 2Z',
};

export function severityMark(severity: Severity, language: ConsoleLanguage): Markup {
  return html`<span class="severity s-${severity}"><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d="${SHAPES[severity]}"/></svg>${severityWords(severity, language)}</span>`;
}
