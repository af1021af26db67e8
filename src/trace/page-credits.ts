/**
 * What an article's page states of where it comes from: its authors, and the works that it says it
 * is taken from. Both are of the whole piece. Nothing of it is checked; it is the page's own word.
 *
 * An author may name an agency or an outlet among the members (`bylines.ts`). An address credits the
 * very member that has it, else the agency or the outlet that publishes there, else whoever does.
 * Its own house is no credit, but for another article of it that is named by its address.
 * Linear in what is stated.
 */
import type { CreditPlace } from '../domain/trace.ts';
import { publisherOf } from '../text/publisher.ts';
import { type Address, readAddress } from './addresses.ts';
import { bylineHouses } from './bylines.ts';
import { statedNames } from './credits.ts';
import { AGENCY_TABLE } from './wire-credits.ts';
import { agencyAt, type HouseMember, houseOfMember, outletHouses } from './wire-houses.ts';
import { type WireTable, wireTable } from './wire-names.ts';

/** What is asked of an article. */
export interface PageArticle {
  readonly url: string | undefined;
  readonly domain: string;
  readonly outlet: string;
  readonly authors?: readonly string[];
  readonly basedOn?: readonly string[];
}

/** One credit by what the page states. */
export interface PageCredit {
  /** Id of the agency, else the publisher. */
  readonly house: string;
  readonly place: Exclude<CreditPlace, { readonly kind: 'text' }>;
  /** A word for agency stands beside the name. */
  readonly asAgency: boolean;
  /** The key of the address; absent for authors. */
  readonly address?: string;
}

/** Reads what the page of an article states; works named by an address that a member has come first. */
type PageReader = (article: PageArticle) => readonly PageCredit[];

/** Reads pages that may name `members` beside the agencies of the list. */
export function pageReader(members: readonly PageArticle[]): PageReader {
  const known = members.map(withPublisher);
  const outlets = outletHouses(known);
  const tables: WireTable[] = [AGENCY_TABLE, wireTable([...outlets.values()])];
  const houses = new Map(known.map((member) => [member.publisher, houseOfMember(member)]));
  const byAddress = new Map<string, string>();
  for (const member of known) {
    const key = addressKey(member);
    if (key !== undefined) byAddress.set(key, houseOfMember(member));
  }
  const houseAt = ({ key, account, publisher }: Address): string =>
    byAddress.get(key) ??
    agencyAt(account)?.id ??
    agencyAt(publisher)?.id ??
    houses.get(account) ??
    houses.get(publisher) ??
    publisher;
  return (article) => {
    const member = withPublisher(article);
    const works = worksOf(article, houseAt);
    const exact = works.filter(
      ({ address }) => byAddress.has(address) && address !== addressKey(article),
    );
    const others = works.filter(({ address }) => !byAddress.has(address));
    const own = new Set([houseOfMember(member), member.publisher]);
    const names = new Set(statedNames(member.outlet));
    // "Redacción El Faro" on the channel of El Faro names no other house, though its site is one.
    const isOwn = ({ house }: PageCredit): boolean =>
      own.has(house) || outlets.get(house)?.names.some((name) => names.has(name)) === true;
    return [...exact, ...[...authorsOf(article, tables), ...others].filter((one) => !isOwn(one))];
  };
}

/** Where the page names `other`: by its address (`exact`), else its house by address or name. */
export function namedOnPage(
  credits: readonly PageCredit[],
  article: PageArticle,
  other: PageArticle,
): { readonly place: CreditPlace; readonly exact: boolean } | undefined {
  if (credits.length === 0) return undefined;
  const works = credits.filter(({ address }) => address !== undefined);
  const key = works.length === 0 ? undefined : addressKey(other);
  const exact = works.find(({ address }) => address === key);
  if (exact !== undefined) return { place: exact.place, exact: true };
  if (other.domain === article.domain) return undefined;
  const house = houseOfMember(withPublisher(other));
  const named = credits.find((credit) => credit.house === house);
  return named && { place: named.place, exact: false };
}

function authorsOf({ authors = [] }: PageArticle, tables: readonly WireTable[]): PageCredit[] {
  return authors.flatMap((words) =>
    tables.flatMap((table) =>
      bylineHouses(words, table).map(({ house, asAgency }) => ({
        house,
        place: { kind: 'authors' as const, words },
        asAgency,
      })),
    ),
  );
}

function worksOf(
  { basedOn = [] }: PageArticle,
  houseAt: (address: Address) => string,
): (PageCredit & { readonly address: string })[] {
  return basedOn.flatMap((url) => {
    const address = readAddress(url);
    if (address === undefined) return [];
    const place = { kind: 'based-on' as const, url };
    return [{ house: houseAt(address), place, asAgency: false, address: address.key }];
  });
}

function addressKey({ url }: PageArticle): string | undefined {
  return url === undefined ? undefined : readAddress(url)?.key;
}

function withPublisher<T extends PageArticle>(article: T): T & HouseMember {
  return { ...article, publisher: publisherOf(article.domain) };
}
