/** The two sides of each passage of a cascade as annotations that name each other. */
import type { ExportCascade } from '../../domain/exports.ts';
import type { ArticleId } from '../../domain/ids.ts';
import type { ArticleView } from '../../domain/views.ts';
import { comparedBodies, type Drafted, echoBodies } from './bodies.ts';
import { urn } from './names.ts';
import { seenOf, targetOf } from './target.ts';

/** For each passage of each echo its own side and, where that article is a member, the other one. */
export function* echoAnnotations({ cascade, pairs }: ExportCascade): Generator<Drafted> {
  const members = new Map<ArticleId, ArticleView>(
    cascade.echoes.map(({ article }) => [article.id, article]),
  );
  for (const echo of cascade.echoes) {
    const other = echo.comparedWith && members.get(echo.comparedWith.article);
    if (other === undefined) continue;
    const at = Math.max(echo.article.capturedAt, other.capturedAt);
    for (const [place, passage] of echo.passages.entries()) {
      const parts = [cascade.id, echo.article.id, place] as const;
      const own = urn('annotation:echo', ...parts);
      const compared = urn('annotation:compared', ...parts);
      const target = targetOf(seenOf(echo.article), passage.to, pairs);
      const otherTarget = targetOf(seenOf(other), passage.from, pairs);
      // Each names the other: where one has no place, neither is written.
      if (target === undefined || otherTarget === undefined) continue;
      const motivation = 'linking';
      yield { id: compared, at, motivation, body: comparedBodies(echo, own), target: otherTarget };
      yield { id: own, at, motivation, body: echoBodies(echo, passage, compared), target };
    }
  }
}
