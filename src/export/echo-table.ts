/** The members of one cascade as a table: clocks, lag, copy type, credit and the parent as a lead. */

import type { MemberName } from '../domain/excerpts.ts';
import type { ArticleId } from '../domain/ids.ts';
import type { CreditPlace, CreditState, ParentReason } from '../domain/trace.ts';
import type { ArticleView, CascadeView, EchoView } from '../domain/views.ts';
import type { WordingLanguage } from './alert-wording.ts';
import { captureAnchor, memberAnchors } from './anchors.ts';
import { copyTypeLabel, inlineMark, markKind } from './marks.ts';
import { foreign, html, joined, type Markup, outsideLink } from './markup.ts';
import { lagWords, momentWords } from './moments.ts';
import { quoted, type Shown } from './place.ts';
import { SPANISH_CREDITS, SPANISH_PLACES, SPANISH_REASONS } from './spanish-words.ts';
import { CREDIT_WORDS, counted, PLACE_WORDS, percent, REASON_WORDS } from './wording.ts';

/** Rivals named in a cell before the rest are counted. */
const RIVALS_SHOWN = 6;
/** Hexadecimal digits of a digest shown in a line; the whole stands in the appendix. */
const DIGEST_SHOWN = 12;

type Rows = ReadonlyMap<ArticleId, string>;

/** One row for each member, with the anchor `<anchor>-<n>`, n counting from 1, worded in the language. */
export function echoTable(cascade: CascadeView, anchor: string, shown: Shown = {}): Markup {
  const rowOf = memberAnchors(cascade, anchor);
  const heads = WORDS[shown.language ?? 'en'].columns.map(
    (column) => html`<th scope="col">${column}</th>`,
  );
  return html`<table class="echoes stack"><thead><tr>${heads}</tr></thead><tbody>${cascade.echoes.map(
    (echo, i) => rowMarkup(echo, `${anchor}-${i + 1}`, rowOf, shown),
  )}</tbody></table>`;
}

function rowMarkup(echo: EchoView, id: string, rowOf: Rows, shown: Shown): Markup {
  const { language = 'en' } = shown;
  const cells = [
    momentCell(echo.article, language),
    lagCell(echo, language),
    typeCell(echo, language),
    creditCell(echo, shown),
    parentCell(echo, rowOf, language),
  ];
  // The report's style sheet names the columns on a narrow screen, in English.
  const labels = language === 'en' ? [] : WORDS[language].columns.slice(1);
  const named = cells.map((cell, i) => {
    const label = labels[i];
    return label === undefined
      ? html`<td>${cell}</td>`
      : html`<td data-label="${label}">${cell}</td>`;
  });
  return html`<tr id="${id}"><th scope="row">${articleCell(echo, shown)}</th>${named}</tr>
`;
}

function articleCell({ article, role }: EchoView, shown: Shown): Markup {
  const { articleLinkOf, language = 'en' } = shown;
  const { outlet, domain, title, capture } = article;
  const words = WORDS[language];
  const publisher =
    domain === outlet ? undefined : html` <span class="dim">${foreign(domain)}</span>`;
  const first = role === 'earliest' ? html`${inlineMark('earliest')} ` : undefined;
  const anchor = articleLinkOf === undefined ? captureAnchor(article) : undefined;
  const titled = foreign(title, article.language, language);
  const link =
    articleLinkOf === undefined
      ? outsideLink(article.url, titled)
      : html`<a href="${articleLinkOf(article.id)}">${titled}</a>`;
  const digest = html`<code title="SHA-256 ${capture.digest}">${capture.digest.slice(0, DIGEST_SHOWN)}</code>`;
  const evidence = anchor === undefined ? digest : html`<a href="#${anchor}">${digest}</a>`;
  return html`${first}<b>${foreign(outlet)}</b>${publisher}<div class="title">${link}</div><div class="dim">${foreign(article.language)}, ${words.capture} ${evidence} ${words.from} ${foreign(capture.origin)}</div>`;
}

function momentCell(article: ArticleView, language: WordingLanguage): Markup {
  const { main, note } = momentWords(article.published, language);
  return html`${main}${note === undefined ? undefined : html`<div class="dim">${note}</div>`}`;
}

const NOTHING = html`<span class="dim">–</span>`;

function lagCell({ parent, role }: EchoView, language: WordingLanguage): Markup {
  if (parent !== undefined) return html`${lagWords(parent.lag, language)}`;
  if (role === 'earliest') return NOTHING;
  return html`<span class="dim">${WORDS[language].noParent[role]}</span>`;
}

function typeCell(echo: EchoView, language: WordingLanguage): Markup {
  const words = WORDS[language];
  if (echo.copyType !== undefined) return copyTypeLabel(echo.copyType, language);
  if (echo.role === 'earliest') return html`<span class="dim">${words.earliest}</span>`;
  return html`<span class="dim">${inlineMark(markKind(echo))} ${words.unknown}</span>`;
}

function creditCell(echo: EchoView, { language = 'en', languageOf }: Shown): Markup {
  const { article, credit, creditText, creditIn = 'text', role } = echo;
  if (role === 'earliest' && credit === 'unknown' && creditText === undefined) return NOTHING;
  const { places, credits } = WORDS[language];
  const written = creditIn === 'text' ? languageOf?.(article.id) : undefined;
  const words =
    creditText === undefined
      ? undefined
      : html`<div class="quote">${quoted(foreign(creditText, written, language), language)}</div>`;
  const where = places[creditIn];
  const stated = where === undefined ? undefined : html`, <span class="dim">${where}</span>`;
  return html`<span class="credit-${credit}">${credits[credit]}</span>${stated}${words}`;
}

function parentCell(echo: EchoView, rowOf: Rows, language: WordingLanguage): Markup {
  const { parent, comparedWith } = echo;
  const words = WORDS[language];
  if (parent === undefined) {
    if (comparedWith === undefined) return NOTHING;
    return html`<span class="dim">${words.compared}</span> ${memberLink(comparedWith, rowOf)}`;
  }
  const rivals = parent.rivals.slice(0, RIVALS_SHOWN).map((rival) => memberLink(rival, rowOf));
  const more = parent.rivals.length - rivals.length;
  const others =
    rivals.length === 0
      ? undefined
      : html`<div class="dim">${words.rivals} ${joined(rivals, ', ')}${more > 0 ? ` ${words.others(more)}` : ''}</div>`;
  const confidence = `${words.confidence} ${percent(parent.confidence, language)}`;
  return html`${memberLink(parent, rowOf)}<div class="dim">${words.reasons[parent.reason]}; ${confidence}</div>${bothMarkup(parent.bothCredit, language)}${others}`;
}

/** The echo and its parent may both be copies of what they credit. */
function bothMarkup(
  wires: readonly { readonly name: string }[],
  language: WordingLanguage,
): Markup | undefined {
  if (wires.length === 0) return undefined;
  const names = wires.map(({ name }) => foreign(name));
  const { both, origin } = WORDS[language];
  return html`<div class="dim">${both} ${joined(names, ', ')}, ${origin(names.length)}</div>`;
}

/** A member's outlet, leading to its row. */
export function memberLink({ article, outlet }: MemberName, rowOf: Rows): Markup {
  const row = rowOf.get(article);
  return row === undefined ? foreign(outlet) : html`<a href="#${row}">${foreign(outlet)}</a>`;
}

interface Wording {
  readonly columns: readonly string[];
  readonly capture: string;
  readonly from: string;
  readonly noParent: Readonly<Record<'echo' | 'undated', string>>;
  readonly earliest: string;
  readonly unknown: string;
  readonly places: Readonly<Record<CreditPlace['kind'], string | undefined>>;
  readonly credits: Readonly<Record<CreditState, string>>;
  readonly reasons: Readonly<Record<ParentReason, string>>;
  readonly compared: string;
  readonly rivals: string;
  readonly others: (n: number) => string;
  readonly confidence: string;
  readonly both: string;
  readonly origin: (wires: number) => string;
}

const WORDS: Readonly<Record<WordingLanguage, Wording>> = {
  en: {
    columns: [
      'Outlet and article',
      'Published',
      'Lag',
      'Copy type',
      'Credit',
      'Likely parent (a lead)',
    ],
    capture: 'capture',
    from: 'from',
    noParent: {
      echo: 'shares its words with later ones only',
      undated: 'not known, undated',
    },
    earliest: 'earliest seen',
    unknown: 'not known',
    places: PLACE_WORDS,
    credits: CREDIT_WORDS,
    reasons: REASON_WORDS,
    compared: 'none; compared with',
    rivals: 'could also be',
    others: (n) => `and ${counted(n, 'other')}`,
    confidence: 'confidence',
    both: 'both credit',
    origin: () => 'which may be the origin of both',
  },
  es: {
    columns: [
      'Medio y artículo',
      'Publicado',
      'Retraso',
      'Tipo de copia',
      'Crédito',
      'Antecesor probable (una pista)',
    ],
    capture: 'captura',
    from: 'de',
    noParent: {
      echo: 'solo comparte sus palabras con otros posteriores',
      undated: 'no se sabe, sin fecha',
    },
    earliest: 'la más antigua vista',
    unknown: 'no se sabe',
    places: SPANISH_PLACES,
    credits: SPANISH_CREDITS,
    reasons: SPANISH_REASONS,
    compared: 'ninguno; se compara con',
    rivals: 'también podría ser',
    others: (n) => `y ${counted(n, 'otro', 'otros', 'es')}`,
    confidence: 'confianza',
    both: 'ambos citan como fuente a',
    origin: (wires) => `que ${wires === 1 ? 'puede' : 'pueden'} ser el origen de ambos`,
  },
};
