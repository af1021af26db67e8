/**
 * Who repeats whom: publishers, and what one carried that another had first, counted over stored
 * cascades. Bounded: the heaviest edges and publishers, with the numbers of what was left out.
 */
import { z } from 'zod';
import type { NetworkEdge, NetworkNode, NetworkView } from '../domain/network-views.ts';
import type { FactSource, OutletFact } from '../domain/watch.ts';
import { columns, foreign, type Ink, inkOf } from '../export/terminal/ink.ts';
import { counted, figure } from '../export/wording.ts';
import { keptFacts } from '../pipeline/judge/kept-judge.ts';
import { keptDomains } from '../pipeline/kept-domains.ts';
import { openRegistry } from '../pipeline/watch/watch-list.ts';
import type { DomainCount, ReprintPair, ReprintPeriod } from '../store/reprints.ts';
import type { Store } from '../store/store.ts';
import { publisherOf } from '../text/publisher.ts';
import { pairDelays } from './network-lags.ts';
import { operation } from './operation.ts';

/** More publishers cannot be told apart in a drawing. */
const MOST_NODES = 150;
const MOST_EDGES = 600;
/** Edges whose delays are looked up. */
const MOST_DELAYS = 100;
const DAY_MS = 86_400_000;

const day = z.iso.date({ error: ({ input }) => `"${input}" is no day (YYYY-MM-DD)` });

export const networkOperation = operation({
  input: z.object({
    from: day.optional().describe('only what was published from this day on (YYYY-MM-DD)'),
    to: day.optional().describe('only what was published until this day'),
    min: z.coerce
      .number({ error: 'the least number of reprints is no whole number from 1 on' })
      .int()
      .min(1)
      .default(1)
      .describe('least reprints of a pair'),
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(MOST_EDGES)
      .default(200)
      .describe('how many pairs to show, heaviest first'),
    outlet: z.string().optional().describe('only this outlet and its partners'),
    state: z
      .string()
      .regex(/^[A-Za-z]{2}$/, { error: ({ input }) => `"${input}" is no code of a state (RU, MX)` })
      .optional()
      .describe('only outlets of which a source states this country, and their partners'),
    dropped: z
      .boolean()
      .default(false)
      .describe('only pairs that mostly left out where the text came from'),
  }),
  creates: false,
  remote: { role: 'reader', changes: false },
  run: async (input, { desk, watchFile }): Promise<NetworkView> => {
    const { store } = desk;
    const factsOf = await keptFacts(desk, watchFile).catch(async (error: unknown) => {
      // As in `outlets`: a server's watch list may be missing or half edited.
      if (watchFile === undefined) throw error;
      const { outlets } = await openRegistry(undefined, []);
      return outlets.factsOf;
    });
    const period = periodOf(input);
    const all = mergedPairs(await store.reprintPairs(period));
    const facts = factsBy(all, factsOf);
    const chosen = all.filter((pair) => isAsked(pair, input, facts)).sort(heavier);
    const shown = boundedPairs(chosen, input.limit);
    const delays = await pairDelays(store, shown.slice(0, MOST_DELAYS), period);
    const total = sumBy(chosen);
    const articles = articlesBy(await domainsIn(store, period));
    const publishers = new Set(shown.flatMap(({ earlier, later }) => [earlier, later]));
    const sums = { reprints: summed(all, 'later'), reprinted: summed(all, 'earlier') };
    const nodes = [...publishers].map((publisher) => ({
      ...statedOf(publisher, facts.get(publisher) ?? []),
      articles: articles.get(publisher) ?? 0,
      reprints: sums.reprints.get(publisher) ?? 0,
      reprinted: sums.reprinted.get(publisher) ?? 0,
    }));
    return {
      nodes: nodes.sort(busier),
      edges: shown.map((pair, i) => edgeOf(pair, delays[i])),
      total,
      shown: shown.reduce((sum, { reprints }) => sum + reprints, 0),
      countries: [...new Set([...facts.values()].flatMap((one) => [...countriesIn(one)]))].sort(),
      stale: (await store.countArticles()) !== (await store.tracedArticles()),
    };
  },
  text: (view, { color }) => networkText(view, inkOf(color)),
});

function domainsIn(store: Store, period: ReprintPeriod): Promise<readonly DomainCount[]> {
  const isAll = period.from === undefined && period.to === undefined;
  return isAll ? keptDomains(store) : store.domainArticles(period);
}

/** A pair of publishers, of the domains of each. */
interface PublisherPair extends ReprintPair {
  readonly domains: readonly (readonly [earlier: string, later: string])[];
}

function periodOf({
  from,
  to,
}: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): ReprintPeriod {
  const start = from === undefined ? undefined : Date.parse(from);
  const end = to === undefined ? undefined : Date.parse(to) + DAY_MS - 1;
  return {
    ...(start !== undefined && !Number.isNaN(start) && { from: start }),
    ...(end !== undefined && !Number.isNaN(end) && { to: end }),
  };
}

/** Editions of one house are one publisher; what it carries of itself is no reprint. */
function mergedPairs(pairs: readonly ReprintPair[]): PublisherPair[] {
  const merged = new Map<string, PublisherPair>();
  for (const pair of pairs) {
    const [earlier, later] = [publisherOf(pair.earlier), publisherOf(pair.later)];
    if (earlier === later) continue;
    const known = merged.get(`${earlier} ${later}`);
    merged.set(`${earlier} ${later}`, {
      ...{ earlier, later, example: known?.example ?? pair.example },
      reprints: (known?.reprints ?? 0) + pair.reprints,
      credited: (known?.credited ?? 0) + pair.credited,
      dropped: (known?.dropped ?? 0) + pair.dropped,
      domains: [...(known?.domains ?? []), [pair.earlier, pair.later]],
    });
  }
  return [...merged.values()];
}

function factsBy(
  pairs: readonly PublisherPair[],
  factsOf: (domain: string) => readonly OutletFact[],
): ReadonlyMap<string, readonly OutletFact[]> {
  const publishers = new Set(pairs.flatMap(({ earlier, later }) => [earlier, later]));
  return new Map([...publishers].map((publisher) => [publisher, factsOf(publisher)]));
}

interface Asked {
  readonly min: number;
  readonly outlet?: string | undefined;
  readonly state?: string | undefined;
  readonly dropped: boolean;
}

function isAsked(
  { earlier, later, reprints, dropped }: PublisherPair,
  asked: Asked,
  facts: ReadonlyMap<string, readonly OutletFact[]>,
): boolean {
  const outlet = asked.outlet === undefined ? undefined : publisherOf(asked.outlet.toLowerCase());
  const state = asked.state?.toUpperCase();
  const isOf = (publisher: string): boolean =>
    (facts.get(publisher) ?? []).some(({ country }) => country === state);
  return (
    reprints >= asked.min &&
    (outlet === undefined || earlier === outlet || later === outlet) &&
    (state === undefined || isOf(earlier) || isOf(later)) &&
    (!asked.dropped || dropped * 2 > reprints)
  );
}

const heavier = (a: PublisherPair, b: PublisherPair): number =>
  b.reprints - a.reprints || order(a.earlier, b.earlier) || order(a.later, b.later);
const busier = (a: NetworkNode, b: NetworkNode): number =>
  b.reprints + b.reprinted - a.reprints - a.reprinted || order(a.publisher, b.publisher);
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The heaviest pairs that fit among so many publishers and edges. */
function boundedPairs(pairs: readonly PublisherPair[], limit: number): PublisherPair[] {
  const publishers = new Set<string>();
  const kept: PublisherPair[] = [];
  for (const pair of pairs) {
    if (kept.length >= limit) break;
    const added = [pair.earlier, pair.later].filter((one) => !publishers.has(one));
    if (publishers.size + added.length > MOST_NODES) continue;
    for (const one of added) publishers.add(one);
    kept.push(pair);
  }
  return kept;
}

function sumBy(pairs: readonly PublisherPair[]): NetworkView['total'] {
  return {
    publishers: new Set(pairs.flatMap(({ earlier, later }) => [earlier, later])).size,
    edges: pairs.length,
    reprints: pairs.reduce((sum, { reprints }) => sum + reprints, 0),
  };
}

function articlesBy(counts: readonly DomainCount[]): ReadonlyMap<string, number> {
  const articles = new Map<string, number>();
  for (const { domain, articles: n } of counts) {
    const publisher = publisherOf(domain);
    articles.set(publisher, (articles.get(publisher) ?? 0) + n);
  }
  return articles;
}

function summed(
  pairs: readonly PublisherPair[],
  side: 'earlier' | 'later',
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const pair of pairs) sums.set(pair[side], (sums.get(pair[side]) ?? 0) + pair.reprints);
  return sums;
}

function statedOf(
  publisher: string,
  facts: readonly OutletFact[],
): Omit<NetworkNode, 'articles' | 'reprints' | 'reprinted'> {
  const affiliations = new Set(facts.flatMap(({ affiliation }) => affiliation ?? []));
  const [affiliation = 'unknown'] = affiliations;
  return {
    publisher,
    name: facts.find(({ name }) => name !== undefined)?.name,
    affiliation: affiliations.size > 1 ? 'differs' : affiliation,
    countries: [...countriesIn(facts)],
    sources: sourcesOf(facts),
  };
}

function sourcesOf(facts: readonly OutletFact[]): FactSource[] {
  const stating = facts.filter(
    ({ affiliation, country }) => affiliation !== undefined || country !== undefined,
  );
  return [...new Map(stating.map(({ source }) => [JSON.stringify(source), source])).values()];
}

const countriesIn = (facts: readonly OutletFact[]): Set<string> =>
  new Set(facts.flatMap(({ country }) => country ?? []));

function edgeOf(pair: PublisherPair, lag: NetworkEdge['lag']): NetworkEdge {
  const { earlier, later, reprints, credited, dropped, example } = pair;
  return { earlier, later, reprints, credited, dropped, lag, example };
}

function networkText({ nodes, edges, total, shown, stale }: NetworkView, ink: Ink): string {
  if (edges.length === 0) return 'No publisher was seen to carry what another had first.';
  const names = new Map(nodes.map(({ publisher, affiliation }) => [publisher, affiliation]));
  const named = (publisher: string): string => `${foreign(publisher)} (${names.get(publisher)})`;
  const rows = edges.map(({ earlier, later, reprints, dropped }) => [
    `  ${named(later)}`,
    `carried ${figure(reprints)} that`,
    named(earlier),
    'had first',
    dropped === 0 ? '' : `${figure(dropped)} without credit`,
  ]);
  return [
    columns(rows),
    ink.dim(
      `${figure(shown)} of ${counted(total.reprints, 'reprint')}, ${figure(edges.length)} of ${counted(total.edges, 'pair')}, ${figure(nodes.length)} of ${counted(total.publishers, 'publisher')}.`,
    ),
    ink.dim('Earlier is not source. In whose hands an outlet is, is what lists state.'),
    ...(stale ? [ink.warn('Articles came in since the last trace: run atalaya trace.')] : []),
  ].join('\n');
}
