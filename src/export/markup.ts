/**
 * HTML by a template tag that escapes unless told otherwise: a string in a slot is text, only what
 * the tag itself made is markup. The mark is a symbol of this module, so no stored or parsed value
 * can pass for markup.
 */
import type { WordingLanguage } from './alert-wording.ts';
import { escapeText, safeHref, safeLanguage } from './escape.ts';

const MADE_HERE: unique symbol = Symbol('markup');

/** A piece of finished HTML or SVG. */
export interface Markup {
  readonly [MADE_HERE]: string;
}

/** What a slot takes; `undefined` and an empty list leave nothing. */
export type Slot = string | number | Markup | readonly Markup[] | undefined;

/** Joins literal markup and escaped slots. Slots inside tags must stand in double quotes. */
export function html(literals: TemplateStringsArray, ...slots: readonly Slot[]): Markup {
  let out = literals[0] ?? '';
  for (let i = 0; i < slots.length; i++) out += slotText(slots[i]) + (literals[i + 1] ?? '');
  return { [MADE_HERE]: out };
}

/** The finished text of a piece of markup. */
export function markupText(markup: Markup): string {
  return markup[MADE_HERE];
}

/** Literal text of this program (a style sheet), taken as it is. Never for stored text. */
export function trusted(literal: string): Markup {
  return { [MADE_HERE]: literal };
}

/** Pieces with a separator between them. */
export function joined(pieces: readonly Markup[], separator: string): Markup {
  return { [MADE_HERE]: pieces.map(markupText).join(escapeText(separator)) };
}

/** Text from outside, isolated so that its writing direction stays its own. */
export function foreign(
  text: string | Markup,
  language?: string,
  page: WordingLanguage = 'en',
): Markup {
  const tag = language === undefined ? undefined : safeLanguage(language);
  // Articles in the language of the page need no tag of their own.
  if (tag === undefined || tag === page) return html`<bdi>${text}</bdi>`;
  return html`<bdi lang="${tag}">${text}</bdi>`;
}

/** A link to a public address, or plain text where the address is not http or https. */
export function outsideLink(url: string | undefined, label: Markup): Markup {
  const href = safeHref(url);
  if (href === undefined) return label;
  return html`<a href="${href}" rel="noopener noreferrer">${label}</a>`;
}

function slotText(slot: Slot): string {
  if (slot === undefined) return '';
  if (typeof slot === 'string') return escapeText(slot);
  if (typeof slot === 'number') return String(slot);
  if (MADE_HERE in slot) return slot[MADE_HERE];
  return slot.map(markupText).join('');
}
