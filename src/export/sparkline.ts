/** A line as small as a word: dated articles, summed up over the cascade's own span. */
import type { CascadeView } from '../domain/views.ts';
import { html, type Markup } from './markup.ts';
import { isPlaced } from './moments.ts';
import { counted } from './wording.ts';

const WIDTH = 96;
const HEIGHT = 24;
const INSET = 3;

/** Undefined where fewer than two different times are known: there is nothing to draw. */
export function sparkline(cascade: CascadeView): Markup | undefined {
  const times = cascade.echoes
    .map(({ article }) => article.published)
    .filter(isPlaced)
    .map((moment) => (moment.earliest + moment.latest) / 2)
    .sort((a, b) => a - b);
  return timesLine(times, `${counted(times.length, 'dated article')}, summed up over the spread`);
}

/** Times (ascending) summed up; undefined where fewer than two different ones are known. */
export function timesLine(times: readonly number[], label: string): Markup | undefined {
  const first = times[0];
  const last = times[times.length - 1];
  if (first === undefined || last === undefined || first === last) return undefined;
  const x = (at: number): number =>
    Math.round(INSET + ((at - first) / (last - first)) * (WIDTH - 2 * INSET - 8));
  const y = (sum: number): number =>
    Math.round(HEIGHT - INSET - (sum / times.length) * (HEIGHT - 2 * INSET));
  const path = times.map((at, i) => `H${x(at)}V${y(i + 1)}`).join('');
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}"><path d="M${INSET} ${y(0)}${path}H${WIDTH - INSET}"/></svg>`;
}
