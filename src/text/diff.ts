/**
 * The shortest edit script between two sequences of numbers (word hashes).
 *
 * Myers 1986, https://doi.org/10.1007/BF01840446: O((n + m) D) time, O(D²) memory, D the number of
 * words that differ. Two texts with more than `MAX_EDITS` differences are not edits of each other:
 * what remains is then given as one removal and one addition, so time is bounded.
 */

const MAX_EDITS = 1200;

/** A run of words: `same` stands on both sides, `removed` only in a, `added` only in b. */
export interface DiffRun {
  readonly kind: 'same' | 'added' | 'removed';
  /** Word ranges, half-open; a removed run has an empty b range, an added one an empty a range. */
  readonly aBegin: number;
  readonly aEnd: number;
  readonly bBegin: number;
  readonly bEnd: number;
}

/** The edit script from `a` to `b` as runs in reading order; removals stand before additions. */
export function diffWords(a: Int32Array, b: Int32Array): DiffRun[] {
  let head = 0;
  const shorter = Math.min(a.length, b.length);
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const runs: DiffRun[] = [];
  const push = (kind: DiffRun['kind'], aB: number, aE: number, bB: number, bE: number): void => {
    if (aE > aB || bE > bB) runs.push({ kind, aBegin: aB, aEnd: aE, bBegin: bB, bEnd: bE });
  };
  push('same', 0, head, 0, head);
  let x = head;
  let y = head;
  const endA = a.length - tail;
  const endB = b.length - tail;
  for (const snake of snakes(a.subarray(head, endA), b.subarray(head, endB))) {
    push('removed', x, snake.x + head, y, y);
    push('added', snake.x + head, snake.x + head, y, snake.y + head);
    x = snake.x + head + snake.length;
    y = snake.y + head + snake.length;
    push('same', snake.x + head, x, snake.y + head, y);
  }
  push('removed', x, endA, y, y);
  push('added', endA, endA, y, endB);
  push('same', endA, a.length, endB, b.length);
  return runs;
}

interface Snake {
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

/** The diagonals of equal words on a shortest path, in order. */
function snakes(a: Int32Array, b: Int32Array): Snake[] {
  const n = a.length;
  const m = b.length;
  const most = Math.min(n + m, MAX_EDITS);
  const furthest = new Int32Array(2 * most + 3);
  const origin = most + 1;
  const history: Int32Array[] = [];
  for (let d = 0; d <= most; d++) {
    history.push(furthest.slice(origin - d - 1, origin + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && furthest[origin + k - 1]! < furthest[origin + k + 1]!);
      let x = down ? furthest[origin + k + 1]! : furthest[origin + k - 1]! + 1;
      let y = x - k;
      while (x < n && y < m && a[x] === b[y]) {
        x++;
        y++;
      }
      furthest[origin + k] = x;
      if (x >= n && y >= m) return walkBack(history, n, m, d);
    }
  }
  return [];
}

/** `history[d]` holds the furthest x of diagonals -d-1 … d+1 before round d. */
function walkBack(history: readonly Int32Array[], n: number, m: number, edits: number): Snake[] {
  const found: Snake[] = [];
  let x = n;
  let y = m;
  for (let d = edits; d >= 0; d--) {
    const before = history[d]!;
    const at = (k: number): number => before[k + d + 1]!;
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const startX = d === 0 ? 0 : down ? at(k + 1) : at(k - 1) + 1;
    const startY = startX - k;
    if (x > startX) found.push({ x: startX, y: startY, length: x - startX });
    if (d === 0) break;
    x = down ? startX : startX - 1;
    y = down ? startY - 1 : startY;
  }
  return found.reverse();
}
