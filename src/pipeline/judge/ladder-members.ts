/**
 * Ladders of what the desk holds: members, links, wires and credits from the stored cascades,
 * statements from the stored readings.
 */
import type { Article } from '../../domain/article.ts';
import type { ArticleId } from '../../domain/ids.ts';
import type { Ladder } from '../../domain/judgement.ts';
import type { Reading } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import type { Cascade, Passage, Wire } from '../../domain/trace.ts';
import type { OutletFact } from '../../domain/watch.ts';
import { ladderOf } from '../../judge/ladder/ladder.ts';
import type { LadderCredit, LadderLink, LadderMember } from '../../judge/ladder/ladder-input.ts';
import { quotesOf } from '../../read/quotes.ts';
import type { Store } from '../../store/store.ts';
import { creditWords, findCredit, outletNames, statedNames } from '../../trace/credits.ts';
import { namedOnPage, pageReader } from '../../trace/page-credits.ts';
import { wireCredits } from '../../trace/wire-credits.ts';
import { wireTable } from '../../trace/wire-names.ts';
import { readingOf } from './own-reading.ts';

/** What lists state about the outlet with this key (`Article.domain`). */
export type FactsOf = (domain: string) => readonly OutletFact[];

/** Where the claim in question stands in each article. */
type ClaimSpans = ReadonlyMap<ArticleId, readonly Span[]>;

/**
 * The ladder of one cascade: of all its members, on what they share. `alsoTold`: articles outside it
 * that perhaps tell the same, and where; they add to what there is at most.
 */
export async function ladderOfCascade(
  store: Store,
  cascade: Cascade,
  factsOf: FactsOf,
  alsoTold: ClaimSpans = new Map(),
): Promise<Ladder> {
  const held = await heldBy(store, [cascade], [...alsoTold.keys()]);
  return ladderOf({
    members: held.articles.map((article) => {
      const claim = alsoTold.get(article.id);
      const member = memberOf(article, held, factsOf);
      return claim === undefined ? member : { ...member, claim, perhaps: true as const };
    }),
    links: linksOf(cascade),
    wires: cascade.wires ?? [],
    credits: creditsOf(cascade, held.byId),
  });
}

/**
 * The ladder of articles that need not be one cascade. `spans` says where the claim stands in them,
 * `perhaps` in which only perhaps;
 * of the cascades that they are in only passages on it count. Members of these cascades that are not
 * among `ids` join what was copied through them, and are not counted.
 */
export async function ladderOfArticles(
  store: Store,
  ids: readonly ArticleId[],
  spans: ClaimSpans,
  factsOf: FactsOf,
  perhaps: ReadonlySet<ArticleId> = new Set(),
): Promise<Ladder> {
  const cascades = await cascadesOf(store, ids);
  const held = await heldBy(store, cascades, ids);
  const counted = new Set(ids);
  const members = held.articles.map((article) => {
    const member = memberOf(article, held, factsOf);
    const claim = spans.get(article.id);
    if (!counted.has(article.id)) return { ...member, bystander: true as const };
    const told = claim === undefined ? member : { ...member, claim };
    return perhaps.has(article.id) ? { ...told, perhaps: true as const } : told;
  });
  return ladderOf({
    members,
    links: cascades.flatMap(linksOf).flatMap((link) => onClaim(link, spans)),
    wires: joinedWires(cascades),
    credits: cascades.flatMap((cascade) => creditsOf(cascade, held.byId)),
  });
}

async function cascadesOf(store: Store, ids: readonly ArticleId[]): Promise<Cascade[]> {
  const cascades = new Map<string, Cascade>();
  for (const id of ids) {
    for (const cascade of await store.cascadesOfArticle(id)) cascades.set(cascade.id, cascade);
  }
  return [...cascades.values()];
}

/** What the desk holds of the members. */
interface Held {
  readonly articles: readonly Article[];
  readonly byId: ReadonlyMap<ArticleId, Article>;
  readonly readings: ReadonlyMap<ArticleId, readonly Reading[]>;
}

async function heldBy(
  store: Store,
  cascades: readonly Cascade[],
  more: readonly ArticleId[],
): Promise<Held> {
  const echoes = cascades.flatMap((cascade) => cascade.echoes.map(({ article }) => article));
  const ids = [...new Set([...more, ...echoes])];
  const byId = await store.articlesByIds(ids);
  return { articles: [...byId.values()], byId, readings: await store.readingsOf(ids) };
}

function memberOf(article: Article, { readings }: Held, factsOf: FactsOf): LadderMember {
  const { id, domain, outlet, language, published, text } = article;
  const reading = readingOf(readings, id);
  return {
    id,
    domain,
    outlet,
    language,
    published,
    text,
    quotes: quotesOf(text, paragraphsOf(text)),
    attributions: reading?.attributions ?? [],
    dates: reading?.dates ?? [],
    facts: factsOf(domain),
  };
}

function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = [];
  for (const { index, 0: words } of text.matchAll(/[^\n]+/g)) {
    paragraphs.push({ begin: index, end: index + words.length });
  }
  return paragraphs;
}

/** Each pair once: the first article is held against its nearest echo, and that echo against it. */
function linksOf({ echoes }: Cascade): LadderLink[] {
  const pairs = new Set<string>();
  return echoes.flatMap(({ article, comparedWith, passages }) => {
    if (comparedWith === undefined || pairs.has(`${article} ${comparedWith}`)) return [];
    pairs.add(`${comparedWith} ${article}`);
    return [{ a: comparedWith, b: article, passages }];
  });
}

/**
 * The link with those passages that stand on the claim on either side: what one article took over
 * from the other is from there, though the other tells the claim again elsewhere. A side for which it
 * is not known decides nothing.
 */
function onClaim(link: LadderLink, spans: ClaimSpans): LadderLink[] {
  const [inA, inB] = [spans.get(link.a), spans.get(link.b)];
  if (inA === undefined && inB === undefined) return [link];
  const passages = link.passages.filter(
    ({ a, b }: Passage) => inA?.some((one) => meets(one, a)) || inB?.some((one) => meets(one, b)),
  );
  return passages.length === 0 ? [] : [{ ...link, passages }];
}

const meets = (a: Span, b: Span): boolean => a.begin < b.end && b.begin < a.end;

/**
 * Of each echo that names its parent, or its outlet, the place where it does: best as its source, in
 * the text before what its page states.
 */
function creditsOf({ echoes }: Cascade, byId: ReadonlyMap<ArticleId, Article>): LadderCredit[] {
  return echoes.flatMap(({ article: from, parent }): LadderCredit[] => {
    const echo = byId.get(from);
    const named = parent === undefined ? undefined : byId.get(parent.article);
    if (parent?.reason !== 'names-outlet' || echo === undefined || named === undefined) return [];
    const words = creditWords(echo.text);
    const table = wireTable([{ id: '', names: statedNames(named.outlet), ambiguous: true }]);
    const credit = wireCredits(words, table).find(({ strength }) => strength !== 'via');
    const span = credit?.span;
    if (span !== undefined) {
      return [{ from, to: named.id, place: { kind: 'text', span }, asSource: true }];
    }
    const stated = namedOnPage(pageReader([echo, named])(echo), echo, named);
    if (stated !== undefined) {
      return [{ from, to: named.id, place: stated.place, asSource: true }];
    }
    const mention = findCredit(words, outletNames(named.outlet, named.domain));
    return mention === undefined
      ? []
      : [{ from, to: named.id, place: { kind: 'text', span: mention }, asSource: false }];
  });
}

/** The wires of several cascades, each agency once. */
function joinedWires(cascades: readonly Cascade[]): Wire[] {
  const wires = new Map<string, Wire>();
  for (const wire of cascades.flatMap((cascade) => cascade.wires ?? [])) {
    const known = wires.get(wire.id);
    wires.set(
      wire.id,
      known === undefined
        ? wire
        : {
            ...known,
            own: [...new Set([...known.own, ...wire.own])],
            credits: [...known.credits, ...wire.credits],
          },
    );
  }
  return [...wires.values()];
}
