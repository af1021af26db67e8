/** In whose hands outlets are stated to be, as shapes: nothing is said by colour alone. */
import type { StatedAffiliation } from '../../domain/network-views.ts';

export const AFFILIATIONS_SHOWN: readonly StatedAffiliation[] = [
  'state-controlled',
  'state-aligned',
  'public',
  'independent',
  'differs',
  'unknown',
];

/** The outline of a node as an SVG path around its middle; all of about the area of a circle of `r`. */
export function shapePath(affiliation: StatedAffiliation, x: number, y: number, r: number): string {
  const at = (points: readonly (readonly [number, number])[]): string =>
    `M${points.map(([dx, dy]) => `${tenth(x + dx * r)} ${tenth(y + dy * r)}`).join('L')}Z`;
  switch (affiliation) {
    case 'state-controlled':
      return at([
        [-0.9, -0.9],
        [0.9, -0.9],
        [0.9, 0.9],
        [-0.9, 0.9],
      ]);
    case 'state-aligned':
      return at([
        [0, -1.2],
        [1.2, 0],
        [0, 1.2],
        [-1.2, 0],
      ]);
    case 'public':
      return at([
        [0, -1.2],
        [1.15, 0.85],
        [-1.15, 0.85],
      ]);
    case 'differs':
      return at([
        [-0.55, -1.05],
        [0.55, -1.05],
        [1.1, 0],
        [0.55, 1.05],
        [-0.55, 1.05],
        [-1.1, 0],
      ]);
    case 'independent':
    case 'unknown':
      return `M${tenth(x - r)} ${tenth(y)}a${r} ${r} 0 1 0 ${tenth(2 * r)} 0a${r} ${r} 0 1 0 ${tenth(-2 * r)} 0Z`;
  }
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
