/**
 * The network of publishers: who carried what another one, by the likeliest reading, had first. Memory
 * holds publishers, the edges between them and the ids of articles; edges are at most publishers².
 */
import type { ExportOutlet, ExportRecord } from '../../domain/exports.ts';
import type { ArticleId } from '../../domain/ids.ts';
import { CREDIT_STATES, PARENT_REASONS } from '../../domain/trace.ts';
import type { EchoView } from '../../domain/views.ts';
import type { FactSource, OutletFact } from '../../domain/watch.ts';
import { labelOf, type Network, type NetworkPart } from './network.ts';

interface Publisher {
  readonly domain: string;
  name: string;
  facts: readonly OutletFact[];
  articles: number;
  /** Echoes of its own articles in its own pages: no relation to anybody. */
  ownEchoes: number;
  readonly later: Map<Publisher, Edge>;
}

interface Edge {
  echoes: number;
  /** In the order of `CREDIT_STATES`. */
  readonly credits: number[];
  /** In the order of `PARENT_REASONS`. */
  readonly reasons: number[];
  confidence: number;
  withRivals: number;
  lagMin: number;
  lagMax: number;
}

export const PUBLISHER_NETWORK: Network = {
  doc: 'Publishers of the desk. An edge leads from the publisher of the likely parent to that of the echo; its weight is the number of echoes. Earlier is not source: each echo is a lead with a confidence and rivals, not a finding, and an edge says nothing about intent.',
  nodes: [
    { name: 'domain', type: 'string', doc: 'Its host, or its account on a platform.' },
    { name: 'articles', type: 'long', doc: 'Its articles in this export.' },
    { name: 'countries', type: 'string', doc: 'Its country, each as a source states it.' },
    { name: 'affiliation', type: 'string', doc: 'In whose hands each source states it to be.' },
    {
      name: 'own_echoes',
      type: 'long',
      doc: 'Its echoes of its own articles; no edge shows them.',
    },
  ],
  edges: [
    { name: 'echoes', type: 'long', doc: 'Echoes whose likely parent it had.' },
    ...CREDIT_STATES.map((state) => ({
      name: `credit_${state}`,
      type: 'long' as const,
      doc: `Of these, those whose credit of a source is ${state}.`,
    })),
    ...PARENT_REASONS.map((reason) => ({
      name: `reason_${reason.replaceAll('-', '_')}`,
      type: 'long' as const,
      doc: `Of these, those with the parent chosen by: ${reason}.`,
    })),
    { name: 'confidence_mean', type: 'double', doc: 'Mean confidence in the parents, 0 to 1.' },
    { name: 'with_rivals', type: 'long', doc: 'Echoes that could have another parent.' },
    { name: 'lag_min_ms', type: 'double', doc: 'Least delay of all, milliseconds.' },
    { name: 'lag_max_ms', type: 'double', doc: 'Greatest delay of all, milliseconds.' },
  ],
  parts: publisherParts,
};

async function* publisherParts(records: AsyncIterable<ExportRecord>): AsyncIterable<NetworkPart> {
  const publishers = new Map<string, Publisher>();
  const publisherOf = new Map<ArticleId, Publisher>();
  for await (const record of records) {
    if (record.kind === 'head') yield { kind: 'head', at: record.at, version: record.version };
    else if (record.kind === 'outlet') addOutlet(publishers, record);
    else if (record.kind === 'article') {
      const publisher = publisherNamed(publishers, record.article.domain, record.article.outlet);
      publisher.articles += 1;
      publisherOf.set(record.article.id, publisher);
    } else if (record.kind === 'cascade') {
      for (const echo of record.cascade.echoes) addEcho(publisherOf, echo);
    }
  }
  yield* partsOf(publishers);
}

function publisherNamed(all: Map<string, Publisher>, domain: string, name: string): Publisher {
  const known = all.get(domain);
  if (known !== undefined) return known;
  const publisher = { domain, name, facts: [], articles: 0, ownEchoes: 0, later: new Map() };
  all.set(domain, publisher);
  return publisher;
}

function addOutlet(all: Map<string, Publisher>, { domain, name, facts }: ExportOutlet): void {
  const publisher = publisherNamed(all, domain, name);
  publisher.name = name;
  publisher.facts = facts;
}

function addEcho(publisherOf: ReadonlyMap<ArticleId, Publisher>, echo: EchoView): void {
  const { parent } = echo;
  if (parent === undefined) return;
  const earlier = publisherOf.get(parent.article);
  const later = publisherOf.get(echo.article.id);
  if (earlier === undefined || later === undefined) return;
  if (earlier === later) {
    later.ownEchoes += 1;
    return;
  }
  const edge = earlier.later.get(later) ?? newEdge();
  earlier.later.set(later, edge);
  edge.echoes += 1;
  edge.credits[CREDIT_STATES.indexOf(echo.credit)]! += 1;
  edge.reasons[PARENT_REASONS.indexOf(parent.reason)]! += 1;
  edge.confidence += parent.confidence;
  if (parent.rivals.length > 0) edge.withRivals += 1;
  edge.lagMin = Math.min(edge.lagMin, parent.lag.min);
  edge.lagMax = Math.max(edge.lagMax, parent.lag.max);
}

function newEdge(): Edge {
  const zero = () => 0;
  return {
    echoes: 0,
    credits: CREDIT_STATES.map(zero),
    reasons: PARENT_REASONS.map(zero),
    confidence: 0,
    withRivals: 0,
    lagMin: Number.POSITIVE_INFINITY,
    lagMax: Number.NEGATIVE_INFINITY,
  };
}

/** Publishers of whom there are articles, by domain; then their edges, by both domains. */
function* partsOf(all: ReadonlyMap<string, Publisher>): Iterable<NetworkPart> {
  const shown = [...all.values()].filter(({ articles }) => articles > 0).sort(byDomain);
  const ids = new Map(shown.map((publisher, place) => [publisher, `p${place + 1}`]));
  for (const publisher of shown) yield nodeOf(publisher, ids.get(publisher)!);
  let edges = 0;
  for (const earlier of shown) {
    for (const [later, edge] of [...earlier.later].sort(([a], [b]) => byDomain(a, b))) {
      edges += 1;
      yield edgeOf(edge, `e${edges}`, ids.get(earlier)!, ids.get(later)!);
    }
  }
}

function byDomain(a: Publisher, b: Publisher): number {
  return a.domain < b.domain ? -1 : Number(a.domain > b.domain);
}

function nodeOf({ domain, name, facts, articles, ownEchoes }: Publisher, id: string): NetworkPart {
  const countries = asStated(facts, ({ country }) => country);
  const affiliations = asStated(facts, ({ affiliation }) => affiliation);
  const values = [labelOf(domain), articles, countries, affiliations, ownEchoes];
  return { kind: 'node', id, label: labelOf(name === '' ? domain : name), values };
}

/** `state-controlled (List A, 2024); public (List B)`: who states what, side by side. */
function asStated(
  facts: readonly OutletFact[],
  of: (fact: OutletFact) => string | undefined,
): string | undefined {
  const stated = facts.flatMap((fact) => {
    const value = of(fact);
    return value === undefined ? [] : [`${labelOf(value)} (${sourceOf(fact.source)})`];
  });
  return stated.length === 0 ? undefined : [...new Set(stated)].join('; ');
}

function sourceOf({ name, date }: FactSource): string {
  return date === undefined ? labelOf(name) : `${labelOf(name)}, ${labelOf(date)}`;
}

function edgeOf(edge: Edge, id: string, source: string, target: string): NetworkPart {
  const { echoes, credits, reasons, confidence, withRivals, lagMin, lagMax } = edge;
  const mean = Math.round((confidence / echoes) * 1e4) / 1e4;
  const values = [echoes, ...credits, ...reasons, mean, withRivals, lagMin, lagMax];
  return { kind: 'edge', id, source, target, weight: echoes, values };
}
