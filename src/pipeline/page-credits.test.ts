import { describe, expect, it } from 'vitest';
import type { Cascade } from '../domain/trace.ts';
import { fileIn, onDesk, prose, useFolder } from './desk.fixture.ts';
import { ingest } from './ingest.ts';
import { ladderOfCascade } from './judge/ladder-members.ts';
import { traceDesk } from './trace.ts';

const folder = useFolder();

/** An invented page of `<name>.example`, published at the given hour, with what its head states. */
function page(name: string, hour: number, head: string): string {
  const body = `<h1>The pier is leased</h1><p>${prose(1, 60)}</p><p>${prose(2, 60)}</p>`;
  const facts = [
    `<link rel="canonical" href="https://${name}.example/news/the-pier-is-leased">`,
    `<meta property="og:site_name" content="${name}">`,
    `<meta property="article:published_time" content="2024-05-10T1${hour}:00:00Z">`,
    head,
  ];
  return `<!doctype html><html lang="en"><head><title>The pier is leased</title>${facts.join('')}</head><body><article>${body}</article></body></html>`;
}

/** Traces pages given as name and head, an hour apart; the ladder is that of their one cascade. */
async function traced(pages: readonly (readonly [string, string])[]) {
  const files = pages.map(([name, head], hour) =>
    fileIn(folder(), `${name}.html`, page(name, hour, head)),
  );
  return onDesk(folder(), async (desk) => {
    await ingest(desk, files);
    await traceDesk(desk);
    const [cascade] = await desk.store.cascades({ limit: 2, offset: 0, minReach: 1 });
    const ladder = await ladderOfCascade(desk.store, cascade!, () => []);
    const articles = await desk.store.articlesByIds(cascade!.echoes.map(({ article }) => article));
    const outlet = (id: Cascade['earliest'][number]) => articles.get(id)!.outlet;
    return { cascade: cascade!, ladder, outlet };
  });
}

const author = (name: string): string => `<meta name="author" content="${name}">`;
const original = (url: string): string =>
  `<script type="application/ld+json">{"@type":"NewsArticle","isBasedOn":"${url}"}</script>`;

describe('what pages state of their sources', () => {
  it('reaches the cascade: wires, credits, the parent', async () => {
    const { cascade, outlet } = await traced([
      ['early', author('Jane Roe')],
      ['first', ''],
      ['agency', author('Redacción / AFP')],
      ['copy', original('https://first.example/news/the-pier-is-leased')],
      ['silent', author('Juan Pérez')],
    ]);
    const told = cascade.echoes.map(({ article, credit, creditPlace, parent }) => [
      outlet(article),
      credit,
      creditPlace?.kind,
      parent && [outlet(parent.article), parent.reason],
    ]);
    expect(told).toEqual([
      ['early', 'unknown', undefined, undefined],
      ['first', 'dropped', undefined, ['early', 'most-overlap']],
      ['agency', 'kept', 'authors', ['early', 'earliest']],
      ['copy', 'kept', 'based-on', ['first', 'names-outlet']],
      ['silent', 'dropped', undefined, ['early', 'earliest']],
    ]);
    expect(
      cascade.wires!.map(({ id, credits }) => [id, credits.map((c) => outlet(c.article))]),
    ).toEqual([['afp', ['agency']]]);
  });

  it('reaches the ladder as notes', async () => {
    const url = 'https://first.example/news/the-pier-is-leased';
    const { ladder } = await traced([
      ['early', ''],
      ['first', ''],
      ['copy', original(url)],
    ]);
    const named = ladder.rungs[2]!.merges.filter(({ reason }) => reason === 'names-outlet');
    expect(named.map(({ sure, evidence, note }) => ({ sure, evidence, note: note?.en }))).toEqual([
      { sure: true, evidence: [], note: `first, by the stated original ${url}` },
    ]);
  });
});
