/**
 * The registry: what lists state about outlets, found by address, host or registrable domain. Facts
 * of different sources stand side by side; where they differ, each value keeps its sources. Opening
 * is linear in the facts, a look-up in those that it returns.
 */
import type { FactSource, OutletFact } from '../../domain/watch.ts';
import { publisherOf } from '../../text/publisher.ts';
import { outletKey } from './outlet-key.ts';

export interface Outlets {
  readonly facts: number;
  readonly domains: number;
  /**
   * What is stated about an outlet: about its host itself first, then about each host above it up
   * to the registrable domain (`actualidad.rt.com`, then `rt.com`). An account is itself only. In
   * each group the order of the facts given; empty where nothing is stated.
   */
  factsOf(domainOrUrl: string): readonly OutletFact[];
}

/** One value of a field and every source that states it. */
export interface StatedValue {
  readonly value: string;
  readonly sources: readonly FactSource[];
}

/** Opens a registry over facts; facts that are alike in every field are kept once. */
export function openOutlets(facts: Iterable<OutletFact>): Outlets {
  const byDomain = new Map<string, OutletFact[]>();
  const seen = new Set<string>();
  for (const fact of facts) {
    const print = printOf(fact);
    if (seen.has(print)) continue;
    seen.add(print);
    const known = byDomain.get(fact.domain);
    if (known === undefined) byDomain.set(fact.domain, [fact]);
    else known.push(fact);
  }
  return {
    facts: seen.size,
    domains: byDomain.size,
    factsOf: (domainOrUrl) => lineOf(domainOrUrl).flatMap((domain) => byDomain.get(domain) ?? []),
  };
}

/** What tells two facts apart: every field, in one order. */
export function printOf(fact: OutletFact): string {
  const { domain, name, owner, country, affiliation, labels, source } = fact;
  return JSON.stringify([
    domain,
    name ?? null,
    owner ?? null,
    country ?? null,
    affiliation ?? null,
    labels ?? [],
    source.name,
    source.url ?? null,
    source.date ?? null,
  ]);
}

/**
 * The values that the facts state for `field`, each with its sources, in the order met; more than
 * one value is a difference between sources, to be shown as such.
 */
export function statedValues(
  facts: readonly OutletFact[],
  field: 'name' | 'owner' | 'country' | 'affiliation',
): readonly StatedValue[] {
  const values = new Map<string, FactSource[]>();
  for (const fact of facts) {
    const value = fact[field];
    if (value === undefined) continue;
    const sources = values.get(value);
    if (sources === undefined) values.set(value, [fact.source]);
    else sources.push(fact.source);
  }
  return [...values].map(([value, sources]) => ({ value, sources }));
}

/** The key itself and the hosts above it up to the registrable domain. */
function lineOf(domainOrUrl: string): readonly string[] {
  const key = outletKey(domainOrUrl);
  if (key === undefined) return [];
  const line = [key];
  const top = publisherOf(key);
  for (let at = key; at !== top && at.endsWith(`.${top}`); ) {
    at = at.slice(at.indexOf('.') + 1);
    line.push(at);
  }
  return line;
}
