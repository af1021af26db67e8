import { describe, expect, test } from 'vitest';
import type { Alert, EvidenceRef } from '../../domain/alerts.ts';
import type { AlertId, ArticleId, CascadeId, CheckId, EntryId } from '../../domain/ids.ts';
import { EXCERPT_WORDS } from '../../domain/views.ts';
import { alertMessage } from '../../export/alert-message.ts';
import type { Store } from '../../store/store.ts';
import { indicatorOf } from '../../warn/invented.fixture.ts';
import { alertViews } from './alert-views.ts';

const id = 'a' as ArticleId;
const TEXT = Array.from({ length: 500 }, (_, i) => `word${i}`).join(' ');
const KNOWN: Readonly<Record<string, unknown>> = {
  a: { id, outlet: 'Diario', title: 'Invented headline', text: TEXT, language: 'es' },
};

/** A store that holds one article, one cascade that begins with it, and one fact-check. */
const store = {
  articlesByIds: async (ids: string[]) =>
    new Map(ids.flatMap((one) => (one in KNOWN ? [[one, KNOWN[one]]] : []))),
  cascadeById: async (one: string) => (one === 'c' ? { earliest: [id], echoes: [] } : undefined),
  checksByIds: async () => new Map([['k', { checker: 'Verifica', claim: 'Invented claim' }]]),
  entries: async () => [],
  alertEvents: async () => [],
} as unknown as Store;

const indicator = indicatorOf('burst');

async function viewOf(...refs: EvidenceRef[]) {
  const finding = { code: 'articles-now', figures: { articles: 1, day: '2024-01-01' }, refs };
  const said = { subject: '-', indicator: indicator.id, findings: [finding], counter: [finding] };
  const alert = { id: '1' as AlertId, ...said } as unknown as Alert;
  const [view] = await alertViews(store, [alert], () => indicator);
  return view!;
}

describe('alertViews', () => {
  test('quotes no more than an excerpt, in a message for programs, too', async () => {
    const view = await viewOf({
      kind: 'passage',
      article: id,
      span: { begin: 0, end: TEXT.length },
    });
    for (const { quote } of JSON.parse(alertMessage(view, undefined)).passages) {
      expect(quote.split(' ')).toEqual(TEXT.split(' ').slice(0, EXCERPT_WORDS));
    }
    expect(view.passages).toHaveLength(1);
  });

  test('names each thing once, and nothing that the desk no longer holds', async () => {
    const { passages } = await viewOf(
      { kind: 'article', article: id },
      { kind: 'article', article: id },
      { kind: 'article', article: 'gone' as ArticleId },
      { kind: 'cascade', cascade: 'c' as CascadeId },
      { kind: 'cascade', cascade: 'gone' as CascadeId },
      { kind: 'check', check: 'k' as CheckId },
      { kind: 'check', check: 'gone' as CheckId },
      { kind: 'entry', entry: 'gone' as EntryId },
      { kind: 'source', source: 'radio' },
    );
    expect(passages.map(({ label }) => label)).toEqual([
      'Invented headline',
      'Invented headline',
      'Verifica: Invented claim',
      'radio',
    ]);
    expect(passages.some(({ quote }) => quote !== undefined)).toBe(false);
    expect(passages[0]?.article).toEqual({ article: id, outlet: 'Diario' });
  });

  test('of one finding shows twelve things at the most', async () => {
    const spans = Array.from({ length: 40 }, (_, i) => ({ begin: i, end: i + 9 }));
    const view = await viewOf(
      ...spans.map((span) => ({ kind: 'passage', article: id, span }) as const),
    );
    expect(view.passages).toHaveLength(12);
  });
});
