/**
 * Passages side by side: removed words struck on the earlier side, added words underlined on the
 * later one, so that the change survives a print in black and white.
 */
import type { ArticleId } from '../domain/ids.ts';
import type { Alteration } from '../domain/trace.ts';
import type { DiffPart, EchoView, PassageView } from '../domain/views.ts';
import type { WordingLanguage } from './alert-wording.ts';
import { foreign, html, type Markup } from './markup.ts';
import { placeMarkup, type Shown } from './place.ts';
import { SPANISH_ALTERATIONS } from './spanish-words.ts';
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
}

/** Both sides, and how they are shown. */
interface Shelf extends Sides {
  readonly shown: Shown;
  readonly language: WordingLanguage;
  readonly words: Wording;
}

/** An echo's passages behind one summary line; undefined where it shares none. */
export function passagesDetails(
  echo: EchoView,
  sides: Sides,
  open: boolean,
  shown: Shown = {},
): Markup | undefined {
  const { language = 'en' } = shown;
  const words = WORDS[language];
  const both = { ...sides, shown, language, words };
  const changes = changeLines(echo, both);
  if (echo.passages.length === 0 && changes === undefined) return undefined;
  const shared = echo.passages.reduce((sum, passage) => sum + passage.words, 0);
  const extent = words.extent(echo.passages.length, shared);
  return html`<details class="evidence"${open ? html` open` : undefined}><summary><b>${foreign(sides.to.outlet)}</b> ${words.beside} ${foreign(sides.from.outlet)}: ${extent}</summary>${changes}${echo.passages.map((passage) => pairMarkup(passage, both))}</details>`;
}

function changeLines(echo: EchoView, sides: Shelf): Markup | undefined {
  const { title } = echo;
  const { from, to, shown, language, words } = sides;
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
      : html`<li>${words.title}${isHardened(echo) ? ` (${words.alterations['headline-hardened']})` : ''}: <del>${foreign(title.from, from.language, language)}</del> → <ins>${foreign(title.to, to.language, language)}</ins></li>`;
  const lines = altered.map((one) => alterationLine(one, sides));
  const languageOf = ({ article }: Side): string | undefined =>
    article && shown.languageOf?.(article);
  return html`<ul class="changes">${retitled}${lines}${wordsLine(words.leftOut, removed, languageOf(from), language)}${wordsLine(words.added, added, languageOf(to), language)}</ul>`;
}

const isHardened = (echo: EchoView): boolean =>
  echo.alterations.some(({ kind }) => kind === 'headline-hardened');

function alterationLine({ kind, from, to }: Alteration, sides: Shelf): Markup {
  const { language, words } = sides;
  const added =
    to === '' ? undefined : html` → <ins>${foreign(to, sides.to.language, language)}</ins>`;
  return html`<li>${capitalised(words.alterations[kind])}: <del>${foreign(from, sides.from.language, language)}</del>${added}</li>`;
}

const capitalised = (words: string): string => words[0]!.toUpperCase() + words.slice(1);

function wordsLine(
  label: string,
  changed: readonly string[],
  written: string | undefined,
  language: WordingLanguage,
): Markup | undefined {
  if (changed.length === 0) return undefined;
  const more = changed.length - WORDS_SHOWN;
  const rest = more > 0 ? ` ${WORDS[language].more(more)}` : '';
  return html`<li>${label} (${changed.length}): ${foreign(changed.slice(0, WORDS_SHOWN).join(', '), written, language)}${rest}</li>`;
}

function pairMarkup(passage: PassageView, sides: Shelf): Markup {
  const { shown, language, words } = sides;
  const hidden =
    passage.hiddenWords > 0
      ? html`<p class="hidden">${words.hidden(passage.hiddenWords)}</p>`
      : undefined;
  if (passage.from.text === passage.to.text && passage.diff.every((p) => p.kind === 'same')) {
    return html`<div class="pair"><div class="both"><p class="side">${words.same}: ${whereMarkup(passage.from, sides.from, shown)}, ${whereMarkup(passage.to, sides.to, shown)}</p><blockquote>${foreign(passage.to.text, sides.to.language, language)}</blockquote></div>${hidden}</div>`;
  }
  const marked = passage.diff.some((part) => part.kind === 'same' && part.text.trim() !== '');
  const diff = marked ? passage.diff : [];
  return html`<div class="pair">${sideMarkup(passage.from, diff, 'removed', sides.from, shown)}${sideMarkup(passage.to, diff, 'added', sides.to, shown)}${hidden}</div>`;
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
  shown: Shown,
): Markup {
  const parts = diff.filter((part) => part.kind === 'same' || part.kind === own);
  const body = parts.length === 0 ? html`${side.text}` : html`${markedParts(parts, side.text)}`;
  return html`<div><p class="side">${whereMarkup(side, from, shown)}</p><blockquote>${foreign(body, from.language, shown.language)}</blockquote></div>`;
}

function whereMarkup(
  { span }: PassageView['from'],
  { article, outlet }: Side,
  shown: Shown,
): Markup {
  return html`${foreign(outlet)} ${placeMarkup(span, article, shown)}`;
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

interface Wording {
  readonly extent: (passages: number, words: number) => string;
  readonly beside: string;
  readonly title: string;
  readonly alterations: Readonly<Record<Alteration['kind'], string>>;
  readonly leftOut: string;
  readonly added: string;
  readonly more: (n: number) => string;
  readonly same: string;
  readonly hidden: (n: number) => string;
}

const WORDS: Readonly<Record<WordingLanguage, Wording>> = {
  en: {
    extent: (passages, words) =>
      `${counted(passages, 'passage')}, ${counted(words, 'word')} shared`,
    beside: 'beside',
    title: 'Title',
    alterations: ALTERATION_WORDS,
    leftOut: 'Words left out',
    added: 'Words added',
    more: (n) => `and ${figure(n)} more`,
    same: 'Same words',
    hidden: (n) =>
      `${counted(n, 'more word')} of this passage ${n === 1 ? 'is' : 'are'} not shown here.`,
  },
  es: {
    extent: (passages, words) =>
      `${counted(passages, 'pasaje', 'pasajes', 'es')}, ${counted(words, 'palabra', 'palabras', 'es')} en común`,
    beside: 'junto a',
    title: 'Título',
    alterations: SPANISH_ALTERATIONS,
    leftOut: 'Palabras omitidas',
    added: 'Palabras añadidas',
    more: (n) => `y ${figure(n, 'es')} más`,
    same: 'Las mismas palabras',
    hidden: (n) =>
      `No se ${n === 1 ? 'muestra' : 'muestran'} aquí ${counted(n, 'palabra más', 'palabras más', 'es')} de este pasaje.`,
  },
};
