/**
 * Passages side by side: removed words struck on the earlier side, added words underlined on the
 * later one, so that the change survives a print in black and white.
 */
import type { ArticleId } from '../domain/ids.ts';
import type { Alteration } from '../domain/trace.ts';
import type { DiffPart, EchoView, PassageView } from '../domain/views.ts';
import { foreign, html, type Markup } from './markup.ts';
import { type PassageLinks, placeMarkup } from './place.ts';
import { ALTERATION_WORDS, counted, figure } from './wording.ts';

/** Most changed words listed in one line; the rest are counted. */
const WORDS_SHOWN = 30;

interface Side {
  readonly article: ArticleId | undefined;
  readonly outlet: string;
  readonly language: string;
}

/** Where the texts of an echo's passages come from: names and languages of both sides. */
export interface Sides {
  readonly from: Side;
  readonly to: Side;
  readonly linkOf?: PassageLinks;
}

/** An echo's passages behind one summary line; undefined where it shares none. */
export function passagesDetails(echo: EchoView, sides: Sides, open: boolean): Markup | undefined {
  const changes = changeLines(echo, sides);
  if (echo.passages.length === 0 && changes === undefined) return undefined;
  const words = echo.passages.reduce((sum, passage) => sum + passage.words, 0);
  const extent = html`${counted(echo.passages.length, 'passage')}, ${counted(words, 'word')} shared`;
  return html`<details class="evidence"${open ? html` open` : undefined}><summary><b>${foreign(sides.to.outlet)}</b> beside ${foreign(sides.from.outlet)}: ${extent}</summary>${changes}${echo.passages.map((passage) => pairMarkup(passage, sides))}</details>`;
}

function changeLines(echo: EchoView, sides: Sides): Markup | undefined {
  const { title } = echo;
  // Where the passages are shown whole, the marked words already say it.
  const whole = echo.passages.length > 0 && echo.passages.every((p) => p.hiddenWords === 0);
  const added = whole ? [] : echo.added;
  const removed = whole ? [] : echo.removed;
  const altered = echo.alterations.filter((one) => one.kind !== 'headline-hardened' || !title);
  const silent = added.length === 0 && removed.length === 0 && echo.alterations.length === 0;
  if (title === undefined && silent) return undefined;
  const retitled =
    title === undefined
      ? undefined
      : html`<li>${isHardened(echo) ? `Title (${ALTERATION_WORDS['headline-hardened']})` : 'Title'}: <del>${foreign(title.from, sides.from.language)}</del> → <ins>${foreign(title.to, sides.to.language)}</ins></li>`;
  const lines = altered.map(({ kind, from, to }) => alterationLine(kind, from, to, sides));
  return html`<ul class="changes">${retitled}${lines}${wordsLine('Words left out', removed)}${wordsLine('Words added', added)}</ul>`;
}

const isHardened = (echo: EchoView): boolean =>
  echo.alterations.some(({ kind }) => kind === 'headline-hardened');

function alterationLine(kind: Alteration['kind'], from: string, to: string, sides: Sides): Markup {
  const added = to === '' ? undefined : html` → <ins>${foreign(to, sides.to.language)}</ins>`;
  return html`<li>${capitalised(ALTERATION_WORDS[kind])}: <del>${foreign(from, sides.from.language)}</del>${added}</li>`;
}

const capitalised = (words: string): string => words[0]!.toUpperCase() + words.slice(1);

function wordsLine(label: string, words: readonly string[]): Markup | undefined {
  if (words.length === 0) return undefined;
  const more = words.length - WORDS_SHOWN;
  const rest = more > 0 ? ` and ${figure(more)} more` : '';
  return html`<li>${label} (${words.length}): ${foreign(words.slice(0, WORDS_SHOWN).join(', '))}${rest}</li>`;
}

function pairMarkup(passage: PassageView, sides: Sides): Markup {
  const hidden =
    passage.hiddenWords > 0
      ? html`<p class="hidden">${counted(passage.hiddenWords, 'more word')} of this passage ${passage.hiddenWords === 1 ? 'is' : 'are'} not shown here.</p>`
      : undefined;
  if (passage.from.text === passage.to.text && passage.diff.every((p) => p.kind === 'same')) {
    return html`<div class="pair"><div class="both"><p class="side">Same words: ${whereMarkup(passage.from, sides.from, sides.linkOf)}, ${whereMarkup(passage.to, sides.to, sides.linkOf)}</p><blockquote>${foreign(passage.to.text, sides.to.language)}</blockquote></div>${hidden}</div>`;
  }
  const marked = passage.diff.some((part) => part.kind === 'same' && part.text.trim() !== '');
  const diff = marked ? passage.diff : [];
  return html`<div class="pair">${sideMarkup(passage.from, diff, 'removed', sides.from, sides.linkOf)}${sideMarkup(passage.to, diff, 'added', sides.to, sides.linkOf)}${hidden}</div>`;
}

/**
 * One side. Where the two sides share no word (a translation, a paraphrase) everything would be
 * marked and nothing said, so the caller gives no diff and the text stands plain.
 */
function sideMarkup(
  side: PassageView['from'],
  diff: readonly DiffPart[],
  own: 'added' | 'removed',
  from: Side,
  linkOf?: PassageLinks,
): Markup {
  const parts = diff.filter((part) => part.kind === 'same' || part.kind === own);
  const body = parts.length === 0 ? html`${side.text}` : html`${markedParts(parts, side.text)}`;
  return html`<div><p class="side">${whereMarkup(side, from, linkOf)}</p><blockquote>${foreign(body, from.language)}</blockquote></div>`;
}

function whereMarkup(
  { span }: PassageView['from'],
  { article, outlet }: Side,
  linkOf?: PassageLinks,
): Markup {
  return html`${foreign(outlet)} ${placeMarkup(span, article, linkOf)}`;
}

/** Parts in order; words that the diff split apart get their space back where the text has one. */
function markedParts(parts: readonly DiffPart[], text: string): readonly Markup[] {
  const split = parts.map((part) => part.text).join('') !== text;
  return parts.map((part, i) => {
    const before = parts[i - 1];
    const gap = split && before !== undefined && !/\s$/.test(before.text) && !/^\s/.test(part.text);
    const space = gap ? ' ' : undefined;
    if (part.kind === 'same') return html`${space}${part.text}`;
    if (part.kind === 'added') return html`${space}<ins>${part.text}</ins>`;
    return html`${space}<del>${part.text}</del>`;
  });
}
