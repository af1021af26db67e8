/**
 * The independence ladder of the report: a drawing of the four rungs, and behind it every step that
 * makes many one, with its passages. A rung's bar is as wide as it has units; what is only perhaps a
 * unit of its own is drawn in outline, so that the bounds can be seen.
 */
import type { Bounds } from '../domain/judgement.ts';
import type { EvidenceView, LadderView, MergeView, RungView } from '../domain/ladder-views.ts';
import { circleFigure } from './circle.ts';
import { MERGE_WORDS } from './judgement-wording.ts';
import { boundsWords, ladderLine } from './ladder-wording.ts';
import { foreign, html, joined, type Markup } from './markup.ts';
import { type PassageLinks, placeMarkup } from './place.ts';
import { figure } from './wording.ts';

/** Units and steps shown of a rung; more are counted. */
const SHOWN = 12;
const WIDTH = 640;
const BAR = 18;
const STEP = 34;

/** The ladder, folded; undefined where the cascade has none. */
export function ladderMarkup(
  ladder: LadderView | undefined,
  linkOf?: PassageLinks,
): Markup | undefined {
  if (ladder === undefined) return undefined;
  const { rungs, circles, root } = ladder;
  const rooted =
    root === undefined
      ? undefined
      : html`<p>All roads lead to one utterance: <b>${foreign(root.name)}</b></p>${evidenceList(root.evidence, linkOf)}`;
  return html`<details class="ladder"><summary>Independence: ${ladderLine(ladder)}</summary>${drawing(rungs)}${rooted}${circles.slice(0, SHOWN).map((circle) => circleFigure(circle, linkOf))}${rungs.flatMap((rung) => rungMarkup(rung, linkOf))}</details>`;
}

function drawing(rungs: readonly RungView[]): Markup {
  const most = Math.max(1, ...rungs.map(({ bounds }) => bounds.atMost));
  const height = rungs.length * STEP;
  const label = rungs.map(({ kind, bounds }) => boundsWords(bounds, kind)).join(', ');
  return html`<svg class="rungs" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label}">${rungs.map((rung, i) => bar(rung, i, most))}</svg>`;
}

/** A third of the width is for the words; the square root keeps a rung of one visible beside thousands. */
function bar({ kind, bounds }: RungView, at: number, most: number): Markup {
  const y = at * STEP + (STEP - BAR) / 2;
  const full = (WIDTH * 2) / 3;
  const width = (n: number): number => Math.round(full * Math.sqrt(n / most));
  const { atLeast, atMost } = bounds;
  const doubtful =
    atMost > atLeast
      ? html`<rect class="perhaps" x="0.5" y="${y + 0.5}" width="${width(atMost) - 1}" height="${BAR - 1}"/>`
      : undefined;
  return html`${doubtful}<rect class="sure" x="0" y="${y}" width="${width(atLeast)}" height="${BAR}"/><text x="${width(atMost) + 8}" y="${y + BAR - 4}">${boundsWords(bounds, kind)}</text>`;
}

function rungMarkup({ kind, bounds, units, merges }: RungView, linkOf?: PassageLinks): Markup[] {
  if (kind === 'articles' || (merges.length === 0 && isPlain(bounds))) return [];
  const named = units.slice(0, SHOWN).map(({ name, articles }) => {
    const many = articles.length > 1 ? ` (${figure(articles.length)})` : '';
    return html`<li>${foreign(name)}${many}</li>`;
  });
  const steps = merges.slice(0, SHOWN).map((merge) => mergeMarkup(merge, linkOf));
  return [
    html`<h3>${boundsWords(bounds, kind)}</h3><ul class="units">${named}${more(units.length)}</ul><ul class="changes">${steps}${more(merges.length)}</ul>`,
  ];
}

const isPlain = ({ atLeast, atMost }: Bounds): boolean => atLeast === atMost && atMost <= 1;

function more(all: number): Markup | undefined {
  return all > SHOWN ? html`<li class="dim">and ${figure(all - SHOWN)} more</li>` : undefined;
}

function mergeMarkup(
  { aName, bName, reason, sure, note, evidence }: MergeView,
  linkOf?: PassageLinks,
): Markup {
  const names =
    aName === bName
      ? foreign(aName)
      : joined([foreign(aName), foreign(bName)], sure ? ' = ' : ' ≈ ');
  const said = note === undefined ? undefined : html` (${foreign(note)})`;
  return html`<li>${names}: ${MERGE_WORDS[reason]}${said}${sure ? '' : ', perhaps'}${evidenceList(evidence, linkOf)}</li>`;
}

/** Passages, each with its article and its place. */
export function evidenceList(
  evidence: readonly EvidenceView[],
  linkOf?: PassageLinks,
): Markup | undefined {
  if (evidence.length === 0) return undefined;
  const lines = evidence.slice(0, SHOWN).map((one) => evidenceLine(one, linkOf));
  return html`<ul class="evidence-list">${lines}${more(evidence.length)}</ul>`;
}

function evidenceLine(
  { article, outlet, span, text, hiddenWords }: EvidenceView,
  linkOf?: PassageLinks,
): Markup {
  const rest = hiddenWords > 0 ? ' …' : '';
  return html`<li>${foreign(outlet)} ${placeMarkup(span, article, linkOf)} <span class="quote">“${foreign(text)}${rest}”</span></li>`;
}
