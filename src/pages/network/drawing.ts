/**
 * The network of outlets as SVG: an arrow leads from who had it first to who carried it later. The table
 * beside it says the same.
 */
import type { NetworkEdge, NetworkNode, NetworkView } from '../../domain/network-views.ts';
import { html, type Markup } from '../../export/markup.ts';
import { outletHref } from './href.ts';
import { placeLabels } from './labels.ts';
import { type Frame, type LaidNode, layoutNetwork } from './layout.ts';
import { shapePath } from './shapes.ts';

/** What the drawing says, in the language of the page. */
export interface NetworkCaptions {
  readonly title: string;
  readonly describe: string;
  readonly node: (node: NetworkNode) => string;
  readonly edge: (edge: NetworkEdge) => string;
}

const HEAD = 6;
/** Of one reprint; a doubling adds `THICKER`. */
const THINNEST = 1.2;
const THICKER = 0.6;
const THICKEST = 5;
/** Of the length of an arrow, how far its middle is bent aside: so that A→B and B→A stand apart. */
const BEND = 0.14;

export function networkDrawing(
  { nodes, edges }: Pick<NetworkView, 'nodes' | 'edges'>,
  captions: NetworkCaptions,
  frame: Frame,
): Markup {
  const laid = laidOut(nodes, edges, frame);
  const places = new Map(laid.map((one) => [one.key, one]));
  // The heaviest last: they lie above the others.
  const arrows = edges.toReversed().map((edge) => arrow(edge, places, captions.edge(edge)));
  const marks = nodes.map((node) => nodeMark(node, places.get(node.publisher)!, captions));
  const names = placeLabels(
    laid.map((one, i) => ({ ...one, label: nodes[i]!.publisher })),
    frame,
  );
  const labels = names.map(
    ({ key, text, x, y, anchor }) =>
      html`<text data-key="${key}" x="${x}" y="${y}" text-anchor="${anchor}">${text}</text>`,
  );
  return html`<svg class="network" viewBox="0 0 ${frame.width} ${frame.height}" role="group" aria-label="${captions.title}"><desc>${captions.describe}</desc><g class="edges">${arrows}</g><g class="nodes">${marks}</g><g class="names" aria-hidden="true">${labels}</g></svg>`;
}

/** The last layout is kept: the same page is asked for in two languages and again after a click. */
let last: { readonly print: string; readonly laid: readonly LaidNode[] } | undefined;

function laidOut(
  nodes: readonly NetworkNode[],
  edges: readonly NetworkEdge[],
  frame: Frame,
): readonly LaidNode[] {
  const input = {
    nodes: nodes.map(({ publisher, articles }) => ({ key: publisher, weight: articles })),
    edges: edges.map(({ earlier, later, reprints }) => ({
      ...{ from: earlier, to: later, weight: reprints },
    })),
  };
  const print = JSON.stringify([input, frame]);
  if (last?.print !== print) last = { print, laid: layoutNetwork(input, frame) };
  return last.laid;
}

function nodeMark(node: NetworkNode, { x, y, r }: LaidNode, captions: NetworkCaptions): Markup {
  const { publisher, affiliation } = node;
  const words = captions.node(node);
  return html`<a href="${outletHref(publisher)}" data-key="${publisher}" aria-label="${words}"><title>${words}</title><path class="a-${affiliation}" d="${shapePath(affiliation, x, y, r)}"/></a>`;
}

function arrow(edge: NetworkEdge, places: ReadonlyMap<string, LaidNode>, words: string): Markup {
  const { earlier, later, reprints, dropped } = edge;
  const [from, to] = [places.get(earlier)!, places.get(later)!];
  const width = tenth(Math.min(THICKEST, THINNEST + THICKER * Math.log2(reprints)));
  const head = HEAD + width;
  const line = curve(from, to, head);
  const mostly = dropped * 2 > reprints ? ' dropped' : '';
  return html`<g class="edge${mostly}" data-from="${earlier}" data-to="${later}"><title>${words}</title><path d="${line.path}" stroke-width="${width}"/><path class="head" d="${line.head}"/></g>`;
}

/** A bent line from edge to edge of two nodes, and its head; `head` in pixels. */
export function curve(
  from: LaidNode,
  to: LaidNode,
  head: number,
): { readonly path: string; readonly head: string } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.max(1, Math.hypot(dx, dy));
  const middle = {
    x: (from.x + to.x) / 2 - dy * BEND,
    y: (from.y + to.y) / 2 + dx * BEND,
  };
  const start = towards(from, middle, from.r + 1);
  const tip = towards(to, middle, to.r * 1.2 + 2);
  // Where nodes all but touch, the head may not reach back over the other one.
  const size = Math.min(head, length / 3);
  const base = towards(tip, middle, size);
  const [ux, uy] = [(tip.x - base.x) / 2, (tip.y - base.y) / 2];
  return {
    path: `M${tenth(start.x)} ${tenth(start.y)}Q${tenth(middle.x)} ${tenth(middle.y)} ${tenth(base.x)} ${tenth(base.y)}`,
    head: `M${tenth(tip.x)} ${tenth(tip.y)}L${tenth(base.x - uy)} ${tenth(base.y + ux)}L${tenth(base.x + uy)} ${tenth(base.y - ux)}Z`,
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The point `far` pixels from `a` on the way to `b`. */
function towards(a: Point, b: Point, far: number): Point {
  const length = Math.max(1e-6, Math.hypot(b.x - a.x, b.y - a.y));
  return { x: a.x + ((b.x - a.x) * far) / length, y: a.y + ((b.y - a.y) * far) / length };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
