/** The appendix: every article shown, with its clocks apart, its address and its capture in full. */
import type { ArticleView, CascadeView } from '../domain/views.ts';
import { captureAnchor } from './anchors.ts';
import { foreign, html, type Markup, outsideLink } from './markup.ts';
import { instantWords, momentWords } from './moments.ts';
import { counted } from './wording.ts';

/** One entry for each article of the cascades shown, in order of first appearance. */
export function capturesSection(cascades: readonly CascadeView[]): Markup {
  const articles = new Map<string, ArticleView>();
  for (const cascade of cascades) {
    for (const { article } of cascade.echoes) {
      if (!articles.has(article.id)) articles.set(article.id, article);
    }
  }
  const entries = [...articles.values()].map(entry);
  return html`
<section class="captures" id="captures"><h2>Captures</h2><p>The evidence behind ${counted(entries.length, 'article')}. Each digest is the SHA-256 of the bytes as they were kept.</p><ol>${entries}</ol></section>`;
}

function entry(article: ArticleView): Markup {
  const { outlet, url, capture, capturedAt, firstSeen, words } = article;
  const anchor = captureAnchor(article);
  const id = anchor === undefined ? undefined : html` id="${anchor}"`;
  const seen =
    firstSeen === undefined
      ? undefined
      : html` First seen by a collector: ${momentWords(firstSeen).main}.`;
  const address =
    url === undefined
      ? html`<div class="dim">No address stated.</div>`
      : html`<div class="url">${outsideLink(url, foreign(url))}</div>`;
  return html`<li${id}><b>${foreign(outlet)}</b> <span class="dim">${counted(words, 'word')}. Captured ${instantWords(capturedAt)}.${seen}</span>${address}<div class="dim">From ${foreign(capture.origin)}</div><code>${capture.digest}</code></li>
`;
}
