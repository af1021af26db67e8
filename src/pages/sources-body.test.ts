import { describe, expect, it } from 'vitest';
import { FETCH_REFUSALS } from '../collect/web/refusals.ts';
import { HEALTHS, type SourceView } from '../domain/watch-views.ts';
import { markupText } from '../export/markup.ts';
import { NOW } from './invented-alert.fixture.ts';
import { markupFaults } from './markup-check.fixture.ts';
import { type SourcesPageView, sourcesBody } from './sources-body.ts';
import { lostWords } from './words/losses.ts';

const source = (id: string, changes: Partial<SourceView> = {}): SourceView => ({
  id,
  kind: 'feed',
  url: `https://${encodeURIComponent(id)}.example/feed`,
  outlet: undefined,
  health: 'well',
  everyMs: 900_000,
  polls: 3,
  failures: 0,
  polledAt: NOW,
  answeredAt: NOW,
  newAt: undefined,
  nextAt: NOW + 60_000,
  ms: 12,
  entries: 1,
  passed: 0,
  pages: { kept: 1, waiting: 0, refused: 0 },
  refusal: undefined,
  movedTo: undefined,
  ...changes,
});

const view: SourcesPageView = {
  now: NOW,
  sources: [
    source('faro <b>', { url: 'javascript:alert(1)' }),
    source('radio', { health: 'failing', refusal: { reason: 'dns', detail: 'no <such> name' } }),
  ],
  losses: [{ reason: 'robots', exchanges: 1234 }],
  tally: { refused: { 'no-text': 3, 'broken-json': 1 } },
  pages: [],
  refusals: [
    {
      kind: 'no-text',
      place: { file: 'a.jsonl', line: 12 },
      detail: 'no text',
      capture: undefined,
    },
  ],
};
const page = (health = '', named = '', language: 'en' | 'es' = 'en', from = view): string =>
  markupText(sourcesBody(from, { health, named }, language));

describe('sourcesBody', () => {
  it.each(['en', 'es'] as const)('is sound in %s, and foreign text is text', (language) => {
    expect(markupFaults(page('', '"><b>', language), false)).toEqual([]);
    expect(page('', '', language)).toContain('faro &lt;b&gt;');
    expect(page('', '', language)).not.toContain('href="javascript:');
  });

  it('shows those in trouble first, and filters by health and by name', () => {
    expect(page().indexOf('id="s-radio"')).toBeLessThan(page().indexOf('faro &lt;b'));
    expect(page('failing')).not.toContain('faro &lt;b');
    expect(page('', 'FARO')).not.toContain('id="s-radio"');
    expect(page('', 'nobody')).toContain('No source matches');
  });

  it('counts what was not had and not read, by kind', () => {
    expect(page()).toContain('1,234');
    expect(page()).toContain('the site asks robots to stay away');
    expect(page()).toContain('a.jsonl</bdi>, line 12');
    expect(page()).toContain('not valid JSON <span class="n">(1)</span>');
  });

  it('shows at most as many as a page holds', () => {
    const many = Array.from({ length: 400 }, (_, i) => source(`s${i}`));
    const text = page('', '', 'en', { ...view, sources: many });
    expect(text.match(/<tr id=/g)).toHaveLength(300);
    expect(text).toContain('The first 300 of 400');
  });

  it('has a name for every health in the filter that some source has', () => {
    for (const health of HEALTHS) {
      expect(page('', '', 'es', { ...view, sources: [source('x', { health })] })).toContain(
        `<option value="${health}">`,
      );
    }
  });
});

describe('lostWords', () => {
  it.each(['en', 'es'] as const)('has words for every reason in %s', (language) => {
    for (const reason of FETCH_REFUSALS) expect(lostWords(reason, language)).not.toBe(reason);
    expect(lostWords('constructor', language)).toBe('constructor');
  });
});
