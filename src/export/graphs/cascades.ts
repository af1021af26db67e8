/**
 * The network of cascades: articles, and for each echo the article that it was most likely taken
 * from. Memory holds the ids of articles and the edges, without any text.
 */
import type { ExportRecord } from '../../domain/exports.ts';
import type { ArticleId } from '../../domain/ids.ts';
import type { ArticleView, CascadeView } from '../../domain/views.ts';
import { isoOf } from '../moments.ts';
import { labelOf, type Network, type NetworkPart } from './network.ts';

export const CASCADE_NETWORK: Network = {
  doc: 'Articles that stand in cascades. An edge leads from the likely parent to its echo: a lead with its confidence, its reason and its rivals, not a finding. Earlier is not source.',
  nodes: [
    { name: 'outlet', type: 'string', doc: 'Its outlet by name.' },
    { name: 'domain', type: 'string', doc: 'The host or account that published it.' },
    { name: 'url', type: 'string', doc: 'Its address.' },
    { name: 'language', type: 'string', doc: 'Primary tag of its language.' },
    { name: 'published_earliest', type: 'string', doc: 'The earliest that it was published.' },
    { name: 'published_latest', type: 'string', doc: 'The latest that it was published.' },
  ],
  edges: [
    { name: 'cascade', type: 'string', doc: 'The cascade that both stand in.' },
    { name: 'reason', type: 'string', doc: 'Why this parent: named, most in common, or earliest.' },
    { name: 'confidence', type: 'double', doc: 'Evidence for it against its rivals, 0 to 1.' },
    { name: 'rivals', type: 'long', doc: 'How many other articles could be the parent.' },
    { name: 'rival_ids', type: 'string', doc: 'These, most likely first.' },
    { name: 'lag_min_ms', type: 'double', doc: 'Least delay, milliseconds.' },
    { name: 'lag_max_ms', type: 'double', doc: 'Greatest delay, milliseconds.' },
    { name: 'copy_type', type: 'string', doc: 'How it differs from the parent.' },
    { name: 'credit', type: 'string', doc: 'Whether it names where the text came from.' },
  ],
  parts: cascadeParts,
};

async function* cascadeParts(records: AsyncIterable<ExportRecord>): AsyncIterable<NetworkPart> {
  const seen = new Set<ArticleId>();
  const edges: NetworkPart[] = [];
  for await (const record of records) {
    if (record.kind === 'head') yield { kind: 'head', at: record.at, version: record.version };
    if (record.kind !== 'cascade') continue;
    const { echoes } = record.cascade;
    for (const { article } of echoes) {
      if (seen.has(article.id)) continue;
      seen.add(article.id);
      yield nodeOf(article);
    }
    addEdges(edges, record.cascade, seen);
  }
  yield* edges;
}

function nodeOf(article: ArticleView): NetworkPart {
  const { published } = article;
  return {
    kind: 'node',
    id: `a${article.id}`,
    label: labelOf(article.title),
    values: [
      labelOf(article.outlet),
      labelOf(article.domain),
      article.url,
      article.language,
      published && isoOf(published.earliest),
      published && isoOf(published.latest),
    ],
  };
}

function addEdges(
  edges: NetworkPart[],
  { id: cascade, echoes }: CascadeView,
  seen: ReadonlySet<ArticleId>,
): void {
  for (const { article, parent, copyType, credit } of echoes) {
    if (parent === undefined || !seen.has(parent.article)) continue;
    const rivals = parent.rivals.map((rival) => rival.article);
    edges.push({
      kind: 'edge',
      id: `e${edges.length + 1}`,
      source: `a${parent.article}`,
      target: `a${article.id}`,
      weight: 1,
      values: [
        ...[cascade, parent.reason, parent.confidence, rivals.length, rivals.join(' ')],
        ...[parent.lag.min, parent.lag.max, copyType, credit],
      ],
    });
  }
}
