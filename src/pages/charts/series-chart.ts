/**
 * One series of counts in time: a point or a bar of its bounds for each entry, a band for what would be
 * expected now. Pure numbers to SVG; O(entries). Everything stands inside the frame, and a table beside it
 * says the same.
 */
import { axisTicks } from '../../export/axis.ts';
import { html, type Markup } from '../../export/markup.ts';
import { DAY } from '../../export/moments.ts';
import type { CountBounds } from './counts.ts';

export interface ChartPoint {
  /** Milliseconds since the epoch: the bounds of the day that the count is stated of. */
  readonly from: number;
  readonly to: number;
  readonly count: CountBounds;
  readonly label: string;
}

export interface ChartBand {
  readonly low: number;
  /** Undefined: no upper end. */
  readonly high: number | undefined;
  readonly label: string;
}

export interface SeriesChart {
  readonly points: readonly ChartPoint[];
  readonly bands: readonly ChartBand[];
  /** Whether unit or scope is stated: marks are hollow where not. */
  readonly verified: boolean;
  readonly title: string;
}

const WIDTH = 640;
const HEIGHT = 190;
const LEFT = 36;
const RIGHT = 190;
const TOP = 18;
const BOTTOM = 30;
const TICK_GAP = 84;
/** A series of one day is drawn in a year around it. */
const LEAST_SPAN = 365 * DAY;

/** Undefined where no entry has a day and a number. */
export function seriesChart({ points, bands, verified, title }: SeriesChart): Markup | undefined {
  if (points.length === 0) return undefined;
  const first = Math.min(...points.map(({ from }) => from));
  const last = Math.max(...points.map(({ to }) => to));
  const spare = Math.max(0, LEAST_SPAN - (last - first)) / 2 + (last - first) * 0.03;
  const [from, to] = [first - spare, last + spare];
  const tops = [
    ...points.map(({ count }) => count.high ?? count.low),
    ...bands.map(({ high, low }) => high ?? low),
  ];
  const most = Math.max(1, ...tops) * 1.1;
  const x = (at: number): number =>
    round(LEFT + ((at - from) / (to - from)) * (WIDTH - LEFT - RIGHT));
  const y = (value: number): number =>
    round(HEIGHT - BOTTOM - (value / most) * (HEIGHT - TOP - BOTTOM));
  const ticks = axisTicks(from, to, WIDTH - LEFT - RIGHT, TICK_GAP);
  const axisY = HEIGHT - BOTTOM;
  return html`<figure class="chart"><div class="scroll" tabindex="0"><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}"><g class="grid">${ticks.map(
    ({ at, label, below }) =>
      html`<path d="M${x(at)} ${TOP}V${axisY}"/><text x="${x(at)}" y="${axisY + 13}" text-anchor="middle">${label}</text>${below === undefined ? undefined : html`<text x="${x(at)}" y="${axisY + 25}" text-anchor="middle">${below}</text>`}`,
  )}<path d="M${LEFT} ${axisY}H${WIDTH - RIGHT}"/><text x="${LEFT - 6}" y="${axisY + 4}" text-anchor="end">0</text></g>${bandMarks(bands, y)}<g class="${verified ? 'points' : 'points unverified'}">${lineOf(points, x, y)}${points.map((point) => pointMark(point, x, y))}</g></svg></div></figure>`;
}

/** Bands stand at the right edge, one beside another, with their labels. */
function bandMarks(bands: readonly ChartBand[], y: (value: number) => number): Markup {
  const left = WIDTH - RIGHT + 10;
  return html`<g class="bands">${bands.map(({ low, high, label }, i) => {
    const top = high === undefined ? TOP : y(high);
    const height = Math.max(2, round(y(low) - top));
    const labelY = round(Math.min(HEIGHT - 4, top + 10 + i * 13));
    return html`<rect x="${left + i * 12}" y="${top}" width="8" height="${height}"/><text x="${left + bands.length * 12 + 4}" y="${labelY}">${label}</text>`;
  })}</g>`;
}

function lineOf(
  points: readonly ChartPoint[],
  x: (at: number) => number,
  y: (value: number) => number,
): Markup | undefined {
  if (points.length < 2) return undefined;
  const path = points.map(({ from, to, count }, i) => {
    const middle = (count.low + (count.high ?? count.low)) / 2;
    return `${i === 0 ? 'M' : 'L'}${x((from + to) / 2)} ${y(middle)}`;
  });
  return html`<path class="line" d="${path.join('')}"/>`;
}

function pointMark(
  { from, to, count, label }: ChartPoint,
  x: (at: number) => number,
  y: (value: number) => number,
): Markup {
  const [left, right] = [x(from), x(to)];
  const at = round((left + right) / 2);
  const [low, high] = [y(count.low), y(count.high ?? count.low)];
  const wide =
    right - left > 8 ? html`<path class="days" d="M${left} ${high}H${right}"/>` : undefined;
  const range = low - high > 4 ? html`<path class="range" d="M${at} ${low}V${high}"/>` : undefined;
  return html`${wide}${range}<circle cx="${at}" cy="${high}" r="4"/><text x="${at}" y="${round(Math.max(11, high - 8))}" text-anchor="middle">${label}</text>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
