/** Names of places within the page. Only hexadecimal ids become anchors; the rest get a number. */
import type { ArticleId } from '../domain/ids.ts';
import type { ArticleView, CascadeView } from '../domain/views.ts';

const ID = /^[0-9a-f]{16}$/;

/** Anchor of a cascade; the same in every report where its id is one of ours. */
export function cascadeAnchor(cascade: CascadeView, position: number): string {
  return ID.test(cascade.id) ? `c-${cascade.id}` : `c-${position + 1}`;
}

/** Anchor of an article's line among the captures, if its id is one of ours. */
export function captureAnchor(article: ArticleView): string | undefined {
  return ID.test(article.id) ? `a-${article.id}` : undefined;
}

/** Anchors of a cascade's members in its table: `<anchor>-<n>`, n counting from 1. */
export function memberAnchors(cascade: CascadeView, anchor: string): Map<ArticleId, string> {
  return new Map(cascade.echoes.map((echo, i) => [echo.article.id, `${anchor}-${i + 1}`]));
}
