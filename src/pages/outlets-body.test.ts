import { describe, expect, it } from 'vitest';
import type { CascadeId } from '../domain/ids.ts';
import type { NetworkEdge, NetworkNode, NetworkView } from '../domain/network-views.ts';
import { markupText } from '../export/markup.ts';
import { markupFaults } from './markup-check.fixture.ts';
import { outletsBody } from './outlets-body.ts';

const HOSTILE = '"><script>alert(1)</script>';

function node(publisher: string, more: Partial<NetworkNode> = {}): NetworkNode {
  return {
    ...{ publisher, name: undefined, affiliation: 'unknown', countries: [], sources: [] },
    ...{ articles: 3, reprints: 1, reprinted: 2, ...more },
  };
}

function edge(earlier: string, later: string, more: Partial<NetworkEdge> = {}): NetworkEdge {
  return {
    ...{ earlier, later, reprints: 4, credited: 1, dropped: 3, lag: undefined },
    ...{ example: '0123456789abcdef' as CascadeId, ...more },
  };
}

function viewOf(nodes: readonly NetworkNode[], edges: readonly NetworkEdge[]): NetworkView {
  const total = { publishers: 90, edges: 700, reprints: 2000 };
  return { nodes, edges, total, shown: 4, countries: ['RU', 'XV'], stale: false };
}

const page = (view: NetworkView, query = '', language: 'en' | 'es' = 'en'): string =>
  markupText(outletsBody(view, { query: new URLSearchParams(query), language }, undefined));

const ONE = viewOf(
  [
    node('valdoria.example', {
      affiliation: 'state-controlled',
      countries: ['RU'],
      sources: [{ name: 'A list (invented)' }],
    }),
    node('daily.example'),
  ],
  [edge('valdoria.example', 'daily.example', { lag: { min: 3_600_000, max: 7_200_000 } })],
);

describe('outletsBody', () => {
  it('draws and tells who carried what whom had first, and who states in whose hands it is', () => {
    const text = page(ONE);
    expect(text).toContain(
      'daily.example carried 4 that valdoria.example had first, 3 without credit',
    );
    expect(text).toMatch(
      /class="edge dropped" data-from="valdoria.example" data-to="daily.example"/,
    );
    expect(text).toMatch(/state-controlled, Russia <span class="dim">stated by <bdi>A list/);
    expect(text).toContain('no list states it');
    expect(text).toContain('1 h – 2 h');
    expect(text).toContain('1 of 700 pairs');
    expect(page(ONE, '', 'es')).toContain('controlado por un Estado, Rusia');
  });

  it('is sound HTML in both languages, with nothing inline, whatever outlets are called', () => {
    const hostile = viewOf(
      [node(HOSTILE, { name: HOSTILE, countries: [HOSTILE] }), node("a'b&c.example")],
      [edge(HOSTILE, "a'b&c.example"), edge("a'b&c.example", HOSTILE, { dropped: 0 })],
    );
    for (const view of [ONE, hostile, viewOf([], [])]) {
      expect(markupFaults(page(view, `state=${encodeURIComponent(HOSTILE)}`), false)).toEqual([]);
      expect(markupFaults(page(view, '', 'es'), false)).toEqual([]);
    }
    expect(page(hostile)).not.toContain('<script>');
  });

  it('keeps what was asked for in the form, and tells an empty desk from an empty answer', () => {
    const asked = page(ONE, 'min=7&dropped=yes&state=ru&from=2024-01-01');
    expect(asked).toContain('name="min" type="number" min="1" max="9999" value="7"');
    expect(asked).toContain('value="yes" checked');
    expect(asked).toContain('<option value="RU" selected>Russia</option>');
    expect(page(viewOf([], []), 'min=7')).toContain('No pair of outlets is like this.');
    expect(page(viewOf([], []))).toContain('atalaya ingest FILES');
  });
});
