/**
 * The world, with one state's presence as circles: equal-earth projection of Natural Earth's outlines (1:110
 * million). Outlines are made once a process; a map is O(hosts).
 */
import { type ExtendedFeature, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import world from 'world-atlas/countries-110m.json' with { type: 'json' };
import { html, type Markup } from '../../export/markup.ts';
import type { CountBounds } from '../charts/counts.ts';

export interface MapCircle {
  /** ISO 3166-1 alpha-2. */
  readonly state: string;
  readonly count: CountBounds;
  readonly label: string;
  readonly href: string;
}

const WIDTH = 800;
const HEIGHT = 390;
/** Radius of the largest circle. */
const LARGEST = 26;
const SMALLEST = 4;

interface Outline {
  /** ISO 3166-1 alpha-2; empty for outlines of no listed state. */
  readonly state: string;
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

let known: readonly Outline[] | undefined;

function outlines(): readonly Outline[] {
  known ??= drawn();
  return known;
}

function drawn(): readonly Outline[] {
  const topology = world as unknown as Parameters<typeof feature>[0];
  const all = feature(topology, topology.objects['countries']!) as unknown as {
    readonly features: readonly ExtendedFeature[];
  };
  // Antarctica has no missions and much ink.
  const countries = all.features.filter(({ id }) => String(id) !== '010');
  const projection = geoEqualEarth().fitSize([WIDTH, HEIGHT], {
    type: 'FeatureCollection',
    features: [...countries],
  });
  const path = geoPath(projection).digits(1);
  return countries.flatMap((country) => {
    const d = path(country);
    const centre = projection(geoCentroid(country));
    if (d === null || centre === null) return [];
    return [{ state: stateOf(country.id), path: d, x: round(centre[0]), y: round(centre[1]) }];
  });
}

/** The outlines have the numbers of ISO 3166-1, which Unicode's locale data knows as aliases of the letters. */
function stateOf(id: string | number | undefined): string {
  if (id === undefined) return '';
  const [tag = ''] = Intl.getCanonicalLocales(`und-${id}`);
  return /^und-([A-Z]{2})$/.exec(tag)?.[1] ?? '';
}

/** The map, and the circles that no outline could be found for (small states, codes of no state). */
export function worldMap(
  circles: readonly MapCircle[],
  title: string,
): { readonly map: Markup; readonly unplaced: readonly MapCircle[] } {
  const byState = new Map(outlines().map((one) => [one.state, one]));
  const placed = circles.flatMap((circle) => {
    const outline = byState.get(circle.state);
    return outline === undefined ? [] : [{ circle, outline }];
  });
  const most = Math.max(1, ...circles.map(({ count }) => count.high ?? count.low));
  const marks = placed
    .map(({ circle, outline }) => ({ circle, outline, r: radiusOf(circle.count, most) }))
    .sort((a, b) => b.r - a.r);
  const map = html`<figure class="world"><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" aria-label="${title}"><g class="land">${outlines().map(({ path }) => html`<path d="${path}"/>`)}</g><g class="circles">${marks.map(
    ({ circle, outline, r }) =>
      html`<a href="${circle.href}"><title>${circle.label}</title><circle cx="${within(outline.x, r, WIDTH)}" cy="${within(outline.y, r, HEIGHT)}" r="${r}"/></a>`,
  )}</g></svg></figure>`;
  const drawnStates = new Set(placed.map(({ circle }) => circle.state));
  return { map, unplaced: circles.filter(({ state }) => !drawnStates.has(state)) };
}

/** Areas grow with the count. */
function radiusOf({ low, high }: CountBounds, most: number): number {
  const share = Math.sqrt((high ?? low) / most);
  return round(Math.max(SMALLEST, LARGEST * share));
}

/** Every circle is whole inside the frame. */
const within = (at: number, r: number, size: number): number =>
  Math.min(size - r - 1, Math.max(r + 1, at));

const round = (value: number): number => Math.round(value * 10) / 10;
