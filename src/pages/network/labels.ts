/**
 * Names beside nodes, placed greedily, the most important first: each at the first of its places that
 * stands inside the frame and over no node and no other name; else it has none (the table names all).
 * O(n²) comparisons of boxes at most, n ≤ 150.
 */
import { fitted } from '../../export/drawing.ts';
import type { Frame, LaidNode } from './layout.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PlacedLabel {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly box: Box;
}

const WIDEST = 190;
const HEIGHT = 14;
const AWAY = 4;
/** Widest advance of a character at 12 px: names of outlets are Latin and short, others are cut. */
const ADVANCE = 7.2;

/** Labels of those that found a place; `nodes` in the order of importance. */
export function placeLabels(
  nodes: readonly (LaidNode & { readonly label: string })[],
  frame: Frame,
): PlacedLabel[] {
  const taken: Box[] = nodes.map(({ x, y, r }) => boxAround(x, y, r + 1));
  const placed: PlacedLabel[] = [];
  for (const [i, node] of nodes.entries()) {
    const label = placesOf(node).find(
      ({ box }) =>
        isInside(box, frame) && taken.every((other, j) => j === i || !isOverlapping(box, other)),
    );
    if (label === undefined) continue;
    placed.push(label);
    taken.push(label.box);
  }
  return placed;
}

export function isOverlapping(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isInside({ left, top, right, bottom }: Box, { width, height }: Frame): boolean {
  return left >= 0 && top >= 0 && right <= width && bottom <= height;
}

/** Right, left, below and above the node. */
function placesOf({ key, x, y, r, label }: LaidNode & { readonly label: string }): PlacedLabel[] {
  const text = fitted(label, WIDEST);
  const width = [...text].length * ADVANCE;
  const at = (anchor: PlacedLabel['anchor'], textX: number, middle: number): PlacedLabel => {
    const left = anchor === 'start' ? textX : anchor === 'end' ? textX - width : textX - width / 2;
    const box = {
      left,
      top: middle - HEIGHT / 2,
      right: left + width,
      bottom: middle + HEIGHT / 2,
    };
    return { key, text, anchor, x: tenth(textX), y: tenth(middle + 4), box };
  };
  return [
    at('start', x + r + AWAY, y),
    at('end', x - r - AWAY, y),
    at('middle', x, y + r + AWAY + HEIGHT / 2),
    at('middle', x, y - r - AWAY - HEIGHT / 2),
  ];
}

const boxAround = (x: number, y: number, r: number): Box => ({
  ...{ left: x - r, top: y - r, right: x + r, bottom: y + r },
});
const tenth = (value: number): number => Math.round(value * 10) / 10;
