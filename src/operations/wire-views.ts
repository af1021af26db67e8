/** The wires of a cascade as people and programs see them: counted, and each with its words. */
import type { Article } from '../domain/article.ts';
import type { MemberName } from '../domain/excerpts.ts';
import type { ArticleId } from '../domain/ids.ts';
import type { Cascade, CreditPlace, Wire, WireCredit } from '../domain/trace.ts';
import type { WireClaim, WireCreditView, WireView } from '../domain/views.ts';

/** Characters shown on either side of a credit, and most characters of the credit itself. */
const AROUND = 60;
const LONGEST = 160;

type Articles = ReadonlyMap<ArticleId, Article>;

/** One wire; `articles` holds the cascade's members. */
export function wireView(wire: Wire, cascade: Cascade, articles: Articles): WireView {
  const { id, name, own, credits } = wire;
  const named = (article: ArticleId): MemberName => ({
    article,
    outlet: articles.get(article)?.outlet ?? article,
  });
  const crediting = credits.filter(({ strength }) => strength !== 'via');
  const credited = new Set(crediting.map(({ article }) => article));
  return {
    id,
    name,
    claim: claimOf(credits),
    others: cascade.echoes.length - own.length,
    crediting: crediting.length,
    own: own.map(named),
    ownEarliest: own.some((article) => cascade.earliest.includes(article)),
    earliestCredits: cascade.earliest.filter((article) => credited.has(article)).map(named),
    credits: credits.map((credit) => ({
      ...named(credit.article),
      strength: credit.strength,
      place: credit.place,
      ...wordsOf(credit.place, articles.get(credit.article)?.text ?? ''),
      covers: credit.covers,
    })),
  };
}

/** Wires that two members both credit, as the likely common origin of both. */
export function bothCredit(
  wires: readonly Wire[],
  one: ArticleId,
  other: ArticleId,
): { readonly id: string; readonly name: string }[] {
  const credits = ({ credits }: Wire, article: ArticleId): boolean =>
    credits.some((credit) => credit.article === article && credit.strength !== 'via');
  return wires
    .filter((wire) => credits(wire, one) && credits(wire, other))
    .map(({ id, name }) => ({ id, name }));
}

function claimOf(credits: readonly WireCredit[]): WireClaim {
  const signs = ({ strength, covers }: WireCredit): boolean =>
    covers && (strength === 'dateline' || strength === 'byline');
  if (credits.some(signs)) return 'common-origin';
  return credits.some(({ strength }) => strength !== 'via') ? 'cited' : 'said-to';
}

/** The words by which a credit is given, on one line; of a text, and no longer than a line or two. */
export function creditWordsAt(place: CreditPlace, text: string): string {
  switch (place.kind) {
    case 'text':
      return flat(text.slice(Math.max(place.span.begin, place.span.end - LONGEST), place.span.end));
    case 'authors':
      return flat(place.words.slice(0, LONGEST));
    case 'based-on':
      return place.url;
  }
}

/** The credit's words and, in a text, a few whole words on either side, on one line. */
function wordsOf(
  place: CreditPlace,
  text: string,
): Pick<WireCreditView, 'before' | 'text' | 'after'> {
  const words = creditWordsAt(place, text);
  if (place.kind !== 'text') return { before: '', text: words, after: '' };
  const { begin, end } = place.span;
  const from = Math.max(0, begin - AROUND);
  const before = text.slice(from, begin);
  const after = text.slice(end, end + AROUND);
  const cutAfter = end + AROUND < text.length ? after.replace(/\S*$/, '') : after;
  return {
    before: flat(from > 0 ? before.replace(/^\S*/, '') : before),
    text: words,
    after: flat(cutAfter),
  };
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');
