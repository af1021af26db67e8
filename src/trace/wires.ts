/**
 * The wires of a cascade: which news agencies its members credit as their source, and whether the
 * agency's own article is among them. An agency credited by several members is the origin behind the
 * origin by their own word; whether it wrote the passage is not known.
 *
 * A member credits in its text (`wire-credits.ts`), or by what its page states (`page-credits.ts`).
 * Besides the agencies of the list, an outlet among the members counts as a wire if a member of
 * another house credits it like one: in a dateline, or beside a word for agency. Linear in the texts.
 */
import type { ArticleId } from '../domain/ids.ts';
import { type Echo, WIRE_STRENGTHS, type Wire, type WireCredit } from '../domain/trace.ts';
import { publisherOf } from '../text/publisher.ts';
import { AGENCIES } from './agencies.ts';
import type { CreditWords } from './credits.ts';
import { type PageArticle, type PageCredit, pageReader } from './page-credits.ts';
import { AGENCY_TABLE, type WireCreditFound, wireCredits } from './wire-credits.ts';
import { agencyOf, type HouseMember, outletHouses } from './wire-houses.ts';
import { type WireTable, wireTable } from './wire-names.ts';

/** A credit line right behind the passage is still its credit: at most so many characters on. */
const CLOSING = 80;
/** What is asked of a member. */
export interface WireMember extends HouseMember, PageArticle {
  readonly id: ArticleId;
  readonly words: CreditWords;
}

/** The credits that a cascade's members give, and to whose house each member belongs. */
export interface WireCredits {
  /** Of wires in the text of each member, by its id. */
  readonly found: ReadonlyMap<ArticleId, readonly WireCreditFound[]>;
  /** Of any house by what the page of each member states, by its id. */
  readonly stated: ReadonlyMap<ArticleId, readonly PageCredit[]>;
  /** The wire that a member itself is of, if any. */
  readonly houseOf: (member: Pick<WireMember, 'domain' | 'outlet'>) => string | undefined;
  /** Whether a house is a wire of this cascade. */
  readonly isWire: (id: string) => boolean;
  /** How outputs name a wire. */
  readonly nameOf: (id: string) => string;
}

/** Reads the wire credits of all members. */
export function readWireCredits(members: readonly WireMember[]): WireCredits {
  const outlets = outletHouses(members);
  const tables: WireTable[] = [AGENCY_TABLE, wireTable([...outlets.values()])];
  const credited = members.map((member) => {
    const credits = tables.flatMap((table) => wireCredits(member.words, table));
    return [member, credits] as const;
  });
  const pageOf = pageReader(members);
  const stated = new Map(members.map((member) => [member.id, pageOf(member)]));
  const wires = new Set<string>(AGENCIES.map(({ id }) => id));
  for (const [member, credits] of credited) {
    for (const { house, asAgency } of [...credits, ...stated.get(member.id)!]) {
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
  const isWire = (id: string): boolean => wires.has(id);
  return { found: new Map(found), stated, houseOf, isWire, nameOf };
}

/** The wires that members credit, most credits first; `echoes` are the cascade's, in order. */
export function wiresOf(
  echoes: readonly Echo[],
  members: ReadonlyMap<ArticleId, WireMember>,
  read: WireCredits,
): Wire[] {
  const credits = new Map<string, WireCredit[]>();
  const own = new Map<string, ArticleId[]>();
  for (const echo of echoes) {
    const house = read.houseOf(members.get(echo.article)!);
    if (house !== undefined) listIn(own, house).push(echo.article);
    for (const [credited, credit] of creditsOf(echo, read)) {
      if (credited !== house) listIn(credits, credited).push(credit);
    }
  }
  const { nameOf, isWire } = read;
  return [...credits]
    .filter(([id]) => isWire(id))
    .map(([id, list]) => ({ id, name: nameOf(id), own: own.get(id) ?? [], credits: list }))
    .sort((x, y) => y.credits.length - x.credits.length || (x.id < y.id ? -1 : 1));
}

/** Of each house the strongest credit that a member gives it: best one of the shared passage, in the text. */
function creditsOf(echo: Echo, { found, stated }: WireCredits): Map<string, WireCredit> {
  const best = new Map<string, WireCredit>();
  const add = (house: string, credit: WireCredit): void => {
    const known = best.get(house);
    if (known === undefined || rank(credit) < rank(known)) best.set(house, credit);
  };
  const end = Math.max(...echo.passages.map(({ b }) => b.end));
  for (const { house, strength, span } of found.get(echo.article) ?? []) {
    const covers = span.begin <= end + CLOSING;
    add(house, { article: echo.article, strength, place: { kind: 'text', span }, covers });
  }
  for (const { house, place } of stated.get(echo.article) ?? []) {
    add(house, { article: echo.article, strength: 'byline', place, covers: true });
  }
  return best;
}

/** What signs the shared passage before what does not; then by strength. */
function rank({ strength, covers }: WireCredit): number {
  const signs = covers && (strength === 'dateline' || strength === 'byline');
  return (signs ? 0 : WIRE_STRENGTHS.length) + WIRE_STRENGTHS.indexOf(strength);
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
