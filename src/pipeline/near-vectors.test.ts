import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearRows, type VectorColumns } from './near-vectors.ts';

/** Columns of rows given as language, outlet and elements. */
function columnsOf(rows: readonly (readonly [number, number, readonly number[]])[]): VectorColumns {
  const dims = rows[0]?.[2].length ?? 1;
  return {
    rows: Int8Array.from(rows.flatMap(([, , elements]) => elements)),
    dims,
    languages: Int32Array.from(rows, ([language]) => language),
    outlets: Int32Array.from(rows, ([, outlet]) => outlet),
  };
}

/** The definition where all pairs tell what is usual, as they do of so few rows. */
function naive({ rows, dims, languages, outlets }: VectorColumns, firstNew: number): string[] {
  const row = (at: number) => [...rows.subarray(at * dims, (at + 1) * dims)];
  const dot = (x: number[], y: number[]) => x.reduce((sum, value, d) => sum + value * y[d]!, 0);
  const scale = (at: number) => 1 / Math.sqrt(dot(row(at), row(at)));
  const cosine = (a: number, b: number) => dot(row(a), row(b)) * scale(a) * scale(b);
  const all = [...languages.keys()].filter((at) => languages[at]! >= 0 && row(at).some(Boolean));
  const median = (values: number[]) => values.sort((x, y) => x - y)[values.length >> 1]!;
  const usualOf = (isSame: boolean) => {
    const cosines = all.flatMap((a) =>
      all
        .filter((b) => b < a && (languages[a] === languages[b]) === isSame)
        .map((b) => cosine(a, b)),
    );
    const middle = median(cosines);
    const spread = 1.4826 * median(cosines.map((one) => Math.abs(one - middle)));
    return { few: cosines.length < 50, middle, spread };
  };
  const usual = { same: usualOf(true), across: usualOf(false) };
  const pairs = new Set<string>();
  for (const a of all.filter((at) => at >= firstNew)) {
    for (const language of new Set(languages)) {
      const { few, middle, spread } = language === languages[a] ? usual.same : usual.across;
      const others = all
        .filter((b) => languages[b] === language && outlets[b] !== outlets[a])
        .map((b) => ({ b, cosine: cosine(a, b) }))
        .sort((x, y) => y.cosine - x.cosine)
        .slice(0, 10);
      const missing = middle * (10 - others.length);
      const mean = others.reduce((sum, other) => sum + other.cosine, missing) / 10;
      for (const other of few ? [] : others.slice(0, 5)) {
        if (other.cosine <= middle + 4 * spread && other.cosine <= mean + 0.75 * spread) continue;
        pairs.add(a < other.b ? `${a}-${other.b}` : `${other.b}-${a}`);
      }
    }
  }
  return [...pairs].sort();
}

/** Elements without a pattern, the same for the same seed; `shift` is added to all of them. */
function noise(seed: number, dims: number, shift = 0): number[] {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return Array.from({ length: dims }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return Math.trunc((state >> 16) / 700) + shift;
  });
}

const byText = (pairs: readonly { a: number; b: number }[]) => pairs.map(({ a, b }) => `${a}-${b}`);

describe('nearRows', () => {
  it('gives what its definition says of few rows', () => {
    const row = fc.tuple(
      fc.integer({ min: -1, max: 1 }),
      fc.nat(3),
      fc.array(fc.integer({ min: -127, max: 127 }), { minLength: 5, maxLength: 5 }),
    );
    // Of equal cosines the twin would keep others, so all rows differ in direction.
    const rows = fc.uniqueArray(row, {
      minLength: 8,
      maxLength: 32,
      selector: ([, , one]) => one.join(),
    });
    fc.assert(
      fc.property(rows, fc.nat(32), (some, firstNew) => {
        const columns = columnsOf(some);
        expect(byText(nearRows(columns, firstNew)).sort()).toEqual(naive(columns, firstNew));
      }),
    );
  });

  it('gives each pair once, sorted', () => {
    const rows = Array.from({ length: 60 }, (_, n) => [n % 2, n, noise(n % 9, 8)] as const);
    const pairs = nearRows(columnsOf(rows), 0);
    const keys = pairs.map(({ a, b }) => a * 60 + b);
    expect(keys.length).toBeGreaterThan(20);
    expect(keys).toEqual([...new Set(keys)].sort((x, y) => x - y));
    expect(pairs.every(({ a, b }) => a < b)).toBe(true);
  });

  it.each([
    ['that are spread evenly', 0],
    ['that all lie close together', 70],
  ])('finds the pairs that stand out among rows %s, and few others', (_, shift) => {
    const DIMS = 48;
    const rows = Array.from({ length: 600 }, (_, n) => {
      // Row 300 + n is row n in another language, a quarter of it its own.
      const own = noise(n, DIMS, shift);
      const other = n < 300 ? own : noise(n - 300, DIMS, shift);
      const mixed = other.map((value, d) => Math.round(0.75 * value + 0.25 * own[d]!));
      return [n < 300 ? 0 : 1, n, mixed] as const;
    });
    const pairs = byText(nearRows(columnsOf(rows), 0));
    const planted = Array.from({ length: 300 }, (_, n) => `${n}-${n + 300}`);
    expect(planted.filter((pair) => !pairs.includes(pair))).toEqual([]);
    // Unrelated rows by chance: without a bar each row would bring ten.
    expect(pairs.length).toBeLessThan(1200);
  });

  it('finds every copy of a story of many, though none stands out among the others', () => {
    const story = noise(9999, 48);
    const rows = Array.from({ length: 400 }, (_, n) => {
      const isCopy = n % 20 === 0;
      return [n % 40 === 0 ? 1 : 0, n, isCopy ? story : noise(n, 48)] as const;
    });
    const paired = new Set(nearRows(columnsOf(rows), 0).flatMap(({ a, b }) => [a, b]));
    for (let n = 0; n < 400; n += 20) expect(paired.has(n), `${n}`).toBe(true);
  });

  it('looks among cells of a large language, and misses few', () => {
    const COUNT = 6000;
    const rows = Array.from({ length: COUNT + 100 }, (_, n) => {
      // The last hundred are in a language of their own, each a copy of a row of the large one.
      return [n < COUNT ? 0 : 1, n, noise(n < COUNT ? n : (n - COUNT) * 59, 16)] as const;
    });
    const found = (firstNew: number) => {
      const pairs = new Set(byText(nearRows(columnsOf(rows), firstNew)));
      return rows.slice(COUNT).filter((_, n) => pairs.has(`${n * 59}-${COUNT + n}`)).length;
    };
    expect(found(0)).toBeGreaterThanOrEqual(95);
    // So few new rows are compared with all.
    expect(found(COUNT)).toBe(100);
  });

  it('reports shares that grow', () => {
    const rows = Array.from({ length: 3000 }, (_, n) => [n % 7, n, noise(n, 4)] as const);
    const shares: number[] = [];
    nearRows(columnsOf(rows), 500, (share) => shares.push(share));
    expect(shares).toEqual([0, 0.4, 0.8]);
  });
});
