import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOverlapping, placeLabels } from './labels.ts';
import type { LaidNode } from './layout.ts';

const FRAME = { width: 600, height: 300 };

const node: fc.Arbitrary<LaidNode & { readonly label: string }> = fc.record({
  key: fc.string({ minLength: 1, maxLength: 8 }),
  label: fc.string({ maxLength: 60, unit: 'grapheme' }),
  x: fc.integer({ min: 20, max: 580 }),
  y: fc.integer({ min: 20, max: 280 }),
  r: fc.integer({ min: 5, max: 17 }),
});

describe('placeLabels', () => {
  test('lets no name stand on another, on another outlet or outside the frame', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 60 }), (nodes) => {
        const labels = placeLabels(nodes, FRAME);
        for (const [i, { box, key }] of labels.entries()) {
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.top).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(FRAME.width);
          expect(box.bottom).toBeLessThanOrEqual(FRAME.height);
          for (const other of labels.slice(i + 1)) {
            expect(isOverlapping(box, other.box)).toBe(false);
          }
          for (const { x, y, r, ...one } of nodes) {
            const around = { left: x - r, top: y - r, right: x + r, bottom: y + r };
            if (one.key !== key) expect(isOverlapping(box, around)).toBe(false);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('serves the first first, and names nobody rather than over somebody', () => {
    const at = { x: 300, y: 150, r: 6 };
    const crowd = Array.from({ length: 12 }, (_, i) => ({
      ...{ key: `k${i}`, label: `outlet-with-a-long-name-${i}.example` },
      ...{ ...at, y: at.y + i },
    }));
    const keys = placeLabels(crowd, FRAME).map(({ key }) => key);
    expect(keys[0]).toBe('k0');
    expect(keys.length).toBeLessThan(crowd.length);
    expect(placeLabels([{ ...at, key: 'a', label: 'a.example' }], FRAME)[0]).toMatchObject({
      ...{ anchor: 'start', text: 'a.example' },
    });
  });

  test('cuts what is too long', () => {
    const label = `${'x'.repeat(300)}.example`;
    const [placed] = placeLabels([{ key: 'a', label, x: 300, y: 150, r: 6 }], FRAME);
    expect(placed!.text.length).toBeLessThan(60);
  });
});
