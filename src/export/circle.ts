/** Publishers that cite one another round, drawn as a ring of arrows; and by which words each does. */
import type { LadderView } from '../domain/ladder-views.ts';
import type { WordingLanguage } from './alert-wording.ts';
import { fitted } from './drawing.ts';
import { foreign, html, type Markup } from './markup.ts';
import { placeMarkup, quoted, type Shown } from './place.ts';

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

interface Wording {
  /** Between two names. */
  readonly cites: string;
  readonly circular: string;
}

const WORDS: Readonly<Record<WordingLanguage, Wording>> = {
  en: { cites: 'cites', circular: 'Circular: each cites the next' },
  es: { cites: 'cita a', circular: 'En círculo: cada medio cita al siguiente' },
};

/** A circle with its passages, worded in the language. */
export function circleFigure({ steps }: Circle, shown: Shown = {}): Markup {
  const { language = 'en', languageOf } = shown;
  const { cites, circular } = WORDS[language];
  const names = steps.map(({ from }) => from);
  const lines = steps.map(
    ({ from, to, evidence: { article, span, text } }) =>
      html`<li>${foreign(from)} ${cites} ${foreign(to)} ${placeMarkup(span, article, shown)} <span class="quote">${quoted(foreign(text, languageOf?.(article), language), language)}</span></li>`,
  );
  return html`<figure class="circle"><figcaption>${circular}</figcaption>${names.length <= MOST_DRAWN ? ring(names, cites) : undefined}<ul class="changes">${lines}</ul></figure>`;
}

function ring(names: readonly string[], cites: string): Markup {
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
  return html`<svg class="ring-of" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${[...names, names[0] ?? ''].join(` ${cites} `)}">${arrows}${labels}</svg>`;
}
