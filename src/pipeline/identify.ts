/** A draft becomes an article: identity, language, clocks. */
import type { Article, Capture, Draft } from '../domain/article.ts';
import { articleIdOf, digestOf } from '../domain/ids.ts';

/**
 * The article of a draft. It is the same article again if its address is the same, else if its
 * outlet gives it the same id, else if its title and text are the same; another text under the same
 * key is another version.
 */
export function articleOf(draft: Draft, capture: Capture, language: string): Article {
  const key =
    draft.url ??
    (draft.sourceId === undefined ? undefined : `${draft.domain}#${draft.sourceId}`) ??
    `${draft.domain}#text:${digestOf(draft.title + draft.text).slice(0, 16)}`;
  return {
    id: articleIdOf(key, draft.title, draft.text),
    key,
    captureId: capture.id,
    url: draft.url,
    domain: draft.domain,
    outlet: draft.outlet,
    title: draft.title,
    text: draft.text,
    language,
    published: draft.published,
    firstSeen: draft.firstSeen,
    ...(draft.modified !== undefined && { modified: draft.modified }),
    ...(draft.authors !== undefined && { authors: draft.authors }),
    ...(draft.basedOn !== undefined && { basedOn: draft.basedOn }),
    capturedAt: capture.capturedAt,
  };
}
