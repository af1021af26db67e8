/** The bundled example through the product: a desk in a temporary folder, gone afterwards. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { canonicalUrl } from '../src/collect/address.ts';
import type { CascadeId } from '../src/domain/ids.ts';
import type { Ladder } from '../src/domain/judgement.ts';
import { openDesk } from '../src/pipeline/desk.ts';
import { ingest } from '../src/pipeline/ingest.ts';
import { openJudge } from '../src/pipeline/judge/judge.ts';
import { judgeCascade } from '../src/pipeline/judge/judge-cascade.ts';
import { readDesk } from '../src/pipeline/read.ts';
import { traceDesk } from '../src/pipeline/trace.ts';
import { lazyLanguageDetector } from '../src/text/language.ts';
import type { ExampleRun } from './example.ts';

const MOST_CASCADES = 10_000;

const GoldUrls = z.object({
  cascades: z.array(
    z.object({ origin: z.string().nullable(), echoes: z.array(z.object({ url: z.string() })) }),
  ),
});

/** Ingests, traces, reads and judges `folder`/articles; URLs come back as `folder`/gold.json spells them. */
export async function runExample(folder: string): Promise<ExampleRun> {
  const place = mkdtempSync(join(tmpdir(), 'atalaya-example-'));
  try {
    const detectLanguage = lazyLanguageDetector();
    const desk = await openDesk({ folder: place, now: Date.now, detectLanguage });
    await ingest(desk, [join(folder, 'articles')]);
    await traceDesk(desk);
    await readDesk(desk);
    const cascades = await desk.store.cascades({ limit: MOST_CASCADES, offset: 0, minReach: 1 });
    const judge = await openJudge(desk, () => []);
    const ladders = new Map<CascadeId, Ladder>();
    for (const cascade of cascades) {
      const { ladder } = await judgeCascade(judge, cascade);
      if (ladder !== undefined) ladders.set(cascade.id, ladder);
    }
    const urls = new Map<string, string>();
    const spelled = goldUrls(folder);
    for await (const { id, url } of desk.store.articles()) {
      if (url !== undefined) urls.set(id, spelled.get(url) ?? url);
    }
    await desk.close();
    return { cascades, ladders, urlOf: (id) => urls.get(id) ?? id };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function goldUrls(folder: string): Map<string, string> {
  const gold = GoldUrls.parse(JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')));
  const urls = gold.cascades.flatMap(({ origin, echoes }) => [
    ...(origin === null ? [] : [origin]),
    ...echoes.map(({ url }) => url),
  ]);
  return new Map(urls.map((url) => [canonicalUrl(url) ?? url, url]));
}
