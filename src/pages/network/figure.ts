/** The drawing of a network with its legend. */
import type { NetworkView } from '../../domain/network-views.ts';
import { html, type Markup } from '../../export/markup.ts';
import type { ConsoleLanguage } from '../page.ts';
import { WORDS } from '../words/outlets.ts';
import { type NetworkCaptions, networkDrawing } from './drawing.ts';
import type { Frame } from './layout.ts';
import { AFFILIATIONS_SHOWN, shapePath } from './shapes.ts';

const LARGE: Frame = { width: 960, height: 600 };
const SMALL: Frame = { width: 960, height: 360 };
/** Networks of fewer outlets need less room. */
const FEW = 16;

export function networkFigure(
  view: Pick<NetworkView, 'nodes' | 'edges'>,
  title: string,
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  const captions: NetworkCaptions = {
    title,
    describe: words.describe,
    node: ({ publisher, affiliation, articles, reprints, reprinted }) =>
      words.node(publisher, words.affiliations[affiliation], articles, reprints, reprinted),
    edge: ({ earlier, later, reprints, dropped }) => words.edge(later, earlier, reprints, dropped),
  };
  const frame = view.nodes.length <= FEW ? SMALL : LARGE;
  return html`<figure class="net"><div class="scroll" tabindex="0" role="region" aria-label="${title}">${networkDrawing(view, captions, frame)}</div><figcaption>${legend(view, language)}</figcaption></figure>`;
}

function legend({ nodes }: Pick<NetworkView, 'nodes'>, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const present = new Set(nodes.map(({ affiliation }) => affiliation));
  const shapes = AFFILIATIONS_SHOWN.filter((one) => present.has(one)).map(
    (one) =>
      html`<li><svg class="key" viewBox="0 0 16 16" aria-hidden="true"><path class="a-${one}" d="${shapePath(one, 8, 8, 6)}"/></svg> ${words.affiliations[one]}</li>`,
  );
  const line = (dropped: boolean): Markup =>
    html`<svg class="key long" viewBox="0 0 34 16" aria-hidden="true"><g class="${dropped ? 'edge dropped' : 'edge'}"><path d="M2 8H24" stroke-width="2"/><path class="head" d="M32 8L23 4V12Z"/></g></svg>`;
  return html`<p>${words.legend}:</p><ul class="legend">${shapes}</ul><ul class="legend"><li>${line(false)} ${words.arrow}; ${words.solid}</li><li>${line(true)} ${words.dashed}</li></ul>`;
}
