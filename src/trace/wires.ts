/**
 * The wires of a cascade: which news agencies its members credit as their source, and whether the
 * agency's own article is among them. An agency credited by several members is the origin behind the
 * origin by their own word; whether it wrote the passage is not known.
 *
 * Besides the agencies of the list, an outlet among the members counts as a wire if a member of
 * another house credits it like one: in a dateline, or beside a word for agency. Linear in the texts.
 */
import type { ArticleId } from '../domain/ids.ts';
import type { Echo, Wire, WireCredit } from '../domain/trace.ts';
import { publisherOf } from '../text/publisher.ts';
import { AGENCIES, type Agency } from './agencies.ts';
import { type CreditWords, statedNames } from './credits.ts';
import { AGENCY_TABLE, type WireCreditFound, wireCredits } from './wire-credits.ts';
import { type WireHouse, type WireTable, wireTable } from './wire-names.ts';

/** A credit line right behind the passage is still its credit: at most so many characters on. */
const CLOSING = 80;
/** An outlet's name of fewer letters is not looked for. */
const LEAST_LETTERS = 3;

/** What is asked of a member. */
export interface WireMember {
  readonly id: ArticleId;
  readonly domain: string;
  readonly outlet: string;
  readonly words: CreditWords;
  readonly publisher: string;
}

/** The credits that a cascade's members give, and to whose house each member belongs. */
export interface WireCredits {
  /** Of each member, by its id. */
  readonly found: ReadonlyMap<ArticleId, readonly WireCreditFound[]>;
  /** The wire that a member itself is of, if any. */
  readonly houseOf: (member: Pick<WireMember, 'domain' | 'outlet'>) => string | undefined;
  /** How outputs name a wire. */
  readonly nameOf: (id: string) => string;
}

const BY_DOMAIN = new Map(AGENCIES.flatMap((one) => one.domains.map((domain) => [domain, one])));
const BY_NAME = new Map(AGENCIES.flatMap((one) => one.names.map((name) => [name, one])));

/** The listed agency that publishes under this domain or name. */
function agencyOf({ domain, outlet }: Pick<WireMember, 'domain' | 'outlet'>): Agency | undefined {
  const named = statedNames(outlet).map((name) => BY_NAME.get(name.replace(/^The\s+/, '')));
  return BY_DOMAIN.get(publisherOf(domain)) ?? named.find((agency) => agency !== undefined);
}

/** Reads the wire credits of all members. */
export function readWireCredits(members: readonly WireMember[]): WireCredits {
  const outlets = outletHouses(members);
  const tables: WireTable[] = [AGENCY_TABLE, wireTable([...outlets.values()])];
  const credited = members.map((member) => {
    const credits = tables.flatMap((table) => wireCredits(member.words, table));
    return [member, credits] as const;
  });
  const wires = new Set<string>(AGENCIES.map(({ id }) => id));
  for (const [member, credits] of credited) {
    for (const { house, asAgency } of credits) {
      if (asAgency && house !== member.publisher) wires.add(house);
    }
  }
  const found = credited.map(
    ([{ id }, credits]) => [id, credits.filter(({ house }) => wires.has(house))] as const,
  );
  const houseOf: WireCredits['houseOf'] = (member) => {
    const publisher = publisherOf(member.domain);
    return agencyOf(member)?.id ?? (wires.has(publisher) ? publisher : undefined);
  };
  const listed = new Map(AGENCIES.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => listed.get(id) ?? outlets.get(id)?.names.at(-1) ?? id;
  return { found: new Map(found), houseOf, nameOf };
}

/** Outlets among the members that may be credited like an agency, by their publisher. */
function outletHouses(members: readonly WireMember[]): Map<string, WireHouse> {
  const houses = new Map<string, WireHouse>();
  for (const member of members) {
    if (agencyOf(member) !== undefined) continue;
    const names = statedNames(member.outlet).filter(
      (name) => (name.match(/\p{L}/gu)?.length ?? 0) >= LEAST_LETTERS && !BY_NAME.has(name),
    );
    const known = houses.get(member.publisher)?.names ?? [];
    houses.set(member.publisher, {
      id: member.publisher,
      names: [...new Set([...known, ...names])],
      ambiguous: true,
    });
  }
  return houses;
}

/** The wires that members credit, most credits first; `echoes` are the cascade's, in order. */
export function wiresOf(
  echoes: readonly Echo[],
  members: ReadonlyMap<ArticleId, WireMember>,
  { found, houseOf, nameOf }: WireCredits,
): Wire[] {
  const credits = new Map<string, WireCredit[]>();
  const own = new Map<string, ArticleId[]>();
  for (const echo of echoes) {
    const house = houseOf(members.get(echo.article)!);
    if (house !== undefined) listIn(own, house).push(echo.article);
    for (const credit of found.get(echo.article) ?? []) {
      if (credit.house !== house) listIn(credits, credit.house).push(creditOf(echo, credit));
    }
  }
  return [...credits]
    .map(([id, list]) => ({ id, name: nameOf(id), own: own.get(id) ?? [], credits: list }))
    .sort((x, y) => y.credits.length - x.credits.length || (x.id < y.id ? -1 : 1));
}

function creditOf(echo: Echo, { strength, span }: WireCreditFound): WireCredit {
  const end = Math.max(...echo.passages.map(({ b }) => b.end));
  return { article: echo.article, strength, span, covers: span.begin <= end + CLOSING };
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
