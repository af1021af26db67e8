/** Alerts with what shows them: the words of their passages, the names of cascades, checks and sources. */
import type { AlertPassage, AlertView } from '../../domain/alert-views.ts';
import type { Alert, EvidenceRef, Finding, Indicator } from '../../domain/alerts.ts';
import type { Article } from '../../domain/article.ts';
import type { FactCheck } from '../../domain/checks.ts';
import type { ArticleId, CheckId, EntryId } from '../../domain/ids.ts';
import type { LedgerEntry } from '../../domain/ledger.ts';
import type { Store } from '../../store/store.ts';
import { quotedView } from '../../text/quoted.ts';
import { entryWords } from './entry-words.ts';

/** Things shown of one finding; how many there are stands in its sentence. */
const MOST_REFS = 12;

/** What references of several alerts name, looked up together. */
interface Known {
  readonly articles: ReadonlyMap<ArticleId, Article>;
  readonly checks: ReadonlyMap<CheckId, FactCheck>;
  readonly entries: ReadonlyMap<EntryId, LedgerEntry>;
  readonly titles: ReadonlyMap<string, string>;
}

/** The alerts with their logs; `indicatorOf` gives what raised each, if it is still known. */
export async function alertViews(
  store: Store,
  alerts: readonly Alert[],
  indicatorOf: (id: string) => Indicator | undefined,
): Promise<AlertView[]> {
  const known = await lookUp(store, alerts.flatMap(refsOf));
  const views: AlertView[] = [];
  for (const alert of alerts) {
    views.push({
      alert,
      indicator: indicatorOf(alert.indicator),
      events: await store.alertEvents(alert.id),
      passages: refsOf(alert).flatMap((ref) => passageOf(ref, known)),
    });
  }
  return views;
}

/** Each reference once. */
function refsOf({ findings, counter }: Alert): EvidenceRef[] {
  const seen = new Map<string, EvidenceRef>();
  for (const { refs } of [...findings, ...counter] satisfies Finding[]) {
    for (const ref of refs.slice(0, MOST_REFS)) seen.set(JSON.stringify(ref), ref);
  }
  return [...seen.values()];
}

async function lookUp(store: Store, refs: readonly EvidenceRef[]): Promise<Known> {
  const articles = new Set<ArticleId>();
  const checks = new Set<CheckId>();
  const entries = new Set<EntryId>();
  const firsts = new Map<string, ArticleId>();
  for (const ref of refs) {
    switch (ref.kind) {
      case 'passage':
      case 'article':
        articles.add(ref.article);
        break;
      case 'cascade': {
        const cascade = await store.cascadeById(ref.cascade);
        const first = cascade?.earliest[0] ?? cascade?.echoes[0]?.article;
        if (first !== undefined) firsts.set(ref.cascade, first);
        break;
      }
      case 'check':
        checks.add(ref.check);
        break;
      case 'entry':
        entries.add(ref.entry);
        break;
      case 'source':
        break;
    }
  }
  const found = await store.articlesByIds([...articles, ...firsts.values()]);
  const titles = [...firsts].map(([id, first]) => [id, found.get(first)?.title ?? id] as const);
  return {
    articles: found,
    checks: await store.checksByIds([...checks]),
    entries: await entriesBy(store, entries),
    titles: new Map(titles),
  };
}

async function entriesBy(
  store: Store,
  ids: ReadonlySet<EntryId>,
): Promise<ReadonlyMap<EntryId, LedgerEntry>> {
  if (ids.size === 0) return new Map();
  const all = await store.entries();
  return new Map(all.flatMap((entry) => (ids.has(entry.id) ? [[entry.id, entry] as const] : [])));
}

function passageOf(ref: EvidenceRef, known: Known): AlertPassage[] {
  switch (ref.kind) {
    case 'passage':
    case 'article': {
      const article = known.articles.get(ref.article);
      if (article === undefined) return [];
      const { id, outlet, title, text, language } = article;
      const quote = ref.kind === 'article' ? undefined : quotedView(ref.span, text).text;
      const named = { article: { article: id, outlet }, label: title };
      return [{ ref, ...named, ...(quote !== undefined && { quote, language }) }];
    }
    case 'cascade': {
      const label = known.titles.get(ref.cascade);
      return label === undefined ? [] : [{ ref, label }];
    }
    case 'check': {
      const check = known.checks.get(ref.check);
      return check === undefined ? [] : [{ ref, label: `${check.checker}: ${check.claim}` }];
    }
    case 'entry': {
      const entry = known.entries.get(ref.entry);
      return entry === undefined ? [] : [{ ref, label: entryWords(entry) }];
    }
    case 'source':
      return [{ ref, label: ref.source }];
  }
}
