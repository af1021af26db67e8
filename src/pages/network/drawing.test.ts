import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markupText } from '../../export/markup.ts';
import { markupFaults } from '../markup-check.fixture.ts';
import { networkFigure } from './figure.ts';
import { anyNetwork, inventedEdge, inventedNode } from './invented-network.fixture.ts';

const drawn = (
  network: Parameters<typeof networkFigure>[0],
  language: 'en' | 'es' = 'en',
): string => markupText(networkFigure(network, 'Network of outlets', language));

const PAIR = [inventedNode('first.example'), inventedNode('later.example')];

describe('networkFigure', () => {
  test('is sound, and draws every outlet and every arrow once, in both languages', () => {
    fc.assert(
      fc.property(anyNetwork(30), fc.constantFrom('en', 'es'), (network, language) => {
        const page = drawn(network, language);
        expect(markupFaults(page, false)).toEqual([]);
        expect(page.match(/<a href="\/outlets\//g) ?? []).toHaveLength(network.nodes.length);
        expect(page.match(/data-from="/g) ?? []).toHaveLength(network.edges.length);
        expect(page).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 20 },
    );
  });

  test('dashes an arrow only where most left the credit out', () => {
    const page = (dropped: number): string =>
      drawn({
        nodes: PAIR,
        edges: [inventedEdge('first.example', 'later.example', { reprints: 4, dropped })],
      });
    expect(page(3)).toContain('class="edge dropped" data-from="first.example"');
    expect(page(2)).toContain('class="edge" data-from="first.example"');
  });

  test('says who carried what whom had first, never who the source is', () => {
    const edges = [inventedEdge('first.example', 'later.example', { reprints: 4, dropped: 1 })];
    expect(drawn({ nodes: PAIR, edges })).toContain(
      'later.example carried 4 that first.example had first, 1 without credit',
    );
    expect(drawn({ nodes: PAIR, edges }, 'es')).toContain(
      'later.example publicó 4 que first.example tenía antes, 1 sin citarlo',
    );
  });

  test('gives each affiliation a shape of its own, but for what nobody states', () => {
    const shapeOf = (affiliation: 'state-controlled' | 'state-aligned' | 'public' | 'differs') =>
      /<path class="a-[a-z-]+" d="([^"]+)"/.exec(
        drawn({ nodes: [inventedNode('a.example', { affiliation })], edges: [] }),
      )?.[1];
    const shapes = [
      ...[shapeOf('state-controlled'), shapeOf('state-aligned')],
      ...[shapeOf('public'), shapeOf('differs')],
    ];
    expect(new Set(shapes).size).toBe(4);
  });

  test('lets hostile names be text', () => {
    const hostile = '"><script>alert(1)</script>&\u202E';
    const page = drawn({
      nodes: [inventedNode(hostile), inventedNode('t.me/канал')],
      edges: [inventedEdge(hostile, 't.me/канал')],
    });
    expect(page).not.toContain('<script');
    expect(markupFaults(page, false)).toEqual([]);
    expect(page).toContain('href="/outlets/t.me%2F%D0%BA%D0%B0%D0%BD%D0%B0%D0%BB"');
  });
});
