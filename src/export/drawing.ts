/** The drawing of one cascade as inline SVG: lanes, axis, bars, arrows, marks and their legend. */
import { COPY_TYPES } from '../domain/trace.ts';
import type { CascadeView, EchoView } from '../domain/views.ts';
import type { WordingLanguage } from './alert-wording.ts';
import { visible } from './escape.ts';
import { type Arrow, FRAME, type Layout, layoutCascade, type Mark, RADIUS } from './layout.ts';
import { copyTypeName, inlineMark, markKind } from './marks.ts';
import { html, type Markup } from './markup.ts';
import { lagWords, momentWords } from './moments.ts';
import { counted } from './wording.ts';

/** Widest lane label in pixels, at the size the style sheet sets (12 px). */
const LABEL_WIDTH = FRAME.labels - 16;

/**
 * The figure of one cascade, worded in the language. `anchor` is the cascade's own anchor; marks
 * link to the rows `<anchor>-<n>` of its table, n counting from 1.
 */
export function cascadeFigure(
  cascade: CascadeView,
  anchor: string,
  language: WordingLanguage = 'en',
): Markup {
  const words = WORDS[language];
  const layout = layoutCascade(cascade, language);
  const described = `${anchor}-t ${anchor}-d`;
  return html`<figure><div class="scroll" tabindex="0" role="group" aria-labelledby="${anchor}-t"><svg class="drawing" viewBox="0 0 ${layout.width} ${px(layout.height)}" role="group" aria-labelledby="${described}"><title id="${anchor}-t">${words.title(cascade.articles)}</title><desc id="${anchor}-d">${descriptionOf(cascade, layout, words)}</desc>${laneMarkup(layout)}${axisMarkup(layout, words)}${layout.arrows.map((arrow) => arrowMarkup(arrow, cascade.echoes[arrow.echo]!))}${layout.marks.map((mark) => markMarkup(mark, cascade.echoes[mark.echo]!, anchor, language))}</svg></div>${captionMarkup(cascade, layout, language)}</figure>`;
}

function descriptionOf(cascade: CascadeView, layout: Layout, words: Wording): string {
  const undated = layout.marks.filter((mark) => !mark.dated).length;
  const parts = [words.lanes(layout.lanes.length), words.arrows(layout.arrows.length)];
  if (undated > 0) parts.push(words.beside(undated));
  const lags = cascade.echoes.flatMap((echo) => (echo.parent === undefined ? [] : [echo]));
  if (lags.length > 0) parts.push(words.table);
  return `${parts.join('; ')}.`;
}

function laneMarkup(layout: Layout): Markup {
  const end = layout.width - 8;
  const bands = layout.lanes.filter((_, i) => i % 2 === 0);
  const band = bands.map((lane) => `M0 ${px(lane.top)}H${layout.width}v${px(lane.height)}H0Z`);
  const line = layout.lanes.map((lane) => `M${layout.left} ${px(lane.top + 13)}H${end}`);
  return html`<g class="lanes"><path class="band" d="${band.join('')}"/><path d="${line.join('')}"/>${layout.lanes.map(
    (lane) => {
      const name = visible(lane.outlet);
      const label = fitted(name, LABEL_WIDTH);
      const whole = label === name ? undefined : html`<title>${name} (${lane.domain})</title>`;
      return html`<text x="8" y="${px(lane.top + 17)}">${whole}${label}</text>`;
    },
  )}</g>`;
}

function axisMarkup(layout: Layout, words: Wording): Markup {
  const { axisY, gutter } = layout;
  const ticks = layout.ticks.map(
    (tick) =>
      html`<path d="M${px(tick.x)} ${FRAME.top}V${px(axisY)}"/><text x="${px(tick.x)}" y="${px(axisY + 13)}">${tick.label}</text>${tick.below === undefined ? undefined : html`<text class="below" x="${px(tick.x)}" y="${px(axisY + 27)}">${tick.below}</text>`}`,
  );
  const unit =
    ticks.length === 0
      ? undefined
      : html`<text class="unit" x="8" y="${px(axisY + 13)}">${words.time}</text>`;
  const undated =
    gutter === undefined
      ? undefined
      : html`<path class="gutter" d="M${px(gutter - FRAME.gutter / 2)} ${FRAME.top}V${px(axisY)}"/><text x="${px(gutter)}" y="${px(axisY + 13)}">${words.undated}</text>`;
  return html`<g class="axis">${unit}${ticks}${undated}</g>`;
}

function arrowMarkup(arrow: Arrow, echo: EchoView): Markup {
  const dropped = echo.credit === 'dropped' ? ' dropped' : '';
  return html`<g class="arrow t-${markKind(echo)}${dropped}"><path d="${arrowPath(arrow)}"/>${headMarkup(arrow)}</g>`;
}

/** Leaves the parent along its column and comes in level with the echo, or from above or below. */
function arrowPath({ fromX, fromY, toX, toY, arrives }: Arrow): string {
  const start = `M${px(fromX)} ${px(fromY)}`;
  const along = (share: number): string => px(fromX + (toX - fromX) * share);
  if (fromY === toY) return `${start}H${px(Math.max(fromX, toX - RADIUS - 4))}`;
  if (arrives === 'side') {
    const bend = px(fromY + (toY - fromY) * 0.75);
    return `${start}C${px(fromX)} ${bend} ${along(0.2)} ${px(toY)} ${px(toX - RADIUS - 4)} ${px(toY)}`;
  }
  const end = px(arrives === 'above' ? toY - RADIUS - 4 : toY + RADIUS + 4);
  const middle = px((fromY + toY) / 2);
  return `${start}C${px(fromX)} ${middle} ${px(toX)} ${middle} ${px(toX)} ${end}`;
}

function headMarkup({ fromX, fromY, toX, toY, arrives }: Arrow): Markup | undefined {
  const x = px(toX);
  if (arrives === 'above')
    return html`<path class="head" d="M${x} ${px(toY - RADIUS)}l-3.5-6h7Z"/>`;
  if (arrives === 'below')
    return html`<path class="head" d="M${x} ${px(toY + RADIUS)}l-3.5 6h7Z"/>`;
  // Two marks side by side on one row: no room for a head, their order is plain without it.
  if (fromY === toY && toX - fromX < 2 * RADIUS + 6) return undefined;
  return html`<path class="head" d="M${px(toX - RADIUS)} ${px(toY)}l-6-3.5v7Z"/>`;
}

function markMarkup(mark: Mark, echo: EchoView, anchor: string, language: WordingLanguage): Markup {
  const kind = markKind(echo);
  const sure = mark.dated && mark.end === mark.begin;
  const bar =
    mark.end > mark.begin
      ? html`<path class="bar" d="M${px(mark.begin)} ${px(mark.y - 4)}v8m0-4H${px(mark.end)}m0-4v8"/>`
      : undefined;
  return html`<a href="#${anchor}-${mark.echo + 1}" tabindex="-1" class="t-${kind}${sure ? '' : ' unsure'}">${bar}<use href="#m-${kind}" x="${px(mark.x)}" y="${px(mark.y)}"/><title>${hoverText(echo, language)}</title></a>`;
}

function hoverText(
  { article, role, copyType, parent }: EchoView,
  language: WordingLanguage,
): string {
  const words = WORDS[language];
  const when = momentWords(article.published, language);
  const parts = [
    `${article.outlet}: ${when.main}${when.note === undefined ? '' : ` (${when.note})`}`,
  ];
  if (role === 'earliest') parts.push(words.earliest);
  else if (copyType !== undefined) parts.push(copyTypeName(copyType, language));
  if (parent !== undefined) parts.push(words.than(lagWords(parent.lag, language), parent.outlet));
  return parts.join('; ');
}

/** The legend names only what this drawing shows. */
function captionMarkup(cascade: CascadeView, layout: Layout, language: WordingLanguage): Markup {
  const words = WORDS[language];
  const shown = layout.marks.map((mark) => cascade.echoes[mark.echo]!);
  const kinds = new Set(shown.map(markKind));
  const items: Markup[] = [];
  if (kinds.has('earliest')) {
    const word = cascade.order === 'established' ? words.earliest : words.mayBeEarliest;
    items.push(html`${inlineMark('earliest')} ${word}`);
  }
  for (const type of COPY_TYPES) {
    if (kinds.has(type)) items.push(html`${inlineMark(type)} ${copyTypeName(type, language)}`);
  }
  if (kinds.has('untyped')) items.push(html`${inlineMark('untyped')} ${words.untyped}`);
  if (layout.arrows.some((arrow) => cascade.echoes[arrow.echo]!.credit === 'dropped')) {
    items.push(html`${DASHED} ${words.dropped}`);
  }
  if (layout.marks.some((mark) => mark.end > mark.begin)) {
    items.push(html`${BAR} ${words.bounds}`);
  }
  const more =
    layout.hiddenOutlets === 0
      ? undefined
      : html`<p class="more">${words.more(layout.hiddenOutlets)}</p>`;
  return html`<figcaption>${more}<ul class="legend">${items.map((item) => html`<li>${item}</li>`)}</ul></figcaption>`;
}

const DASHED = html`<svg class="key" viewBox="0 0 26 14" aria-hidden="true"><g class="arrow dropped"><path d="M1 7H18"/><path class="head" d="M25 7l-6-3.5v7Z"/></g></svg>`;
const BAR = html`<svg class="key" viewBox="0 0 26 14" aria-hidden="true"><path class="bar" d="M2 3v8m0-4H24m0-4v8"/></svg>`;

/** The text, cut with an ellipsis where it would be wider than `width` pixels. */
export function fitted(text: string, width: number): string {
  let used = 0;
  let kept = '';
  for (const character of text) {
    const advance = advanceOf(character);
    if (used + advance > width - 10) return `${kept.trimEnd()}…`;
    used += advance;
    kept += character;
  }
  return text;
}

/** Advance of a character at 12 px in a common sans serif, rounded up by script. */
function advanceOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x1100 && !(code >= 0x1e00 && code < 0x2e80)) return 13;
  if (/[mwMW@%—\u0416\u0428\u0429\u042e\u0436\u0448\u0449\u044e]/.test(character)) return 11;
  if (/[\p{Lu}\p{N}\u0400-\u04ff]/u.test(character)) return 8;
  if (/[ilj.,:;'|!ftIr ]/.test(character)) return 4.5;
  return 7;
}

/** Pixels to a tenth, without trailing zeros. */
function px(n: number): string {
  return String(Math.round(n * 10) / 10);
}

interface Wording {
  readonly title: (articles: number) => string;
  readonly lanes: (n: number) => string;
  readonly arrows: (n: number) => string;
  readonly beside: (undated: number) => string;
  readonly table: string;
  readonly time: string;
  readonly undated: string;
  readonly earliest: string;
  readonly mayBeEarliest: string;
  readonly than: (lag: string, parent: string) => string;
  readonly untyped: string;
  readonly dropped: string;
  readonly bounds: string;
  readonly more: (outlets: number) => string;
}

const WORDS: Readonly<Record<WordingLanguage, Wording>> = {
  en: {
    title: (articles) => `Time and outlet of ${counted(articles, 'article')}`,
    lanes: (n) => `One lane for each of ${counted(n, 'outlet')}, time in UTC from left to right`,
    arrows: (n) => `${counted(n, 'arrow')} from a likely parent to an echo`,
    beside: (undated) => `${counted(undated, 'undated article')} beside the axis`,
    table: 'the table below gives the same in words',
    time: 'time, UTC',
    undated: 'undated',
    earliest: 'earliest seen',
    mayBeEarliest: 'may be the earliest',
    than: (lag, parent) => `${lag} than ${parent}`,
    untyped: 'copy type not known',
    dropped: 'credit dropped',
    bounds: 'date known within these bounds',
    more: (outlets) => `and ${counted(outlets, 'more outlet')}, in the table below`,
  },
  es: {
    title: (articles) => `Momento y medio de ${counted(articles, 'artículo', 'artículos', 'es')}`,
    lanes: (n) =>
      `${counted(n, 'medio, en su propia franja', 'medios, cada uno en su franja', 'es')}, con la hora UTC de izquierda a derecha`,
    arrows: (n) => `${counted(n, 'flecha', 'flechas', 'es')} de un antecesor probable a un eco`,
    beside: (undated) =>
      `${counted(undated, 'artículo sin fecha', 'artículos sin fecha', 'es')} junto al eje`,
    table: 'la tabla de abajo dice lo mismo en palabras',
    time: 'hora UTC',
    undated: 'sin fecha',
    earliest: 'la más antigua vista',
    mayBeEarliest: 'puede ser la más antigua',
    than: (lag, parent) => `${lag}, respecto a ${parent}`,
    untyped: 'tipo de copia desconocido',
    dropped: 'crédito omitido',
    bounds: 'fecha conocida entre estos límites',
    more: (outlets) =>
      `y ${counted(outlets, 'medio más', 'medios más', 'es')}, en la tabla de abajo`,
  },
};
