/**
 * Where everything stands in the drawing of one cascade: time from left to right, one lane for
 * each outlet in the order of first appearance, arrows from parent to echo. Pure numbers, no
 * markup. O(n · rows) for n echoes.
 *
 * By construction: lanes do not overlap; every mark is inside the frame; an arrow never points
 * back in time, since one is drawn only between dated members whose bounds allow it; a date known
 * only within bounds is a bar over those bounds; an undated member stands beside the axis.
 */
import type { ArticleId } from '../domain/ids.ts';
import { orderOf } from '../domain/moment.ts';
import type { CascadeView, EchoView } from '../domain/views.ts';
import type { WordingLanguage } from './alert-wording.ts';
import { axisTicks, type Tick } from './axis.ts';
import { isPlaced } from './moments.ts';

/** Pixels of the drawing; a narrow screen scrolls it. */
export const FRAME = {
  width: 880,
  labels: 196,
  right: 46,
  gutter: 76,
  top: 12,
  axis: 40,
  inset: 14,
} as const;
/** Beyond this a drawing no longer fits a page; the table below still lists everything. */
export const LANE_CAP = 24;
const LANE_HEIGHT = 26;
/** Marks of one lane that would touch go to rows of their own, up to so many. */
const ROW_CAP = 4;
const ROW_HEIGHT = 14;
/** Radius of a mark with its breathing space. */
export const RADIUS = 6;
const TICK_GAP = 84;
/** A date whose bounds are narrower than this is drawn as a point. */
const BAR_LEAST = 6;
/** Horizontal room below which an arrow arrives from above or below. */
const SIDE_ROOM = 2 * RADIUS + 6;

interface Lane {
  readonly domain: string;
  readonly outlet: string;
  readonly top: number;
  readonly height: number;
}

/** One member. `begin` and `end` are the bounds of its date; equal to `x` for a point. */
export interface Mark {
  /** Position in the cascade's `echoes`. */
  readonly echo: number;
  readonly lane: number;
  readonly x: number;
  readonly y: number;
  readonly begin: number;
  readonly end: number;
  readonly dated: boolean;
}

/** From a parent's latest to an echo's earliest possible moment; `fromX <= toX`. */
export interface Arrow {
  readonly echo: number;
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  /** The side of the echo's mark at which the arrow ends. */
  readonly arrives: 'side' | 'above' | 'below';
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** Centre of the column of undated members, if there are any. */
  readonly gutter: number | undefined;
  readonly axisY: number;
  readonly lanes: readonly Lane[];
  readonly marks: readonly Mark[];
  readonly arrows: readonly Arrow[];
  readonly ticks: readonly (Tick & { readonly x: number })[];
  readonly hiddenOutlets: number;
}

interface Placed {
  readonly echo: number;
  readonly x: number;
  readonly begin: number;
  readonly end: number;
  readonly dated: boolean;
  row: number;
}

/** Lays out the drawing of one cascade; its ticks are dated in the language. */
export function layoutCascade(cascade: CascadeView, language: WordingLanguage = 'en'): Layout {
  const groups = outletsOf(cascade.echoes);
  const shown = groups.slice(0, LANE_CAP);
  const echoes = shown.flatMap((group) => group.echoes.map((i) => cascade.echoes[i]!));
  const hasGutter = echoes.some((echo) => !isPlaced(echo.article.published));
  const left = FRAME.labels;
  const right = FRAME.width - (hasGutter ? FRAME.right + FRAME.gutter : FRAME.right);
  const gutter = hasGutter ? FRAME.width - FRAME.gutter / 2 - 4 : undefined;
  const period = periodOf(echoes);
  const scale = scaleOf(period, left + FRAME.inset, right - FRAME.inset);
  const lanes: Lane[] = [];
  const marks: Mark[] = [];
  let top: number = FRAME.top;
  for (const group of shown) {
    const placed = group.echoes.map((i) => place(i, cascade.echoes[i]!, scale, gutter ?? right));
    const rows = assignRows(placed);
    const height = LANE_HEIGHT + (rows - 1) * ROW_HEIGHT;
    for (const item of placed) {
      const y = top + LANE_HEIGHT / 2 + item.row * ROW_HEIGHT;
      const { echo, x, begin, end, dated } = item;
      marks.push({ echo, lane: lanes.length, x, y, begin, end, dated });
    }
    lanes.push({ domain: group.domain, outlet: group.outlet, top, height });
    top += height;
  }
  return {
    width: FRAME.width,
    height: top + FRAME.axis,
    left,
    right,
    gutter,
    axisY: top + 4,
    lanes,
    marks,
    arrows: arrowsOf(cascade.echoes, marks),
    ticks: ticksOf(period, scale, right - left - 2 * FRAME.inset, language),
    hiddenOutlets: groups.length - shown.length,
  };
}

interface OutletGroup {
  readonly domain: string;
  readonly outlet: string;
  readonly echoes: number[];
}

function outletsOf(echoes: readonly EchoView[]): readonly OutletGroup[] {
  const groups = new Map<string, OutletGroup>();
  echoes.forEach(({ article }, i) => {
    const known = groups.get(article.domain);
    if (known !== undefined) known.echoes.push(i);
    else
      groups.set(article.domain, { domain: article.domain, outlet: article.outlet, echoes: [i] });
  });
  return [...groups.values()];
}

interface Period {
  readonly from: number;
  readonly to: number;
}

function periodOf(echoes: readonly EchoView[]): Period | undefined {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { article } of echoes) {
    if (!isPlaced(article.published)) continue;
    from = Math.min(from, article.published.earliest);
    to = Math.max(to, article.published.latest);
  }
  return from <= to ? { from, to } : undefined;
}

type Scale = (at: number) => number;

function scaleOf(period: Period | undefined, begin: number, end: number): Scale {
  if (period === undefined || period.from === period.to) return () => (begin + end) / 2;
  const { from, to } = period;
  return (at) => begin + ((at - from) / (to - from)) * (end - begin);
}

function ticksOf(
  period: Period | undefined,
  scale: Scale,
  width: number,
  language: WordingLanguage,
): Layout['ticks'] {
  if (period === undefined) return [];
  return axisTicks(period.from, period.to, width, TICK_GAP, language).map((tick) => ({
    ...tick,
    x: scale(tick.at),
  }));
}

function place(i: number, echo: EchoView, scale: Scale, gutter: number): Placed {
  const published = echo.article.published;
  if (!isPlaced(published)) {
    return { echo: i, x: gutter, begin: gutter, end: gutter, dated: false, row: 0 };
  }
  const begin = scale(published.earliest);
  const end = scale(published.latest);
  const x = (begin + end) / 2;
  if (end - begin < BAR_LEAST) return { echo: i, x, begin: x, end: x, dated: true, row: 0 };
  return { echo: i, x, begin, end, dated: true, row: 0 };
}

/** Puts marks that would touch on rows of their own, first fit; returns the rows used. */
function assignRows(placed: readonly Placed[]): number {
  const reached: number[] = [];
  for (const item of [...placed].sort((a, b) => a.begin - b.begin)) {
    const begin = Math.min(item.begin, item.x - RADIUS);
    const free = reached.findIndex((end) => end <= begin);
    const row = free >= 0 ? free : Math.min(reached.length, ROW_CAP - 1);
    item.row = row;
    reached[row] = Math.max(item.end, item.x + RADIUS, reached[row] ?? 0);
  }
  return Math.max(1, reached.length);
}

function arrowsOf(echoes: readonly EchoView[], marks: readonly Mark[]): readonly Arrow[] {
  const byArticle = new Map<ArticleId, Mark>();
  for (const mark of marks) byArticle.set(echoes[mark.echo]!.article.id, mark);
  const arrows: Arrow[] = [];
  for (const mark of marks) {
    const parent = echoes[mark.echo]!.parent;
    const from = parent === undefined ? undefined : byArticle.get(parent.article);
    if (from === undefined || !from.dated || !mark.dated) continue;
    const published = echoes[mark.echo]!.article.published;
    if (orderOf(echoes[from.echo]!.article.published, published) !== 'before') continue;
    arrows.push(arrowBetween(from, mark));
  }
  return arrows;
}

function arrowBetween(from: Mark, to: Mark): Arrow {
  const room = to.begin - from.end >= SIDE_ROOM;
  const arrives = room || from.y === to.y ? 'side' : from.y < to.y ? 'above' : 'below';
  const ends = { fromX: from.end, fromY: from.y, toX: to.begin, toY: to.y };
  return { echo: to.echo, ...ends, arrives };
}
