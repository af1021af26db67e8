/**
 * Places for a network of outlets: forces (Fruchterman, Reingold 1991, as in d3-force: many-body by
 * Barnes–Hut, springs, collision), from fixed places on a spiral, without chance, so that the same network
 * always looks the same. O(ticks · (n log n + edges)): 150 nodes and 600 edges take about 0.1 s.
 */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';

export interface LaidNode {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** Radius, pixels. */
  readonly r: number;
}

export interface LayoutInput {
  /** `weight`: what the area of the node tells. */
  readonly nodes: readonly { readonly key: string; readonly weight: number }[];
  /** By keys of nodes; `weight` at least 1. */
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly weight: number;
  }[];
}

/** Pixels of a drawing. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

const TICKS = 120;
const SMALLEST = 5;
const LARGEST = 17;
/** Left free at the sides for labels, and above and below. */
const SIDE = 70;
const ABOVE = 26;
const GAP = 5;

interface Body extends SimulationNodeDatum {
  readonly key: string;
  readonly r: number;
}

/** A place for each node, in the order given, wholly inside the frame. */
export function layoutNetwork({ nodes, edges }: LayoutInput, frame: Frame): LaidNode[] {
  const most = Math.max(1, ...nodes.map(({ weight }) => weight));
  const bodies = nodes.map(({ key, weight }, i): Body => {
    // Vogel's spiral: even, and no two in one place.
    const angle = i * Math.PI * (3 - Math.sqrt(5));
    const far = 14 * Math.sqrt(i + 0.5);
    const r = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(weight / most);
    return { key, r, x: far * Math.cos(angle), y: far * Math.sin(angle) };
  });
  const known = new Set(nodes.map(({ key }) => key));
  const links = edges
    .filter(({ from, to }) => known.has(from) && known.has(to))
    .map(({ from, to }) => ({ source: from, target: to }));
  settle(bodies, links, frame);
  return fittedInto(bodies, frame);
}

function settle(bodies: Body[], links: SimulationLinkDatum<Body>[], frame: Frame): void {
  const pull = 0.06;
  forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, SimulationLinkDatum<Body>>(links)
        .id(({ key }) => key)
        .distance(70)
        .strength(0.5),
    )
    .force('apart', forceManyBody().strength(-260).distanceMax(420))
    .force('x', forceX(0).strength(pull))
    // Drawings are wider than high.
    .force('y', forceY(0).strength((pull * frame.width) / frame.height))
    .force(
      'collide',
      forceCollide<Body>(({ r }) => r + GAP * 2),
    )
    .stop()
    .tick(TICKS);
}

/** Shifts and shrinks, the same in both directions, until all stands inside; never enlarges much. */
function fittedInto(bodies: readonly Body[], { width, height }: Frame): LaidNode[] {
  if (bodies.length === 0) return [];
  const xs = bodies.map(({ x = 0 }) => x);
  const ys = bodies.map(({ y = 0 }) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const room = { x: width - 2 * (SIDE + LARGEST), y: height - 2 * (ABOVE + LARGEST) };
  const scale = Math.min(2, room.x / Math.max(1, right - left), room.y / Math.max(1, bottom - top));
  return bodies.map(({ key, r, x = 0, y = 0 }) => ({
    key,
    r: rounded(scale < 1 ? Math.max(SMALLEST, r * Math.max(0.6, scale)) : r),
    x: rounded(width / 2 + (x - (left + right) / 2) * scale),
    y: rounded(height / 2 + (y - (top + bottom) / 2) * scale),
  }));
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
