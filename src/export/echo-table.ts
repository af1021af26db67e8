/** The members of one cascade as a table: clocks, lag, copy type, credit and the parent as a lead. */

import type { MemberName } from '../domain/excerpts.ts';
import type { ArticleId } from '../domain/ids.ts';
import type { ArticleView, CascadeView, EchoView } from '../domain/views.ts';
import { captureAnchor, memberAnchors } from './anchors.ts';
import { copyTypeLabel, inlineMark, markKind } from './marks.ts';
import { foreign, html, joined, type Markup, outsideLink } from './markup.ts';
import { lagWords, momentWords } from './moments.ts';
import { CREDIT_WORDS, counted, PLACE_WORDS, percent, REASON_WORDS } from './wording.ts';

/** Rivals named in a cell before the rest are counted. */
const RIVALS_SHOWN = 6;
/** Hexadecimal digits of a digest shown in a line; the whole stands in the appendix. */
const DIGEST_SHOWN = 12;

/** The address of an article in the console that shows the table. */
export type ArticleLinks = (article: ArticleId) => string;

/** One row for each member, with the anchor `<anchor>-<n>`, n counting from 1. */
export function echoTable(cascade: CascadeView, anchor: string, linkOf?: ArticleLinks): Markup {
  const rowOf = memberAnchors(cascade, anchor);
  return html`<table class="echoes stack"><thead><tr><th scope="col">Outlet and article</th><th scope="col">Published</th><th scope="col">Lag</th><th scope="col">Copy type</th><th scope="col">Credit</th><th scope="col">Likely parent (a lead)</th></tr></thead><tbody>${cascade.echoes.map(
    (echo, i) => rowMarkup(echo, `${anchor}-${i + 1}`, rowOf, linkOf),
  )}</tbody></table>`;
}

function rowMarkup(
  echo: EchoView,
  id: string,
  rowOf: ReadonlyMap<ArticleId, string>,
  linkOf?: ArticleLinks,
): Markup {
  return html`<tr id="${id}"><th scope="row">${articleCell(echo, linkOf)}</th><td>${momentCell(echo.article)}</td><td>${lagCell(echo)}</td><td>${typeCell(echo)}</td><td>${creditCell(echo)}</td><td>${parentCell(echo, rowOf)}</td></tr>
`;
}

function articleCell({ article, role }: EchoView, linkOf?: ArticleLinks): Markup {
  const { outlet, domain, title, language, capture } = article;
  const publisher =
    domain === outlet ? undefined : html` <span class="dim">${foreign(domain)}</span>`;
  const first = role === 'earliest' ? html`${inlineMark('earliest')} ` : undefined;
  const anchor = linkOf === undefined ? captureAnchor(article) : undefined;
  const titled = foreign(title, language);
  const link =
    linkOf === undefined
      ? outsideLink(article.url, titled)
      : html`<a href="${linkOf(article.id)}">${titled}</a>`;
  const digest = html`<code title="SHA-256 ${capture.digest}">${capture.digest.slice(0, DIGEST_SHOWN)}</code>`;
  const evidence = anchor === undefined ? digest : html`<a href="#${anchor}">${digest}</a>`;
  return html`${first}<b>${foreign(outlet)}</b>${publisher}<div class="title">${link}</div><div class="dim">${foreign(language)}, capture ${evidence} from ${foreign(capture.origin)}</div>`;
}

function momentCell(article: ArticleView): Markup {
  const { main, note } = momentWords(article.published);
  return html`${main}${note === undefined ? undefined : html`<div class="dim">${note}</div>`}`;
}

function lagCell({ parent, role }: EchoView): Markup {
  if (parent !== undefined) return html`${lagWords(parent.lag)}`;
  switch (role) {
    case 'earliest':
      return html`<span class="dim">–</span>`;
    case 'undated':
      return html`<span class="dim">not known, undated</span>`;
    case 'echo':
      return html`<span class="dim">shares its words with later ones only</span>`;
  }
}

function typeCell(echo: EchoView): Markup {
  if (echo.copyType !== undefined) return copyTypeLabel(echo.copyType);
  if (echo.role === 'earliest') return html`<span class="dim">earliest seen</span>`;
  return html`<span class="dim">${inlineMark(markKind(echo))} not known</span>`;
}

function creditCell({ credit, creditText, creditIn = 'text', role }: EchoView): Markup {
  if (role === 'earliest' && credit === 'unknown' && creditText === undefined) {
    return html`<span class="dim">–</span>`;
  }
  const words =
    creditText === undefined ? undefined : html`<div class="quote">“${foreign(creditText)}”</div>`;
  const where = PLACE_WORDS[creditIn];
  const stated = where === undefined ? undefined : html`, <span class="dim">${where}</span>`;
  return html`<span class="credit-${credit}">${CREDIT_WORDS[credit]}</span>${stated}${words}`;
}

function parentCell(echo: EchoView, rowOf: ReadonlyMap<ArticleId, string>): Markup {
  const { parent, comparedWith } = echo;
  if (parent === undefined) {
    if (comparedWith === undefined) return html`<span class="dim">–</span>`;
    return html`<span class="dim">none; compared with</span> ${memberLink(comparedWith, rowOf)}`;
  }
  const rivals = parent.rivals.slice(0, RIVALS_SHOWN).map((rival) => memberLink(rival, rowOf));
  const more = parent.rivals.length - rivals.length;
  const others =
    rivals.length === 0
      ? undefined
      : html`<div class="dim">could also be ${joined(rivals, ', ')}${more > 0 ? ` and ${counted(more, 'other')}` : ''}</div>`;
  return html`${memberLink(parent, rowOf)}<div class="dim">${REASON_WORDS[parent.reason]}; confidence ${percent(parent.confidence)}</div>${bothMarkup(parent.bothCredit)}${others}`;
}

/** The echo and its parent may both be copies of what they credit. */
function bothMarkup(wires: readonly { readonly name: string }[]): Markup | undefined {
  if (wires.length === 0) return undefined;
  const names = wires.map(({ name }) => foreign(name));
  return html`<div class="dim">both credit ${joined(names, ', ')}, which may be the origin of both</div>`;
}

/** A member's outlet, leading to its row. */
export function memberLink(
  { article, outlet }: MemberName,
  rowOf: ReadonlyMap<ArticleId, string>,
): Markup {
  const row = rowOf.get(article);
  return row === undefined ? foreign(outlet) : html`<a href="#${row}">${foreign(outlet)}</a>`;
}
