/** Publishers that cite one another round, drawn as a ring of arrows; and by which words each does. */
import type { LadderView } from '../domain/ladder-views.ts';
import { fitted } from './drawing.ts';
import { foreign, html, type Markup } from './markup.ts';
import { type PassageLinks, placeMarkup } from './place.ts';

type Circle = LadderView['circles'][number];

const WIDTH = 480;
const HEIGHT = 220;
const RADIUS = 72;
/** Of an arrow, the angle that is left free at both ends, in radians. */
const GAP = 0.28;
/** Of an arrow's head, its length as an angle, in radians. */
const HEAD = 0.14;
/** More stand in the list alone: names would lie over one another. */
const MOST_DRAWN = 8;
const NAME_WIDTH = 130;

/** A circle with its passages. */
export function circleFigure({ steps }: Circle, linkOf?: PassageLinks): Markup {
  const names = steps.map(({ from }) => from);
  const lines = steps.map(
    ({ from, to, evidence: { article, span, text } }) =>
      html`<li>${foreign(from)} cites ${foreign(to)} ${placeMarkup(span, article, linkOf)} <span class="quote">“${foreign(text)}”</span></li>`,
  );
  return html`<figure class="circle"><figcaption>Circular: each cites the next</figcaption>${names.length <= MOST_DRAWN ? ring(names) : undefined}<ul class="changes">${lines}</ul></figure>`;
}

function ring(names: readonly string[]): Markup {
  const angle = (i: number): number => (2 * Math.PI * i) / names.length - Math.PI / 2;
  const at = (radians: number, radius: number): string =>
    `${Math.round(WIDTH / 2 + radius * Math.cos(radians))} ${Math.round(HEIGHT / 2 + radius * Math.sin(radians))}`;
  const arrows = names.map((_, i) => {
    const end = angle(i + 1) - GAP;
    const head = [at(end - HEAD, RADIUS - 5), at(end, RADIUS), at(end - HEAD, RADIUS + 5)];
    return html`<path d="M${at(angle(i) + GAP, RADIUS)}A${RADIUS} ${RADIUS} 0 0 1 ${at(end, RADIUS)}"/><path class="head" d="M${head.join('L')}Z"/>`;
  });
  const labels = names.map((name, i) => {
    const [x, y] = at(angle(i), RADIUS + 16).split(' ');
    const side = Math.cos(angle(i));
    const anchor = Math.abs(side) < 0.2 ? 'middle' : side > 0 ? 'start' : 'end';
    return html`<text x="${x}" y="${y}" text-anchor="${anchor}">${fitted(name, NAME_WIDTH)}</text>`;
  });
  return html`<svg class="ring-of" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${names.join(' cites ')} cites ${names[0] ?? ''}">${arrows}${labels}</svg>`;
}
