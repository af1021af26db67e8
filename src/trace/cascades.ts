/**
 * Cascades: a passage's journey in time. Who is the earliest seen, and for every echo: the most
 * likely parent among the articles known to be earlier, how it differs, and whether it names where
 * it got the text.
 *
 * A parent is a lead, not a finding: *earlier* is not *source*. It is chosen by what the echo itself
 * says (it names the outlet), then by how much of its text it shares, then by time; rivals are kept.
 * Articles without a date are members, but never earliest and never a parent. O(pairs log pairs).
 */
import { type ArticleId, cascadeIdOf } from '../domain/ids.ts';
import { lagOf, type Moment, orderOf } from '../domain/moment.ts';
import {
  type Cascade,
  type CreditPlace,
  type CreditState,
  type Echo,
  type Parent,
  type Passage,
  swapSides,
} from '../domain/trace.ts';
import { publisherOf } from '../text/publisher.ts';
import { type Tokens, tokensOf } from '../text/tokens.ts';
import type { Cluster } from './clusters.ts';
import { changeOf, copyTypeOf } from './copy-type.ts';
import { AGENCY_NAMES, type CreditWords, creditWords, findCredit, outletNames } from './credits.ts';
import { namedOnPage } from './page-credits.ts';
import { readWireCredits, type WireCredits, wiresOf } from './wires.ts';

/** Coverages within this share of the best are as good as the best. */
const TIE = 0.97;
/** How much more an earlier article weighs if the echo names its outlet. */
const NAMED_WEIGHT = 8;
/** Weight of a source that the desk has not seen. */
const UNSEEN_WEIGHT = 0.1;
/** Most rivals kept. */
const MOST_RIVALS = 8;

/** What a cascade needs to know of an article. */
export interface CascadeArticle {
  readonly id: ArticleId;
  readonly url: string | undefined;
  readonly domain: string;
  readonly outlet: string;
  readonly title: string;
  readonly text: string;
  readonly language: string;
  readonly published: Moment | undefined;
  /** Words that are not its outlet's boilerplate: what a copy type is measured against. */
  readonly ownWords: number;
  /** Who wrote it, and addresses of the works that it is taken from, as its page states them. */
  readonly authors?: readonly string[];
  readonly basedOn?: readonly string[];
}

/** One member with what is computed once about it. */
interface Member extends CascadeArticle {
  readonly tokens: Tokens;
  readonly words: CreditWords;
  readonly publisher: string;
  /** The names under which a text may credit its outlet. */
  readonly names: ReturnType<typeof outletNames>;
}

/** Passages shared with another member, seen from one side: a: the other, b: this. */
interface Link {
  readonly other: Member;
  readonly passages: readonly Passage[];
  /** Equal words. */
  readonly equal: number;
}

/** The cascade of one cluster. `articleOf` gives the article of a row. */
export function cascadeOf(cluster: Cluster, articleOf: (row: number) => CascadeArticle): Cascade {
  const members = new Map<number, Member>();
  for (const row of cluster.rows) members.set(row, memberOf(articleOf(row)));
  const links = linksOf(cluster, members);
  const ordered = [...members.values()].sort(byTime);
  const dated = ordered.filter((member) => member.published !== undefined);
  // A member is later than some other exactly if it is later than the lowest latest bound.
  const lowest = dated.reduce((least, m) => Math.min(least, m.published!.latest), Infinity);
  const earliest = dated.filter((m) => m.published!.earliest <= lowest).map((m) => m.id);
  const [first, second] = ordered as [Member, Member];
  const credits = readWireCredits(ordered);
  const echoes = ordered.map((member) =>
    echoOf(member, links.get(member.id) ?? [], {
      earlier: ordered.filter((m) => orderOf(m.published, member.published) === 'before'),
      isOrigin: earliest.length === 1 && earliest[0] === member.id,
      credits,
    }),
  );
  return {
    id: cascadeIdOf(first.id, second.id, beginOf(links.get(first.id) ?? [])),
    echoes,
    earliest,
    reach: new Set(ordered.map((member) => member.publisher)).size,
    wires: wiresOf(echoes, new Map(ordered.map((member) => [member.id, member])), credits),
  };
}

/**
 * Where the passage begins in a member, as its earliest partner has it: an echo that comes to light
 * later and has more of the text must not give the cascade another id.
 */
function beginOf(links: readonly Link[]): number {
  return Math.min(...(links[0]?.passages ?? []).map((passage) => passage.b.begin));
}

function memberOf(article: CascadeArticle): Member {
  const { id, url, domain, outlet, title, text, language, published, ownWords } = article;
  const { authors, basedOn } = article;
  return {
    id,
    url,
    domain,
    outlet,
    title,
    text,
    language,
    published,
    ownWords,
    ...(authors !== undefined && { authors }),
    ...(basedOn !== undefined && { basedOn }),
    tokens: tokensOf(text),
    words: creditWords(text),
    publisher: publisherOf(domain),
    names: outletNames(outlet, domain),
  };
}

function byTime(x: CascadeArticle, y: CascadeArticle): number {
  const a = x.published;
  const b = y.published;
  if (a === undefined || b === undefined) {
    return a === b ? compare(x.id, y.id) : a === undefined ? 1 : -1;
  }
  return a.earliest - b.earliest || a.latest - b.latest || compare(x.id, y.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Each member's links, the earliest other first. */
function linksOf(cluster: Cluster, members: ReadonlyMap<number, Member>): Map<ArticleId, Link[]> {
  const links = new Map<ArticleId, Link[]>();
  const add = (to: Member, other: Member, passages: readonly Passage[]): void => {
    const equal = passages.reduce((sum, passage) => sum + passage.words, 0);
    const list = links.get(to.id);
    if (list === undefined) links.set(to.id, [{ other, passages, equal }]);
    else list.push({ other, passages, equal });
  };
  for (const { a, b, passages } of cluster.pairs) {
    const left = members.get(a)!;
    const right = members.get(b)!;
    add(right, left, passages);
    add(left, right, passages.map(swapSides));
  }
  // By time, so that what is equal otherwise does not depend on the order of the rows.
  for (const list of links.values()) list.sort((x, y) => byTime(x.other, y.other));
  return links;
}

/** What an echo's place in its cascade says of it. */
interface Setting {
  /** All members known to be earlier, aligned with this one or not. */
  readonly earlier: readonly Member[];
  /** Whether it is the one earliest member: that is no copy of what came later. */
  readonly isOrigin: boolean;
  /** The wires that members credit, and whose articles are a wire's own. */
  readonly credits: WireCredits;
}

function echoOf(member: Member, links: readonly Link[], setting: Setting): Echo {
  const earlier = links.filter(
    ({ other }) => orderOf(other.published, member.published) === 'before',
  );
  const credit = creditOf(member, setting);
  const base = { article: member.id, creditPlace: credit.place };
  if (earlier.length === 0) {
    const nearest = mostEqual(links);
    return {
      ...base,
      parent: undefined,
      copyType:
        nearest === undefined || setting.isOrigin
          ? undefined
          : copyTypeOf(nearest.other, member, nearest.passages),
      credit: 'unknown',
      change: setting.isOrigin ? undefined : differenceOf(nearest, member),
      passages: nearest?.passages ?? [],
      comparedWith: nearest?.other.id,
    };
  }
  const { link, parent } = chooseParent(member, earlier, setting.credits);
  return {
    ...base,
    parent,
    copyType: copyTypeOf(link.other, member, link.passages),
    credit: credit.state,
    change: changeOf(link.other, member, link.passages),
    passages: link.passages,
    comparedWith: link.other.id,
  };
}

/**
 * How a member without a known parent differs from its nearest: headline and words, if the headline
 * does. Which of the two changed it is not known, so no alteration is claimed.
 */
function differenceOf(nearest: Link | undefined, member: Member): Echo['change'] {
  if (nearest === undefined) return undefined;
  const change = changeOf(nearest.other, member, nearest.passages);
  return change.title === undefined ? undefined : { ...change, alterations: [] };
}

/** The article named by its address first, then names, then coverage, then time. */
function chooseParent(
  member: Member,
  earlier: readonly Link[],
  { found, stated, houseOf }: WireCredits,
): { link: Link; parent: Parent } {
  const wires = new Set(found.get(member.id)?.map(({ house }) => house));
  const page = stated.get(member.id) ?? [];
  const weighed = earlier.map((link) => {
    const onPage = namedOnPage(page, member, link.other);
    // "(AP)" names the article of `apnews.com`, whose outlet is called otherwise.
    const named =
      onPage !== undefined ||
      findCredit(member.words, namesOf(link.other, member)) !== undefined ||
      (link.other.domain !== member.domain && wires.has(houseOf(link.other) ?? ''));
    const coverage = link.equal / Math.max(1, member.tokens.count);
    const weight = coverage * coverage * (named ? NAMED_WEIGHT : 1);
    return { link, named, exact: onPage?.exact === true, weight };
  });
  const exact = weighed.filter((w) => w.exact);
  const named = exact.length > 0 ? exact : weighed.filter((w) => w.named);
  const pool = named.length > 0 ? named : weighed;
  const most = Math.max(...pool.map((w) => w.link.equal));
  const best = pool.filter((w) => w.link.equal >= TIE * most);
  const chosen = best[0]!;
  const total = weighed.reduce((sum, w) => sum + w.weight, UNSEEN_WEIGHT);
  const rivals = weighed.filter((w) => w !== chosen).sort((x, y) => y.weight - x.weight);
  const only = best.length === 1;
  return {
    link: chosen.link,
    parent: {
      article: chosen.link.other.id,
      reason: chosen.named ? 'names-outlet' : only ? 'most-overlap' : 'earliest',
      confidence: Math.round((chosen.weight / total) * 100) / 100,
      rivals: rivals.slice(0, MOST_RIVALS).map((w) => w.link.other.id),
      lag: lagOf(chosen.link.other.published!, member.published!),
    },
  };
}

/**
 * Kept if the text names the outlet of an earlier member, or an agency, or if the page names one as
 * an author or states any other work that it is taken from; its own name is no credit.
 */
function creditOf(
  member: Member,
  { earlier, credits }: Setting,
): { state: CreditState; place: CreditPlace | undefined } {
  // Each outlet once: in a story of many copies the same few come again and again.
  const outlets = new Map(earlier.map((other) => [`${other.domain}\n${other.outlet}`, other]));
  const names = [...outlets.values()].flatMap((other) => namesOf(other, member));
  const own = new Set(member.names.map((name) => name.joined));
  const house = credits.houseOf(member);
  const agencies = AGENCY_NAMES.filter((name) => !own.has(name.joined) && name.agency !== house);
  const wire = credits.found.get(member.id)?.find((credit) => credit.house !== house);
  const span = findCredit(member.words, [...names, ...agencies]) ?? wire?.span;
  const place: CreditPlace | undefined =
    span === undefined ? statedPlace(member, earlier, credits) : { kind: 'text', span };
  return { state: place === undefined ? 'dropped' : 'kept', place };
}

function statedPlace(
  member: Member,
  earlier: readonly Member[],
  { stated, isWire }: WireCredits,
): CreditPlace | undefined {
  const publishers = new Set(earlier.map(({ publisher }) => publisher));
  return stated
    .get(member.id)
    ?.find(
      ({ house, place }) => place.kind === 'based-on' || isWire(house) || publishers.has(house),
    )?.place;
}

/** Names of another member's outlet; those of the member's own house count between its editions. */
function namesOf(other: Member, member: Member): Member['names'] {
  if (other.domain === member.domain) return [];
  return other.names;
}

function mostEqual(links: readonly Link[]): Link | undefined {
  let best: Link | undefined;
  for (const link of links) if (best === undefined || link.equal > best.equal) best = link;
  return best;
}
