/** All that an alert's findings rest on: articles with their passages, fact-checks, entries, captures. */
import type { Alert, EvidenceRef, Observation } from '../../domain/alerts.ts';
import type { Article, Capture } from '../../domain/article.ts';
import type { FactCheck } from '../../domain/checks.ts';
import {
  type ArticleId,
  type CaptureId,
  type CheckId,
  digestOf,
  type EntryId,
} from '../../domain/ids.ts';
import type { LedgerEntry } from '../../domain/ledger.ts';
import type { Span } from '../../domain/span.ts';
import type { Store } from '../../store/store.ts';
import { quotedView } from '../../text/quoted.ts';
import type { BundledReceipt, ReceiptPassage } from './bundled-receipt.ts';
import { entryWords } from './entry-words.ts';

export interface AlertEvidence
  extends Pick<BundledReceipt, 'articles' | 'passages' | 'checks' | 'entries'> {
  readonly captures: readonly Capture[];
}

interface Named {
  readonly articles: Set<ArticleId>;
  readonly passages: Map<string, { readonly article: ArticleId; readonly span: Span }>;
  readonly checks: Set<CheckId>;
  readonly entries: Set<EntryId>;
}

/** Evidence of the alert as it stands and of its unit as it is measured now. */
export async function evidenceOfAlert(
  store: Store,
  alert: Alert,
  observed: Observation,
): Promise<AlertEvidence> {
  const { named, entries } = await namedBy(store, [alert, observed]);
  const articles = await store.articlesByIds([...named.articles]);
  const checks = [...(await store.checksByIds([...named.checks])).values()];
  return {
    articles: [...articles.values()].map(articleOf),
    passages: [...named.passages.values()].flatMap((one) => passageOf(one, articles)),
    checks: checks.map(({ id, capture }) => ({ id, capture })),
    entries: entries.map(entryOf),
    captures: await capturesOf(store, [...articles.values()], checks, entries),
  };
}

/** Captures that hold what the alert as it stands rests on. */
export async function capturesOfAlert(store: Store, alert: Alert): Promise<readonly Capture[]> {
  const { named, entries } = await namedBy(store, [alert]);
  const articles = await store.articlesByIds([...named.articles]);
  const checks = await store.checksByIds([...named.checks]);
  return capturesOf(store, [...articles.values()], [...checks.values()], entries);
}

/** All that these findings, for and against, point at. */
async function namedBy(
  store: Store,
  told: readonly Pick<Alert, 'findings' | 'counter'>[],
): Promise<{ readonly named: Named; readonly entries: readonly LedgerEntry[] }> {
  const named: Named = {
    articles: new Set(),
    passages: new Map(),
    checks: new Set(),
    entries: new Set(),
  };
  for (const { findings, counter } of told) {
    for (const { refs } of [...findings, ...counter]) for (const ref of refs) note(named, ref);
  }
  const entries = await entriesBy(store, named.entries);
  for (const { evidence } of entries) {
    if ('article' in evidence) note(named, { kind: 'passage', ...evidence });
  }
  return { named, entries };
}

function note({ articles, passages, checks, entries }: Named, ref: EvidenceRef): void {
  switch (ref.kind) {
    case 'passage': {
      const { article, span } = ref;
      articles.add(article);
      passages.set(`${article} ${span.begin} ${span.end}`, { article, span });
      break;
    }
    case 'article':
      articles.add(ref.article);
      break;
    case 'check':
      checks.add(ref.check);
      break;
    case 'entry':
      entries.add(ref.entry);
      break;
    case 'cascade':
    case 'source':
      break;
  }
}

async function entriesBy(store: Store, ids: ReadonlySet<EntryId>): Promise<LedgerEntry[]> {
  if (ids.size === 0) return [];
  return (await store.entries()).filter(({ id }) => ids.has(id));
}

async function capturesOf(
  store: Store,
  articles: readonly Article[],
  checks: readonly FactCheck[],
  entries: readonly LedgerEntry[],
): Promise<readonly Capture[]> {
  const ids = new Set<CaptureId>([
    ...articles.map(({ captureId }) => captureId),
    ...checks.map(({ capture }) => capture),
    ...entries.flatMap(({ evidence }) => ('capture' in evidence ? [evidence.capture] : [])),
  ]);
  return [...(await store.capturesByIds([...ids])).values()];
}

const articleOf = ({
  id,
  captureId,
  outlet,
  title,
  url,
}: Article): BundledReceipt['articles'][number] => ({
  id,
  capture: captureId,
  outlet,
  title,
  ...(url !== undefined && { url }),
});

function passageOf(
  { article: id, span }: { readonly article: ArticleId; readonly span: Span },
  articles: ReadonlyMap<ArticleId, Article>,
): ReceiptPassage[] {
  const article = articles.get(id);
  return article === undefined ? [] : [receiptPassage(id, span, article.text)];
}

/** A passage as a receipt states it: cut where it is long, with the digest of the whole. */
export function receiptPassage(article: ArticleId, span: Span, text: string): ReceiptPassage {
  const { begin, end } = span;
  const { text: quote, hiddenWords } = quotedView(span, text);
  const sha256 = digestOf(text.slice(begin, end));
  return { article, span: { begin, end }, quote, hiddenWords, sha256 };
}

function entryOf(entry: LedgerEntry): BundledReceipt['entries'][number] {
  const { id, evidence } = entry;
  const words = entryWords(entry);
  return 'capture' in evidence ? { id, capture: evidence.capture, words } : { id, words };
}
