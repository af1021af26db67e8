/**
 * The desk as records for other tools, read page by page: what is asked for and nothing else, so that a
 * million articles need no more memory than a thousand.
 */
import type { AlertEvent } from '../../domain/alerts.ts';
import type { Article } from '../../domain/article.ts';
import type {
  ExportAlert,
  ExportArticle,
  ExportCascade,
  ExportCheck,
  ExportHead,
  ExportOutlet,
  ExportReading,
  ExportRecord,
} from '../../domain/exports.ts';
import type { ArticleId } from '../../domain/ids.ts';
import type { Desk } from '../../pipeline/desk.ts';
import { entryRecords } from '../../pipeline/exports/entries.ts';
import { pairsIn } from '../../pipeline/exports/pairs.ts';
import { type Judge, matchChecks, verdictOfCheck } from '../../pipeline/judge/judge.ts';
import { keptFacts, keptJudge } from '../../pipeline/judge/kept-judge.ts';
import { alertViews } from '../../pipeline/warn/alert-views.ts';
import { deskIndicators } from '../../pipeline/warn/indicators.ts';
import { openWatchList } from '../../pipeline/watch/watch-list.ts';
import { articlesOfCascade, cascadeViews, viewsOfArticles } from '../cascade-views.ts';
import { checkViews } from '../claim-views.ts';
import { readingView } from '../reading-views.ts';

export type RecordKind = ExportRecord['kind'];

export interface RecordOptions {
  /** Kinds that are wanted; the head always comes. */
  readonly kinds: ReadonlySet<RecordKind>;
  /** Of the program. */
  readonly version: string;
  /** The watch that the desk serves: its name, host, sponsors and outlets. */
  readonly watchFile: string | undefined;
  readonly onProgress?: (stage: string, done: number, total: number) => void;
}

const PAGE = 200;
const CASCADES = 20;

type Source = RecordOptions & { readonly desk: Desk };

/** In the order of `ExportRecord`; each is gone through if any of its kinds is wanted. */
const STAGES: readonly {
  readonly kinds: readonly RecordKind[];
  readonly records: (source: Source) => AsyncIterable<ExportRecord>;
}[] = [
  { kinds: ['outlet'], records: outletRecords },
  { kinds: ['article', 'reading'], records: articleRecords },
  { kinds: ['check'], records: checkRecords },
  { kinds: ['cascade'], records: cascadeRecords },
  { kinds: ['entry'], records: ledgerRecords },
  { kinds: ['alert'], records: alertRecords },
];

/** The desk's records, each after those that it names: the same desk, the same records. */
export async function* exportRecords(
  desk: Desk,
  options: RecordOptions,
): AsyncGenerator<ExportRecord> {
  yield await headOf(desk, options);
  for (const { kinds, records } of STAGES) {
    if (kinds.some((kind) => options.kinds.has(kind))) yield* records({ ...options, desk });
  }
}

async function headOf({ store }: Desk, { version, watchFile }: RecordOptions): Promise<ExportHead> {
  const articles = await store.countArticles();
  const [last] = articles === 0 ? [] : await store.articlesAt([articles - 1]);
  const readings = await store.indicatorReadings();
  const watch = watchFile === undefined ? undefined : (await openWatchList(watchFile)).watch;
  return {
    kind: 'head',
    version,
    title: watch?.name,
    host: watch?.host,
    sponsors: watch?.sponsors ?? [],
    at: Math.max(last?.capturedAt ?? 0, ...readings.map(({ measuredAt }) => measuredAt)),
    articles,
  };
}

async function* outletRecords({ desk, watchFile }: Source): AsyncGenerator<ExportOutlet> {
  const factsOf = await keptFacts(desk, watchFile);
  const outlets = [...(await desk.store.outletArticles())];
  outlets.sort((a, b) => (a.domain < b.domain ? -1 : 1));
  for (const { domain, name } of outlets) {
    yield { kind: 'outlet', domain, name, facts: factsOf(domain) };
  }
}

/** Each article with what readers made of it, so that texts are read from the store once. */
async function* articleRecords({ desk: { store }, kinds, onProgress }: Source) {
  const total = await store.countArticles();
  const wantsReadings = kinds.has('reading');
  let done = 0;
  for await (const page of pagesOf(store.articles(), PAGE)) {
    const views = await viewsOfArticles(store, page);
    const captures = await store.capturesByIds(page.map(({ captureId }) => captureId));
    const readings = wantsReadings ? await store.readingsOf(page.map(({ id }) => id)) : undefined;
    for (const [i, { id, text, captureId }] of page.entries()) {
      const article = views[i]!;
      const { mediaType, length } = captures.get(captureId)!;
      if (kinds.has('article')) {
        yield { kind: 'article', article, mediaType, length } satisfies ExportArticle;
      }
      const made = readings?.get(id);
      if (made === undefined) continue;
      const pairs = pairsIn([{ id, text }]);
      for (const one of made) {
        const reading = readingView(one, text);
        yield { kind: 'reading', article, reading, pairs } satisfies ExportReading;
      }
    }
    done += page.length;
    onProgress?.('articles', done, total);
  }
}

async function* checkRecords({ desk: { store } }: Source): AsyncGenerator<ExportCheck> {
  for await (const page of pagesOf(store.checks(), PAGE)) {
    const captures = await store.capturesByIds(page.map(({ capture }) => capture));
    for (const check of page) {
      const { body: _, capture, ...rest } = check;
      yield {
        kind: 'check',
        check: rest,
        verdict: verdictOfCheck(check),
        capture: { digest: captures.get(capture)?.digest ?? '' },
      };
    }
  }
}

/** Those of several publishers and those within one; the widest first. */
async function* cascadeRecords({ desk, watchFile, onProgress }: Source) {
  const { store } = desk;
  const factsOf = await keptFacts(desk, watchFile);
  const { checks } = await store.checkCounts();
  const judge = checks === 0 ? undefined : await keptJudge(desk, watchFile);
  const total = await store.countCascades(1);
  for (let offset = 0; offset < total; offset += CASCADES) {
    const cascades = await store.cascades({ limit: CASCADES, offset, minReach: 1 });
    const views = await cascadeViews(store, cascades, factsOf);
    const articles = await articlesOfCascade(store, cascades);
    for (const [i, cascade] of views.entries()) {
      const members = cascades[i]!.echoes.flatMap(({ article }) => articles.get(article) ?? []);
      const matched = judge === undefined ? [] : await matching(judge, cascade.title, members[0]);
      yield {
        kind: 'cascade',
        cascade,
        checks: await checkViews(store, matched),
        pairs: pairsIn(members),
      } satisfies ExportCascade;
    }
    onProgress?.('cascades', Math.min(total, offset + CASCADES), total);
  }
}

async function matching(judge: Judge, title: string, first: Article | undefined) {
  if (first === undefined || title === '') return [];
  return matchChecks(judge, [{ text: title, language: first.language }]);
}

async function* ledgerRecords({ desk }: Source): AsyncGenerator<ExportRecord> {
  yield* await entryRecords(desk.store);
}

async function* alertRecords({ desk }: Source): AsyncGenerator<ExportAlert> {
  const { store, folder } = desk;
  const byId = new Map((await deskIndicators(folder)).map((one) => [one.id, one]));
  const total = await store.countAlerts({});
  for (let offset = 0; offset < total; offset += PAGE) {
    const alerts = await store.alerts({ limit: PAGE, offset });
    for (const view of await alertViews(store, alerts, (id) => byId.get(id))) {
      const articles = view.passages.flatMap(({ article }) => article?.article ?? []);
      const texts = await store.articlesByIds([...new Set<ArticleId>(articles)]);
      yield {
        kind: 'alert',
        view: {
          ...view,
          alert: { ...view.alert, assignee: undefined },
          events: view.events.map(withoutWords),
        },
        pairs: pairsIn(texts.values()),
      };
    }
  }
}

/** What people noted, and who they are, stays on the desk. */
function withoutWords({ alert, at, by, action, reason, value }: AlertEvent): AlertEvent {
  return {
    ...{ alert, at, action },
    by: by === 'desk' ? by : 'person',
    ...(reason !== undefined && { reason }),
    ...(value !== undefined && { value }),
  };
}

/** Lists of at most `size`, in order. */
async function* pagesOf<T>(all: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let page: T[] = [];
  for await (const one of all) {
    page.push(one);
    if (page.length < size) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
