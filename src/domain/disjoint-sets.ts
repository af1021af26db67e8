/**
 * Disjoint sets over the numbers 0 … size - 1, with path halving; Tarjan 1975,
 * https://doi.org/10.1145/321879.321884. The smallest number of a set is its root, whatever the
 * order of joins.
 */
export class DisjointSets {
  private readonly parents: Int32Array;

  constructor(size: number) {
    this.parents = Int32Array.from({ length: size }, (_, i) => i);
  }

  find(node: number): number {
    const { parents } = this;
    let at = node;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  }

  join(x: number, y: number): void {
    const a = this.find(x);
    const b = this.find(y);
    if (a < b) this.parents[b] = a;
    else this.parents[a] = b;
  }
}
