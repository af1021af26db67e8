/** Planted ladders through the product: a desk in a temporary folder, gone afterwards. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalUrl } from '../src/collect/address.ts';
import type { Article } from '../src/domain/article.ts';
import type { Ladder } from '../src/domain/judgement.ts';
import type { Span } from '../src/domain/span.ts';
import type { Cascade } from '../src/domain/trace.ts';
import type { OutletFact } from '../src/domain/watch.ts';
import { type Desk, openDesk } from '../src/pipeline/desk.ts';
import { ingest } from '../src/pipeline/ingest.ts';
import {
  type FactsOf,
  ladderOfArticles,
  ladderOfCascade,
} from '../src/pipeline/judge/ladder-members.ts';
import { readDesk } from '../src/pipeline/read.ts';
import { traceDesk } from '../src/pipeline/trace.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';
import type { PlantedCase } from './ladders-plants.ts';

const MOST_CASCADES = 10_000;

/** The product's ladder of each case, in their order; undefined where it has no cascade of it. */
export async function runLadders(cases: readonly PlantedCase[]): Promise<(Ladder | undefined)[]> {
  const place = mkdtempSync(join(tmpdir(), 'atalaya-ladders-'));
  try {
    const file = join(place, 'articles.jsonl');
    const rows = cases.flatMap(({ articles }) =>
      articles.map(({ name, ...rest }) => JSON.stringify({ ...rest, outlet: name })),
    );
    writeFileSync(file, `${rows.join('\n')}\n`);
    const folder = join(place, 'desk');
    const detectLanguage = lazyLanguageDetector();
    const desk = await openDesk({ folder, now: Date.now, detectLanguage });
    try {
      await ingest(desk, [file]);
      await traceDesk(desk);
      await readDesk(desk);
      return await laddersOn(desk, cases);
    } finally {
      await desk.close();
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

async function laddersOn(
  { store }: Desk,
  cases: readonly PlantedCase[],
): Promise<(Ladder | undefined)[]> {
  const byUrl = new Map<string, Article>();
  for await (const article of store.articles()) byUrl.set(article.url ?? '', article);
  const cascades = await store.cascades({ limit: MOST_CASCADES, offset: 0, minReach: 1 });
  const ladders: (Ladder | undefined)[] = [];
  for (const planted of cases) {
    const found = new Map(
      planted.articles.map(({ url }) => [url, byUrl.get(canonicalUrl(url) ?? url)!]),
    );
    const ids = [...found.values()].map(({ id }) => id);
    if (planted.claims !== undefined) {
      const spans = new Map(
        [...found].map(([url, { id, text }]) => [id, [spanOf(text, planted.claims!.get(url)!)]]),
      );
      ladders.push(await ladderOfArticles(store, ids, spans, factsOf(planted)));
      continue;
    }
    const cascade = homeOf(cascades, new Set(ids));
    ladders.push(cascade && (await ladderOfCascade(store, cascade, factsOf(planted))));
  }
  return ladders;
}

function spanOf(text: string, words: string): Span {
  const begin = text.indexOf(words);
  if (begin < 0) throw new Error(`The kept text lacks its paragraph ${JSON.stringify(words)}`);
  return { begin, end: begin + words.length };
}

/** The cascade with most of the articles, at least two. */
function homeOf(cascades: readonly Cascade[], ids: ReadonlySet<string>): Cascade | undefined {
  let home: Cascade | undefined;
  let most = 1;
  for (const cascade of cascades) {
    const shared = cascade.echoes.filter(({ article }) => ids.has(article)).length;
    if (shared > most) [home, most] = [cascade, shared];
  }
  return home;
}

function factsOf({ owners }: PlantedCase): FactsOf {
  return (domain): OutletFact[] => {
    const owner = owners?.get(domain);
    return owner === undefined ? [] : [{ domain, owner, source: { name: 'an invented list' } }];
  };
}
