/** The head of the report: what it covers, how to read it, and the ranked list of cascades. */
import type { CascadeView, ReportView } from '../domain/views.ts';
import { copyTypeCounts, copyTypeKey } from './marks.ts';
import { foreign, html, joined, type Markup } from './markup.ts';
import { dayWords, durationWords, instantWords, isoOf } from './moments.ts';
import { sparkline } from './sparkline.ts';
import { counted, figure } from './wording.ts';

/** Title, notice, period and counts. */
export function headerMarkup(view: ReportView): Markup {
  const notice =
    view.notice === undefined ? undefined : html`<p class="notice">${foreign(view.notice)}</p>`;
  const period =
    view.period === undefined
      ? 'no dated article'
      : `${dayWords(view.period.from)} to ${dayWords(view.period.to)}`;
  return html`<header><p class="brand">Atalaya <span>cascade report</span></p><h1>${foreign(view.title)}</h1>${notice}<dl class="figures"><div><dt>Period, UTC</dt><dd>${period}</dd></div><div><dt>Articles</dt><dd>${figure(view.articles)}</dd></div><div><dt>Outlets</dt><dd>${figure(view.outlets)}</dd></div><div><dt>Cascades</dt><dd>${figure(view.cascadesTotal)}</dd></div><div><dt>Undated</dt><dd>${figure(view.undated)}</dd></div></dl></header>`;
}

/** The four cautions without which the rest would be misread. */
export function readingGuide(): Markup {
  return html`<section class="guide"><h2>How to read this</h2><ol><li><b>Earlier is not source.</b> The report says which article was seen first among those it read, not who wrote the words first.</li><li><b>A parent is a lead.</b> It is shown with its reason, its confidence and its rivals; it does not establish who copied whom.</li><li><b>Credit is what the text says.</b> Kept: the text names where it came from. Dropped: no such words were found in it.</li><li><b>Undated is never first.</b> And where the bounds of two dates touch, their order stays open.</li></ol>${copyTypeKey()}</section>`;
}

/** The list, ranked as given, each title leading to its cascade. */
export function cascadeList(view: ReportView, anchors: readonly string[]): Markup {
  const { cascades, cascadesTotal } = view;
  if (cascades.length === 0) {
    return html`<section id="cascades"><h2>Cascades</h2><p>No cascade is shown: ${cascadesTotal === 0 ? 'no passage was found in more than one article of what was read' : `${counted(cascadesTotal, 'cascade')} ${cascadesTotal === 1 ? 'was' : 'were'} found, and the list was cut to none`}.</p></section>`;
  }
  const cut =
    cascades.length < cascadesTotal
      ? html`<p class="dim">The widest ${figure(cascades.length)} of ${counted(cascadesTotal, 'cascade')} are shown.</p>`
      : undefined;
  return html`<section id="cascades"><h2>Cascades</h2>${cut}<table class="list stack"><thead><tr><th scope="col">Rank</th><th scope="col">Cascade</th><th scope="col" class="n">Reach</th><th scope="col" class="n">Articles</th><th scope="col">Spread</th><th scope="col">Copy types</th><th scope="col" class="n">Credit dropped</th></tr></thead><tbody>${cascades.map(
    (cascade, i) => listRow(cascade, anchors[i] ?? '', i + 1),
  )}</tbody></table></section>`;
}

function listRow(cascade: CascadeView, anchor: string, rank: number): Markup {
  const types = copyTypeCounts(cascade.echoes);
  const spread = cascade.spreadMs > 0 ? durationWords(cascade.spreadMs) : '–';
  return html`<tr><td class="n rank" data-label="Rank">${rank}</td><th scope="row"><a href="#${anchor}">${foreign(cascade.title)}</a></th><td class="n" data-label="Reach">${counted(cascade.reach, 'publisher')}</td><td class="n" data-label="Articles">${figure(cascade.articles)}</td><td data-label="Spread"><span class="spread">${spread}</span> ${sparkline(cascade)}</td><td data-label="Copy types">${types.length === 0 ? '–' : joined(types, ' ')}</td><td class="n" data-label="Credit dropped">${cascade.droppedCredits === 0 ? '–' : figure(cascade.droppedCredits)}</td></tr>
`;
}

/** When and by what the page was made. */
export function footerMarkup(view: ReportView): Markup {
  return html`<footer><p>Made by Atalaya ${foreign(view.version)} on <time datetime="${isoOf(view.generatedAt) ?? ''}">${instantWords(view.generatedAt)}</time>. This page asks nothing of the network; links lead to the publishers.</p></footer>`;
}
