/** The page of one article: head, marked text, what was read, cascades, checks, what it shares. */
import type { ArticleWholeView, CascadePartView, SharingView } from '../domain/cascade-views.ts';
import type { Span } from '../domain/span.ts';
import { html, joined, type Markup, outsideLink, type Slot } from '../export/markup.ts';
import { readingLists } from './article-items.ts';
import { articleMarks } from './article-marks.ts';
import { placeShown } from './capture-place.ts';
import { checkList } from './check-list.ts';
import { momentText } from './dates.ts';
import { ours, theirs } from './foreign.ts';
import type { ConsoleLanguage } from './page.ts';
import { articleHref, cascadeHref, passageAnchor, passageHref } from './passage-link.ts';
import { liesIn, MARK_KINDS, markedText } from './text-marks.ts';
import { WORDS } from './words/article.ts';
import { publishersOf } from './words/cascades.ts';
import { figure, instant } from './words/figures.ts';
import { READING_TERMS } from './words/reading.ts';

/** Characters of a text shown in one page, and of them before a passage that is asked for. */
const SHOWN = 60_000;
const LEAD = 5000;
/** Passages linked of one article that shares words. */
const PASSAGES = 4;

export function articleBody(
  view: ArticleWholeView,
  text: string,
  at: Span | undefined,
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  const { article, readings, cascades, checks } = view;
  const isThere = at !== undefined && liesIn(at, text.length);
  const shown = windowOf(text, isThere ? at : undefined);
  const linkOf = (span: Span): string =>
    liesIn(span, text.length) && span.begin < shown.end && span.end > shown.begin
      ? `#${passageAnchor(span)}`
      : passageHref(article.id, span);
  const beyond =
    at !== undefined && !isThere
      ? html`<p class="problem" role="alert">${words.beyond}</p>`
      : undefined;
  const lists = readings.map(
    (reading, i) =>
      html`<p class="dim">${words.reader} ${theirs(reading.reader)}</p>${readingLists(reading, { language, textLanguage: article.language, reader: i, linkOf })}`,
  );
  return html`<article class="whole"><h1>${theirs(article.title, article.language)}</h1>${head(view, language)}${beyond}<div class="beside"><section class="text" aria-labelledby="text"><h2 id="text">${words.text}</h2>${textMarkup(view, text, shown, isThere ? at : undefined, language)}</section><section class="read" aria-labelledby="read"><h2 id="read">${words.found}</h2>${
    readings.length === 0
      ? html`<p>${words.notRead}</p>`
      : html`<p><a href="/claims?q=${article.id}">${words.judge}</a></p>${lists}`
  }</section></div><section><h2>${words.cascades}</h2>${
    cascades.length === 0
      ? html`<p>${words.noCascades}</p>`
      : html`<ul class="lines">${cascades.map((one) => cascadeItem(one, language))}</ul>`
  }</section><section><h2>${words.sharing}</h2>${sharing(view, linkOf, language)}</section><section><h2>${words.checks}</h2>${checks.length === 0 ? html`<p>${words.noChecks}</p>` : checkList(checks, language)}</section></article>`;
}

function windowOf({ length }: string, at: Span | undefined): Span {
  const begin = at === undefined || at.end <= SHOWN ? 0 : Math.max(0, at.begin - LEAD);
  return { begin, end: Math.min(length, begin + SHOWN) };
}

function textMarkup(
  view: ArticleWholeView,
  text: string,
  shown: Span,
  at: Span | undefined,
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  const marks = articleMarks(view, at, language);
  const kinds = new Set(marks.map(({ kind }) => kind));
  const legend = MARK_KINDS.filter((kind) => kind !== 'word')
    .filter((kind) => kinds.has(kind))
    .map((kind) => html`<li><span class="k-${kind}">${words.kinds[kind]}</span></li>`);
  const n = (value: number): string => figure(value, language);
  const before =
    shown.begin > 0 ? html`<p class="dim">${words.cutBefore(n(shown.begin))}</p>` : undefined;
  const after =
    shown.end < text.length
      ? html`<p class="dim">${words.cutAfter(n(text.length - shown.end))}</p>`
      : undefined;
  const key =
    legend.length === 0
      ? undefined
      : html`<ul class="legend" aria-label="${words.legend}">${legend}</ul>`;
  return html`${key}${before}<div class="body">${theirs(markedText(text, marks, shown), view.article.language)}</div>${after}`;
}

function head(view: ArticleWholeView, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const { article, evidence, versions } = view;
  const { outlet, domain, published, modified, firstSeen, capturedAt, url, capture } = article;
  const { authors = [], basedOn = [] } = article;
  const publisher = html`<a href="/outlets/${encodeURIComponent(domain)}">${theirs(outlet)}</a>`;
  const state = evidence.checked
    ? words.checked(figure(evidence.length, language), evidence.mediaType)
    : html`<b class="problem">${words.lost}</b> ${ours(evidence.problem)}`;
  const rows: readonly (readonly [string, Slot])[] = [
    [words.published, momentText(published, language)],
    [words.modified, modified && momentText(modified, language)],
    [words.seen, firstSeen && momentText(firstSeen, language)],
    [words.captured, instant(capturedAt, language)],
    [words.language, article.language],
    [words.words, figure(article.words, language)],
    [
      words.authors,
      authors.length === 0
        ? undefined
        : joined(
            authors.map((one) => theirs(one)),
            ', ',
          ),
    ],
    [
      words.basedOn,
      basedOn.length === 0
        ? undefined
        : joined(
            basedOn.map((one) => outsideLink(one, theirs(one))),
            ', ',
          ),
    ],
    [words.address, url === undefined ? words.noAddress : outsideLink(url, theirs(url))],
    [
      words.evidence,
      html`${state}; ${theirs(placeShown(capture.origin))}<br><code class="digest">SHA-256 ${capture.digest}</code>`,
    ],
    [words.versions, versions.length < 2 ? undefined : versionLinks(view, language)],
  ];
  return html`<p class="standfirst">${publisher}${domain === outlet ? undefined : html` <span class="dim">${theirs(domain)}</span>`}</p><dl class="facts">${rows
    .filter(([, value]) => value !== undefined)
    .map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function versionLinks({ versions, article }: ArticleWholeView, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const links = versions.map(({ id, capturedAt }, i) => {
    const name = words.version(figure(i + 1, language));
    const when = instant(capturedAt, language);
    return id === article.id
      ? html`<b>${name}</b> (${words.thisOne}), ${when}`
      : html`<a href="${articleHref(id)}">${name}</a>, ${when}`;
  });
  return html`<ol class="plain">${links.map((one) => html`<li>${one}</li>`)}</ol>`;
}

function cascadeItem(part: CascadePartView, language: ConsoleLanguage): Markup {
  const words = WORDS[language];
  const { credit } = READING_TERMS[language];
  const said = part.role === 'echo' ? html` · ${words.credit}: ${credit[part.credit]}` : undefined;
  return html`<li><a href="${cascadeHref(part.id)}">${theirs(part.title, part.language)}</a> <span class="dim">${publishersOf(part.reach, language)} · ${words.roles[part.role]}${said}</span></li>`;
}

function sharing(
  { sharing, sharingTotal }: ArticleWholeView,
  linkOf: (span: Span) => string,
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  if (sharing.length === 0) return html`<p>${words.noSharing}</p>`;
  const rest = sharingTotal - sharing.length;
  const more =
    rest > 0 ? html`<p class="dim">${words.others(figure(rest, language))}</p>` : undefined;
  return html`<ul class="lines">${sharing.map((one) => sharingItem(one, linkOf, language))}</ul>${more}`;
}

function sharingItem(
  { article, words: n, passages }: SharingView,
  linkOf: (span: Span) => string,
  language: ConsoleLanguage,
): Markup {
  const words = WORDS[language];
  const pairs = passages
    .slice(0, PASSAGES)
    .map(
      ({ here, there }) =>
        html`<a href="${linkOf(here)}">${words.here} ${figure(here.begin, language)}–${figure(here.end, language)}</a> / <a href="${passageHref(article.id, there)}">${words.there} ${figure(there.begin, language)}–${figure(there.end, language)}</a>`,
    );
  const more =
    passages.length > PASSAGES
      ? html` ${words.more(figure(passages.length - PASSAGES, language))}`
      : undefined;
  return html`<li>${theirs(article.outlet)}: <a href="${articleHref(article.id)}">${theirs(article.title, article.language)}</a> <span class="dim">${momentText(article.published, language)} · ${words.sharedWords(figure(n, language))}</span><p class="pairs">${joined(pairs, ' · ')}${more}</p></li>`;
}
