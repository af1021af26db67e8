/** Judgements with the words of their passages in the place of spans. */
import type { Article } from '../domain/article.ts';
import type { MemberName } from '../domain/excerpts.ts';
import type { ArticleId } from '../domain/ids.ts';
import type { Evidence, Ladder, RungKind } from '../domain/judgement.ts';
import type { EvidenceView, Evident, LadderView } from '../domain/ladder-views.ts';
import { quotedView } from '../text/quoted.ts';

type Articles = ReadonlyMap<ArticleId, Article>;

/** Words of passages in these articles; a passage in any other is left out, since it cannot be shown. */
export function evident<T extends { readonly evidence: readonly Evidence[] }>(
  judged: T,
  articles: Articles,
): Evident<T> {
  return { ...judged, evidence: evidenceViews(judged.evidence, articles) };
}

export function evidenceViews(evidence: readonly Evidence[], articles: Articles): EvidenceView[] {
  return evidence.flatMap(({ article, span }) => {
    const known = articles.get(article);
    return known === undefined
      ? []
      : [{ ...memberName(article, articles), ...quotedView(span, known.text) }];
  });
}

/** A ladder as it is shown, over articles that are at hand. */
export function drawLadder(ladder: Ladder, articles: Articles): LadderView {
  return {
    rungs: ladder.rungs.map(({ kind, bounds, units, merges }) => {
      const names = joinedNames(ladder, kind);
      return {
        kind,
        bounds,
        units: units.map((unit) => ({
          ...unit,
          articles: unit.articles.map((id) => memberName(id, articles)),
        })),
        merges: merges.map((merge) => ({
          ...evident(merge, articles),
          aName: names.get(merge.a) ?? merge.a,
          bName: names.get(merge.b) ?? merge.b,
        })),
      };
    }),
    circles: ladder.circles.map(({ steps }) => ({
      steps: steps.flatMap(({ from, to, evidence }) =>
        evidenceViews([evidence], articles).map((shown) => ({ from, to, evidence: shown })),
      ),
    })),
    root: ladder.root && evident(ladder.root, articles),
  };
}

/** How outputs call what a rung joins: articles by their outlets, agencies by their own names. */
function joinedNames({ rungs }: Ladder, kind: RungKind): ReadonlyMap<string, string> {
  const units = (of: RungKind) => rungs.find((rung) => rung.kind === of)?.units ?? [];
  const below = kind === 'utterances' ? [] : units('articles');
  // An agency that is credited, but not among the articles, is a unit of its own rung alone.
  return new Map([...units('agencies'), ...below].map(({ key, name }) => [key, name]));
}

function memberName(article: ArticleId, articles: Articles): MemberName {
  return { article, outlet: articles.get(article)?.outlet ?? article };
}
