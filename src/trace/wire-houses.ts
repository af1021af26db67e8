/** Who may stand behind a credit: the agencies of the list, and the outlets among the members. */
import { publisherOf } from '../text/publisher.ts';
import { AGENCIES, type Agency } from './agencies.ts';
import { statedNames } from './credits.ts';
import type { WireHouse } from './wire-names.ts';

/** An outlet's name of fewer letters is not looked for. */
const LEAST_LETTERS = 3;

/** What tells whose an article is. `publisher` is `publisherOf(domain)`. */
export interface HouseMember {
  readonly domain: string;
  readonly outlet: string;
  readonly publisher: string;
}

const BY_DOMAIN = new Map(AGENCIES.flatMap((one) => one.domains.map((domain) => [domain, one])));
const BY_NAME = new Map(AGENCIES.flatMap((one) => one.names.map((name) => [name, one])));

/** The listed agency that publishes under this registrable domain or account. */
export function agencyAt(publisher: string): Agency | undefined {
  return BY_DOMAIN.get(publisher);
}

/** The listed agency whose article this is, by its domain or its outlet's name. */
export function agencyOf({
  domain,
  outlet,
}: Pick<HouseMember, 'domain' | 'outlet'>): Agency | undefined {
  const named = statedNames(outlet).map((name) => BY_NAME.get(name.replace(/^The\s+/, '')));
  return agencyAt(publisherOf(domain)) ?? named.find((agency) => agency !== undefined);
}

/** The house of any member: the agency that it is, else its publisher. */
export function houseOfMember(member: HouseMember): string {
  return agencyOf(member)?.id ?? member.publisher;
}

/** Outlets among the members that may be credited like an agency, by their publisher. */
export function outletHouses(members: readonly HouseMember[]): Map<string, WireHouse> {
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
